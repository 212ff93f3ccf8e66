import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where sites are built before they take the place of `dist/`: on the same disk, so that a folder is moved at once. */
const BUILDS = '.cache/builds';

/** What follows the name of a build in the name of the folder that it put aside. */
const ASIDE = '.aside';

/** A build on its way: the folder that it is written to, and the site that it will be. */
export interface Output {
  /** The fresh folder that the site is built into. */
  folder: string;
  /** The folder of the last good site, which the fresh one takes the place of. */
  site: string;
  /** Where the last good site goes for the moment in which they change places. */
  aside: string;
}

/**
 * Begins a build: a fresh folder. What builds that were cut off have left behind is cleared away, and where one was
 * cut off in the moment in which its site changed places with the last good one, that is put back.
 *
 * @param root the folder of the project
 */
export function beginOutput(root: string): Output {
  const [builds, site] = [join(root, BUILDS), join(root, 'dist')];
  mkdirSync(builds, { recursive: true });
  const left = readdirSync(builds).filter((name) => !isRunning(Number.parseInt(name, 10)));
  const aside = left.find((name) => name.endsWith(ASIDE));
  if (aside && !existsSync(site)) renameSync(join(builds, aside), site);
  for (const name of left) rmSync(join(builds, name), { recursive: true, force: true });
  const folder = join(builds, `${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  return { folder, site, aside: folder + ASIDE };
}

/** Ends a build that failed: the last good site is as it was. */
export function dropOutput({ folder }: Output): void {
  rmSync(folder, { recursive: true, force: true });
}

/** How often two builds that end at once may get into each other’s way. */
const TRIES = 20;

/**
 * Ends a build that went well: its site takes the place of the last good one. Folders cannot change places in one
 * step everywhere, so there is a moment between two renamings in which the last good one is whole, but aside.
 */
export function publishOutput({ folder, site, aside }: Output): void {
  for (let tries = 1; ; tries++) {
    putAside(site, aside);
    try {
      renameSync(folder, site);
      break;
    } catch (error) {
      if (existsSync(site)) {
        // Another build has put its site there in between.
        if (tries < TRIES) continue;
      } else if (existsSync(aside)) renameSync(aside, site);
      throw error;
    }
  }
  rmSync(aside, { recursive: true, force: true });
}

function putAside(site: string, aside: string): void {
  rmSync(aside, { recursive: true, force: true });
  try {
    renameSync(site, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
}

/** Whether a process is at work on this machine. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
