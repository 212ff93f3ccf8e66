import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import type { Page, Route } from '@playwright/test';
import { readLibrary } from '../src/content/library.ts';
import { searchData } from '../src/search/build.ts';
import { packIndex, SIZES } from '../src/search/pack.ts';
import { expect, PROJECT, test } from './site.ts';

/*
 * The search where its index comes slowly, cut short or not at all. The four visits’ index is one file; here it is cut
 * into as many as that of a thousand visits, and served in its place.
 */

const parts = new Map(
  [
    ...packIndex(searchData(readLibrary(PROJECT).library), { ...SIZES, whole: 0, shard: 200, block: 1000 }),
  ].map(([name, part]) => [name, deflateRawSync(part)]),
);

/** Serves the cut index, but for what a test does with some of its parts. */
async function serveParts(page: Page, instead: (name: string, route: Route) => Promise<unknown> | undefined) {
  await page.route('**/search/**', async (route) => {
    const name = /([^/]+)\.bin$/.exec(route.request().url())?.[1] ?? '';
    await (instead(name, route) ?? route.fulfill({ body: parts.get(name) ?? '', contentType: 'text/plain' }));
  });
}

const results = (page: Page) => page.locator('.quotes-result');
const status = (page: Page) => page.locator('[data-status]');
const trouble = (page: Page) => page.locator('[data-trouble]');

// The failed requests are what is tested, so the browser’s word of them is no fault.
test('a part that is not there, cut short or no part at all says so, and is had when tried again', async ({
  browser,
  site,
}) => {
  const page = await browser.newPage();
  const cutShort = (route: Route, name: string) =>
    route.fulfill({ body: parts.get(name)?.subarray(0, 20) ?? '' });
  const faults: [string, (route: Route, name: string) => Promise<unknown>][] = [
    ['onus', (route) => route.fulfill({ status: 404, body: 'Not found' })],
    ['pathway', cutShort],
    ['sanctuary', (route) => route.fulfill({ body: '<!doctype html><title>Log in to this network</title>' })],
    ['tenancies', (route) => route.abort()],
  ];
  let fault: (typeof faults)[number][1] | undefined;
  await serveParts(page, (name, route) => (name === 'root' ? undefined : fault?.(route, name)));
  await page.goto(`${site.url}quotes/`);
  await expect(results(page).first()).toBeVisible();
  for (const [word, make] of faults) {
    fault = make;
    await page.getByRole('searchbox').fill(`${word} `);
    await expect(trouble(page)).toBeVisible();
    await expect(trouble(page)).toContainText('could not be loaded');
    fault = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(trouble(page)).toBeHidden();
    await expect(results(page).first().locator('mark').first()).toHaveText(new RegExp(word.slice(0, 5), 'i'));
  }
  await page.close();
});

test('an index whose beginning is cut short is had when tried again', async ({ browser, site }) => {
  const page = await browser.newPage();
  let cut = true;
  await serveParts(page, (name, route) =>
    name === 'root' && cut ? route.fulfill({ body: parts.get('root')?.subarray(0, 40) ?? '' }) : undefined,
  );
  await page.goto(`${site.url}quotes/?q=onus`);
  await expect(trouble(page)).toContainText('could not be loaded');
  cut = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(results(page).first().locator('mark')).toHaveText('onus');
  await page.close();
});

test('offline, the page says so, and goes on when the connection is back', async ({ browser, site }) => {
  const page = await browser.newPage();
  let offline = false;
  await serveParts(page, (_, route) => (offline ? route.abort('internetdisconnected') : undefined));
  await page.goto(`${site.url}quotes/`);
  await expect(results(page).first()).toBeVisible();
  offline = true;
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('onus ');
  await expect(trouble(page)).toContainText('You are offline');
  offline = false;
  await page.context().setOffline(false);
  await expect(results(page).first().locator('mark')).toHaveText('onus');
  await page.close();
});

/** A promise, and what keeps it. */
function hold(): { held: Promise<void>; release: () => void } {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release };
}

test('while a part is slow to come one can type on, and the later query wins', async ({ page }) => {
  const { held, release } = hold();
  let first: string | undefined;
  await serveParts(page, (name, route) => {
    if (!/^w\d/.test(name)) return undefined;
    first ??= name;
    return name === first ? held.then(() => route.fulfill({ body: parts.get(name) ?? '' })) : undefined;
  });
  await page.goto('quotes/');
  await expect(results(page).first()).toBeVisible();
  const box = page.getByRole('searchbox');
  const asked = page.waitForRequest(/\/w\d+\.bin$/);
  await box.fill('sanctuary ');
  await asked;
  await box.fill('onus ');
  await expect(results(page).first().locator('mark')).toHaveText('onus');
  release();
  await expect(status(page)).toHaveText(/^1 result/);
  await expect(results(page).first().locator('mark')).toHaveText('onus');
});

test('an answer that is long in coming is said to be', async ({ page }) => {
  const { held, release } = hold();
  await serveParts(page, (name, route) =>
    /^w\d/.test(name) ? held.then(() => route.fulfill({ body: parts.get(name) ?? '' })) : undefined,
  );
  await page.goto('quotes/?q=onus');
  await expect(status(page)).toContainText('Still searching');
  release();
  await expect(results(page).first().locator('mark')).toHaveText('onus');
});

test('what the address asks for is on its way before the page has been read', async ({ browser, site }) => {
  const page = await browser.newPage();
  const { held, release } = hold();
  // The same site, but of the page of quotations only the head comes at first.
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL((request.url ?? '').slice(1), site.url));
    const body = Buffer.from(await answer.arrayBuffer());
    response.setHeader('Content-Type', answer.headers.get('content-type') ?? '');
    const head = request.url?.startsWith('/quotes/') ? body.indexOf('</head>') : -1;
    if (head < 0) return void response.end(body);
    response.write(body.subarray(0, head));
    await held;
    response.end(body.subarray(head));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  await serveParts(page, () => undefined);
  const asked = page.waitForRequest(/\/w\d+\.bin$/);
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/quotes/?q=onus`, { waitUntil: 'commit' });
  await asked;
  release();
  await expect(results(page).first().locator('mark')).toHaveText('onus');
  await page.close();
  server.closeAllConnections();
  server.close();
});

/** Scripts that are fetched when a query needs them, and the part of the index that each then needs. */
const together: [script: string, part: RegExp, query: string][] = [
  ['sequences', /\/w\d+\.bin$/, '“too much onus”'],
  ['correct', /\/va\.bin$/, 'accomodation '],
  ['near', /\/themes\.bin$/, 'sanctuary tenancies '],
];
for (const [script, part, query] of together) {
  test(`the script “${script}” and what it works on are fetched at the same time`, async ({ page }) => {
    const { held, release } = hold();
    await serveParts(page, () => undefined);
    await page.route(`**/assets/${script}-*.js`, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(part);
    await page.goto(`quotes/?q=${encodeURIComponent(query)}`);
    await asked;
    release();
    await expect(results(page).first().locator('mark').first()).toBeVisible();
  });
}
