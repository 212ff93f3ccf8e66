import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as patient, test } from '@playwright/test';
import { copyProject, startAstro } from './project.ts';

/* An editor at work: `npm run dev` shows what is written, and what is wrong with it. */

// The server makes each page anew, which on a busy machine takes its time.
const expect = patient.configure({ timeout: 40_000 });

const VISIT = 'content/visits/wirral-2024.md';

test('a broken visit cannot be missed, and is mended in place', async ({ page }) => {
  test.setTimeout(240_000);
  const folder = copyProject('edited');
  const file = join(folder, VISIT);
  const good = readFileSync(file, 'utf8');
  // Port 0: whichever is free.
  const dev = startAstro(folder, ['dev', '--port', '0']);
  try {
    await expect.poll(dev.output, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
    const [url] = /http:\/\/localhost:\d+/.exec(dev.output()) ?? [];
    const listening = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('[vite] connected'),
      timeout: 60_000,
    });
    await page.goto(`${url}/visits/wirral-2024/`);
    await listening;
    const heading = page.getByRole('main').getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Care leavers in Wirral, September 2024');

    await test.step('what is written shows at once', async () => {
      writeFileSync(file, good.replace('title: Care leavers in Wirral', 'title: Young people in Wirral'));
      await expect(heading).toHaveText('Young people in Wirral, September 2024');
    });

    await test.step('what is wrong takes the place of the page, with file, line and what to write', async () => {
      const broken = good.replace('themes="pathway-plans"', 'themes="pathway-planz"');
      expect(broken).not.toBe(good);
      const line = broken.slice(0, broken.indexOf('pathway-planz')).split('\n').length;
      writeFileSync(file, broken);
      const shown = page.locator('vite-error-overlay');
      await expect(shown).toContainText('pathway-planz');
      await expect(shown).toContainText(`${VISIT}:${line}`);
      await expect(shown).toContainText('pathway-plans');
      await expect(heading).toBeHidden();
    });

    await test.step('no other page goes on as if nothing had happened', async () => {
      await page.goto(`${url}/visits/wiltshire-2022/`);
      await expect(page.locator('vite-error-overlay')).toContainText('pathway-planz');
    });

    await test.step('mended, it is the page again', async () => {
      writeFileSync(file, good);
      await expect(heading).toHaveText('Care leavers in Wiltshire, January 2022');
    });
  } finally {
    await dev.stop();
  }
});
