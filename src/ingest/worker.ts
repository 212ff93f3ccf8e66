import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { sha256 } from '../content/quotations.ts';
import type { Authority } from '../model/authority.ts';
import type { Theme } from '../model/theme.ts';
import { LARGEST_FILE } from './document.ts';
import { type Imported, importReport } from './import-report.ts';
import { proposer } from './propose.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  authorities: Authority[];
  themes: Theme[];
  factsOnly: boolean;
  /** Documents that are imported already, by the SHA-256 of their files: they are not read again. */
  imported: Map<string, string>;
}

/** What a worker answers for a file: what the import came to, or the visit that it was imported as before. */
export type WorkerAnswer = Imported | { ok: 'before'; visit: string };

const { authorities, themes, factsOnly, imported } = workerData as WorkerSetup;
const context = { authorities, themes: themes.map(({ id }) => id), propose: proposer(themes), factsOnly };

async function answer(file: string): Promise<WorkerAnswer> {
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
    if (code === 'EACCES' || code === 'EPERM') return refused('It may not be read. Change its permissions.');
    if (code === 'ENOENT') return refused('It does not exist. Check its name.');
    const message = error instanceof Error ? error.message : String(error);
    return refused(`The importer stumbled over it (${message}). Please report this with the file.`);
  }
}

parentPort?.on('message', async (file: string) => parentPort?.postMessage(await answer(file)));
