import { join } from 'node:path';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { type Served, serve } from './serve.ts';

/** The folder of the project. */
export const PROJECT = join(import.meta.dirname, '..');

/** The folder of the built site that the tests look at. */
export const DIST = join(PROJECT, 'dist');

/**
 * Playwright's test on the built site, served as a host would serve it. Addresses are relative to the home page:
 * `page.goto('visits/')`. Whatever a test is about, it also fails where its page asks another server for
 * anything, logs an error or breaks its Content-Security-Policy.
 */
export const test = base.extend<object, { site: Served }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
    async ({}, use) => {
      const site = await serve(DIST);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  page: async ({ page, baseURL }, use) => {
    const misdeeds = watch(page, new URL(baseURL ?? '').origin);
    await use(page);
    expect(misdeeds, 'requests to other servers, errors and breaches of the policy').toEqual([]);
  },
});

export { expect };

/** Collects, as a page goes on, everything that no page of the site may do. */
export function watch(page: Page, origin: string): string[] {
  const misdeeds: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!local) misdeeds.push(`request to another server: ${url.href}`);
  });
  // A blocked script or style is logged as an error too.
  page.on('console', (message) => {
    if (message.type() === 'error' && !isMissingPage(message, page))
      misdeeds.push(`error: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  return misdeeds;
}

/** Browsers log an error when a page itself is not found, which is what the 404 page is for. */
function isMissingPage(message: ConsoleMessage, page: Page): boolean {
  return message.text().includes('404 (Not Found)') && message.location().url === page.url();
}
