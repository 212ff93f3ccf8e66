import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { type BuiltPage, builtFiles, builtVisits, readBuiltPages } from './built.ts';
import { open, PAGE_TYPES } from './page-types.ts';
import { fileAt } from './serve.ts';
import { DIST, expect, test } from './site.ts';

/* What every page of the built site must be, whatever it is about. */

test.describe('every page, as its file stands', () => {
  // One worker reads the pages once for all of these.
  test.describe.configure({ mode: 'default' });
  let pages: BuiltPage[] = [];

  test.beforeAll(async ({ browser }) => {
    const page = await browser.newPage();
    pages = await readBuiltPages(page);
    await page.close();
  });

  /** The pages that do not keep to a rule, which should be none. */
  const breaking = (breaks: (page: BuiltPage) => boolean) => pages.filter(breaks).map(({ path }) => path);

  test('there are pages to look at', () => {
    // A test of every page proves nothing of no page.
    for (const path of ['', 'visits/wirral-2024/', 'themes/accommodation/', '404.html']) {
      expect(pages.map((page) => page.path)).toContain(path);
    }
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate(HTML_RULES);
    const problems: string[] = [];
    for (const { path, html } of pages) {
      const { results } = await validator.validateString(html, path);
      for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
        // What stands in a template is not in the page: a script fills it before it is shown.
        if (ruleId === 'empty-heading' && selector?.includes('> template >')) continue;
        problems.push(`/${path}: ${message} [${ruleId}] at ${selector}`);
      }
    }
    expect(problems).toEqual([]);
  });

  test('has nothing left in it that the build was to fill in', () => {
    const comparisons = builtFiles('.html').filter((file) => file.startsWith('compare/'));
    expect(comparisons).toContain('compare/wigan-2020/wigan-2024/index.html');
    expect(comparisons).toContain('compare/parts/wigan-2020/index.html');
    // Characters for private use stand for what is filled in; the content may hold none.
    const unfilled = builtFiles('.html').filter((file) =>
      /\p{Co}/u.test(readFileSync(join(DIST, file), 'utf8')),
    );
    expect(unfilled).toEqual([]);
  });

  test('has a title and a description of its own', () => {
    for (const field of ['title', 'description'] as const) {
      const seen = new Map<string, string>();
      for (const page of pages) {
        expect(page[field].length, `${field} of /${page.path}`).toBeGreaterThan(5);
        expect(seen.get(page[field]), `another page with the ${field} of /${page.path}`).toBeUndefined();
        seen.set(page[field], page.path);
      }
    }
  });

  test('says its language and its one address', () => {
    expect(breaking(({ lang }) => lang !== 'en-GB')).toEqual([]);
    const home = pages.find(({ path }) => path === '')?.canonical;
    expect(home).toMatch(/^https:\/\/.+\/$/);
    // The page for what is not found has no address.
    const own = (path: string) => (path === '404.html' ? '' : `${home}${path}`);
    expect(breaking(({ path, canonical }) => canonical !== own(path))).toEqual([]);
  });

  test('has one first heading, and no level of heading is left out', () => {
    expect(breaking(({ headings }) => headings.filter((level) => level === 1).length !== 1)).toEqual([]);
    expect(
      breaking(({ headings }) => headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1)),
    ).toEqual([]);
  });

  test('keeps to a strict policy: no style, script or handler stands in the page itself', () => {
    expect(breaking(({ html }) => !/<meta http-equiv="Content-Security-Policy"/i.test(html))).toEqual([]);
    expect(breaking(({ html }) => /unsafe-|data:/.test(html))).toEqual([]);
    expect(breaking(({ inlineStyles, eventAttributes }) => inlineStyles + eventAttributes > 0)).toEqual([]);
    expect(breaking(({ scripts }) => scripts.includes('inline'))).toEqual([]);
  });

  test('needs no script, but for those whose job is done in the browser', () => {
    const mayHave = /^(quotes|compare|visits|charts)\/$|^visits\/[^/]+\/$/;
    expect(breaking(({ path, scripts }) => scripts.length > 0 && !mayHave.test(path))).toEqual([]);
  });

  test('leaves the order of the keyboard alone', () => {
    expect(breaking(({ positiveTabIndexes }) => positiveTabIndexes > 0)).toEqual([]);
  });

  test('has links that all lead somewhere, to the very place in the page', () => {
    const siteUrl = pages.find(({ path }) => path === '')?.canonical ?? '';
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const broken = new Map<string, string[]>();
    for (const { path, links } of pages) {
      for (const link of links) {
        const problem = linkProblem(link, siteUrl + path, siteUrl, byPath);
        if (problem)
          broken.set(`${link} ${problem}`, [...(broken.get(`${link} ${problem}`) ?? []), `/${path}`]);
      }
    }
    expect([...broken].map(([problem, places]) => `${problem}: in ${places.slice(0, 3).join(', ')}`)).toEqual(
      [],
    );
  });

  test('is found from the home page', () => {
    const siteUrl = pages.find(({ path }) => path === '')?.canonical ?? '';
    const found = new Set(['']);
    for (const path of found) {
      for (const link of pages.find((page) => page.path === path)?.links ?? []) {
        const { href } = new URL(link.replace(/[?#].*/, ''), siteUrl + path);
        if (href.startsWith(siteUrl)) found.add(href.slice(siteUrl.length));
      }
    }
    expect(breaking(({ path }) => path !== '404.html' && !found.has(path))).toEqual([]);
  });

  test('is in the site map, and nothing else is', () => {
    const siteUrl = pages.find(({ path }) => path === '')?.canonical ?? '';
    const maps = builtFiles('.xml').filter((file) => /^sitemap-\d+\.xml$/.test(file));
    const listed = maps.flatMap((file) =>
      [...readFileSync(join(DIST, file), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url),
    );
    const wanted = pages.filter(({ path }) => path !== '404.html').map(({ path }) => siteUrl + path);
    expect(listed.sort()).toEqual(wanted.sort());
    expect(readFileSync(join(DIST, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${siteUrl}sitemap-index.xml`);
    expect(readFileSync(join(DIST, 'sitemap-index.xml'), 'utf8')).toContain(`${siteUrl}sitemap-0.xml`);
  });

  test('and every feed and download that names a page of the site names one that is there', () => {
    const siteUrl = pages.find(({ path }) => path === '')?.canonical ?? '';
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const files = ['.xml', '.json', '.csv', '.svg', '.txt'].flatMap(builtFiles);
    const named = files.flatMap((file) =>
      [...readFileSync(join(DIST, file), 'utf8').matchAll(/https?:\/\/[^\s"'<>)\\,;&]+/g)]
        .map(([url]) => url.replace(/\.$/, ''))
        .filter((url) => url.startsWith(siteUrl))
        .map((url) => ({ file, url })),
    );
    expect(named.length).toBeGreaterThan(100);
    const broken = named.flatMap(({ file, url }) => {
      const problem = linkProblem(url, siteUrl, siteUrl, byPath);
      return problem ? [`${file}: ${url} ${problem}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('has its fonts and pictures from the site itself', () => {
    for (const file of builtFiles('.css')) {
      const css = readFileSync(join(DIST, file), 'utf8');
      const urls = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url);
      expect(urls.length).toBeGreaterThan(0);
      expect(
        urls.filter((url) => !fileAt(DIST, new URL(url, `http://site/${file}`).pathname.slice(1))),
      ).toEqual([]);
      expect(css).not.toContain('@import');
    }
  });
});

test.describe('in a browser', () => {
  for (const type of PAGE_TYPES) {
    // The test’s page also fails on any error, request to another server and breach of the policy.
    test(`the ${type.name} arrives whole, light and from this site alone`, async ({ page }) => {
      const arrived = weigh(page);
      await open(page, type);
      await page.evaluate(async () => void (await document.fonts.ready));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { withoutFonts, fonts } = await arrived();
      expect(fonts, 'fonts are used').toBeGreaterThan(0);
      expect(fonts, 'the four fonts, once each').toBeLessThan(70_000);
      expect(withoutFonts + fonts).toBeLessThan(150_000);
      expect(await page.context().cookies(), 'cookies').toEqual([]);
    });
  }

  for (const path of builtVisits()) {
    test(`the page ${path} weighs no more than a phone should fetch`, async ({ page }) => {
      const arrived = weigh(page);
      await page.goto(path);
      await page.evaluate(async () => void (await document.fonts.ready));
      const { withoutFonts, fonts } = await arrived();
      expect(withoutFonts).toBeLessThanOrEqual(60_000);
      expect(withoutFonts + fonts).toBeLessThanOrEqual(130_000);
    });
  }

  test('the policy of the server forbids what a page’s own policy cannot', async ({ request }) => {
    const headers = (await request.get('')).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a script that somebody manages to write into a page does not run', async ({ browser, site }) => {
    const page = await browser.newPage();
    await page.route(site.url, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      // By the page’s own policy alone: not every host sends the other.
      delete headers['content-security-policy'];
      const hostile = '<img src="x" onerror="document.title = 1"><script>document.title = 2</script>';
      const body = (await response.text()).replace('<main', `${hostile}<main`);
      await route.fulfill({ response, headers, body });
    });
    const refusals: string[] = [];
    page.on('console', (message) => refusals.push(message.text()));
    await page.goto(site.url);
    await expect
      .poll(() => refusals.filter((text) => text.includes('Content Security Policy')).length)
      .toBe(2);
    expect(await page.title()).toBe('Inspection Insights');
    await page.close();
  });
});

/**
 * What is wrong with an address; nothing where it leads to a page or file of the site, to a place that is there
 * and asks of it what it knows, or out of the site.
 *
 * @param from the full address of what it stands in
 */
function linkProblem(
  link: string,
  from: string,
  siteUrl: string,
  pages: ReadonlyMap<string, BuiltPage>,
): string | undefined {
  const url = new URL(link, from);
  if (url.origin !== new URL(siteUrl).origin) {
    return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? undefined : 'is no web address';
  }
  if (!url.href.startsWith(siteUrl)) return 'leads out of the path that the site is served under';
  const path = url.href.slice(siteUrl.length).replace(/[?#].*/, '');
  if (!fileAt(DIST, path)) return 'leads to nothing';
  const page = pages.get(path);
  const place = decodeURIComponent(url.hash.slice(1));
  if (place && !page?.ids.includes(place)) return 'leads to no place in that page';
  for (const [name, value] of url.searchParams) {
    const values = page?.fields[name];
    if (!values) return `asks for “${name}”, which that page does not know`;
    if (values.length > 0 && !values.includes(value))
      return `asks for “${value}”, which that page does not know`;
    const under = page?.pageFields[name];
    if (under !== undefined && !pages.has(`${under}${value}/`))
      return `asks for “${value}”, and there is no page ${under}${value}/`;
  }
  return undefined;
}

/** Adds up what a page fetches, in bytes: fonts as they are, everything else as a server would compress it. */
function weigh(page: Page): () => Promise<{ withoutFonts: number; fonts: number }> {
  // By address: what is fetched ahead and then used is answered twice, the second time from the browser’s cache.
  const responses = new Map<string, Response>();
  page.on('response', (response) => responses.set(response.url(), response));
  return async () => {
    const sum = { withoutFonts: 0, fonts: 0 };
    for (const response of responses.values()) {
      if (!response.url().startsWith('http')) continue;
      const body = await response.body();
      if (response.request().resourceType() === 'font') sum.fonts += body.length;
      else sum.withoutFonts += gzipSync(body, { level: 9 }).length;
    }
    return sum;
  };
}

const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The title of a comparison names both visits.
    'long-title': ['error', { maxlength: 140 }],
    // Two fields of one name are how an address holds two visits, or two themes.
    'form-dup-name': 'off',
    // Integrity hashes protect from another server’s mistakes, and everything here is from one.
    'require-sri': 'off',
    // The filters of the list of visits act as they are set, and are shown only where a script runs.
    'wcag/h32': 'off',
  },
};
