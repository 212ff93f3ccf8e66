import { readFileSync, statSync } from 'node:fs';
import { sha256 } from '../content/quotations.ts';
import { LARGEST_FILE } from './document.ts';
import { type Imported, importReport } from './import-report.ts';
import { proposer } from './propose.ts';
import type { Register } from './register.ts';

/** What files are read against. */
export interface WorkerSetup extends Register {
  factsOnly: boolean;
  /** Documents that are imported already, by the SHA-256 of their files: they are not read again. */
  imported: Map<string, string>;
}

/** What a worker answers for a file: what the import came to, or the visit that it was imported as before. */
export type WorkerAnswer = Imported | { ok: 'before'; visit: string };

/** Reads a file; whatever is wrong with it is in the answer. */
export type FileReader = (file: string) => Promise<WorkerAnswer>;

/** Makes the reader of the files of one run. */
export function fileReader({ authorities, themes, factsOnly, imported }: WorkerSetup): FileReader {
  const context = { authorities, themes: themes.map(({ id }) => id), propose: proposer(themes), factsOnly };
  return async (file) => {
    const refused = (problem: string): Imported => ({
      ok: false,
      record: { file, ok: false, problems: [problem] },
    });
    try {
      const { size } = statSync(file);
      if (size > LARGEST_FILE) {
        return refused(
          `It has ${Math.round(size / 1e6)} MB; a report has under 5. Check that it is the right file.`,
        );
      }
      const bytes = readFileSync(file);
      const before = imported.get(sha256(bytes));
      if (before) return { ok: 'before', visit: before };
      return await importReport(bytes, file, context);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'EACCES' || code === 'EPERM')
        return refused('It may not be read. Change its permissions.');
      if (code === 'ENOENT') return refused('It does not exist. Check its name.');
      const message = error instanceof Error ? error.message : String(error);
      return refused(`The importer stumbled over it (${message}). Please report this with the file.`);
    }
  };
}
