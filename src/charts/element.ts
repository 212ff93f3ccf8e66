import type { Element, ElementContent } from 'hast';
import { escaped } from '../markup/escaped.ts';

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

/** How elements are written. */
export interface Manner {
  /** The name of an attribute that is left out. */
  without?: string;
  /** What is written in the place of an element; what is in that is asked for in its turn. */
  instead?: (element: Element) => Element;
}

/** Elements that stand in many drawings, and what each is when it is written in a manner. */
const kept = new WeakMap<Element, Map<Manner, string>>();

/** An element that stands in many drawings: it is written once in each manner, and its text is kept. */
export function keep(element: Element): Element {
  kept.set(element, new Map());
  return element;
}

const PLAIN: Manner = {};

/** An element as text: in a page, or as an SVG file. */
export function write(content: ElementContent, manner: Manner = PLAIN): string {
  if (content.type === 'text') return escaped(content.value);
  if (content.type !== 'element')
    throw new Error(`A drawing holds elements and words, not a ${content.type}.`);
  const texts = kept.get(content);
  if (!texts) return written(content, manner);
  const held = texts.get(manner);
  if (held !== undefined) return held;
  const text = written(content, manner);
  // Whoever reads a character of a text that was added up makes one piece of it: else every drawing would do so anew.
  text.charCodeAt(0);
  texts.set(manner, text);
  return text;
}

function written(content: Element, manner: Manner): string {
  const { without, instead } = manner;
  const { tagName, properties, children } = instead ? instead(content) : content;
  let text = `<${tagName}`;
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined || name === without) continue;
    text += typeof value === 'number' ? ` ${name}="${value}"` : ` ${name}="${escaped(String(value))}"`;
  }
  if (children.length === 0 && !HTML.has(tagName)) return `${text} />`;
  text += '>';
  for (const child of children) text += write(child, manner);
  return `${text}</${tagName}>`;
}
