import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Fuse from 'fuse.js';
import { tokenise } from '../src/search/normalise.ts';
import { packIndex, ROOT, type SearchData } from '../src/search/pack.ts';
import { makeSearch } from '../src/search/search.ts';
import { openStore } from '../src/search/store.ts';

/** Gives the numbers of the first ten texts for a query, best first. */
export type Ranker = (query: string) => Promise<number[]>;

/** How many results a reader looks at. */
export const LOOKED_AT = 10;

/** This project’s own search, asked as if the query were finished. */
export function ours(data: SearchData): Ranker {
  const parts = packIndex(data);
  const part = (name: string) => parts.get(name) ?? new Uint8Array();
  const index = makeSearch(openStore(part(ROOT), async (name) => part(name)));
  const numbers = new Map(data.documents.map(({ id }, number) => [id, number]));
  return async (query) => {
    const { hits } = await index.search({ text: `${query} `, count: LOOKED_AT });
    return hits.map(({ document: { id } }) => numbers.get(id) ?? -1);
  };
}

/** BM25 as in the books: k1 1.2, b 0.75, any of the words. */
export function bm25({ documents }: SearchData): Ranker {
  const words = documents.map(({ text }) => tokenise(text).map(({ word }) => word));
  const having = new Map<string, number>();
  for (const text of words) for (const word of new Set(text)) having.set(word, (having.get(word) ?? 0) + 1);
  const average = words.reduce((sum, { length }) => sum + length, 0) / words.length;
  return async (query) => {
    const asked = [...new Set(tokenise(query).map(({ word }) => word))];
    return words
      .map((text, number) => {
        const score = asked.reduce((sum, word) => {
          const frequency = text.filter((other) => other === word).length;
          const texts = having.get(word) ?? 0;
          const weight = Math.log(1 + (words.length - texts + 0.5) / (texts + 0.5));
          return (
            sum + (weight * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * text.length) / average))
          );
        }, 0);
        return { number, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, LOOKED_AT)
      .map(({ number }) => number);
  };
}

/** Fuse.js in its extended search, which wants every word. */
export function fuse({ documents }: SearchData): Ranker {
  const engine = new Fuse(
    documents.map(({ text }) => text),
    { ignoreLocation: true, useExtendedSearch: true, threshold: 0.3 },
  );
  return async (query) => engine.search(query, { limit: LOOKED_AT }).map(({ refIndex }) => refIndex);
}

/** What is used of Pagefind’s script. */
interface PagefindScript {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ raw_url: string }> }[] }>;
}

/**
 * Pagefind with each sentence as a page. Its script is the one that a browser gets; it fetches from a folder here.
 *
 * @param folder an empty folder for its index
 */
export async function pagefind({ documents }: SearchData, folder: string): Promise<Ranker> {
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind did not start.');
  for (let from = 0; from < documents.length; from += 500) {
    await Promise.all(
      documents
        .slice(from, from + 500)
        .map(({ text }, at) =>
          index.addCustomRecord({ url: `/${from + at}/`, content: text, language: 'en' }),
        ),
    );
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  globalThis.fetch = async (address) =>
    new Response(readFileSync(new URL(String(address).split('?')[0] ?? '')));
  const script = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindScript;
  return async (query) => {
    const { results } = await script.search(query);
    const found = await Promise.all(results.slice(0, LOOKED_AT).map((result) => result.data()));
    return found.map(({ raw_url }) => Number(raw_url.replaceAll('/', '')));
  };
}
