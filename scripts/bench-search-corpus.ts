import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from '../src/content/library.ts';
import { readVisit } from '../src/content/visit-file.ts';
import type { Visit } from '../src/model/visit.ts';
import { searchData } from '../src/search/build.ts';
import { publishIndex, type SearchData } from '../src/search/pack.ts';

/** A collection, its index, and what building that took. */
export interface Corpus {
  data: SearchData;
  folder: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** From the visits to the index, in milliseconds. */
  buildTime: number;
  /** The most memory that the process has had so far, in bytes. */
  buildMemory: number;
}

/**
 * Reads a folder of visit files and builds their index. The files are new to the project, so nothing is asked of their
 * quotations but that they can be read.
 *
 * @throws where there is no such folder, and at the first file that has a problem
 */
export function readCorpus(folder: string): Corpus {
  if (!existsSync(folder)) {
    throw new Error(
      `There is no folder ${folder}. To make one, run: npm run bench:corpus -- --sentences 200000`,
    );
  }
  const { library } = readLibrary(process.cwd());
  const context = {
    themes: library.themes.map(({ id }) => id),
    authorities: library.authorities.map(({ id }) => id),
  };
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const visits = names.map((name): Visit => {
    const { visit, problems } = readVisit(
      readFileSync(join(folder, name), 'utf8'),
      `content/visits/${name}`,
      context,
    );
    if (!visit) throw new Error(`${join(folder, name)}: ${problems[0]?.reason ?? 'has a problem'}`);
    return visit;
  });
  const start = performance.now();
  const data = searchData({ ...library, visits });
  const published = publishIndex(data);
  return {
    data,
    ...published,
    buildTime: performance.now() - start,
    buildMemory: process.resourceUsage().maxRSS * 1024,
  };
}
