import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Where a Chromium for the browser tests is: the one that PLAYWRIGHT_CHROMIUM names, Playwright's own, or the
 * system's. `undefined` where there is none.
 *
 * @throws where PLAYWRIGHT_CHROMIUM names something that cannot be run: it is not passed over for another
 */
export function findBrowser(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !canRun(named)) throw new Error(`PLAYWRIGHT_CHROMIUM is ${named}, which cannot be run.`);
  return named || [chromium.executablePath(), ...SYSTEM_BROWSERS].find(canRun);
}

/**
 * Installs a Chromium where there is none: Playwright's download, or on Debian as root its package.
 *
 * @throws where neither can be had, saying what to do
 */
export function installBrowser(): string {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const attempts: [string, string[]][] = [[process.execPath, [playwright, 'install', 'chromium']]];
  if (canRun('/usr/bin/apt-get') && process.getuid?.() === 0) {
    // The download lacks what the system must bring; where it cannot be had at all, Debian’s own will do.
    attempts.unshift([process.execPath, [playwright, 'install', '--with-deps', 'chromium']]);
    attempts.push(['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']]);
  }
  for (const [command, args] of attempts) {
    console.log(`There is no browser. Trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 5 * 60_000 });
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    'The browser tests need Chromium, and none could be found or installed. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to the path of one, and run the command again.',
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
