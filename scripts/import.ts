import { parseArgs } from 'node:util';
import { keepCompiled } from '../src/ingest/compile-cache.ts';
import type { FileOutcome } from '../src/ingest/import-run.ts';

const USAGE = `Turns Ofsted's reports and letters (PDF, text or Markdown) into visit files, drafts for an editor to review.

  npm run import -- <files or folders>

  --out DIR      where the visit files go (content/visits)
  --facts-only   write the front matter alone
  --dry-run      read everything, write nothing
  --force        write over files that are there, and import anew what was imported before
  --json         one line of JSON per file on standard output`;

function refuse(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

const options = {
  out: { type: 'string', default: 'content/visits' },
  'facts-only': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, 2);
  }
}

const { values, positionals } = readArguments();
if (values.help || positionals.length === 0) refuse(USAGE, values.help ? 0 : 2);

// Modules that are loaded from here on are kept compiled.
keepCompiled();
const { importReports } = await import('../src/ingest/import-run.ts');
const { usualThreads } = await import('../src/ingest/pool.ts');
const { readRegister } = await import('../src/ingest/register.ts');

function register() {
  try {
    return readRegister(process.cwd());
  } catch {
    return refuse(
      'content/authorities.yaml or content/themes.yaml cannot be read. Run: npm run check:content',
      1,
    );
  }
}

// Whoever reads the lines may have enough of them (`| head`): the import ends there, and what it wrote is whole.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(1);
});

const counts: Record<FileOutcome['outcome'], number> = { imported: 0, joined: 0, skipped: 0, failed: 0 };
const failed: FileOutcome[] = [];
const bar = process.stderr.isTTY;
let done = 0;
for await (const { total, ...file } of importReports({
  register,
  paths: positionals,
  out: values.out,
  factsOnly: values['facts-only'],
  dryRun: values['dry-run'],
  force: values.force,
  everyFact: values.json,
  threads: usualThreads(),
})) {
  done++;
  counts[file.outcome]++;
  if (file.outcome === 'failed') failed.push(file);
  if (values.json) console.log(JSON.stringify(file.record));
  else say(lineOf(file));
  if (bar) drawBar(done, total);
}
if (bar) process.stderr.write('\r\u001B[K');
const written = values['dry-run'] ? 'can be imported' : 'imported';
console.error(
  [
    `${counts.imported} ${written}`,
    ...(counts.joined > 0 ? [`${counts.joined} joined to a visit that was there`] : []),
    `${counts.skipped} skipped`,
    `${counts.failed} failed`,
  ].join(', '),
);
if (failed.length > 0 && (bar || values.json)) for (const file of failed) console.error(lineOf(file));
process.exitCode = failed.length > 0 ? 1 : 0;

/** What became of a file, in a line; what an editor must know of it, in a line each. */
function lineOf({ file, outcome, visit, record }: FileOutcome): string {
  const notes = record.problems.map((problem) => `\n    ${problem}`).join('');
  return `${outcome.padEnd(8)}  ${file}${visit ? `  → ${visit}` : ''}${notes}`;
}

/** Writes a line to standard output, without the bar in its way. */
function say(line: string): void {
  if (bar) process.stderr.write('\r\u001B[K');
  console.log(line);
}

function drawBar(current: number, total: number): void {
  const width = 30;
  const full = Math.round((current / total) * width);
  process.stderr.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${current} of ${total}`);
}
