import { type Facets, makeSearch, type Question, type Results, type SearchIndex } from '../search/search.ts';
import { openStore } from '../search/store.ts';

/*
 * Answers queries beside the page, so that typing never waits. The page sends the index’s root and its address
 * once, then questions, each with a number that its answer carries.
 */

/** What the page asks of the worker. */
export type Request =
  | { kind: 'open'; number: number; root: Uint8Array<ArrayBuffer>; folder: string }
  | { kind: 'search'; number: number; query: Parameters<SearchIndex['search']>[0] }
  | { kind: 'facets'; number: number; question: Question };

/** What the worker answers, to `open` nothing but that it is: `problem` where a part of the index could not be had. */
export interface Reply {
  number: number;
  answer?: Results | Facets | undefined;
  problem?: string;
}

/** A part of the index that has not come after so long, in milliseconds, has failed. */
const LONGEST_WAIT = 30_000;

async function inflate(
  bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array> {
  const stream = bytes instanceof Uint8Array ? new Blob([bytes]).stream() : bytes;
  const inflated = stream.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** What came in vain. It is asked for past the browser’s cache, which may hold what was cut short. */
const failed = new Set<string>();

async function fetchPart(url: string): Promise<Uint8Array> {
  const cache = failed.has(url) ? 'reload' : 'default';
  failed.add(url);
  const response = await fetch(url, { cache, signal: AbortSignal.timeout(LONGEST_WAIT) });
  if (!response.ok || !response.body) throw new Error(`${url} came back as ${response.status}.`);
  const part = await inflate(response.body);
  failed.delete(url);
  return part;
}

/** Becomes the index once it is open: questions that come earlier wait. */
let opened: Promise<SearchIndex>;

async function answer(request: Request): Promise<Results | Facets | undefined> {
  if (request.kind === 'open') {
    const { root, folder } = request;
    opened = inflate(root).then((file) =>
      makeSearch(openStore(file, (name) => fetchPart(`${folder}${name}.bin`))),
    );
    await opened;
    return undefined;
  }
  const index = await opened;
  return request.kind === 'search' ? index.search(request.query) : index.facets(request.question);
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { number } = data;
  answer(data).then(
    (answer) => postMessage({ number, answer } satisfies Reply),
    (problem) => postMessage({ number, problem: String(problem) } satisfies Reply),
  );
});
