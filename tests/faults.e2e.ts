import { expect as baseExpect, test as baseTest, type Page } from '@playwright/test';
import { serve } from './serve.ts';
import { DIST, expect, test } from './site.ts';

/*
 * What goes wrong in a browser. Whatever fails, the page says so where that matters, and everything else still works.
 * (For the search index that does not come, see search.e2e.ts.)
 */

const VISIT = 'visits/wirral-2024/';

baseTest.describe('scripts that do not arrive', () => {
  /** Opens a page of the site to which no script ever comes, as behind a strict proxy. */
  const open = async (page: Page, path: string) => {
    const site = await serve(DIST);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(site.url + path);
    return site;
  };

  baseTest('leave a visit whole, without buttons that would do nothing', async ({ page }) => {
    const site = await open(page, `${VISIT}#plans-not-updated`);
    await baseExpect(page.locator('#plans-not-updated')).toBeInViewport();
    await baseExpect(page.getByRole('button', { name: /copy/i }).filter({ visible: true })).toHaveCount(0);
    await site.close();
  });

  baseTest('leave the list of visits whole, without filters that would do nothing', async ({ page }) => {
    const site = await open(page, 'visits/?council=wigan');
    await baseExpect(page.getByRole('main').getByRole('article').filter({ visible: true })).toHaveCount(4);
    await baseExpect(page.getByRole('combobox')).toHaveCount(0);
    await site.close();
  });

  baseTest('leave the lists of visits and themes where the search would be', async ({ page }) => {
    const site = await open(page, 'quotes/?q=onus');
    const main = page.getByRole('main');
    await baseExpect(main.getByText('Searching needs JavaScript')).toBeVisible();
    await baseExpect(main.getByRole('link', { name: 'Pathway plans' })).toBeVisible();
    await site.close();
  });

  baseTest('leave the comparisons that are built, and say so', async ({ page }) => {
    const site = await open(page, 'compare/?v=wirral-2024&v=wiltshire-2022');
    await baseExpect(page.getByText('the script has not arrived')).toBeVisible();
    await page.getByRole('link', { name: /^Wigan: / }).click();
    await baseExpect(page.locator('.comparison-row').first()).toBeVisible();
    await site.close();
  });
});

test.describe('a browser that keeps nothing', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
      Object.defineProperty(window, 'sessionStorage', { get: refuse });
    });
  });

  test('searches all the same, and the choice of a key holds until the page is left', async ({ page }) => {
    await page.goto('quotes/?q=onus');
    await expect(page.locator('.quotes-result').first()).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
  });

  test('compares and narrows the list all the same', async ({ page }) => {
    await page.goto('compare/?v=wirral-2024&v=wiltshire-2022');
    await expect(page.locator('.comparison-row').first()).toBeVisible();
    await page.goto('visits/?council=wigan');
    await expect(page.getByRole('article').filter({ visible: true })).toHaveCount(2);
  });
});

for (const named of [
  '..',
  'wirral-2024/../wigan-2020',
  '%2e%2e',
  'Wirral-2024',
  'no-such-visit-1999',
  '<b>',
]) {
  baseTest(`a comparison of “${named}” says that there is no such visit`, async ({ page }) => {
    const site = await serve(DIST);
    await page.goto(`${site.url}compare/?v=wirral-2024&v=${encodeURIComponent(named)}`);
    await baseExpect(page.locator('[data-part="status"]')).toHaveText(
      `There is no visit “${named}” here. Choose one from the lists above. Try again`,
    );
    await baseExpect(page.locator('[data-part="result"]')).toBeHidden();
    await site.close();
  });
}

test('storage that is full costs nothing but the choice that was to be kept', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.goto('quotes/?q=onus');
  await expect(page.locator('.quotes-result').first()).toBeVisible();
  await page.locator('[data-slash]').evaluate((box: HTMLInputElement) => box.click());
  await expect(page.locator('[data-slash]')).not.toBeChecked();
  await expect(page.locator('.quotes-result').first()).toBeVisible();
});

/** Browsers log an error for each fetch that fails: here that is what is tested. */
baseTest.describe('half a comparison', () => {
  const openComparison = async (page: Page) => {
    const site = await serve(DIST);
    return { site, go: () => page.goto(`${site.url}compare/?v=wirral-2024&v=wiltshire-2022`) };
  };
  const parts = '**/compare/parts/wiltshire-2022/';

  const cases: [what: string, fail: (page: Page) => Promise<unknown>, says: RegExp, again: boolean][] = [
    [
      'that does not come',
      (page) => page.route(parts, (route) => route.abort()),
      /could not be fetched/,
      true,
    ],
    [
      'that the server has lost',
      (page) => page.route(parts, (route) => route.fulfill({ status: 404, body: 'gone' })),
      /There is no visit/,
      false,
    ],
    [
      'at which the server fails',
      (page) => page.route(parts, (route) => route.fulfill({ status: 503, body: '' })),
      /error 503/,
      true,
    ],
    [
      'that is cut off within its facts',
      (page) =>
        page.route(parts, async (route) => {
          const body = await (await route.fetch()).text();
          await route.fulfill({ status: 200, body: body.slice(0, 400) });
        }),
      /arrived incomplete/,
      true,
    ],
    [
      'that is cut off within its findings',
      (page) =>
        page.route(parts, async (route) => {
          const body = await (await route.fetch()).text();
          await route.fulfill({ status: 200, body: body.slice(0, body.length * 0.7) });
        }),
      /arrived incomplete/,
      true,
    ],
  ];
  for (const [what, fail, says, again] of cases) {
    baseTest(`${what}: the page says so, and goes on when it comes`, async ({ page }) => {
      const { site, go } = await openComparison(page);
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await fail(page);
      await go();
      const status = page.locator('[data-part="status"]');
      await baseExpect(status).toContainText(says);
      await baseExpect(page.locator('[data-part="result"]')).toBeHidden();
      await baseExpect(page.getByRole('link', { name: /^Wigan: / })).toBeVisible();
      if (again) {
        await page.unroute(parts);
        await status.getByRole('button', { name: 'Try again' }).click();
        await baseExpect(page.locator('.comparison-row').first()).toBeVisible();
        await baseExpect(status).toBeHidden();
      }
      baseExpect(errors).toEqual([]);
      await site.close();
    });
  }
});

baseTest(
  'offline, what is open goes on: a list is narrowed, a quotation copied; a comparison waits',
  async ({ page, context }) => {
    const site = await serve(DIST);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${site.url}visits/`);
    await context.setOffline(true);
    await page.getByLabel('Council').selectOption('wigan');
    await baseExpect(page.getByRole('article').filter({ visible: true })).toHaveCount(2);
    await context.setOffline(false);

    await page.goto(`${site.url}${VISIT}`);
    await context.setOffline(true);
    await page.locator('#plans-not-updated').getByRole('button').first().click();
    await baseExpect(page.getByText('Copied').first()).toBeVisible();
    baseExpect(await page.evaluate(() => navigator.clipboard.readText())).toContain('not routinely updated');
    await context.setOffline(false);

    await page.goto(`${site.url}compare/`);
    await context.setOffline(true);
    const [first, second] = await page.getByRole('main').getByRole('combobox').all();
    await first?.selectOption('wirral-2024');
    await second?.selectOption('wiltshire-2022');
    await page
      .getByRole('main')
      .getByRole('button', { name: /compare/i })
      .click();
    const status = page.locator('[data-part="status"]');
    await baseExpect(status).toContainText('Check your connection');
    await context.setOffline(false);
    await status.getByRole('button', { name: 'Try again' }).click();
    await baseExpect(page.locator('.comparison-row').first()).toBeVisible();
    await site.close();
  },
);
