import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE, PUBLISHED, testOfCopy } from './built-copy.ts';
import { buildCopy } from './project.ts';
import { expect } from './site.ts';

/* The site under a path of a domain, as a project page of a public forge has it. */

const test = testOfCopy(() => buildCopy('under-a-path', PUBLISHED));

test('every address in every page is below that path, and leads to something', async ({
  folder,
  request,
}) => {
  const addresses = new Set<string>();
  for (const file of globSync('**/*.html', { cwd: folder })) {
    const html = readFileSync(join(folder, file), 'utf8');
    for (const [, address = ''] of html.matchAll(/ (?:href|src|action|data-parts)="(\/[^"#?]*)/g)) {
      expect(address.startsWith(BASE), `${file} leads to ${address}`).toBe(true);
      addresses.add(address);
    }
  }
  expect(addresses.size).toBeGreaterThan(60);
  // Where halves of comparisons and the search index lie: a page adds which.
  addresses.delete(`${BASE}compare/parts/`);
  for (const address of addresses) if (address.startsWith(`${BASE}search/`)) addresses.delete(address);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

test('search, comparison and their links find what they need there', async ({ page, site }) => {
  await page.goto('');
  await page.getByRole('searchbox').fill('“too much onus”');
  await page.getByRole('button', { name: 'Search' }).click();
  const result = page.locator('.quotes-result').first();
  await expect(result.locator('mark')).toHaveText('too much onus');
  await result.getByRole('link', { name: 'Permalink' }).click();
  await expect(page).toHaveURL(`${site.url}visits/wigan-2024/#too-much-onus`);
  await expect(page.locator('#too-much-onus')).toBeInViewport();

  await page.goto('compare/?v=wirral-2024&v=wiltshire-2022');
  const comparison = page.locator('.comparison-row').first();
  await expect(comparison.getByRole('heading').getByRole('link')).toHaveAttribute(
    'href',
    /^\/insights\/themes\//,
  );
  await comparison
    .getByRole('link', { name: /^In the visit/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/insights\/visits\/[^/]+\/#/);
});

test('a page that is not there has its style and its links all the same', async ({ page, site }) => {
  await page.goto('no/such/page/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  await expect(page.getByRole('banner')).toHaveCSS('border-block-end-style', 'solid');
  await page.getByRole('main').getByRole('link', { name: 'Councils' }).click();
  await expect(page).toHaveURL(`${site.url}authorities/`);
});

test('addresses written out in full have the domain and the path', async ({ request, site }) => {
  const read = async (path: string) => (await request.get(site.url + path)).text();
  expect(await read('')).toContain('<link rel="canonical" href="https://example.org/insights/">');
  expect(await read('feed.xml')).toContain('https://example.org/insights/visits/wigan-2024/');
  expect(await read('sitemap-0.xml')).toContain('<loc>https://example.org/insights/visits/wigan-2024/</loc>');
  expect(await read('robots.txt')).toContain('https://example.org/insights/sitemap-index.xml');
  expect(await read('data/quotations.csv')).toContain('https://example.org/insights/visits/wigan-2024/#');
});
