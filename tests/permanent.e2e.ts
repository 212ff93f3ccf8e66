import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './axe.ts';
import { PUBLISHED, testOfCopy } from './built-copy.ts';
import { buildFolder, copyProject } from './project.ts';
import { test as base, expect, PROJECT } from './site.ts';

/*
 * What becomes of addresses that were published. In a copy of the project, served below a path: a finding of Wirral's
 * is withdrawn and one has moved; the visit to Wiltshire is withdrawn as a whole; the visit to Wigan in 2020 is held
 * under another id, and one of its findings under yet another.
 */

const LOG = `corrections:
  - date: 2026-12-01
    visit: wirral-2024
    finding: plans-not-updated
    withdrawn: privacy
    what: A young person could have been recognised.
  - date: 2026-11-30
    visit: wiltshire-2022
    withdrawn: correction
    what: It was the letter of another council.
`;
const MOVED: [from: string, to: string][] = [
  ['/visits/wirral-2024/#support-uneven', '/visits/wirral-2024/#needs-met-for-some'],
  ['/visits/wigan-2020/', '/visits/wigan-2020-10/'],
  ['/visits/wigan-2020/#neglect-response', '/visits/wigan-2020-10/#response-to-neglect'],
  ['/data/visits/wigan-2020.json', '/data/visits/wigan-2020-10.json'],
  ['/charts/balance-wigan-2020.csv', '/charts/balance-wigan-2020-10.csv'],
  ['/charts/balance-wigan-2020.svg', '/charts/balance-wigan-2020-10.svg'],
  ['/charts/change-wigan-2020-wigan-2024.csv', '/charts/change-wigan-2020-10-wigan-2024.csv'],
  ['/charts/change-wigan-2020-wigan-2024.svg', '/charts/change-wigan-2020-10-wigan-2024.svg'],
  ['/compare/wigan-2020/wigan-2024/', '/compare/wigan-2020-10/wigan-2024/'],
];
/** What is known of Wiltshire only by its visit. */
const WITHOUT_VISIT: [from: string, to: string][] = [
  ['/charts/themes-wiltshire.csv', '/charts/themes-wigan.csv'],
  ['/charts/themes-wiltshire.svg', '/charts/themes-wigan.svg'],
  ['/charts/time-line-wiltshire.csv', '/charts/time-line-wigan.csv'],
  ['/charts/time-line-wiltshire.svg', '/charts/time-line-wigan.svg'],
];
const redirectsOf = (rows: [string, string][]) =>
  `redirects:\n${rows.map(([from, to]) => `  - from: ${from}\n    to: ${to}\n    date: 2026-12-02\n    why: It was held twice.\n`).join('')}`;

/** Words of what is withdrawn, which may be nowhere in the built site. */
const WITHDRAWN_WORDS = ['not routinely updated', 'destination” panel', 'Kendra Bell'];

function edit(folder: string, file: string, from: RegExp | string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${from} is not in ${file}.`);
  writeFileSync(join(folder, file), changed);
}

/** Takes a finding out of a visit file, from its first line to its last. */
function removeFinding(folder: string, file: string, id: string): void {
  edit(folder, file, new RegExp(`:::finding\\{#${id} [\\s\\S]*?\\n:::\\n`), '');
}

/** Runs a command of the project on a copy of it. */
function run(folder: string, script: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'scripts', script), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CI: '', ...PUBLISHED },
    },
  );
  return { status, output: stdout + stderr };
}

/** Makes what the log and the redirects are about come true. */
function change(folder: string): void {
  const wirral = 'content/visits/wirral-2024.md';
  removeFinding(folder, wirral, 'plans-not-updated');
  removeFinding(folder, wirral, 'support-uneven');
  for (const file of ['content/visits/wiltshire-2022.md', 'content/receipts/wiltshire-2022.json'])
    rmSync(join(folder, file));
  renameSync(join(folder, 'content/visits/wigan-2020.md'), join(folder, 'content/visits/wigan-2020-10.md'));
  renameSync(
    join(folder, 'content/receipts/wigan-2020.json'),
    join(folder, 'content/receipts/wigan-2020-10.json'),
  );
  edit(folder, 'content/receipts/wigan-2020-10.json', '"wigan-2020"', '"wigan-2020-10"');
  edit(folder, 'content/visits/wigan-2020-10.md', '{#neglect-response', '{#response-to-neglect');
  writeFileSync(join(folder, 'content/corrections.yaml'), LOG);
  writeFileSync(join(folder, 'content/redirects.yaml'), redirectsOf([...MOVED, ...WITHOUT_VISIT]));
  const pruned = run(folder, 'verify.ts', 'wirral-2024', '--prune');
  if (pruned.status !== 0) throw new Error(pruned.output);
}

const test = testOfCopy(async () => {
  const project = copyProject('permanent');
  change(project);
  return await buildFolder(project, PUBLISHED);
});

const filesOf = (folder: string) =>
  globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());

test('no file of the site holds a word of what was withdrawn', ({ folder }) => {
  const files = filesOf(folder);
  for (const words of WITHDRAWN_WORDS) {
    const published = globSync('content/visits/*.md', { cwd: PROJECT });
    expect(published.some((file) => readFileSync(join(PROJECT, file), 'utf8').includes(words))).toBe(true);
    expect(
      files.filter((file) => readFileSync(join(folder, file)).includes(words)),
      `files with “${words}”`,
    ).toEqual([]);
  }
});

test('what was withdrawn is in no list, search, feed or data; its address is where the notice is', async ({
  page,
  folder,
  request,
}) => {
  const listing = filesOf(folder).filter(
    (file) => /\.(?:xml|csv|bin)$/.test(file) && !file.startsWith('charts/'),
  );
  expect(listing.length).toBeGreaterThan(100);
  expect(listing.filter((file) => readFileSync(join(folder, file)).includes('wiltshire-2022'))).toEqual([]);
  expect(await (await request.get('data/visits/wiltshire-2022.json')).json()).toEqual({
    withdrawn: { date: '2026-11-30', reason: 'correction', what: 'It was the letter of another council.' },
  });
  const chart = await (await request.get('charts/balance-wiltshire-2022.csv')).text();
  expect(chart).toContain('Withdrawn as a correction, 30 November 2026.');
  expect(await (await request.get('charts/balance-wiltshire-2022.svg')).text()).toContain('another council.');

  await page.goto('quotes/?q=%22not+routinely+updated%22');
  await expect(page.locator('.quotes-result').first()).toBeVisible();
  await expect(page.locator('.quotes-result').filter({ hasText: 'routinely updated' })).toHaveCount(0);

  await page.goto('visits/wiltshire-2022/#homes-suitable');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This was withdrawn');
  await expect(page.getByRole('main')).toContainText(
    'Withdrawn as a correction, 30 November 2026. It was the letter of another council.',
  );
  await page.goto('visits/wirral-2024/#plans-not-updated');
  await expect(page.locator('#plans-not-updated')).toBeInViewport();
  await expect(page.locator('#plans-not-updated')).toHaveText(
    'Withdrawn to protect a person’s privacy, 1 December 2026. A young person could have been recognised.',
  );

  await page.goto('about/#page-corrections-log');
  const log = page.getByRole('listitem').filter({ hasText: 'withdrawn' });
  await expect(log).toHaveCount(2);
  await log.first().getByRole('link').click();
  await expect(page).toHaveURL(/visits\/wirral-2024\/#plans-not-updated$/);
});

test('an old link leads to where its page and its place in the page are now', async ({ page, site }) => {
  await page.goto('visits/wigan-2020/');
  await expect(page).toHaveURL(`${site.url}visits/wigan-2020-10/`);
  await page.goto('visits/wigan-2020/#neglect-identification');
  await expect(page).toHaveURL(`${site.url}visits/wigan-2020-10/#neglect-identification`);
  await expect(page.locator('#neglect-identification')).toBeInViewport();
  // A finding that has another id in the new page has left a line there.
  await page.goto('visits/wigan-2020/#neglect-response');
  await expect(page.locator('#neglect-response')).toBeInViewport();
  await page.locator('#neglect-response').getByRole('link').click();
  await expect(page).toHaveURL(`${site.url}visits/wigan-2020-10/#response-to-neglect`);
  await expect(page.locator('#response-to-neglect')).toBeInViewport();
  await page.goto('compare/wigan-2020/wigan-2024/');
  await expect(page).toHaveURL(`${site.url}compare/wigan-2020-10/wigan-2024/`);
  await page.goto('compare/?v=wigan-2020&v=wirral-2024');
  await expect(page.locator('[data-part="result"]')).toBeVisible();
});

test('and files are there under their old names, with what they are now', async ({ request, folder }) => {
  for (const [from, to] of MOVED.filter(([address]) => !address.includes('#') && !address.endsWith('/'))) {
    const [old, now] = await Promise.all([from, to].map((path) => request.get(path.slice(1))));
    expect(old?.status(), from).toBe(200);
    expect(await old?.text()).toBe(await now?.text());
  }
  const lines = readFileSync(join(folder, '_redirects'), 'utf8').split('\n');
  expect(lines).toContain('/insights/visits/wigan-2020/ /insights/visits/wigan-2020-10/ 301');
  expect(lines.filter((line) => line.includes(' 301'))).toHaveLength(MOVED.length - 2 + WITHOUT_VISIT.length);
  expect(lines.filter((line) => line.includes('#') && !line.startsWith('#'))).toEqual([]);
});

test('pages that only lead elsewhere are for no search engine, and say what they are', async ({
  browser,
  folder,
  site,
}) => {
  const html = readFileSync(join(folder, 'visits/wigan-2020/index.html'), 'utf8');
  expect(html).toContain('<link rel="canonical" href="https://example.org/insights/visits/wigan-2020-10/"');
  for (const path of ['visits/wigan-2020/', 'visits/wiltshire-2022/', 'compare/wigan-2020/wigan-2024/']) {
    expect(readFileSync(join(folder, path, 'index.html'), 'utf8')).toContain(
      '<meta name="robots" content="noindex"',
    );
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).not.toContain(`/${path}<`);
  }
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: site.url });
  await page.goto('visits/wigan-2020/');
  await expect(page).toHaveURL(`${site.url}visits/wigan-2020-10/`);
  await page.goto('visits/wirral-2024/#support-uneven');
  await page.locator('#support-uneven').getByRole('link').click();
  await expect(page).toHaveURL(`${site.url}visits/wirral-2024/#needs-met-for-some`);
  await page.close();
});

for (const [what, path] of [
  ['a visit that was withdrawn', 'visits/wiltshire-2022/'],
  ['a visit of which a finding was withdrawn, and another moved', 'visits/wirral-2024/#plans-not-updated'],
  ['the log of corrections', 'about/#page-corrections-log'],
] as const) {
  test(`${what} has a page that axe knows no fault of`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(path);
    expect(await faults(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, ['color-contrast']), 'dark').toEqual([]);
  });
}

test('a page that only leads on has no fault either, for whoever stays on it', async ({ page, folder }) => {
  // As it is for a browser that does not follow it.
  const html = readFileSync(join(folder, 'visits/wigan-2020/index.html'), 'utf8');
  expect(html).toContain('http-equiv="refresh"');
  await page.route('**/visits/wigan-2020/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: html.replace(/<meta http-equiv="refresh"[^>]*>/, '').replace(/<script[^>]*><\/script>/g, ''),
    }),
  );
  await page.goto('visits/wigan-2020/');
  await expect(page.getByRole('main').getByRole('link')).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

base('an address that is gone fails the check and the build, which says what to write', async () => {
  base.setTimeout(240_000);
  const folder = copyProject('gone');
  writeFileSync(
    join(folder, 'content/addresses.txt'),
    `${readFileSync(join(PROJECT, 'content/addresses.txt'), 'utf8')}/charts/a-chart-of-old.svg\n`,
  );
  // Only a build has the charts: the check of the content cannot know of them.
  expect(run(folder, 'check.ts').status).toBe(0);
  const built = run(folder, 'build.ts');
  expect(built.status).toBe(1);
  expect(built.output).toContain('/charts/a-chart-of-old.svg  [gone-address]');
  expect(built.output).toContain('- from: /charts/a-chart-of-old.svg');
  expect(built.output).toContain('The site was not built. dist/ is as it was before.');

  removeFinding(folder, 'content/visits/wirral-2024.md', 'support-uneven');
  run(folder, 'verify.ts', 'wirral-2024', '--prune');
  const checked = run(folder, 'check.ts');
  expect(checked.status).toBe(1);
  expect(checked.output).toContain('- from: /visits/wirral-2024/#support-uneven');

  writeFileSync(
    join(folder, 'content/redirects.yaml'),
    redirectsOf([
      ['/visits/wirral-2024/#support-uneven', '/visits/wirral-2024/#needs-met-for-some'],
      ['/charts/a-chart-of-old.svg', '/charts/theme-balance.svg'],
    ]),
  );
  expect(run(folder, 'check.ts')).toMatchObject({ status: 0 });
  const mended = run(folder, 'addresses.ts');
  expect(mended.output).toContain('No address is new.');
  expect(mended.status).toBe(0);
});
