import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './site.ts';

/** What the site is built from, besides the packages. */
const PARTS = ['content', 'public', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Copies what the site is built from, so that a test can change it or build it and leave the project alone.
 *
 * @returns the folder of the copy. It is within the project, so that the packages are found from it
 */
export function copyProject(name: string): string {
  const folder = join(PROJECT, '.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  return folder;
}

/** A program at work in a folder. */
export interface Running {
  /** What it has said so far. */
  output(): string;
  /** Waits until it is done, and gives its exit code. */
  done(): Promise<number | null>;
  /** Ends it, if it has not ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts Astro in a copy of the project. */
export function startAstro(
  folder: string,
  args: string[],
  environment: Record<string, string> = {},
): Running {
  return start(folder, [join(PROJECT, 'node_modules/astro/bin/astro.mjs'), ...args], environment);
}

/** Starts a command of the project, a file of `scripts/`, on a copy of it. */
export function startScript(
  folder: string,
  script: string,
  environment: Record<string, string> = {},
): Running {
  return start(folder, [join(PROJECT, 'scripts', script)], environment);
}

function start(folder: string, args: string[], environment: Record<string, string>): Running {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: '0', ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  const exit = once(child, 'exit');
  return {
    output: () => said,
    done: async () => (await exit)[0],
    stop: async (signal) => {
      child.kill(signal);
      await exit;
    },
  };
}

/**
 * Builds a copy of the project.
 *
 * @returns the folder of the built site
 * @throws where the build fails, with what it said
 */
export async function buildCopy(name: string, environment: Record<string, string>): Promise<string> {
  return buildFolder(copyProject(name), environment);
}

/**
 * Builds a copy of the project as it is now.
 *
 * @returns the folder of the built site
 * @throws where the build fails, with what it said
 */
export async function buildFolder(folder: string, environment: Record<string, string> = {}): Promise<string> {
  const build = startAstro(folder, ['build', '--force'], environment);
  if ((await build.done()) !== 0) throw new Error(`The build failed.\n${build.output()}`);
  return join(folder, 'dist');
}
