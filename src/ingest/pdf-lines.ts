import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Cell, type Line, type LinedDocument, UNSEEN, withSigns } from './line.ts';
import { getDocument } from './pdf-js.ts';

/** A piece of text as pdf.js gives it: where it stands, in points from the top left of the page. */
interface Piece {
  text: string;
  x: number;
  right: number;
  top: number;
  size: number;
  font: string;
}

/** Pages beyond this are not read: the longest report has fewer than 100. */
const MOST_PAGES = 400;

/** A document that cannot be read, with what it is and what to do about it, in a sentence each. */
export class UnreadableDocument extends Error {
  readonly todo: string;

  constructor(what: string, todo: string) {
    super(what);
    this.name = 'UnreadableDocument';
    this.todo = todo;
  }
}

/**
 * Reads a PDF into lines with their positions; one of which a part is damaged, as far as it goes.
 *
 * @param wanted asked after each of the first pages, with the text so far: `false` stops the reading of a
 *   document that is not wanted, so that a book costs no more than a leaflet
 * @throws UnreadableDocument where it is encrypted, damaged or holds no text
 */
export async function pdfLines(
  bytes: Uint8Array,
  wanted: (text: string, page: number) => boolean = () => true,
): Promise<LinedDocument> {
  const loading: ReturnType<typeof getDocument>[] = [];
  const open = (strict: boolean) => {
    const opened = getDocument({
      // pdf.js takes the bytes over and empties them: it is given a copy.
      data: new Uint8Array(bytes),
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: strict,
      verbosity: 0,
    });
    loading.push(opened);
    return opened.promise;
  };
  try {
    const strict = await open(true).catch(() => undefined);
    // Of what is damaged pdf.js can read on after an error, but then it does not tell: only such pages are read so.
    let goingOn: ReturnType<typeof open> | undefined;
    const afterErrors = () => {
      goingOn ??= open(false);
      return goingOn;
    };
    const { numPages } = strict ?? (await afterErrors());
    if (numPages > MOST_PAGES) {
      throw new UnreadableDocument(
        `It has ${numPages} pages; a report has fewer than 100.`,
        'Check that it is the right file.',
      );
    }
    const pages: Page[] = [];
    let text = '';
    for (let number = 1; number <= numPages; number++) {
      const sound = strict && (await readPage(strict, number).catch(() => undefined));
      const page = sound ?? (await readPage(await afterErrors(), number));
      pages.push(page);
      text += `${page.pieces.map((piece) => piece.text).join('')}\n`;
      if (!wanted(text, number)) break;
    }
    if (text.replace(/\s/g, '').length < 40 * Math.min(pages.length, 3)) {
      throw new UnreadableDocument(
        `It has ${numPages} ${numPages === 1 ? 'page' : 'pages'} and hardly any text: it is a scan, pictures of pages.`,
        'Ask for the original, or run text recognition (OCR) over it first.',
      );
    }
    const bold = boldFonts(pages.flatMap(({ pieces }) => pieces));
    return {
      lines: pages.flatMap(({ pieces }, index) => linesOf(pieces, index + 1, bold)),
      pages: pages.map(({ width, height }) => ({ width, height })),
      format: 'pdf',
      ...(goingOn && { damaged: true }),
    };
  } catch (error) {
    throw explained(error);
  } finally {
    await Promise.all(loading.map((opened) => opened.destroy()));
  }
}

/** A page of a PDF: its measures in points, and its pieces of text in the order of the file. */
interface Page {
  width: number;
  height: number;
  pieces: Piece[];
}

/** @throws what pdf.js throws where the page is damaged */
async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  page.cleanup();
  return {
    width: right - left,
    height: top - bottom,
    pieces: items.flatMap((item) => ('str' in item ? piece(item, left, top) : [])),
  };
}

/** What went wrong within pdf.js, in words that say what to do. */
function explained(error: unknown): unknown {
  if (error instanceof UnreadableDocument) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new UnreadableDocument(
      'It is encrypted and asks for a password.',
      'Save a copy without the password.',
    );
  }
  if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException') {
    return new UnreadableDocument('It is damaged: its pages cannot be found in it.', 'Download it again.');
  }
  return error;
}

/** A text item of pdf.js; `[]` where it shows nothing or runs across the page. */
function piece(
  item: { str: string; transform: number[]; width: number; height: number; fontName: string },
  left: number,
  top: number,
): Piece | [] {
  // Italics are often upright type that is slanted, so only a baseline that rises or falls is text across the page.
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
  if (item.str === '' || Math.abs(b) > 0.01 * Math.abs(a)) return [];
  return {
    text: cleaned(item.str),
    x: x - left,
    right: x - left + item.width,
    top: top - y,
    size: Math.abs(d),
    font: item.fontName,
  };
}

/** Printed ASCII with single spaces, as most pieces are. */
const PLAIN = /^(?:[!-~]| (?! ))*$/;

/**
 * The characters of a piece as they are meant: a soft hyphen that is set is a hyphen, a fixed space a space; what
 * shows nothing is dropped.
 */
function cleaned(text: string): string {
  if (PLAIN.test(text)) return text;
  return withSigns(text.normalize('NFC'))
    .replace(/\u00AD/g, '-')
    .replace(/[\s\u200A-\u200F\u2028-\u202F\u205F-\u2064\uFEFF]+/g, ' ')
    .replace(UNSEEN, '');
}

/** The widths of the letters of an ordinary sans serif type, in thousandths of its size, by groups. */
const USUAL_WIDTHS = new Map(
  (
    [
      ["ijl.,:;'’‘|!I", 260],
      [' ', 310],
      ['ftr()[]/\\-', 340],
      ['ABCDEFGHJKLNOPQRSTUVXYZ', 640],
      ['mwMW%@', 830],
    ] as const
  ).flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)),
);
/** The width of every other. */
const USUAL_WIDTH = 540;

/** How wide a text would be in an ordinary sans serif type of size 1. */
function usualWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += USUAL_WIDTHS.get(sign) ?? USUAL_WIDTH;
  return width / 1000;
}

/** How much wider than the body's type a font must be to count as bold: Tahoma Bold is wider by an eighth. */
const BOLD_WIDTH = 1.07;

/**
 * The fonts that are bold, told by their width: pdf.js does not say what a font is called, and bold type is wider
 * than the plain type of the same family.
 */
function boldFonts(pieces: readonly Piece[]): Set<string> {
  const fonts = new Map<string, { width: number; usual: number; letters: number }>();
  for (const { text, x, right, size, font } of pieces) {
    if (!/[a-z]{2}/.test(text) || size === 0) continue;
    const sum = fonts.get(font) ?? { width: 0, usual: 0, letters: 0 };
    sum.width += (right - x) / size;
    sum.usual += usualWidth(text);
    sum.letters += text.length;
    fonts.set(font, sum);
  }
  const [body] = [...fonts.values()].sort((a, b) => b.letters - a.letters);
  if (!body) return new Set();
  const plain = body.width / body.usual;
  return new Set(
    [...fonts].filter(([, { width, usual }]) => width / usual > plain * BOLD_WIDTH).map(([font]) => font),
  );
}

/** What a footnote is marked with. */
const MARK = /^[\s\d*†‡§,]+$/;

/** The lines of a page, from its pieces: those on one baseline, raised marks included, from left to right. */
function linesOf(pieces: readonly Piece[], page: number, bold: ReadonlySet<string>): Line[] {
  const rows: Piece[][] = [];
  // Big type first, so that a raised mark finds the line it belongs to.
  for (const part of [...pieces].filter(({ text }) => text.trim() !== '').sort((a, b) => b.size - a.size)) {
    let nearest: Piece[] | undefined;
    let distance = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      const [first] = row;
      if (!first) continue;
      const off = Math.abs(first.top - part.top);
      const raised = part.size < 0.85 * first.size && MARK.test(part.text);
      if (off < (raised ? 0.6 * first.size : 0.3 * part.size) && off < distance) {
        nearest = row;
        distance = off;
      }
    }
    if (nearest) nearest.push(part);
    else rows.push([part]);
  }
  return rows
    .map((row) => lineOf(row, page, bold))
    .filter((line): line is Line => line !== undefined)
    .sort((a, b) => a.top - b.top || a.x - b.x);
}

/** A gap this wide, in type sizes, parts two cells: the margins of two cells of a table make 11 points. */
const CELL_GAP = 0.65;
/** A gap this wide, in type sizes, is a space. */
const WORD_GAP = 0.12;

function lineOf(row: readonly Piece[], page: number, bold: ReadonlySet<string>): Line | undefined {
  const size = mostLetters(row, (part) => part.size);
  const top = mostLetters(row, (part) => part.top);
  const isMark = (part: Piece) =>
    part.size < 0.85 * size && top - part.top > 0.12 * size && MARK.test(part.text);
  const byPlace = [...row].sort((a, b) => a.x - b.x);
  const [leftmost] = byPlace;
  const cells = cellsOf(withBullet(byPlace.filter((part) => !isMark(part))), size);
  const [first] = cells;
  const last = cells.at(-1);
  if (!leftmost || !first || !last) return undefined;
  const letters = (parts: readonly Piece[]) => parts.reduce((sum, { text }) => sum + text.length, 0);
  return {
    page,
    top,
    x: first.x,
    right: last.right,
    size,
    bold: letters(row.filter(({ font }) => bold.has(font))) > 0.6 * letters(row),
    text: cells.map((cell) => cell.text).join(' '),
    cells,
    note: isMark(leftmost) ? leftmost.text.trim() : undefined,
  };
}

/** The cells of a line from its pieces, which stand from left to right. */
function cellsOf(pieces: readonly Piece[], size: number): Cell[] {
  const cells: Cell[] = [];
  let last: Piece | undefined;
  for (const part of pieces) {
    // The same words twice in one place make type look bold.
    if (last && last.text === part.text && Math.abs(last.x - part.x) < 0.1 * size) continue;
    const gap = last ? part.x - last.right : 0;
    const cell = cells.at(-1);
    if (!cell || gap > CELL_GAP * size) cells.push({ text: part.text, x: part.x, right: part.right });
    else {
      cell.text += (gap > WORD_GAP * size ? ' ' : '') + part.text;
      cell.right = part.right;
    }
    last = part;
  }
  return cells
    .map((cell) => ({ ...cell, text: cell.text.replace(/ +/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** The letters that stand for bullets in Wingdings and its kin, where a PDF does not say what they look like. */
const SYMBOL_LETTER = /^[nlqu§Øv]$/;

/** The pieces of a line, its first as a bullet where it is a single letter of another font, well apart from the words. */
function withBullet(pieces: readonly Piece[]): readonly Piece[] {
  const [first, second] = pieces;
  const isBullet =
    first !== undefined &&
    second !== undefined &&
    SYMBOL_LETTER.test(first.text.trim()) &&
    first.font !== second.font &&
    second.x - first.right > 0.3 * second.size;
  return isBullet ? [{ ...first, text: '\u2022' }, ...pieces.slice(1)] : pieces;
}

/** The value that most letters of a row have. */
function mostLetters(row: readonly Piece[], value: (part: Piece) => number): number {
  const counts = new Map<number, number>();
  for (const part of row) counts.set(value(part), (counts.get(value(part)) ?? 0) + part.text.trim().length);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
