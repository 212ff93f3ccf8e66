import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { median } from 'd3';
import { makeBareSite, makeSite } from './bench-build-sites.ts';

const USAGE = `Builds the site with 4, 100, 500 and 1,000 made-up visits of about 60 findings each, and beside each a bare Astro site of
as many pages with as much text, three times in turns. Reports the middle of processor time, time and memory, and pages and
bytes. Fails where a page is too heavy.

  npm run bench:build
  npm run bench:build -- --visits 1000
  npm run bench:build -- --corpus <folder of visit files>`;

/** So often both sites are built, in turns: a machine may be a third slower a minute later. */
const TURNS = 3;

/** No page weighs more, compressed. */
const HEAVIEST = 150_000;

const { values } = parseArgs({
  options: { visits: { type: 'string' }, corpus: { type: 'string' }, help: { type: 'boolean' } },
});
const counts = (values.visits ?? '4,100,500,1000').split(',').map(Number);
if (values.help || counts.some((count) => !Number.isInteger(count) || count < 1)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** What a build took. */
interface Cost {
  /** Seconds of the clock. */
  time: number;
  /** Seconds of the processor, of all threads. */
  processor: number;
  /** The most memory held at once, in MB. */
  memory: number;
}

/** In the process that is measured: what it has used, said on a channel of its own when it ends. */
const WITNESS = `data:text/javascript,import{writeSync}from"node:fs";import{isMainThread}from"node:worker_threads";isMainThread&&process.on("exit",()=>writeSync(3,JSON.stringify(process.resourceUsage())))`;

/**
 * Builds the site of a folder, beside what was built before.
 *
 * @param turn how often it was built before
 * @throws where the build fails, with what it said
 */
async function build(folder: string, turn: number): Promise<Cost> {
  // Not in its place: to remove thousands of files is no part of a build.
  if (turn > 0) renameSync(join(folder, 'dist'), join(folder, `built-${turn}`));
  const start = performance.now();
  const astro = join(process.cwd(), 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, ['--import', WITNESS, astro, 'build', '--force'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let [said, used] = ['', ''];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  child.stdio[3]?.on('data', (text) => (used += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The build of ${folder} failed.\n${said.slice(-4000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage;
  return {
    time: (performance.now() - start) / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS / 1024,
  };
}

/** The middle one of some numbers. */
function middle(numbers: readonly number[]): number {
  return median(numbers) ?? Number.NaN;
}

/** The middle of what builds took. */
function middleOf(costs: readonly Cost[]): Cost {
  return {
    time: middle(costs.map(({ time }) => time)),
    processor: middle(costs.map(({ processor }) => processor)),
    memory: middle(costs.map(({ memory }) => memory)),
  };
}

/** A kind of file that was built: how many, their bytes, and the heaviest once compressed. */
interface Kind {
  files: number;
  bytes: number;
  /** The characters of text that a reader sees, in pages. */
  text: number;
  heaviest: { file: string; compressed: number };
}

/** What was built, by kind: pages by their folder, other files by their ending. */
function inventory(dist: string): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name).slice(dist.length + 1);
    const content = readFileSync(join(dist, file));
    const kind = kindOf(file);
    const held = kinds.get(kind) ?? { files: 0, bytes: 0, text: 0, heaviest: { file: '', compressed: 0 } };
    const compressed = gzipSync(content).length;
    kinds.set(kind, {
      files: held.files + 1,
      bytes: held.bytes + content.length,
      text: held.text + (isPage(kind) ? textOf(content.toString('utf8')) : 0),
      heaviest: compressed > held.heaviest.compressed ? { file, compressed } : held.heaviest,
    });
  }
  return kinds;
}

function kindOf(file: string): string {
  const [folder = '', ...rest] = file.split('/');
  if (file.endsWith('.html')) {
    if (folder === 'compare' && rest[0] === 'parts') return 'page: compare/parts';
    return `page: ${rest.length > 1 ? folder : 'others'}`;
  }
  return rest.length > 0 ? `${folder}/*${file.slice(file.lastIndexOf('.'))}` : 'others';
}

function isPage(kind: string): boolean {
  return kind.startsWith('page: ');
}

function textOf(html: string): number {
  return html.replace(/<[^>]*>/g, '').length;
}

function sum(kinds: readonly Kind[], field: 'files' | 'bytes' | 'text'): number {
  return kinds.reduce((total, kind) => total + kind[field], 0);
}

const inWords = ({ time, processor, memory }: Cost) =>
  `${processor.toFixed(1)} s processor, ${time.toFixed(1)} s, ${memory.toFixed(0)} MB`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

// All in a new folder that is removed at the end: a file system may avoid for some minutes what was freed by removing
// thousands of files, and each new file would then cost a search that is no part of a build.
mkdirSync('.cache', { recursive: true });
const workshop = mkdtempSync(join('.cache', 'bench-build-'));
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));

let heavy = 0;
for (const count of values.corpus ? [readdirSync(values.corpus).length] : counts) {
  const [folder, bareFolder] = [join(workshop, `site-${count}`), join(workshop, `bare-${count}`)];
  const visits = makeSite(folder, count, values.corpus);
  const findings = visits.flatMap((visit) => visit.findings);
  const costs = { ours: [await build(folder, 0)], bare: [] as Cost[] };
  const kinds = inventory(join(folder, 'dist'));
  const pages = [...kinds].filter(([kind]) => isPage(kind)).map(([, kind]) => kind);
  const number = sum(pages, 'files');
  const words = findings.flatMap(({ quotes }) => quotes.map(({ text }) => text)).slice(0, 2000);
  makeBareSite(bareFolder, number, sum(pages, 'text') / number, words);
  costs.bare.push(await build(bareFolder, 0));
  for (let turn = 1; turn < TURNS; turn++) {
    costs.ours.push(await build(folder, turn));
    costs.bare.push(await build(bareFolder, turn));
  }
  const [ours, bare] = [middleOf(costs.ours), middleOf(costs.bare)];
  const times = costs.ours.map(({ processor }, turn) => processor / (costs.bare[turn]?.processor ?? 0));
  console.log(`\n${visits.length} visits, ${findings.length} findings`);
  console.log(`  ours        ${inWords(ours)}`);
  console.log(`  bare site   ${inWords(bare)}`);
  const turns = times.map((ratio) => ratio.toFixed(2)).join(', ');
  console.log(`  times the bare site’s processor time: ${middle(times).toFixed(2)} (${turns})`);
  console.log(
    `  ${number} pages, ${sum([...kinds.values()], 'files')} files, ${megabytes(sum([...kinds.values()], 'bytes'))}`,
  );
  for (const [name, { files, bytes, heaviest }] of [...kinds].sort(([, a], [, b]) => b.bytes - a.bytes)) {
    const most = `heaviest compressed ${(heaviest.compressed / 1000).toFixed(1)} kB, ${heaviest.file}`;
    console.log(
      `    ${name.padEnd(24)}${String(files).padStart(6)} ${megabytes(bytes).padStart(10)}   ${most}`,
    );
    if (isPage(name) && heaviest.compressed > HEAVIEST) heavy++;
  }
}
if (heavy > 0) {
  console.error(`\nA page weighs more than ${HEAVIEST / 1000} kB compressed: see “page” above.`);
  process.exitCode = 1;
}
