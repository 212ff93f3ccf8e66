import { execFile, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { keepCompiled } from '../src/ingest/compile-cache.ts';

const USAGE = `Measures the import: time, processor time and peak memory, beside poppler's pdftotext on the same files.

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
  const processors = availableParallelism();
  const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
  const alone = hasPoppler ? await pdftotext(files, 1) : undefined;
  const ours = await importAll();
  const together = hasPoppler ? await pdftotext(files, processors) : undefined;
  console.log(`${files.length} files, ${ours.imported} imported, ${processors} processors`);
  say('import', ours);
  if (alone && together) {
    say('pdftotext -layout, one at a time', alone);
    say(`pdftotext -layout, ${processors} at a time`, together);
    const times = (value: number) => value.toFixed(2);
    console.log(
      `The import beside one at a time: ${times(ours.seconds / alone.seconds)} times the time, ${times(ours.processor / alone.processor)} times the processor time`,
    );
  } else console.log('pdftotext is not installed, so there is nothing to compare with.');
  console.log(`memory of the import: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`);
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

/** What something took, in seconds: by the clock, and of all processors together. */
interface Taken {
  seconds: number;
  processor: number;
}

function say(what: string, { seconds, processor }: Taken): void {
  const rate = (wanted / seconds).toFixed(1);
  console.log(
    `${what.padEnd(34)} ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processors, ${rate} files a second`,
  );
}

/** Imports the files as the command does, from the loading of its modules on. */
async function importAll(): Promise<Taken & { imported: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  keepCompiled();
  const { importReports } = await import('../src/ingest/import-run.ts');
  const { usualThreads } = await import('../src/ingest/pool.ts');
  const { readRegister } = await import('../src/ingest/register.ts');
  let imported = 0;
  for await (const { outcome } of importReports({
    register: () => readRegister(process.cwd()),
    paths: [join(workshop, 'reports')],
    out: join(workshop, 'content', 'visits'),
    factsOnly: false,
    dryRun: false,
    force: true,
    everyFact: false,
    threads: usualThreads(),
  })) {
    if (outcome === 'imported') imported++;
  }
  const { user, system } = process.cpuUsage(before);
  return { imported, seconds: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

/** Has pdftotext read the files, so many at a time. */
async function pdftotext(files: readonly string[], atATime: number): Promise<Taken> {
  const started = performance.now();
  const lanes = Array.from({ length: atATime }, (_, lane) =>
    files.filter((_file, index) => index % atATime === lane),
  );
  const script = 'for file; do pdftotext -layout "$file" - >/dev/null 2>&1; done; times';
  const told = await Promise.all(
    lanes.map((lane) => promisify(execFile)('sh', ['-c', script, 'sh', ...lane])),
  );
  // The second line of what times says is of the commands that the shell ran: "0m3.120s 0m0.210s".
  const processor = told
    .flatMap(({ stdout }) => [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)])
    .reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
  return { seconds: (performance.now() - started) / 1000, processor };
}
