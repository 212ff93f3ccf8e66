import { chromium } from '@playwright/test';
import { findBrowser, installBrowser } from '../tests/browser.ts';
import { serve } from '../tests/serve.ts';

/** The pictures of the home page that are kept: what they are for, and the size of each in CSS pixels. */
const PICTURES = [
  // What others show beside a link to the site; its size stands in src/layouts/Page.astro too.
  { file: 'public/preview.png', width: 1200, height: 630 },
  // What README shows.
  { file: 'docs/screenshot.png', width: 1280, height: 800 },
] as const;

// Takes both anew from the built site, after the home page has changed.
const site = await serve('dist');
const browser = await chromium.launch({ executablePath: findBrowser() ?? installBrowser() });
try {
  for (const { file, width, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
    await page.goto(site.url);
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.screenshot({ path: file });
    console.log(file);
  }
} finally {
  await browser.close();
  await site.close();
}
