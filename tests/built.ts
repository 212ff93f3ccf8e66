import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DIST } from './site.ts';

/** What the file of a page says, before any script has run. */
export interface BuiltPage {
  /** Its path below the site's root: "visits/wigan-2024/", "" for the home page, "404.html". */
  path: string;
  html: string;
  lang: string;
  title: string;
  description: string;
  canonical: string;
  /** The levels of its headings, in their order. */
  headings: number[];
  ids: string[];
  /** Every address in it, as written: links, images, style sheets, scripts, the targets of forms. */
  links: string[];
  /** The fields of its forms: what an address can ask of it, and the values it knows; none where any text will do. */
  fields: Record<string, string[]>;
  /** The fields whose value is the name of a page, each with the path that such pages are under. */
  pageFields: Record<string, string>;
  /** What a strict policy refuses or a reader cannot do without: see the test that says so. */
  inlineStyles: number;
  eventAttributes: number;
  positiveTabIndexes: number;
  /** The addresses of its scripts; "inline" for one that stands in the page. */
  scripts: string[];
}

/** The files of the built site with an ending, by their paths below its root. */
export function builtFiles(ending: string): string[] {
  return globSync(`**/*${ending}`, { cwd: DIST })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** The paths of the pages of visits. */
export function builtVisits(): string[] {
  const files = builtFiles('index.html').filter((file) => /^visits\/[^/]+\/index\.html$/.test(file));
  return files.map((file) => file.replace('index.html', ''));
}

/** Halves of comparisons: not pages, but what the browser puts a comparison together from. */
function isPart(path: string): boolean {
  return path.startsWith('compare/parts/');
}

/** Reads every page of the built site. The browser parses, so that what is read is what a reader's browser sees. */
export async function readBuiltPages(page: Page): Promise<BuiltPage[]> {
  const files = builtFiles('.html').filter((file) => !isPart(file));
  const pages: BuiltPage[] = [];
  for (const file of files) {
    const html = readFileSync(join(DIST, file), 'utf8');
    pages.push({
      path: file.replace(/index\.html$/, ''),
      html,
      ...(await page.evaluate(readDocument, html)),
    });
  }
  return pages;
}

/** Runs in the browser, so it may use nothing from outside itself. */
function readDocument(html: string): Omit<BuiltPage, 'path' | 'html'> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) =>
    page.querySelector(selector)?.getAttribute(name) ?? '';
  const fields: Record<string, string[]> = {};
  for (const field of all('form [name], main input[name]')) {
    const name = field.getAttribute('name') ?? '';
    const choices = field.matches('select') ? [...field.querySelectorAll('option')] : [field];
    const values = choices.map((choice) => choice.getAttribute('value') ?? '').filter(Boolean);
    fields[name] = [...(fields[name] ?? []), ...values];
  }
  const pageFields = Object.fromEntries(
    all('form [name][data-page]').map((field) => [
      field.getAttribute('name') ?? '',
      field.getAttribute('data-page') ?? '',
    ]),
  );
  // A form leads where its hidden fields say.
  const asked = all('form[method="get"]').flatMap((form) =>
    [...form.querySelectorAll('input[type="hidden"]:not([disabled])')].map(
      (field) =>
        `${form.getAttribute('action')}?${field.getAttribute('name')}=${encodeURIComponent(field.getAttribute('value') ?? '')}`,
    ),
  );
  const isScript = (element: Element) => !/json/.test(element.getAttribute('type') ?? '');
  return {
    lang: page.documentElement.lang,
    title: page.title,
    description: attribute('meta[name="description"]', 'content'),
    canonical: attribute('link[rel="canonical"]', 'href'),
    headings: all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1))),
    ids: all('[id]').map(({ id }) => id),
    links: ['href', 'src', 'action']
      .flatMap((name) => all(`[${name}]`).map((element) => element.getAttribute(name) ?? ''))
      .concat(asked),
    fields,
    pageFields,
    inlineStyles: all('[style], style').length,
    eventAttributes: all('*').filter(({ attributes }) => [...attributes].some(({ name }) => /^on/.test(name)))
      .length,
    positiveTabIndexes: all('[tabindex]').filter((element) => Number(element.getAttribute('tabindex')) > 0)
      .length,
    scripts: all('script')
      .filter(isScript)
      .map((element) => element.getAttribute('src') ?? 'inline'),
  };
}
