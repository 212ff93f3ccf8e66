import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerSetup } from './worker.ts';

/** The longest that a file may take, in milliseconds: a report takes less than a second. */
const LONGEST = 90_000;
/** A thread’s share of memory, in MB: a report needs under 100, and eight threads stay under 1 GB together. */
const MEMORY = 256;

/**
 * Reads files on several threads and answers in the order of the files. Only a few files are in hand at a time, however
 * many there are; a file on which a thread is lost fails alone.
 *
 * @param threads how many threads, at least 1
 */
export async function* readInOrder(
  files: readonly string[],
  setup: WorkerSetup,
  threads: number,
): AsyncGenerator<{ file: string; answer: WorkerAnswer }> {
  const ahead = threads * 3;
  const lanes = Array.from({ length: Math.min(threads, files.length) }, () => openLane(setup));
  const idle = [...lanes];
  const answers = new Map<number, WorkerAnswer>();
  let begun = 0;
  let given = 0;
  let wake = () => {};
  const begin = () => {
    while (begun < files.length && begun < given + ahead) {
      const lane = idle.pop();
      if (!lane) return;
      const index = begun++;
      lane.read(files[index] ?? '').then((answer) => {
        answers.set(index, answer);
        idle.push(lane);
        wake();
      });
    }
  };
  try {
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

interface Lane {
  read(file: string): Promise<WorkerAnswer>;
  close(): Promise<unknown>;
}

/** A thread that reads one file at a time; where it is lost, the next file gets a new one. */
function openLane(setup: WorkerSetup): Lane {
  let worker: Worker | undefined;
  const begin = () => {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 16 },
    });
    // Between two files nobody waits for it: what goes wrong then shows with the next file.
    begun.on('error', () => {});
    return begun;
  };
  return {
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
