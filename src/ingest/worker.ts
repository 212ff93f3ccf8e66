import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { keepCompiled } from './compile-cache.ts';
import type { FileReader, WorkerSetup } from './file-reader.ts';

// A thread is told what to read against first, and then one file after the other. It loads its modules before it hears.
keepCompiled();
const { fileReader } = await import('./file-reader.ts');

let read: FileReader | undefined;
let isFirst = true;
parentPort?.on('message', async (message: WorkerSetup | string) => {
  if (typeof message !== 'string') read = fileReader(message);
  else if (read) {
    parentPort?.postMessage(await read(message));
    // A thread is ended, and does not end by itself: what is compiled by now is what every file needs.
    if (isFirst) flushCompileCache();
    isFirst = false;
  }
});
