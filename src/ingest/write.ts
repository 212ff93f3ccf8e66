import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that there is the old one or the new one, never half of one: renaming is atomic. What a run that was
 * cut off leaves behind begins with a dot, and so is read by nobody.
 *
 * @throws the system's error where the folder cannot be written to; nothing is left behind
 */
export function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Makes a folder and those it is in. Node’s own way to do so never ends where the system lets no folder be made, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another import may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}

/** The receipts of a visit with those of one source put in, as the text of their file. */
export function receiptsWith(
  path: string,
  visit: string,
  source: string,
  sha256: string,
  quotations: readonly string[],
): string {
  let sources: Record<string, unknown> = {};
  try {
    sources = (JSON.parse(readFileSync(path, 'utf8')) as { sources: Record<string, unknown> }).sources;
  } catch {
    // There are none yet.
  }
  const all = { ...sources, [source]: { sha256, quotations } };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ visit, sources: sorted }, null, 2)}\n`;
}

/** The folder of the receipts for a folder of visits: beside it where it is called visits, else within it. */
export function receiptsFolder(visits: string): string {
  return /(?:^|[/\\])visits[/\\]?$/.test(visits)
    ? join(dirname(visits), 'receipts')
    : join(visits, 'receipts');
}
