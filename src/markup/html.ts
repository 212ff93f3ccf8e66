import { escaped } from './escaped.ts';

/*
 * Markup as text. Astro’s components are for the pages; what stands hundreds of times in a page and in thousands of
 * pages is written by functions, at a fraction of the time and memory. It comes to a page by `set:html`.
 */

/** Markup that is ready for a page: nothing in it is escaped again. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in markup: more of it, or words, which are escaped; nothing for what is not there. */
type Part = Markup | readonly Markup[] | string | number | false | undefined;

/** The pieces of each template, as they are written. */
const pieces = new WeakMap<TemplateStringsArray, string[]>();

/**
 * Markup from a template. Whatever stands in it that is no markup itself becomes words, in attributes too. Line breaks of
 * the template and the blanks around them are for whoever reads the code, and are not written.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let between = pieces.get(template);
  if (!between) {
    between = template.map((piece) => piece.replace(/\s*\n\s*/g, ''));
    pieces.set(template, between);
  }
  let markup = between[0] ?? '';
  parts.forEach((part, index) => {
    // Added up, and not joined: what is in what is in a page is then copied once, when the page becomes bytes.
    markup += textOf(part) + (between[index + 1] ?? '');
  });
  return { markup };
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}
