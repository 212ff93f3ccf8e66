import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { tokenise } from '../src/search/normalise.ts';
import { ROOT } from '../src/search/pack.ts';
import { makeSearch } from '../src/search/search.ts';
import { openStore } from '../src/search/store.ts';
import { findBrowser } from '../tests/browser.ts';
import type { Corpus } from './bench-search-corpus.ts';
import type { KnownQuery, Queries } from './bench-search-queries.ts';
import { type Files, type SlowSite, serveSlowly } from './bench-search-server.ts';
import { kilobytes, median, quantile, type Row } from './bench-search-table.ts';

/** How much slower than this machine’s the processor of a phone is taken to be. */
const SLOWNESS = 4;

/** What a page answers to a query: the texts found, best first, and how long it took in milliseconds. */
interface Answer {
  texts: string[];
  time: number;
}

/** An engine on a page: how its page is opened with a query, and asked another. */
interface Engine {
  files: Files;
  /** The address of the page that answers a query as soon as it can, below the site’s root. */
  address: (query: string) => string;
  /** Runs in the page: waits for the first answer. */
  first: () => Promise<Answer>;
  /** Runs in the page: asks. */
  ask: (query: string) => Promise<Answer>;
  /** The first ten texts found, where the page shows fewer at first. */
  firstTen?: (query: string) => Promise<string[]>;
  /** How many times a page is opened anew. */
  opened: number;
}

declare global {
  interface Window {
    /** Set by a page of the benchmark. */
    answer: (query: string) => Promise<string[]>;
    answered: Promise<string[]>;
  }
}

/** The median of what a first result takes, over queries, each with a page and a cache of its own. */
async function measureFirst(browser: Browser, site: SlowSite, engine: Engine, queries: readonly string[]) {
  const measured = [];
  for (const query of queries) {
    const context = await browser.newContext({ viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
    site.take();
    await page.goto(site.url + engine.address(query), { waitUntil: 'commit' });
    const { time, texts } = await page.evaluate(engine.first);
    const origin = await page.evaluate(() => performance.timeOrigin);
    measured.push({ time, found: texts.length, ...site.take(origin + time) });
    await context.close();
  }
  return measured;
}

/** Whether each known sentence is among the first ten texts found. */
async function findKnown(
  ask: (query: string) => Promise<string[]>,
  corpus: Corpus,
  queries: readonly KnownQuery[],
  isWhole: boolean,
) {
  let found = 0;
  let literal = 0;
  for (const { text, wanted } of queries) {
    const texts = await ask(text);
    const sentence = words(corpus.data.documents[wanted]?.text ?? '');
    const contains = (each: string) =>
      isWhole ? words(each) === sentence : words(each).includes(sentence.trim());
    if (texts.slice(0, 10).some(contains)) found++;
    const phrase = words(text);
    if (texts.every((each) => words(each).includes(phrase))) literal++;
  }
  return { found: found / queries.length, literal: literal / queries.length };
}

function words(text: string): string {
  return ` ${tokenise(text)
    .map(({ word }) => word)
    .join(' ')} `;
}

async function measure(
  engine: Engine,
  corpus: Corpus,
  queries: Queries,
  { asked, isWhole }: { asked: number; isWhole: boolean },
): Promise<{ rows: Row[]; page: Page; site: SlowSite; browser: Browser }> {
  const site = await serveSlowly(engine.files);
  const browser = await chromium.launch({ executablePath: findBrowser() });
  const mixed = Array.from({ length: engine.opened }, (_, at) => {
    const [list, number] = [at % 4, Math.floor(at / 4)];
    const known = [queries.phrase, queries.words, queries.typo][list]?.[number]?.text;
    return known ?? queries.subject[number % queries.subject.length] ?? '';
  });
  const cold = await measureFirst(browser, site, engine, mixed);

  // One page for all that follows, on the slow line at first: what each further query fetches.
  const context = await browser.newContext({ viewport: { width: 390, height: 780 } });
  const page = await context.newPage();
  await page.goto(site.url + engine.address(queries.words[0]?.text ?? ''));
  await page.evaluate(engine.first);
  site.slow(false);
  const further: number[] = [];
  const kinds = [queries.words, queries.phrase, queries.typo];
  const session = Array.from(
    { length: asked },
    (_, at) =>
      kinds[at % 3]?.[8 + Math.floor(at / 3)]?.text ?? queries.subject[at % queries.subject.length] ?? '',
  );
  await page.waitForLoadState('networkidle');
  for (const query of session) {
    site.take();
    await page.evaluate(engine.ask, query);
    further.push(site.take().bytes);
  }
  const warm: number[] = [];
  for (const query of session) warm.push((await page.evaluate(engine.ask, query)).time);
  const frequent: { bytes: number; time: number }[] = [];
  for (const query of queries.frequent) {
    await page.waitForLoadState('networkidle');
    site.take();
    await page.evaluate(engine.ask, query);
    const { bytes } = site.take();
    frequent.push({ bytes, time: (await page.evaluate(engine.ask, query)).time });
  }
  const memory = await rendererMemory(browser);
  const ask =
    engine.firstTen ?? ((query: string) => page.evaluate(engine.ask, query).then(({ texts }) => texts));
  const phrase = await findKnown(ask, corpus, queries.phrase, isWhole);
  const someWords = await findKnown(ask, corpus, queries.words, isWhole);
  const typo = await findKnown(ask, corpus, queries.typo, isWhole);
  const rows: Row[] = [
    [
      'first result, cold, median',
      `${kilobytes(median(cold.map(({ bytes }) => bytes)))}, ${median(cold.map(({ requests }) => requests))} requests, ${(median(cold.map(({ time }) => time)) / 1000).toFixed(2)} s`,
    ],
    ['further query, median', kilobytes(median(further))],
    ['warm query, p95, not slowed', `${quantile(warm, 0.95).toFixed(0)} ms`],
    [
      'very frequent words, worst',
      `${kilobytes(Math.max(...frequent.map(({ bytes }) => bytes)))}, ${Math.max(...frequent.map(({ time }) => time)).toFixed(0)} ms warm`,
    ],
    [`renderer memory after ${asked + queries.frequent.length} queries`, `${(memory / 1e6).toFixed(0)} MB`],
    [
      'known sentences by phrase / words / typo',
      `${phrase.found.toFixed(2)} / ${someWords.found.toFixed(2)} / ${typo.found.toFixed(2)}`,
    ],
    ['phrases that are literal', phrase.literal.toFixed(2)],
  ];
  return { rows, page, site, browser };
}

/** The private memory of the largest renderer, in bytes; only Linux tells. */
async function rendererMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const file = `/proc/${id}/status`;
      const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
    });
  return Math.max(...sizes);
}

/* ---- Ours ----------------------------------------------------------------------------------------------------- */

const DIST = 'dist';

/** The page of quotations as it was built, without its style sheet, fonts and icon, over the index of the corpus. */
export async function measureOurs(corpus: Corpus, queries: Queries): Promise<Row[]> {
  if (!existsSync(join(DIST, 'quotes/index.html'))) throw new Error('Run npm run build first.');
  const html = readFileSync(join(DIST, 'quotes/index.html'), 'utf8')
    .replace(/<link rel="(?:stylesheet|icon|preload" as="font)"[^>]*>/g, '')
    .replace(/\/search\/[0-9a-f]{12}\//g, `/search/${corpus.folder}/`);
  const files: Files = (path) => {
    if (path === 'quotes/index.html') return Buffer.from(html);
    const part = path.startsWith(`search/${corpus.folder}/`)
      ? path.split('/').at(-1)?.replace('.bin', '')
      : undefined;
    if (part !== undefined) return corpus.files.get(part);
    const file = join(DIST, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const part = (name: string): Uint8Array => inflateRawSync(corpus.files.get(name) ?? new Uint8Array());
  const index = makeSearch(openStore(part(ROOT), async (name) => part(name)));
  const engine: Engine = {
    files,
    address: (query) => `quotes/?q=${encodeURIComponent(query.trim())}`,
    first: () =>
      new Promise((resolve) => {
        const look = () => {
          const items = [...document.querySelectorAll('.quotes-result')];
          if (items.length === 0) return;
          watch.disconnect();
          resolve({ texts: items.map((item) => item.textContent ?? ''), time: performance.now() });
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { childList: true, subtree: true });
        look();
      }),
    ask: (query) =>
      new Promise((resolve) => {
        const box = document.querySelector('#quotes-text') as HTMLInputElement;
        const status = document.querySelector('[data-status]') as Element;
        box.value = query;
        const start = performance.now();
        const read = () =>
          [...document.querySelectorAll('.quotes-result')].map(
            (item) => item.querySelector('[data-quotation], [data-words]')?.textContent ?? '',
          );
        const watch = new MutationObserver(() => {
          if (status.textContent?.startsWith('Still')) return;
          watch.disconnect();
          // The results are put in place just after the line that counts them.
          const time = performance.now() - start;
          setTimeout(() => resolve({ texts: read(), time }));
        });
        watch.observe(status, { childList: true });
        (box.form as HTMLFormElement).requestSubmit();
      }),
    async firstTen(query) {
      const { hits } = await index.search({ text: query, count: 10 });
      return hits.map(({ document: { text } }) => text);
    },
    opened: 24,
  };
  const { rows, page, site, browser } = await measure(engine, corpus, queries, { asked: 60, isWhole: true });
  site.close();
  await browser.close();
  void page;
  const scripts = globSync(`${DIST}/assets/quotes-worker-*.js`).concat(
    [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => join(DIST, source ?? '')),
  );
  const script = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  const facets = ['visits', 'passages', 'theme', 'assessment', 'voice', 'voice-lengths'];
  const facetBytes = facets.reduce((sum, name) => sum + (corpus.files.get(name)?.length ?? 0), 0);
  return [
    [
      'index',
      `${(corpus.buildTime / 1000).toFixed(1)} s, ${(corpus.buildMemory / 1e6).toFixed(0)} MB, ${corpus.files.size} files, ${corpus.data.documents.length} texts`,
    ],
    ...rows,
    ['exact facets, once', kilobytes(facetBytes)],
    ['the page’s script and worker', kilobytes(script)],
  ];
}

/* ---- Fuse.js over everything -------------------------------------------------------------------------------- */

export async function measureFuse(corpus: Corpus, queries: Queries): Promise<Row[]> {
  const texts = Buffer.from(JSON.stringify(corpus.data.documents.map(({ text }) => text)));
  const library = readFileSync('node_modules/fuse.js/dist/fuse.min.mjs');
  const script = `
    import Fuse from './fuse.mjs';
    const plain = (text) => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    const ready = fetch('texts.json').then((response) => response.json()).then((texts) =>
      new Fuse(texts.map(plain), { ignoreLocation: true, useExtendedSearch: true, threshold: 0.3 }));
    window.answer = async (query) => {
      const phrase = /^"(.*)"$/.exec(query.trim());
      const asked = phrase ? \`'"\${phrase[1]}"\` : query.trim();
      return (await ready).search(asked, { limit: 10 }).map(({ item }) => item);
    };
    window.answered = window.answer(new URLSearchParams(location.search).get('q'));`;
  return measurePlain(corpus, queries, { opened: 1, asked: 6, isWhole: true }, (path) => {
    if (path === 'index.html')
      return Buffer.from('<!doctype html><script type="module" src="bench.js"></script>');
    if (path === 'bench.js') return Buffer.from(script);
    if (path === 'fuse.mjs') return library;
    return path === 'texts.json' ? texts : undefined;
  });
}

/* ---- Pagefind ----------------------------------------------------------------------------------------------- */

/** A page of Pagefind’s is a passage: it searches pages, and a page for each sentence would be as many files. */
export async function measurePagefind(corpus: Corpus, queries: Queries): Promise<Row[]> {
  const { createIndex, close } = await import('pagefind');
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  const start = performance.now();
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind did not start.');
  const passages = new Map<string, string[]>();
  for (const { visit, passage, text } of corpus.data.documents) {
    const key = `/visits/${visit.id}/#${passage}`;
    const held = passages.get(key) ?? [];
    passages.set(key, held);
    held.push(text);
  }
  const entries = [...passages];
  for (let at = 0; at < entries.length; at += 500) {
    await Promise.all(
      entries
        .slice(at, at + 500)
        .map(([url, texts]) => index.addCustomRecord({ url, content: texts.join(' '), language: 'en' })),
    );
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  const built = performance.now() - start;
  const script = `
    import * as pagefind from './pagefind/pagefind.js';
    window.answer = async (query) => {
      const { results } = await pagefind.search(query.trim());
      const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return data.map(({ content }) => content);
    };
    const first = async (query) => {
      const { results } = await pagefind.search(query.trim());
      return results[0] ? [(await results[0].data()).content] : [];
    };
    window.answered = first(new URLSearchParams(location.search).get('q'));`;
  try {
    const rows = await measurePlain(corpus, queries, { opened: 8, asked: 24, isWhole: false }, (path) => {
      if (path === 'index.html')
        return Buffer.from('<!doctype html><html lang="en"><script type="module" src="bench.js"></script>');
      if (path === 'bench.js') return Buffer.from(script);
      const file = join(folder, path);
      return existsSync(file) ? readFileSync(file) : undefined;
    });
    return [
      ['index', `${(built / 1000).toFixed(1)} s, ${globSync('**/*.*', { cwd: folder }).length} files`],
      ...rows,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An engine on a page that sets `answer` and `answered`. */
async function measurePlain(
  corpus: Corpus,
  queries: Queries,
  { opened, asked, isWhole }: { opened: number; asked: number; isWhole: boolean },
  files: Files,
): Promise<Row[]> {
  const engine: Engine = {
    files,
    address: (query) => `?q=${encodeURIComponent(query.trim())}`,
    async first() {
      while (!window.answered) await new Promise((resolve) => setTimeout(resolve, 5));
      const texts = await window.answered;
      return { texts, time: performance.now() };
    },
    async ask(query) {
      const start = performance.now();
      const texts = await window.answer(query);
      return { texts, time: performance.now() - start };
    },
    opened,
  };
  const few = asked < 10 ? 6 : Number.POSITIVE_INFINITY;
  const { rows, site, browser } = await measure(
    engine,
    corpus,
    {
      ...queries,
      phrase: queries.phrase.slice(0, few),
      words: queries.words.slice(0, few),
      typo: queries.typo.slice(0, few),
      frequent: queries.frequent.slice(0, few),
    },
    { asked, isWhole },
  );
  site.close();
  await browser.close();
  return rows;
}
