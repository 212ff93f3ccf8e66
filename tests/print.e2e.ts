import type { Page } from '@playwright/test';
import { pdfText } from '../src/ingest/pdf-text.ts';
import { expect, test } from './site.ts';

/* What comes out of a printer, read from the paper itself. */

test('a comparison is printed whole: what was closed too, and nothing that only a screen has', async ({
  page,
}) => {
  await page.goto('compare/wigan-2020/wigan-2024/');
  const closed = page.locator('.comparison-row details').getByRole('listitem', { includeHidden: true });
  const paper = await print(page);
  expect(await closed.count()).toBeGreaterThan(5);
  for (const finding of await closed.all()) {
    const words = (await finding.locator('p').first().textContent()) ?? '';
    // Its first line: the end of a page may stand within what follows.
    expect(paper).toContain(letters(words).slice(0, 30));
  }
  expect(paper).toContain(letters('Cannot be compared: the later visit looked at care leavers'));
  for (const control of [
    'Show only what changed',
    'more finding',
    'Skip to the content',
    'Quotations Charts About',
  ]) {
    expect(paper).not.toContain(letters(control));
  }
});

test('a visit is printed with whose words they are and what it rests on', async ({ page }) => {
  await page.goto('visits/wirral-2024/');
  const paper = await print(page);
  for (const words of [
    'Care leavers in Wirral, September 2024',
    'We know this visit only from the council’s own account.',
    'their plans are not routinely updated',
    'Elizabeth Hartley, Director for Children, Families and Education',
    'What the record does not say',
    'It is not Ofsted’s site, and Ofsted does not endorse it',
  ]) {
    expect(paper).toContain(letters(words));
  }
  for (const control of ['Permanent link', 'On this page', 'Copy with citation', 'Go on from here']) {
    expect(paper).not.toContain(letters(control));
  }
});

test('ink is dark and paper white, whatever the screen was', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('visits/wirral-2024/');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const light = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, a, li, dt, dd, span)')]
      .filter((element) => element.checkVisibility() && element.textContent?.trim())
      .filter((element) => {
        // Resolved by a canvas, since a colour may be written in many ways.
        const canvas = document.createElement('canvas').getContext('2d');
        if (!canvas) return true;
        canvas.fillStyle = getComputedStyle(element).color;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / 3 > 140;
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
  );
  expect(light).toEqual([]);
});

/** The text on the paper, as letters only: lines break where they will. */
async function print(page: Page): Promise<string> {
  return letters(await pdfText(await page.pdf({ format: 'A4' })));
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
