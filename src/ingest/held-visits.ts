import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { splitFile } from '../content/front-matter.ts';
import { normaliseText } from '../content/text.ts';
import type { HeldVisit } from './visit-name.ts';

/** The visits that there are files of in a folder, by their front matter; files that cannot be read count by their names only. */
export function heldVisits(folder: string): HeldVisit[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const { split } = splitFile(normaliseText(readFileSync(join(folder, name), 'utf8')), name);
      const facts = (split?.yaml.value ?? {}) as {
        authority?: string;
        kind?: string;
        visited?: { start?: string; before?: string };
        sources?: Record<string, { type?: string; whole?: string }>;
      };
      const own = Object.values(facts.sources ?? {});
      return {
        id: name.slice(0, -3),
        authority: facts.authority ?? '',
        kind: facts.kind ?? '',
        start: facts.visited?.start,
        before: facts.visited?.before,
        // A draft of facts alone has the report for its only source, without its words.
        whole:
          own.some(({ whole }) => whole === 'true') ||
          own.every(({ type }) => type?.startsWith('inspectorate')),
        wholeSources: Object.keys(facts.sources ?? {}).filter((id) => facts.sources?.[id]?.whole === 'true'),
      };
    });
}

/**
 * Which visit each document is the record of: by the SHA-256 of its file, from the receipts in a folder. A document
 * that a visit only cites is not among them.
 */
export function importedDocuments(folder: string, held: readonly HeldVisit[]): Map<string, string> {
  const documents = new Map<string, string>();
  for (const { id, wholeSources } of held) {
    if (wholeSources.length === 0) continue;
    try {
      const { sources } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as {
        sources: Record<string, { sha256: string }>;
      };
      for (const source of wholeSources) {
        const receipt = sources[source];
        if (receipt) documents.set(receipt.sha256, id);
      }
    } catch {
      // A receipt that is missing or cannot be read proves nothing; the check of the content says so.
    }
  }
  return documents;
}
