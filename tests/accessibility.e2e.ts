import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { open, PAGE_TYPES } from './page-types.ts';
import { expect, test } from './site.ts';

/* WCAG 2.2 AA as far as a program can tell: the keyboard’s part is in keyboard.e2e.ts. */

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1280, height: 900 };
/** The width at which WCAG asks that nothing scrolls sideways (1.4.10): 1280 pixels at 400 % zoom. */
const NARROWEST = { width: 320, height: 640 };

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const type of PAGE_TYPES) {
  test.describe(`the ${type.name}`, () => {
    for (const [name, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      test(`has no fault that axe knows of, on a ${name}, light, dark and in forced colours`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await open(page, type);
        await openAll(page);
        expect(await faults(page), 'light').toEqual([]);
        // Other colours change nothing but the colours.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await faults(page, ['color-contrast']), 'dark').toEqual([]);
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        expect(await faults(page, ['color-contrast']), 'forced colours').toEqual([]);
        expect(await shapesThatVanish(page), 'shapes in forced colours').toEqual([]);
      });
    }

    test('fits 320 pixels, and a desk with letters twice their size', async ({ page }) => {
      await page.setViewportSize(NARROWEST);
      await open(page, type);
      await openAll(page);
      expect(await sticksOut(page), 'at 320 pixels').toEqual([]);

      await page.setViewportSize(DESK);
      await doubleLetters(page);
      expect(await sticksOut(page), 'at 200 %').toEqual([]);
      expect(await textCutOff(page), 'at 200 %').toEqual([]);
    });
  });
}

/**
 * What axe finds, a line a fault: its rule, what it asks, and the first places.
 *
 * @param rules the rules to go by; all of WCAG 2.2 AA and axe’s own good practice where left out
 */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    // Part of WCAG 2.2 AA, and off in axe unless it is asked for.
    rules: { 'target-size': { enabled: true } },
    // What is right need not be written down: that takes longer than finding it.
    resultTypes: ['violations'],
  });
  // No page has a frame, and looking for their faults takes as long as looking for the page’s.
  axe.setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
      return `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`;
    });
    return `${id}: ${help}: ${nodes.length} times: ${places.join('; ')}`;
  });
}

/** Opens what can be opened, so that what is in it is looked at too. */
async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

/** What makes the page scroll sideways. Wide things scroll within their own box. */
async function sticksOut(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .filter((element) => !scrolls(element.parentElement))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`)
      .concat(`the page is ${scrollWidth} pixels wide of ${clientWidth}`);
  });
}

/** Sets the browser’s own letter size to twice what it was, as a reader would in its settings. */
async function doubleLetters(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await expect.poll(size, 'the page follows the browser’s letter size').toBeCloseTo(before * 2, 0);
}

/** Text that its box cuts off. */
async function textCutOff(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const hidesMore = ['hidden', 'clip'].includes(overflowX) || ['hidden', 'clip'].includes(overflowY);
        const forScreenReadersOnly = clipPath !== 'none';
        return hidesMore && !forScreenReadersOnly && element.innerText?.trim();
      })
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
      )
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className}: ${element.innerText.slice(0, 40)}`,
      ),
  );
}

/** Shapes whose colour is the colour behind them, but for those that are drawn as holes in others. */
async function shapesThatVanish(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const behind = getComputedStyle(document.documentElement).backgroundColor;
    const shapes = 'main svg :is(path, circle, rect, text, line):not(.chart-paper)';
    return [...document.querySelectorAll(shapes)]
      .filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        const seen = [fill, stroke].filter((colour) => colour !== 'none');
        return shape.checkVisibility() && seen.length > 0 && seen.every((colour) => colour === behind);
      })
      .map((shape) => shape.outerHTML.slice(0, 120));
  });
}
