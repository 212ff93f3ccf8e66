import type { Facets, Query, Results, SearchIndex } from '../search/search.ts';
import type { Reply, Request } from './quotes-worker.ts';

/**
 * Opens the index that stands in a folder of the site and answers from a worker.
 *
 * @param folder its address, with a slash at the end
 * @param again whether it failed before
 * @param ahead what will be asked first: the worker begins with it at once
 * @throws if its root cannot be had or read; questions are rejected likewise, and may be asked again
 */
export async function openEngine(folder: string, again: boolean, ahead?: Query): Promise<SearchIndex> {
  // The worker starts while the root is on its way; the page has told the browser to fetch both (see its link elements).
  const worker = new Worker(new URL('./quotes-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { resolve: (reply: Reply['answer']) => void; reject: (problem: Error) => void }
  >();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const { number, answer, problem } = data;
    const question = waiting.get(number);
    waiting.delete(number);
    if (problem === undefined) question?.resolve(answer);
    else question?.reject(new Error(problem));
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The search could not be started.')));
  });
  failed.catch(() => {});
  const send = (request: Request) => worker.postMessage(request);
  const ask = <T extends Reply['answer']>(request: (number: number) => Request): Promise<T> => {
    const number = ++asked;
    const answer = new Promise<Reply['answer']>((resolve, reject) =>
      waiting.set(number, { resolve, reject }),
    );
    send(request(number));
    return Promise.race([answer, failed]) as Promise<T>;
  };

  try {
    // What was cut short before may be in the browser’s cache.
    const response = await fetch(`${folder}root.bin`, { cache: again ? 'reload' : 'default' });
    if (!response.ok) throw new Error(`The index came back as ${response.status}.`);
    const root = new Uint8Array(await response.arrayBuffer());
    const opened = ask((number) => ({ kind: 'open', number, root, folder }));
    if (ahead) ask((number) => ({ kind: 'search', number, query: ahead })).catch(() => {});
    await opened;
  } catch (problem) {
    worker.terminate();
    throw problem;
  }
  return {
    search: (query) => ask<Results>((number) => ({ kind: 'search', number, query })),
    facets: (question) => ask<Facets>((number) => ({ kind: 'facets', number, question })),
  };
}
