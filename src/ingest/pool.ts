import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerSetup } from './file-reader.ts';

/** The longest that a file may take, in milliseconds: a report takes less than a second. */
const LONGEST = 90_000;
/** The most memory that a thread may have, in MB: a report needs about 100. */
const MEMORY = 256;
/**
 * How far a thread’s memory may grow, in percent, before it is cleared up again. Left to itself V8 clears up the sooner the
 * less memory a thread may have, which took a fifth of the whole import’s processor time.
 */
const GROWTH = 150;
/** More threads than this gain little and each takes about 90 MB: six stay well under 1 GB together. */
const MOST_THREADS = 6;

/** How many threads an import takes on this machine. */
export function usualThreads(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/**
 * Reads files on several threads and answers in the order of the files. Only a few files are in hand at a time, however
 * many there are; a file on which a thread is lost fails alone.
 *
 * @param setUp tells what files are read against, and is asked while the threads are starting; its errors are thrown
 * @param threads how many threads, at least 1
 */
export async function* readInOrder(
  files: readonly string[],
  setUp: () => WorkerSetup,
  threads: number,
): AsyncGenerator<{ file: string; answer: WorkerAnswer }> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const ahead = threads * 3;
  const lanes = Array.from({ length: Math.min(threads, files.length) }, openLane);
  const idle = [...lanes];
  const answers = new Map<number, WorkerAnswer>();
  const order = endingWithSmallest(files, ahead);
  let begun = 0;
  let given = 0;
  let wake = () => {};
  const begin = () => {
    while (begun < files.length && begun < given + ahead) {
      const lane = idle.pop();
      if (!lane) return;
      const index = order[begun++] ?? 0;
      lane.read(files[index] ?? '').then((answer) => {
        answers.set(index, answer);
        idle.push(lane);
        wake();
      });
    }
  };
  try {
    const setup = setUp();
    for (const lane of lanes) lane.setUp(setup);
    while (given < files.length) {
      begin();
      const answer = answers.get(given);
      if (answer) {
        answers.delete(given);
        yield { file: files[given] ?? '', answer };
        given++;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/**
 * The places of files in the order in which they are begun: theirs, but the last few begin with the largest, so that no
 * thread is left with a long report when the others have ended.
 */
function endingWithSmallest(files: readonly string[], last: number): number[] {
  const places = files.map((_file, index) => index);
  const tail = places.slice(-last).map((index) => ({ index, size: sizeOf(files[index] ?? '') }));
  return [...places.slice(0, -last), ...tail.sort((a, b) => b.size - a.size).map(({ index }) => index)];
}

/** The size of a file in bytes, 0 where it cannot be told: what is wrong with it shows when it is read. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

interface Lane {
  /** Says what files are read against: before the first of them. */
  setUp(setup: WorkerSetup): void;
  read(file: string): Promise<WorkerAnswer>;
  close(): Promise<unknown>;
}

/** A thread that reads one file at a time; where it is lost, the next file gets a new one. */
function openLane(): Lane {
  let setup: WorkerSetup | undefined;
  const begin = () => {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 16 },
    });
    // Between two files nobody waits for it: what goes wrong then shows with the next file.
    begun.on('error', () => {});
    begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
    if (setup) begun.postMessage(setup);
    return begun;
  };
  let worker: Worker | undefined = begin();
  return {
    setUp: (told) => {
      setup = told;
      worker?.postMessage(told);
    },
    read: (file) => {
      const current = worker ?? begin();
      worker = current;
      return new Promise((resolve) => {
        const settle = (answer: WorkerAnswer) => {
          clearTimeout(timer);
          current.off('message', settle).off('error', onError).off('exit', onExit);
          resolve(answer);
        };
        const lost = (problem: string) => {
          worker = undefined;
          settle({ ok: false, record: { file, ok: false, problems: [problem] } });
          void current.terminate();
        };
        const onError = (error: NodeJS.ErrnoException) =>
          lost(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? `It needs more than ${MEMORY} MB of memory. Check that it is the right file.`
              : `Reading it broke off (${error.message}). Please report this with the file.`,
          );
        const onExit = () => lost('Reading it broke off. Please report this with the file.');
        const timer = setTimeout(
          () => lost(`It took longer than ${LONGEST / 1000} seconds. Check that it is the right file.`),
          LONGEST,
        );
        current.on('message', settle).on('error', onError).on('exit', onExit);
        current.postMessage(file);
      });
    },
    close: async () => worker?.terminate(),
  };
}
