import { type Cell, type Line, type LinedDocument, TEXT_PITCH, UNSEEN, withSigns } from './line.ts';

/** The width that a letter is taken to have. */
const LETTER = 6;

/**
 * A letter that is held as text or Markdown, as lines: their positions stand for indents and blank lines, the
 * size and weight of the type for Markdown's headings and bold lines.
 */
export function textLines(text: string): LinedDocument {
  // Text taken from a PDF has a form feed between its pages.
  const pages = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f$/, '')
    .split('\f');
  const lines = pages.flatMap((page, index) =>
    page
      .split('\n')
      .flatMap(
        (raw, number) => lineOf(withSigns(raw.normalize('NFC')), (number + 1) * TEXT_PITCH, index + 1) ?? [],
      ),
  );
  const height = (page: string) => (page.trimEnd().split('\n').length + 1) * TEXT_PITCH;
  return { lines, pages: pages.map((page) => ({ width: 595, height: height(page) })), format: 'text' };
}

function lineOf(raw: string, top: number, page: number): Line | undefined {
  const indent = /^[ \t>]*/.exec(raw)?.[0].replace(/\t/g, '    ').length ?? 0;
  let text = raw.trim().replace(/^>\s*/, '');
  if (/^(?:[-*_=]\s*){3,}$/.test(text) || /^\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/.test(text)) return undefined;
  const heading = /^(#{1,6})\s+/.exec(text);
  if (heading) text = text.slice(heading[0].length).replace(/\s+#+$/, '');
  const isBold = /^(\*\*|__)(?=\S).*\S\1:?$/.test(text);
  const bulleted = text.replace(/^[*+-]\s+/, '\u2022 ');
  const words = plain(bulleted);
  if (words === '') return undefined;
  const cells = cellsOf(words, indent * LETTER);
  const right = cells.at(-1)?.right ?? 0;
  return {
    page,
    top,
    x: cells[0]?.x ?? 0,
    right,
    size: heading ? 20 - (heading[1]?.length ?? 1) : 12,
    bold: heading !== null || isBold,
    text: cells.map((cell) => cell.text).join(' '),
    cells,
  };
}

/** The cells of a table's row, or of a line in which wide gaps part columns. */
function cellsOf(words: string, x: number): Cell[] {
  if (/^\|.*\|$/.test(words)) {
    return words
      .slice(1, -1)
      .split('|')
      .map((cell, index) => ({ text: cell.trim(), x: x + index * 300, right: x + index * 300 + 200 }))
      .filter(({ text }) => text !== '');
  }
  const cells: Cell[] = [];
  for (const match of words.matchAll(/\S+(?: {1,2}\S+)*/g)) {
    const from = x + match.index * LETTER;
    cells.push({ text: match[0].replace(/ +/g, ' '), x: from, right: from + match[0].length * LETTER });
  }
  return cells;
}

/** Markdown's signs taken off words: emphasis, links, escapes, footnote marks. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\[\^\d+\]/g, '')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!<>|~-])/g, '$1')
    .replace(UNSEEN, '')
    .replace(/\u00A0/g, ' ')
    .replace(/\t/g, '    ')
    .trimEnd()
    .trim();
}
