import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runsServices } from '../model/authority.ts';
import { type Library, readLibrary } from './library.ts';
import { ContentError } from './problem.ts';
import { reportProblems } from './report.ts';
import { reportsNotHeld } from './reports-not-held.ts';

let held: { library: Library; stamp: string } | undefined;

/**
 * The library that the site is built from. A build reads it once; in development it is read again whenever a
 * file of it has changed. Drafts, and quotations that are not checked yet, are there in development only.
 *
 * @throws ContentError with every problem in the content: nothing is built from content that is not sound
 */
export function siteLibrary(): Library {
  const stamp = import.meta.env?.DEV ? contentStamp(process.cwd()) : 'one build';
  if (held?.stamp === stamp) return held.library;
  const { library, problems } = readLibrary(process.cwd());
  // An editor who is still writing sees the page before its quotations are checked; nothing is published so.
  const stopping = import.meta.env?.DEV
    ? problems.filter(({ ruleId }) => ruleId !== 'unproven-quotation' && ruleId !== 'stale-receipt')
    : problems;
  if (stopping.length > 0) throw contentError(stopping);
  const visits = library.visits.filter(({ status }) => import.meta.env?.DEV || status === 'published');
  // An abolished authority is no council to choose from: it is there only where a visit to it is shown.
  const authorities = library.authorities
    .filter(
      (authority) => runsServices(authority) || visits.some((visit) => visit.authority === authority.id),
    )
    .map((authority) => ({ ...authority, reports: reportsNotHeld(authority, visits) }));
  held = { library: { ...library, visits, authorities }, stamp };
  return held.library;
}

/** All problems as one error, placed at the first so that a development server can show the line. */
function contentError(problems: ReturnType<typeof readLibrary>['problems']): ContentError {
  const error = new ContentError(
    problems,
    `The content has problems.\n\n${reportProblems(problems, 'people')}\n`,
  );
  const [first] = problems;
  return Object.assign(error, { loc: { file: first?.file, line: first?.line, column: first?.column } });
}

/** Changes whenever a file of the content changes. */
function contentStamp(root: string): string {
  return ['content', 'content/visits', 'content/receipts']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => {
        const { mtimeMs, size } = lstatSync(join(root, folder, name));
        return `${folder}/${name} ${mtimeMs} ${size}`;
      }),
    )
    .join('\n');
}
