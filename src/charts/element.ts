import { escaped } from '../markup/escaped.ts';

/*
 * The elements of drawings, written as they are made: once for a page and once for a picture. Trees of elements, written in
 * a second step, took three times as long over thousands of charts of hundreds of elements.
 */

/** A drawing or a part of one, as it stands on a page and in a picture to take away. */
export interface Drawn {
  readonly page: string;
  readonly picture: string;
}

/**
 * Attributes by their names as they are written: `stroke-width`. What is undefined is left out. A `class` is for pages
 * alone, whose style sheet says which colour it has; a `color` is for pictures, which have no style sheet.
 */
type Attributes = Record<string, string | number | undefined>;

function isContent(given: Attributes | Drawn | string): given is Drawn | string {
  return typeof given === 'string' || ('page' in given && 'picture' in given);
}

/** Elements of HTML that a drawing has; they are never written short. */
const HTML = new Set(['div']);

/** The beginning of an element, with its attributes, but for what closes it. */
function opening(tagName: string, attributes: Attributes): Drawn {
  let [page, picture] = [`<${tagName}`, `<${tagName}`];
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    const attribute = ` ${name}="${typeof value === 'number' ? value : escaped(value)}"`;
    if (name !== 'color') page += attribute;
    if (name !== 'class') picture += attribute;
  }
  return { page, picture };
}

/** Words, the same on a page and in a picture. */
function textOf(words: string): Drawn {
  const written = escaped(words);
  return { page: written, picture: written };
}

/** An element, with its attributes if it has any, and what is in it: words, which are escaped, and elements. */
export function s(
  tagName: string,
  first: Attributes | Drawn | string = {},
  ...others: (Drawn | string)[]
): Drawn {
  const content = isContent(first) ? [first, ...others] : others;
  let { page, picture } = opening(tagName, isContent(first) ? {} : first);
  if (content.length === 0 && !HTML.has(tagName)) return { page: `${page} />`, picture: `${picture} />` };
  page += '>';
  picture += '>';
  for (const part of content) {
    const drawn = typeof part === 'string' ? textOf(part) : part;
    page += drawn.page;
    picture += drawn.picture;
  }
  return { page: `${page}</${tagName}>`, picture: `${picture}</${tagName}>` };
}

/**
 * A part that stands in many drawings, each of its texts in one piece: whoever reads a character of a text that was added
 * up makes one piece of it, and else every drawing would do so anew.
 */
export function keep({ page, picture }: Drawn): Drawn {
  page.charCodeAt(0);
  picture.charCodeAt(0);
  return { page, picture };
}
