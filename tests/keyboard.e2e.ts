import type { Page } from '@playwright/test';
import { open, PAGE_TYPES } from './page-types.ts';
import { expect, test } from './site.ts';

/* Each job by the keyboard alone: no test here touches a mouse. */

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the first key skips to the content', async ({ page }) => {
  await page.goto('visits/wirral-2024/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  // The next key goes to the first link of the content, past the navigation.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Wirral Metropolitan Borough Council' })).toBeFocused();
});

test('the public: from the home page to a finding in Wirral', async ({ page }) => {
  await page.goto('');
  await tabTo(page, 'a council');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/authorities/');
  await tabTo(page, 'Wirral');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/authorities/wirral/');
  await tabTo(page, 'Care leavers in Wirral, September 2024');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/visits/wirral-2024/**');
  await tabTo(page, 'Pathway plans', 'nav');
  await page.keyboard.press('Enter');
  await expect(page.getByText('their plans are not routinely updated')).toBeInViewport();
});

test('a journalist: search, narrow, copy with citation, follow the link', async ({ page }) => {
  await page.goto('quotes/');
  await expect(page.locator('.quotes-result').first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('"too much onus"');
  await page.keyboard.press('Enter');
  const result = page.locator('.quotes-result').first();
  await expect(result.locator('mark')).toHaveText('too much onus');
  // In the box, the key writes what it says.
  await page.keyboard.type('/');
  await expect(page.getByRole('searchbox')).toHaveValue('"too much onus"/');
  await page.keyboard.press('Backspace');

  await tabTo(page, 'Copy with citation');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('/visits/wigan-2024/#too-much-onus');
  await tabTo(page, 'Permalink');
  await page.keyboard.press('Enter');
  await expect(page.locator('#too-much-onus')).toBeInViewport();

  await page.goBack();
  await expect(result.locator('mark')).toHaveText('too much onus');
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page).toHaveURL(/\/quotes\/$/);
});

test('a journalist: choose a filter and take it back, without losing the place', async ({ page }) => {
  await page.goto('quotes/?q=support');
  await expect(page.locator('.quotes-result').first()).toBeVisible();
  await tabTo(page, /^Wirral/);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/authority=wirral/);
  await tabTo(page, /Wirral/, '[data-chips]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=support$/);
  await expect(page.locator('body'), 'the place is kept').not.toBeFocused();
});

test('a sector lead: choose two visits and see only where they differ', async ({ page }) => {
  await page.goto('compare/');
  await tabTo(page, 'First visit');
  await page.keyboard.type('Care leavers in Wir');
  await expect(page.getByLabel('First visit')).toHaveValue('wirral-2024');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Care leavers in Wil');
  await expect(page.getByLabel('Second visit')).toHaveValue('wiltshire-2022');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const rows = page.locator('.comparison-row');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await tabTo(page, /^Show only what/);
  await page.keyboard.press('Space');
  await expect.poll(() => rows.filter({ visible: true }).count()).toBeLessThan(all);
  await tabTo(page, /more findings?$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.comparison-row details[open]')).toHaveCount(1);
});

test('a list is narrowed by its fields', async ({ page }) => {
  await page.goto('visits/');
  await tabTo(page, 'Council');
  await page.keyboard.type('Wig');
  await expect(page.getByRole('status')).toHaveText(/^2 of \d+ visits\.$/);
  await expect(page).toHaveURL(/council=wigan/);
  await tabTo(page, 'Clear');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^All \d+ visits\.$/);
});

for (const [name, viewport] of [
  ['desk', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    // The first stops are of every page; the longest pages have the most that could cover what follows, and small windows.
    const longest = ['built comparison', 'results of a search', 'visit known from an account', 'council'];
    const isLongest = (type: { name: string }) => longest.includes(type.name);
    for (const type of PAGE_TYPES.filter((page) => name === 'phone' || isLongest(page))) {
      const presses = isLongest(type) ? 60 : 30;
      test(`the place of the keyboard is always seen: the ${type.name}`, async ({ page }) => {
        await open(page, type);
        const stops: Stop[] = [];
        for (let press = 0; press < presses; press += 1) {
          await page.keyboard.press('Tab');
          const next = await stop(page);
          // After the last stop of a page comes the browser’s own bar.
          if (!next) break;
          stops.push(next);
        }
        expect(stops.length).toBeGreaterThan(8);
        const those = (are: (stop: Stop) => boolean) => stops.filter(are).map(({ what }) => what);
        expect(
          those(({ marked }) => !marked),
          'without a mark',
        ).toEqual([]);
        expect(
          those(({ seen }) => !seen),
          'out of sight or covered',
        ).toEqual([]);
        expect(
          those(({ moved }) => !moved),
          'stuck',
        ).toEqual([]);
      });
    }
  });
}

/** What the keyboard is at. */
interface Stop {
  /** What a screen reader calls it, nearly. */
  name: string;
  what: string;
  /** Whether it is another than when the keyboard was last looked for. */
  moved: boolean;
  /** Whether the focus is marked by an outline. */
  marked: boolean;
  /** Whether it is in the window, with nothing over it (WCAG 2.4.11). */
  seen: boolean;
}

/**
 * Looks at what the keyboard is at; nothing where that is not within a part of the page.
 *
 * @param within a selector of that part
 */
async function stop(page: Page, within = 'body'): Promise<Stop | undefined> {
  return await page.evaluate(async (within) => {
    await new Promise((settled) => requestAnimationFrame(settled));
    const element = document.activeElement;
    if (element === document.body || !element?.closest(within)) return undefined;
    const moved = !element.hasAttribute('data-at-last-look');
    document.querySelector('[data-at-last-look]')?.removeAttribute('data-at-last-look');
    element.setAttribute('data-at-last-look', '');
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]
        : null;
    const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // A link around a drawing, or over two lines, has several boxes.
    const boxes = [element, ...element.children].flatMap((part) => [...part.getClientRects()]);
    const seen = boxes.some(({ left, top, width, height }) => {
      const under = document.elementFromPoint(left + Math.min(width / 2, 100), top + height / 2);
      return under !== null && (element.contains(under) || under.contains(element));
    });
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      what: `${element.tagName.toLowerCase()} ${element.getAttribute('href') ?? element.id} “${name.trim().slice(0, 60)}”`,
      moved,
      marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      seen,
    };
  }, within);
}

/**
 * Presses Tab until the keyboard is at what has a name, as somebody would who uses no mouse.
 *
 * @param within the part of the page it must be in
 */
async function tabTo(page: Page, name: string | RegExp, within?: string): Promise<void> {
  for (let press = 0; press < 250; press += 1) {
    await page.keyboard.press('Tab');
    const found = (await stop(page, within))?.name ?? '';
    if (typeof name === 'string' ? found === name : name.test(found)) return;
  }
  throw new Error(`The keyboard never came to ${name}.`);
}
