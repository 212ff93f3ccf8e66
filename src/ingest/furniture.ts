import type { Line, LinedDocument } from './line.ts';

/** A document without what stands around its text. */
export interface Cleared {
  /** The lines of the text. */
  lines: Line[];
  /** The lines of footnotes, in order; each footnote begins with a line that has a `note`. */
  footnotes: Line[];
  /** Running heads, running feet and page numbers. */
  furniture: Line[];
}

/** How much of a page's height, at its top and at its foot, may hold furniture. */
const BAND = 0.12;
/** On how many of the pages a line must come back to be a running head or foot. */
const SHARE = 0.3;

/** A page number: "12", "Page 12", "12 of 30", "- 12 -". */
const PAGE_NUMBER = /^(?:page\s+)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i;

/**
 * Parts running heads, running feet, page numbers and footnotes from the text. They are known by where they
 * stand and by coming back on other pages, so that new wordings need no new rule.
 */
export function clearFurniture(document: LinedDocument): Cleared {
  const { pages, format } = document;
  if (format === 'text' && pages.length < 3) return { lines: document.lines, footnotes: [], furniture: [] };
  const inBand = (line: Line) => {
    const height = pages[line.page - 1]?.height ?? 842;
    return line.top < BAND * height || line.top > (1 - BAND) * height;
  };
  const seen = new Map<string, Set<number>>();
  for (const line of document.lines.filter(inBand)) {
    const on = seen.get(shape(line, format)) ?? new Set();
    seen.set(shape(line, format), on.add(line.page));
  }
  const enough = Math.max(2, Math.ceil(SHARE * pages.length));
  const comesBack = (line: Line) => inBand(line) && (seen.get(shape(line, format))?.size ?? 0) >= enough;
  const isFurniture = (line: Line) => comesBack(line) || (inBand(line) && PAGE_NUMBER.test(line.text));
  const furniture = new Set(document.lines.filter(isFurniture));
  for (const page of pages.keys()) {
    const band = document.lines.filter((line) => line.page === page + 1 && inBand(line));
    const running = band.filter(comesBack);
    // What stands among the lines of a running foot belongs to it, though its dates be printed once only.
    for (const line of band) if (running.some((foot) => between(line, foot, band))) furniture.add(line);
  }
  const rest = document.lines.filter((line) => !furniture.has(line));
  const footnotes = new Set(pages.flatMap((_, index) => footnotesOf(rest, index + 1, bodySize(rest))));
  return {
    lines: rest.filter((line) => !footnotes.has(line)),
    footnotes: rest.filter((line) => footnotes.has(line)),
    furniture: [...furniture],
  };
}

/** What a line looks like on every page: its words without their numbers, and, where it is set, about where it stands. */
function shape(line: Line, format: LinedDocument['format']): string {
  const words = line.text.replace(/\d+/g, '#').replace(/\s/g, '').toLowerCase();
  return format === 'pdf' ? `${words}@${Math.round(line.top / 6)}` : words;
}

/** Whether a line is of a running foot's small type and stands right beside or below it. */
function between(line: Line, foot: Line, band: readonly Line[]): boolean {
  if (line === foot || !band.includes(line)) return false;
  return Math.abs(line.top - foot.top) < 1.6 * foot.size && line.size <= foot.size * 1.05 && foot.size < 10;
}

/** The size in which most letters of a document are set: that of its text. */
export function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** The lines of a page's footnotes: small type at its foot, from the first line with a raised mark on. */
function footnotesOf(lines: readonly Line[], page: number, body: number): Line[] {
  const own = lines.filter((line) => line.page === page);
  let from = own.length;
  while (from > 0 && (own[from - 1]?.size ?? body) <= 0.92 * body) from--;
  const small = own.slice(from);
  const first = small.findIndex((line) => line.note !== undefined);
  return first === -1 ? [] : small.slice(first);
}
