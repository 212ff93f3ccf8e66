import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import { tokenise } from '../src/search/normalise.ts';
import { packIndex, ROOT } from '../src/search/pack.ts';
import { makeSearch } from '../src/search/search.ts';
import { openStore } from '../src/search/store.ts';
import { readCorpus } from './bench-search-corpus.ts';
import { printTable } from './bench-search-table.ts';

const USAGE = `Measures how well results are ranked: nDCG@10 over queries whose results were judged by reading, beside plain BM25
and Fuse.js. The judgements (tests/fixtures/judged-search.json) name sentences of Ofsted’s letters by their words’ hash, so
the folder must hold the visit files imported from those letters.

  npm run bench:ranking -- --corpus <folder of visit files>`;

const { values } = parseArgs({ options: { corpus: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help || !values.corpus) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

interface Judged {
  query: string;
  /** From a letter and the hash of a sentence of it to 1 (partly answers) or 2 (answers). */
  grades: Record<string, number>;
}

const judged = JSON.parse(
  readFileSync(join(import.meta.dirname, '../tests/fixtures/judged-search.json'), 'utf8'),
) as Judged[];
const { data } = readCorpus(values.corpus);
const words = data.documents.map(({ text }) => tokenise(text).map(({ word }) => word));
const hashes = words.map((text) => createHash('sha256').update(text.join(' ')).digest('hex').slice(0, 12));

/** The grade of each text, by the hash of its words: the same sentence in two letters is as good in either. */
const gradesOf = ({ grades }: Judged) =>
  new Map(Object.entries(grades).map(([sentence, grade]) => [sentence.split('#')[1] ?? '', grade]));
const held = new Set(hashes);
const known = judged.flatMap((each) => [...gradesOf(each).keys()]);
console.log(`${known.filter((hash) => held.has(hash)).length} of ${known.length} judged sentences are held.`);

/** The discounted gain of grades in their order. */
function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/** The mean, over the queries, of how near the first ten come to the best that the collection has. */
async function meanGain(search: (query: string) => Promise<number[]> | number[]): Promise<number> {
  let sum = 0;
  for (const each of judged) {
    const grades = gradesOf(each);
    const found = (await search(each.query)).map((number) => grades.get(hashes[number] ?? '') ?? 0);
    const best = [...grades].filter(([hash]) => held.has(hash)).map(([, grade]) => grade);
    sum += gain(found) / Math.max(1e-9, gain(best.sort((a, b) => b - a)));
  }
  return sum / judged.length;
}

const parts = packIndex(data);
const part = (name: string) => parts.get(name) ?? new Uint8Array();
const index = makeSearch(openStore(part(ROOT), async (name) => part(name)));
const numbers = new Map(data.documents.map(({ id }, number) => [id, number]));
const ours = async (query: string) => {
  const { hits } = await index.search({ text: `${query} `, count: 10 });
  return hits.map(({ document: { id } }) => numbers.get(id) ?? -1);
};

const texts = new Map<string, number>();
for (const text of words) for (const word of new Set(text)) texts.set(word, (texts.get(word) ?? 0) + 1);
const average = words.reduce((sum, { length }) => sum + length, 0) / words.length;
/** BM25 as in the books: k1 1.2, b 0.75, any of the words. */
function plain(query: string): number[] {
  const asked = [...new Set(tokenise(query).map(({ word }) => word))];
  return words
    .map((text, number) => {
      const score = asked.reduce((sum, word) => {
        const frequency = text.filter((other) => other === word).length;
        const having = texts.get(word) ?? 0;
        const weight = Math.log(1 + (words.length - having + 0.5) / (having + 0.5));
        return sum + (weight * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * text.length) / average));
      }, 0);
      return { number, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, 10)
    .map(({ number }) => number);
}

const fuse = new Fuse(
  data.documents.map(({ text }) => text),
  { ignoreLocation: true, useExtendedSearch: true, threshold: 0.3 },
);
printTable([
  ['ours', (await meanGain(ours)).toFixed(3)],
  ['BM25', (await meanGain(plain)).toFixed(3)],
  [
    'Fuse.js',
    (await meanGain((query) => fuse.search(query, { limit: 10 }).map(({ refIndex }) => refIndex))).toFixed(3),
  ],
]);
