import { type Facets, makeSearch, type Question, type Results, type SearchIndex } from '../search/search.ts';
import { openStore } from '../search/store.ts';

/*
 * Answers queries beside the page, so that typing never waits. The page sends the index’s root and its address
 * once, then questions, each with a number that its answer carries.
 */

/** What the page asks of the worker. */
export type Request =
  | { kind: 'open'; root: Uint8Array<ArrayBuffer>; folder: string }
  | { kind: 'search'; number: number; query: Parameters<SearchIndex['search']>[0] }
  | { kind: 'facets'; number: number; question: Question };

/** What the worker answers: `problem` where a part of the index could not be had. */
export interface Reply {
  number: number;
  answer?: Results | Facets;
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

async function fetchPart(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_WAIT) });
  if (!response.ok || !response.body) throw new Error(`${url} came back as ${response.status}.`);
  return inflate(response.body);
}

/** Becomes the index once it is open: questions that come earlier wait. */
let opened: Promise<SearchIndex>;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'open') {
    opened = inflate(data.root).then((root) =>
      makeSearch(openStore(root, (name) => fetchPart(`${data.folder}${name}.bin`))),
    );
    return;
  }
  opened
    .then<Results | Facets>((index) =>
      data.kind === 'search' ? index.search(data.query) : index.facets(data.question),
    )
    .then(
      (answer) => postMessage({ number: data.number, answer } satisfies Reply),
      (problem) => postMessage({ number: data.number, problem: String(problem) } satisfies Reply),
    );
});
