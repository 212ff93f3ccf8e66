import type { Page } from '@playwright/test';
import { faults } from './axe.ts';
import { open, PAGE_TYPES } from './page-types.ts';
import { expect, test } from './site.ts';

/* WCAG 2.2 AA as far as a program can tell: the keyboard’s part is in keyboard.e2e.ts. */

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1280, height: 900 };
/** The width at which WCAG asks that nothing scrolls sideways (1.4.10): 1280 pixels at 400 % zoom. */
const NARROWEST = { width: 320, height: 640 };

for (const type of PAGE_TYPES) {
  test.describe(`the ${type.name}`, () => {
    // Each width is looked at whole once, and each set of colours: colours are the same at every width.
    test('has no fault that axe knows of, on a phone, light and in forced colours', async ({ page }) => {
      await page.setViewportSize(PHONE);
      await open(page, type);
      await openAll(page);
      expect(await faults(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await faults(page, ['color-contrast']), 'forced colours').toEqual([]);
      expect(await shapesThatVanish(page), 'shapes in forced colours').toEqual([]);
    });

    test('has no fault that axe knows of, on a desk, dark', async ({ page }) => {
      await page.setViewportSize(DESK);
      await page.emulateMedia({ colorScheme: 'dark' });
      await open(page, type);
      await openAll(page);
      expect(await faults(page)).toEqual([]);
    });

    test('fits 320 pixels, and a desk with letters twice their size, and nothing in it moves', async ({
      page,
    }) => {
      await page.setViewportSize(NARROWEST);
      await open(page, type);
      await openAll(page);
      expect(await sticksOut(page), 'at 320 pixels').toEqual([]);
      expect(await brokenWords(page), 'words of buttons in two lines').toEqual([]);
      // The tests’ browser asks for less motion.
      expect(await moves(page)).toEqual([]);

      await page.setViewportSize(DESK);
      await doubleLetters(page);
      expect(await sticksOut(page), 'at 200 %').toEqual([]);
      expect(await textCutOff(page), 'at 200 %').toEqual([]);
    });
  });
}

test('what moves is seen: with no wish for less motion, a page glides to a place in it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('about/');
  expect(await moves(page)).toEqual(['html.null']);
});

/** What glides, fades or turns. What is there from one moment to the next does not. */
async function moves(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const lasts = (durations: string) =>
      durations
        .split(', ')
        .some((duration) => Number.parseFloat(duration) * (/ms$/.test(duration) ? 1 : 1000) > 1);
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
        return lasts(transitionDuration) || lasts(animationDuration) || scrollBehavior === 'smooth';
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`);
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

/** Buttons of one word that stands in two lines. */
async function brokenWords(page: Page): Promise<string[]> {
  return await page.locator('button, .button').evaluateAll((buttons) =>
    buttons
      .filter((button) => /^\S+$/.test(button.textContent?.trim() ?? ''))
      .filter((button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
      })
      .map((button) => button.textContent?.trim() ?? ''),
  );
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
