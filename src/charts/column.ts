import { scalePoint } from 'd3';
import type { StanceSheet } from '../insight/sheet.ts';
import { visitAddress } from '../model/address.ts';
import { formatDate } from '../model/partial-date.ts';
import { link, percent, SMALL, words, wrap } from './drawing.ts';
import type { Drawn } from './element.ts';

/** The least width of a column, in pixels. */
const COLUMN = 80;
/** How wide a character of a head is, in pixels: the widest name, “Northamptonshire”, has 116 pixels at 13. */
const CHARACTER = 7.5;
/** The width of the narrowest phone: what needs more needs a chart that scrolls. */
const PHONE = 320;
/** The least width of a chart that scrolls. */
const LEAST = 640;

/** The columns of a chart that has one for each visit. */
export interface VisitColumns {
  /** The visits, oldest first; by id within a day. */
  sheets: StanceSheet[];
  /** The middle of a visit’s column, as a share of the width: "12.5%". */
  middle: (visit: string) => string;
  /** The width that so many columns need, where a phone has no room for them. */
  width: number | undefined;
  /** The heads of all columns, each a link to its visit, with their first line at `y`. */
  heads: (y: number) => Drawn[];
  /** The height of the heads, in pixels. */
  height: number;
}

/** Oldest first, and by id within a day: code-unit order, the same everywhere. */
function inTime(a: StanceSheet, b: StanceSheet): number {
  const [left, right] = [`${a.day} ${a.visit}`, `${b.day} ${b.visit}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The year of a visit, and its month where its place has several in that year. */
function whenOf(sheet: StanceSheet, sheets: readonly StanceSheet[]): string {
  const year = sheet.day.slice(0, 4);
  const sameYear = sheets.filter(({ place, day }) => place === sheet.place && day.startsWith(year));
  return sameYear.length > 1 ? formatDate(sheet.day.slice(0, 7)) : year;
}

/** The name of a visit where a line has room for it: "Wigan 2020". */
export function shortName(sheet: StanceSheet, sheets: readonly StanceSheet[]): string {
  return `${sheet.place} ${whenOf(sheet, sheets)}`;
}

/** The heads of columns, in lines: place and time, and of several visits to one place, of which a title says the name, the time. */
function headsOf(sheets: readonly StanceSheet[]): string[][] {
  const onePlace = sheets.length > 1 && sheets.every(({ place }) => place === sheets[0]?.place);
  return sheets.map((sheet) => [
    ...(onePlace ? [] : wrap(sheet.place, 11)),
    ...wrap(whenOf(sheet, sheets), 11),
  ]);
}

/** Columns for visits, in order of time. */
export function visitColumns(given: readonly StanceSheet[]): VisitColumns {
  const sheets = [...given].sort(inTime);
  const scale = scalePoint([0, 100])
    .domain(sheets.map(({ visit }) => visit))
    .padding(0.5);
  const middle = (visit: string) => percent(scale(visit) ?? 0);
  const heads = headsOf(sheets);
  const lines = Math.max(0, ...heads.map(({ length }) => length));
  // A name is never broken within a word, so the longest word needs its room.
  const longest = Math.max(0, ...heads.flat().map(({ length }) => length));
  const needed = sheets.length * Math.max(COLUMN, Math.ceil(longest * CHARACTER));
  return {
    sheets,
    middle,
    width: needed > PHONE ? Math.max(LEAST, needed) : undefined,
    height: lines * 16,
    heads: (y) =>
      sheets.map((sheet, number) =>
        link(
          visitAddress(sheet.visit),
          `${shortName(sheet, sheets)}: ${sheet.title}`,
          ...(heads[number] ?? []).map((line, index) =>
            words(middle(sheet.visit), y + 12 + index * 16, line, {
              size: SMALL,
              colour: 'link',
              anchor: 'middle',
            }),
          ),
        ),
      ),
  };
}
