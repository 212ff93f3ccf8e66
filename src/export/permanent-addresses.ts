import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formerAddresses } from '../content/former.ts';
import { readFormerRecord } from '../content/library.ts';
import { goneProblems, redirectProblems, unlistedNote } from '../content/permanence.ts';
import { ContentError, type Problem } from '../content/problem.ts';
import { reportProblems } from '../content/report.ts';
import { formerFiles, redirectsFile, withdrawnFile } from './former-files.ts';
import { publishedIn, standsIn, standsItselfIn } from './published.ts';

/**
 * At the end of a build: writes what stands at the addresses of files that moved or were withdrawn, and compares the
 * site with the list of every address that was ever published.
 *
 * @throws ContentError, from the build, where something of the list leads nowhere
 */
export function permanentAddresses(): AstroIntegration {
  let base = '/';
  return {
    name: 'permanent-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const record = readFormerRecord(process.cwd());
        const former = formerAddresses(record);
        const astray = redirectProblems(
          record.redirects,
          standsItselfIn(folder),
          record.corrections,
          undefined,
        );
        stopFor(astray, 'Redirects lead nowhere, or hide what is there.');
        for (const { address, former: what } of formerFiles(former)) {
          const file = join(folder, address);
          mkdirSync(dirname(file), { recursive: true });
          // A host without redirects can only serve a file: so the old address has what the new one has.
          if (what.became === 'moved') copyFileSync(join(folder, what.to), file);
          else writeFileSync(file, withdrawnFile(address, what.withdrawal));
        }
        writeFileSync(join(folder, '_redirects'), redirectsFile(former, base));
        stopFor(
          goneProblems(record.list, standsIn(folder), record),
          'Addresses that were published are gone.',
        );
        const added = publishedIn(folder, record).filter((address) => !record.list.has(address));
        if (added.length > 0) logger.warn(unlistedNote(added));
      },
    },
  };
}

/** Ends the build where there are problems. */
function stopFor(problems: Problem[], what: string): void {
  if (problems.length > 0)
    throw new ContentError(problems, `${what}\n\n${reportProblems(problems, 'people')}\n`);
}
