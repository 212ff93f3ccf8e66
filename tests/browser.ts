import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
 */
export function findBrowser(): string | undefined {
  const candidates = [process.env.PLAYWRIGHT_CHROMIUM, chromium.executablePath(), ...SYSTEM_BROWSERS];
  return candidates.find((path) => path && existsSync(path));
}

/**
 * Installs a Chromium where there is none: Playwright's download, or on Debian as root its package.
 *
 * @throws where neither can be had, saying what to do
 */
export function installBrowser(): string {
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', '--with-deps', 'chromium']]];
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    attempts.push(['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']]);
  }
  for (const [command, args] of attempts) {
    console.log(`No browser was found. Trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 5 * 60_000 });
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    'The browser tests need Chromium, and none could be found or installed. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to the path of one, and run the command again.',
  );
}
