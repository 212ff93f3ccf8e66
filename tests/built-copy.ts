import { serve } from './serve.ts';
import { test } from './site.ts';

/** Where the copies are served: a path of a domain, as a project page of a public forge has it. */
export const BASE = '/insights/';

/** What a copy is built with, so that it says of itself that it is there. */
export const PUBLISHED = { BASE_PATH: BASE, SITE_URL: 'https://example.org' };

/**
 * The project’s test on a copy of the site that is built for it, once for all tests of a file, and served below `BASE`.
 *
 * @param build makes the copy, and gives the folder of its built site
 */
export function testOfCopy(build: () => Promise<string>) {
  // One worker builds the site once for all of them.
  test.describe.configure({ mode: 'default' });
  return test.extend<object, { folder: string }>({
    folder: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
      async ({}, use) => use(await build()),
      { scope: 'worker', timeout: 180_000 },
    ],
    site: [
      async ({ folder }, use) => {
        const site = await serve(folder, BASE);
        await use(site);
        await site.close();
      },
      { scope: 'worker' },
    ],
  });
}
