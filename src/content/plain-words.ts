import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** An opening line of the simplest form: single spaces, and no value with a character reference. */
const OPENING = /^:::([a-z]+)(?:\{((?:#[\w-]+|[a-z]+="[^"&]*")(?: (?:[a-z]+="[^"&]*"))*)\})?$/;

/** Words in which nothing means anything to Markdown but a backslash before a sign, and which no blank ends. */
const WORDS = /^(?:[^\\`*_[\]<&\p{Cc}]|\\[!-/:-@[-`{-~])+(?<!\s)$/u;

/** How such words may begin: with what begins no list, heading, quotation, code or directive, or with an escape. */
const BEGINNING = /^(?!\d{1,9}[.)])[\p{L}\p{N}\p{Pi}\p{Pf}(£−–—\\]/u;

/** Where a stretch of one line begins and ends. */
type Span = NonNullable<Paragraph['position']>;

/**
 * Reads a part of a body that holds nothing but plain words: quotations and paragraphs of one line each, an empty line
 * between two, in a block or by themselves. Almost all parts do, imported ones above all, and this takes a fraction of
 * the time of the Markdown parser, whose answer it is to the letter: a test compares the two.
 *
 * @param text prose, or a block from its opening line to its closing one
 * @param line the line of the file on which it begins
 * @returns its nodes with the lines of the file; `undefined` where it takes the Markdown parser to read it
 */
export function plainWords(text: string, line: number): RootContent[] | undefined {
  const lines = text.split('\n');
  const opening = OPENING.exec(lines[0] ?? '');
  if (!opening) return plainChildren(lines, line, 0);
  const closing = lines.length - 1;
  if (closing < 1 || lines[closing] !== ':::') return undefined;
  const attributes = attributesIn(opening[2] ?? '');
  const children = plainChildren(lines.slice(1, closing), line + 1, opening[0].length + 1);
  if (!attributes || !children) return undefined;
  const block: ContainerDirective = {
    type: 'containerDirective',
    name: opening[1] ?? '',
    attributes,
    children,
    position: {
      start: { line, column: 1, offset: 0 },
      end: { line: line + closing, column: 4, offset: text.length },
    },
  };
  return [block];
}

/** Quotations and paragraphs, the first line of which is this one of the file and begins at an offset of its part. */
function plainChildren(
  lines: readonly string[],
  line: number,
  offset: number,
): (Blockquote | Paragraph)[] | undefined {
  const children: (Blockquote | Paragraph)[] = [];
  let at = offset;
  for (const [index, content] of lines.entries()) {
    if (content !== '') {
      const followsWords = index > 0 && lines[index - 1] !== '';
      const child = followsWords ? undefined : plainChild(content, line + index, at);
      if (!child) return undefined;
      children.push(child);
    }
    at += content.length + 1;
  }
  return children;
}

/** A quotation or a paragraph of one line, which begins at an offset of its part. */
function plainChild(content: string, line: number, offset: number): Blockquote | Paragraph | undefined {
  const isQuotation = content.startsWith('> ');
  const words = isQuotation ? content.slice(2) : content;
  if (!BEGINNING.test(words) || !WORDS.test(words)) return undefined;
  // Every node has a position of its own.
  const span = (from: number): Span => ({
    start: { line, column: from + 1, offset: offset + from },
    end: { line, column: content.length + 1, offset: offset + content.length },
  });
  const from = isQuotation ? 2 : 0;
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: words.replace(/\\(.)/g, '$1'), position: span(from) }],
    position: span(from),
  };
  return isQuotation ? { type: 'blockquote', children: [paragraph], position: span(0) } : paragraph;
}

/** The attributes of an opening line; `undefined` where one is there twice, or has a meaning of its own in directives. */
function attributesIn(written: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  for (const [, id, name = '', value = ''] of written.matchAll(/#([\w-]+)|([a-z]+)="([^"]*)"/g)) {
    const key = id ? 'id' : name;
    if (key in attributes || key === 'class' || (key === 'id' && !id)) return undefined;
    attributes[key] = id ?? value;
  }
  return attributes;
}
