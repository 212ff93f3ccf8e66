import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tokenise } from '../src/search/normalise.ts';
import { bm25, fuse, LOOKED_AT, ours, pagefind, type Ranker } from './bench-ranking-engines.ts';
import { readCorpus } from './bench-search-corpus.ts';
import { printTable } from './bench-search-table.ts';

const USAGE = `Measures how well results are ranked: nDCG@10 over queries whose results were judged by reading, beside plain BM25,
Fuse.js and Pagefind. The judgements (tests/fixtures/judged-search-*.json) name sentences of Ofsted’s letters by their
words’ hash, so the folder must hold the visit files imported from those letters.

  npm run bench:ranking -- --corpus <folder of visit files>
  npm run bench:ranking -- --corpus <folder of visit files> --each    says each query’s`;

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, each: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help || !values.corpus) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

interface Judged {
  query: string;
  /** From a letter and the hash of a sentence of it to 1 (partly answers) or 2 (answers). */
  grades: Record<string, number>;
}

/** The sets of queries: those that the ranking was tuned on, and those that it never saw. */
const SETS = ['tuned', 'unseen'];

function readSet(name: string): Judged[] {
  const file = join(import.meta.dirname, `../tests/fixtures/judged-search-${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Judged[];
}

const { data } = readCorpus(values.corpus);
const hashes = data.documents.map(({ text }) => {
  const words = tokenise(text).map(({ word }) => word);
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12);
});
const held = new Set(hashes);

/** The grade of each text that is held, by the hash of its words: the same sentence in two letters is as good in either. */
function gradesOf({ grades }: Judged): Map<string, number> {
  const byHash = Object.entries(grades).map(
    ([sentence, grade]) => [sentence.split('#')[1] ?? '', grade] as const,
  );
  return new Map(byHash.filter(([hash]) => held.has(hash)));
}

/** The discounted gain of grades in their order. */
function gain(grades: readonly number[]): number {
  return grades.slice(0, LOOKED_AT).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/** For each query, how near the first ten come to the best that the collection has, from 0 to 1. */
async function gains(judged: readonly Judged[], ranker: Ranker): Promise<number[]> {
  const found: number[] = [];
  for (const each of judged) {
    const grades = gradesOf(each);
    const best = [...grades.values()].sort((a, b) => b - a);
    // The same sentence a second time tells a reader nothing.
    const seen = new Set<string>();
    const listed = (await ranker(each.query)).map((number) => {
      const hash = hashes[number] ?? '';
      const grade = seen.has(hash) ? 0 : (grades.get(hash) ?? 0);
      seen.add(hash);
      return grade;
    });
    found.push(gain(listed) / Math.max(1e-9, gain(best)));
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
try {
  const rankers: Record<string, Ranker> = {
    ours: ours(data),
    BM25: bm25(data),
    'Fuse.js': fuse(data),
    Pagefind: await pagefind(data, folder),
  };
  for (const name of SETS) {
    const judged = readSet(name);
    const known = judged.reduce((sum, { grades }) => sum + Object.keys(grades).length, 0);
    const here = judged.reduce((sum, each) => sum + gradesOf(each).size, 0);
    console.log(`\n${name}: ${judged.length} queries; ${here} of ${known} judged sentences are held`);
    const rows = await Promise.all(
      Object.entries(rankers).map(async ([engine, ranker]) => ({
        engine,
        each: await gains(judged, ranker),
      })),
    );
    if (values.each) {
      judged.forEach(({ query }, at) => {
        console.log(`  ${rows.map(({ each }) => (each[at] ?? 0).toFixed(2)).join('  ')}  ${query}`);
      });
    }
    printTable(
      rows.map(({ engine, each }) => [
        engine,
        (each.reduce((sum, one) => sum + one, 0) / each.length).toFixed(3),
      ]),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
