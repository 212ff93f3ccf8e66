import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { DIST, expect, test } from './site.ts';

const results = (page: Page) => page.locator('.quotes-result');
const status = (page: Page) => page.locator('[data-status]');

test('a phrase is found word for word, and its address can be opened again', async ({ page }) => {
  await page.goto('quotes/');
  await page.getByRole('searchbox').fill('“too much onus”');
  await expect(status(page)).toHaveText('1 result.');
  await expect(results(page).locator('mark')).toHaveText('too much onus');
  await page.reload();
  await expect(status(page)).toHaveText('1 result.');
});

test('the index has a name that changes with what it holds, and may be kept', async ({ page }) => {
  const fetched = page.waitForResponse(/\/search\/[0-9a-f]{12}\//);
  await page.goto('quotes/?q=onus');
  expect((await fetched).headers()['cache-control']).toContain('immutable');
});

test('the last of several queries wins', async ({ page }) => {
  await page.goto('quotes/');
  const box = page.getByRole('searchbox');
  for (const text of ['care', 'care leavers', 'accomodation', 'onus']) {
    await box.fill(text);
    await box.press('Enter');
  }
  await expect(page).toHaveURL(/\?q=onus$/);
  await expect(results(page).first().locator('mark').first()).toHaveText('onus');
  await expect(page.locator('[data-corrected]')).toBeHidden();
});

test('a slip is put right and said so, and can be taken back', async ({ page }) => {
  await page.goto('quotes/?q=accomodation');
  await expect(page.locator('[data-corrected]')).toContainText('Showing results for accommodation');
  await page.locator('[data-corrected-typed]').click();
  await expect(page.locator('[data-corrected]')).toBeHidden();
});

test('more results come as one scrolls, and going back finds the place', async ({ page }) => {
  await page.goto('quotes/?q=care');
  await expect(results(page).first()).toBeVisible();
  await page.mouse.wheel(0, 4000);
  await expect.poll(() => results(page).count()).toBeGreaterThan(10);
  const far = results(page).nth(8);
  await far.scrollIntoViewIfNeeded();
  await far.locator('a').first().click();
  await page.goBack();
  await expect(results(page).nth(8)).toBeInViewport();
});

test('one visit, or the councils most like one, can be searched', async ({ page }) => {
  await page.goto('quotes/?visit=wigan-2024');
  await expect(page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(1);
  await expect(results(page).first().locator('[data-slot="visit"]')).toHaveAttribute('href', /wigan-2024/);
  const within = Number((await status(page).textContent())?.match(/\d+/)?.[0]);
  await page.getByRole('button', { name: /^Remove the filter/ }).click();
  await expect
    .poll(async () => Number((await status(page).textContent())?.match(/\d+/)?.[0]))
    .toBeGreaterThan(within);
  await page.goto('quotes/?neighbours-of=wirral');
  await expect(
    page.getByRole('button', { name: 'Remove the filter Councils most like Wirral' }),
  ).toBeVisible();
});

test('a visit, a council, its region and the councils like it are searched from their pages', async ({
  page,
}) => {
  await page.goto('visits/wigan-2024/');
  await page.getByRole('searchbox', { name: 'Search this visit' }).fill('pathway');
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/quotes\/\?visit=wigan-2024&q=pathway$/);
  await expect(results(page).first()).toBeVisible();
  for (const link of await results(page).locator('[data-slot="visit"]').all())
    await expect(link).toHaveAttribute('href', /visits\/wigan-2024\//);

  await page.goto('authorities/wirral/');
  await page.getByRole('link', { name: 'Region: North West' }).click();
  await expect(page.getByRole('button', { name: 'Remove the filter North West' })).toBeVisible();
  // None of Wirral’s neighbours has been visited: Durham’s have.
  await page.goto('authorities/durham/');
  await page.getByRole('link', { name: 'Councils most like Durham' }).click();
  await expect(
    page.getByRole('button', { name: 'Remove the filter Councils most like Durham' }),
  ).toBeVisible();
  await expect(status(page)).toHaveText(/^[1-9]\d* with these filters/);
});

test('all results can be downloaded with citations', async ({ page }) => {
  await page.goto('quotes/?q=onus');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /as CSV/ }).click();
  const file = await (await waiting).path();
  expect(readFileSync(file, 'utf8')).toContain('Inspection Insights, http');
});

test.describe('without the index', () => {
  // The failed request is what is tested, so the browser’s word of it is no fault.
  test('the page says so, and tries again when asked', async ({ browser, site }) => {
    const page = await browser.newPage();
    await page.route('**/search/**', (route) => route.abort());
    await page.goto(`${site.url}quotes/?q=onus`);
    await expect(page.locator('[data-trouble]')).toContainText('could not be loaded');
    await page.unroute('**/search/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(results(page).first().locator('mark')).toHaveText('onus');
    await page.close();
  });
});

test('the page fetches ahead its script, all that it imports, and the very script that its worker is', () => {
  const html = readFileSync(join(DIST, 'quotes/index.html'), 'utf8');
  const head = html.slice(0, html.indexOf('<title>'));
  const script = /<script async [^>]*src="\/([^"]+)"/.exec(head)?.[1] ?? 'none';
  const links = head.matchAll(/<link rel="modulepreload" href="\/([^"]+)"/g);
  const ahead = [...links].map(([, address = '']) => address);
  const read = (address: string) => readFileSync(join(DIST, address), 'utf8');
  const worker = ahead.find((address) => address.includes('quotes-worker-')) ?? 'none';
  expect(read(script)).toContain(basename(worker));
  const imported = [script, ...ahead].flatMap((address) =>
    [...read(address).matchAll(/\bimport[^"'`()]*["'`]\.\/([^"'`]+)/g)].map(([, name]) => `assets/${name}`),
  );
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((address) => !ahead.includes(address))).toEqual([]);
});
