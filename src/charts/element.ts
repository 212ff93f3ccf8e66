import type { Element, ElementContent } from 'hast';

/*
 * The elements of drawings, made and written. The libraries for such trees (hastscript, hast-util-to-html) look up every
 * attribute in a table of all that there are; over thousands of charts of hundreds of elements that was most of a build.
 */

/** Attributes by their names as they are written: `stroke-width`. What is undefined is left out. */
type Attributes = Record<string, string | number | undefined>;

function isContent(given: Attributes | ElementContent | string): given is ElementContent | string {
  return typeof given === 'string' || typeof given.type === 'string';
}

/** An element, with its attributes if it has any, and what is in it. */
export function s(
  tagName: string,
  first: Attributes | ElementContent | string = {},
  ...others: (ElementContent | string)[]
): Element {
  const content = isContent(first) ? [first, ...others] : others;
  return {
    type: 'element',
    tagName,
    properties: isContent(first) ? {} : first,
    children: content.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part)),
  };
}

/** Elements of HTML that a drawing has; they are never written short. */
const HTML = new Set(['div']);

/**
 * An element as text: in a page, or as an SVG file.
 *
 * @param without the name of an attribute that is left out
 * @param instead what is written in the place of an element; what is in that is asked for in its turn
 */
export function write(
  content: ElementContent,
  without?: string,
  instead?: (element: Element) => Element,
): string {
  if (content.type === 'text') return escaped(content.value);
  if (content.type !== 'element')
    throw new Error(`A drawing holds elements and words, not a ${content.type}.`);
  const { tagName, properties, children } = instead ? instead(content) : content;
  let written = `<${tagName}`;
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined || name === without) continue;
    written += typeof value === 'number' ? ` ${name}="${value}"` : ` ${name}="${escaped(String(value))}"`;
  }
  if (children.length === 0 && !HTML.has(tagName)) return `${written} />`;
  written += '>';
  for (const child of children) written += write(child, without, instead);
  return `${written}</${tagName}>`;
}

const SPECIAL = /[&<>"]/;
const EVERY_SPECIAL = /[&<>"]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as they stand in markup, between elements or in an attribute. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(EVERY_SPECIAL, (character) => ENTITIES[character] ?? character);
}
