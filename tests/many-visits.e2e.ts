import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHED, testOfCopy } from './built-copy.ts';
import { buildFolder, copyProject } from './project.ts';
import { expect } from './site.ts';

/* A collection too large for one list: 60 small visits, ten to each of six councils, one in each of ten years. */

const COUNCILS = ['barnsley', 'bury', 'dudley', 'kent', 'leeds', 'wigan'];
const YEARS = Array.from({ length: 10 }, (_, index) => String(2015 + index));

/** A visit with one finding, of which nothing is quoted: it needs no receipt. */
const visitFile = (council: string, year: string) => `---
title: Care leavers in ${council}, ${year}
authority: ${council}
kind: focused-visit
focus: [care-leavers]
visited:
  start: ${year}-03-0${COUNCILS.indexOf(council) + 1}
published: ${year}-04-01
inspectors: [A. Inspector]
sources:
  letter:
    type: inspectorate-letter
    title: Focused visit to ${council}
    publisher: Ofsted
    published: ${year}-04-01
    licence: OGL-3.0
    whole: true
---

What inspectors found in ${council} in ${year}.

:::finding{#homes themes="accommodation" assessment="${Number(year) % 2 === 0 ? 'strength' : 'improvement'}" source="letter"}
Homes for young people in ${council} in ${year}.
:::
`;

/** Makes the collection of a copy of the project anew. */
function makeCollection(folder: string): void {
  const content = join(folder, 'content');
  for (const part of ['visits', 'receipts']) {
    rmSync(join(content, part), { recursive: true });
    mkdirSync(join(content, part));
  }
  writeFileSync(join(content, 'corrections.yaml'), 'corrections: []\n');
  writeFileSync(join(content, 'redirects.yaml'), 'redirects: []\n');
  writeFileSync(join(content, 'addresses.txt'), '');
  for (const council of COUNCILS) {
    for (const year of YEARS)
      writeFileSync(join(content, 'visits', `${council}-${year}.md`), visitFile(council, year));
  }
}

const test = testOfCopy(async () => {
  const project = copyProject('many-visits');
  makeCollection(project);
  return await buildFolder(project, PUBLISHED);
});

test('the list shows the newest and leads to every year; what is chosen is shown a page at a time', async ({
  page,
}) => {
  await page.goto('visits/');
  const cards = page.getByRole('main').getByRole('article').filter({ visible: true });
  await expect(cards).toHaveCount(48);
  const kind = page.getByRole('combobox').filter({ hasText: 'Focused visit' });
  await kind.selectOption('focused-visit');
  await expect(page.getByText('60 of 60 visits.')).toBeVisible();
  await expect(cards).toHaveCount(48);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(cards).toHaveCount(60);
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();

  await page.getByRole('link', { name: /^2016/ }).click();
  await expect(page).toHaveURL(/\/visits\/years\/2016\/$/);
  await expect(cards).toHaveCount(COUNCILS.length);
});

test('a council is chosen before its visits, and any two are put side by side', async ({ page }) => {
  await page.goto('compare/');
  await expect(page.getByLabel('First visit').getByRole('option')).toHaveCount(1);
  await page.getByLabel('First council').selectOption('wigan');
  await page.getByLabel('First visit').selectOption('wigan-2015');
  await page.getByLabel('Second council').selectOption('leeds');
  await page.getByLabel('Second visit').selectOption('leeds-2024');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\?v=wigan-2015&v=leeds-2024$/);
  const rows = page.locator('.comparison-row');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Homes for young people in wigan in 2015.');
  await expect(rows).toContainText('Homes for young people in leeds in 2024.');
  await page.reload();
  await expect(page.getByLabel('First council')).toHaveValue('wigan');
  await expect(page.getByLabel('Second visit')).toHaveValue('leeds-2024');
});

test('any two visits to one council are side by side without a script, from the council’s page', async ({
  browser,
  site,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: site.url });
  await page.goto('authorities/bury/');
  await page.locator('a[href$="/compare/bury-2015/bury-2024/"]').click();
  await expect(page.locator('.comparison-row').first()).toContainText(
    'Homes for young people in bury in 2015.',
  );
  await page.close();
});

test('feeds hold the newest visits, each council’s and theme’s own', async ({ folder }) => {
  const titles = (feed: string) =>
    [...readFileSync(join(folder, feed), 'utf8').matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title);
  expect(titles('feed.xml')[0]).toBe('Care leavers in wigan, 2024');
  expect(titles('authorities/dudley/feed.xml')).toEqual(
    YEARS.toReversed().map((year) => `Care leavers in dudley, ${year}`),
  );
  expect(titles('themes/accommodation/feed.xml').length).toBeGreaterThan(0);
  expect(titles('themes/health/feed.xml')).toEqual([]);
});
