import { readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A path that leads to no report, with what it is and what to do. */
export interface NoFile {
  file: string;
  problem: string;
}

const REPORT = /\.(?:pdf|txt|md|markdown)$/i;

/**
 * The files that paths lead to: a file is itself, a folder all the PDFs and texts in it and in its folders, by name.
 *
 * @param out the folder of the visit files, in which no reports are looked for
 */
export function filesAt(paths: readonly string[], out: string): { files: string[]; missing: NoFile[] } {
  const files: string[] = [];
  const missing: NoFile[] = [];
  for (const path of paths) {
    let stats: Stats;
    try {
      stats = statSync(path);
    } catch {
      missing.push({ file: path, problem: 'It does not exist. Check its name.' });
      continue;
    }
    if (stats.isFile()) {
      files.push(path);
      continue;
    }
    if (!stats.isDirectory()) {
      missing.push({
        file: path,
        problem: 'It is neither a file nor a folder. Give the file of the report.',
      });
      continue;
    }
    const found = reportsIn(path, resolve(out));
    if (found.length === 0) {
      missing.push({
        file: path,
        problem: 'There is no PDF, text or Markdown file in this folder. Give the folder of the reports.',
      });
    }
    files.push(...found);
  }
  return { files: [...new Set(files)], missing };
}

function reportsIn(folder: string, out: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return resolve(path) === out ? [] : reportsIn(path, out);
      return REPORT.test(entry.name) && !entry.isFIFO() ? [path] : [];
    });
}
