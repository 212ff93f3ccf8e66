import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importReports } from '../src/ingest/import-run.ts';
import { readRegister } from '../src/ingest/register.ts';

const USAGE = `Measures the import: reports per second and peak memory, beside poppler's pdftotext on the same files.

  npm run bench:import -- <folder of reports>
  npm run bench:import -- <folder of reports> --files 500     over and over, up to so many files`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string' }, help: { type: 'boolean' } },
});
const [folder] = positionals;
if (!folder || values.help) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const reports = readdirSync(folder)
  .filter((name) => /\.pdf$/i.test(name))
  .sort()
  .map((name) => resolve(folder, name));
if (reports.length === 0) {
  console.error(`There is no PDF in ${folder}.`);
  process.exit(1);
}
const wanted = Number(values.files ?? reports.length);
const workshop = mkdtempSync(join(tmpdir(), 'bench-import-'));
try {
  const files = Array.from({ length: wanted }, (_, index) =>
    copy(reports[index % reports.length] ?? '', index),
  );
  const poppler = timed(() =>
    files.every(
      (file) => spawnSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1e8 }).error === undefined,
    ),
  );
  const started = performance.now();
  let imported = 0;
  for await (const { outcome } of importReports({
    register: () => readRegister(process.cwd()),
    paths: [join(workshop, 'reports')],
    out: join(workshop, 'content', 'visits'),
    factsOnly: false,
    dryRun: false,
    force: true,
    everyFact: false,
    threads: Math.min(8, availableParallelism()),
  })) {
    if (outcome === 'imported') imported++;
  }
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(`${files.length} files, ${imported} imported, ${availableParallelism()} processors`);
  console.log(
    `import              ${seconds.toFixed(1)} s  ${(files.length / seconds).toFixed(1)} files a second  ${megabytes.toFixed(0)} MB at most`,
  );
  console.log(
    poppler.value
      ? `pdftotext -layout   ${poppler.seconds.toFixed(1)} s  ${(files.length / poppler.seconds).toFixed(1)} files a second`
      : 'pdftotext is not installed, so there is nothing to compare with.',
  );
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

/** A name of its own for a file that is read more than once. */
function copy(file: string, index: number): string {
  const copied = join(workshop, 'reports', `${String(index).padStart(5, '0')}.pdf`);
  mkdirSync(join(workshop, 'reports'), { recursive: true });
  try {
    linkSync(file, copied);
  } catch {
    symlinkSync(file, copied);
  }
  return copied;
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
