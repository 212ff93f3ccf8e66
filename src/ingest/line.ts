/** What is in a document and shows nothing, turns the reading direction or is no character: it is left out. */
export const UNSEEN =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{F0000}-\u{10FFFF}]/gu;

/** What stands in a draft where a document has a character that could not be read. */
export const UNREAD = '\u25A1';

/** Bullets of symbol fonts, which have private numbers of their own, as the signs that they look like. */
const SYMBOLS: Record<string, string> = {
  '\uF06E': '\u25FC',
  '\uF0A7': '\u25AA',
  '\uF0B7': '\u2022',
  '\uF02D': '\u2212',
  '\uF0D8': '\u2022',
  '\uF0FC': '\u2022',
};

/** A text with what only symbol fonts know, and what could not be read, as signs that everybody sees. */
export function withSigns(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, (sign) => SYMBOLS[sign] ?? '\u2022').replace(/\uFFFD/g, UNREAD);
}

/** A stretch of a line with no wide gap in it: a word group, or one cell of a table's row. */
export interface Cell {
  text: string;
  /** Where it begins and ends, in points from the left edge of the page. */
  x: number;
  right: number;
}

/** One line of a document as it is set: the unit that every reader of this room works on. */
export interface Line {
  /** The page it stands on, from 1. */
  page: number;
  /** The distance of its baseline from the top of the page, in points. */
  top: number;
  x: number;
  right: number;
  /** The size of its type, in points. */
  size: number;
  /** Whether it is set in bold type. */
  bold: boolean;
  /** Its words, white space folded, footnote marks left out. */
  text: string;
  cells: Cell[];
  /** The raised mark with which a footnote begins. */
  note?: string | undefined;
}

/** A document as lines, with the measures of its pages. Text letters have one page. */
export interface LinedDocument {
  /** In the order of reading: by page, then downwards. */
  lines: Line[];
  pages: { width: number; height: number }[];
  /** What the PDF says of itself; dates are as in the file. */
  title?: string | undefined;
  /** `pdf` where positions are real, `text` where they stand for indents and blank lines. */
  format: 'pdf' | 'text';
  /** Whether a part of its file is damaged, so that words may be missing. */
  damaged?: boolean | undefined;
}

/** The distance between two lines of a document that is held as text. */
export const TEXT_PITCH = 14;

/** A word that continues a pair whose first hyphen hangs: "short- and long-term". */
const AFTER_HANGING_HYPHEN = /^(?:and|or|to)\b/;

/**
 * The words of a wrapped line put after those before it. A hyphen at the end of a line is one that the words have
 * (of 875 in 251 reports, all that could be judged were), so it stays and no space follows; the same goes for a slash.
 */
export function joinWords(before: string, after: string): string {
  if (before === '') return after;
  if (after === '') return before;
  const keepsTogether =
    (/[\p{L}\p{N}][-\u2010\u2011]$/u.test(before) &&
      /^[\p{L}\p{N}]/u.test(after) &&
      !AFTER_HANGING_HYPHEN.test(after)) ||
    /\S\/$/.test(before);
  return keepsTogether ? before + after : `${before} ${after}`;
}

/** The words of several lines as running text. */
export function joinLines(lines: readonly Pick<Line, 'text'>[]): string {
  return lines.reduce((text, line) => joinWords(text, line.text), '');
}
