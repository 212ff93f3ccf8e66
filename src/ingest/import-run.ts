import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerAnswer, WorkerSetup } from './file-reader.ts';
import { filesAt } from './files.ts';
import { heldVisits, importedDocuments } from './held-visits.ts';
import type { ImportedReport, ImportRecord } from './import-report.ts';
import { readInOrder } from './pool.ts';
import type { Register } from './register.ts';
import { type HeldVisit, heldVisit, newVisitId } from './visit-name.ts';
import { receiptsFolder, receiptsWith, writeWhole } from './write.ts';

/** How an import is run. */
export interface ImportOptions {
  /** Files and folders. */
  paths: readonly string[];
  /** The folder that the visit files go to. */
  out: string;
  /** Whether only the front matter is written. */
  factsOnly: boolean;
  /** Whether nothing is written at all. */
  dryRun: boolean;
  /** Whether files that are there are written over. */
  force: boolean;
  /** Whether the facts of every file are wanted, of those too that were imported before. */
  everyFact: boolean;
  threads: number;
  /** Reads the register and the taxonomy: asked once, while the threads are starting. */
  register: () => Register;
}

/** What became of one file. */
export interface FileOutcome {
  file: string;
  outcome: 'imported' | 'joined' | 'skipped' | 'failed';
  record: ImportRecord;
  /** The visit that it became, or that was there already. */
  visit?: string | undefined;
}

/**
 * Imports reports, one visit file each, and answers for each file in turn. What is written is whole at any time, so a run
 * that is interrupted can be run again: what is there already is skipped.
 */
export async function* importReports(
  options: ImportOptions,
): AsyncGenerator<FileOutcome & { total: number }> {
  const { files, missing } = filesAt(options.paths, options.out);
  const total = files.length + missing.length;
  for (const { file, problem } of missing) {
    yield { file, outcome: 'failed', record: { file, ok: false, problems: [problem] }, total };
  }
  const receipts = receiptsFolder(options.out);
  let register: Register = { authorities: [], themes: [] };
  let held: HeldVisit[] = [];
  const setUp = (): WorkerSetup => {
    register = options.register();
    held = heldVisits(options.out);
    const anew = options.force || options.dryRun || options.everyFact;
    const imported = anew ? new Map<string, string>() : importedDocuments(receipts, held);
    return { ...register, factsOnly: options.factsOnly, imported };
  };
  for await (const { file, answer } of readInOrder(files, setUp, options.threads)) {
    yield { ...(await settle(file, answer, held, register, receipts, options)), total };
  }
}

/** Gives a report its place among the visits and writes it. */
async function settle(
  file: string,
  answer: WorkerAnswer,
  held: HeldVisit[],
  register: Register,
  receipts: string,
  options: ImportOptions,
): Promise<FileOutcome> {
  if (answer.ok === 'before') {
    const problems = [`It was imported before, as ${answer.visit}. Use --force to import it anew.`];
    return { file, outcome: 'skipped', record: { file, ok: true, problems }, visit: answer.visit };
  }
  if (!answer.ok) return { file, outcome: 'failed', record: answer.record };
  const { report } = answer;
  const { record } = report;
  const day = record.visited?.start ?? record.published ?? '';
  const reported = { authority: record.authority, kind: record.kind, day };
  const known = heldVisit(reported, held);
  try {
    if (known && !known.whole) {
      return { file, ...(await joinTo(known, report, file, register, receipts, options)) };
    }
    if (known && !options.force) {
      const problems = [
        ...record.problems,
        `The visit is there already, as ${known.id}. Use --force to write over it.`,
      ];
      return { file, outcome: 'skipped', record: { ...record, problems }, visit: known.id };
    }
    const id = known?.id ?? newVisitId(reported, new Set(held.map((visit) => visit.id)));
    const path = join(options.out, `${id}.md`);
    if (!options.dryRun) {
      if (!options.force && existsSync(path)) throw new Error(`${path} is there already`);
      writeReceipts(receipts, id, report.source, report, options);
      writeWhole(path, report.draft.text);
    }
    if (!known)
      held.push({
        id,
        authority: record.authority,
        kind: record.kind,
        start: day,
        whole: true,
        wholeSources: [],
      });
    return { file, outcome: 'imported', record, visit: id };
  } catch (error) {
    return {
      file,
      outcome: 'failed',
      record: { ...record, ok: false, problems: [...record.problems, unwritten(error, options.out)] },
    };
  }
}

/** Joins a report to a visit that is known from other accounts so far. */
async function joinTo(
  known: HeldVisit,
  report: ImportedReport,
  file: string,
  register: Register,
  receipts: string,
  options: ImportOptions,
): Promise<Omit<FileOutcome, 'file'>> {
  // Loaded where it is needed: few imports join anything, and all of them would wait for its readers.
  const { joinedFile } = await import('./join-file.ts');
  const path = join(options.out, `${known.id}.md`);
  const joined = await joinedFile({ id: known.id, path }, report, file, register);
  if (!options.dryRun) {
    writeReceipts(receipts, known.id, joined.source, report, options);
    writeWhole(path, joined.text);
  }
  known.whole = true;
  known.start = report.record.visited?.start;
  const record = { ...report.record, problems: joined.notes };
  return { outcome: 'joined', record, visit: known.id };
}

/** The receipts come first: a visit file is never there without its proofs. */
function writeReceipts(
  folder: string,
  visit: string,
  source: string,
  { sha256, receipts }: ImportedReport,
  { factsOnly }: ImportOptions,
): void {
  if (factsOnly) return;
  const path = join(folder, `${visit}.json`);
  writeWhole(path, receiptsWith(path, visit, source, sha256, receipts));
}

/** Why a file was not written, in a sentence that says what to do. */
function unwritten(error: unknown, out: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code))
    return `${out} may not be written to. Give another folder with --out.`;
  if (code === 'ENOSPC')
    return 'The disk is full. Make room, and run the import again: it goes on where it stopped.';
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${out} is no folder. Give another one with --out.`;
  return `It was not written: ${error instanceof Error ? error.message : error}.`;
}
