import { scalePoint } from 'd3';
import type { Element } from 'hast';
import type { StanceSheet } from '../insight/sheet.ts';
import { visitAddress } from '../model/address.ts';
import { formatDate } from '../model/partial-date.ts';
import { link, percent, SMALL, words, wrap } from './drawing.ts';

/** The least width of a column, in pixels. */
const COLUMN = 80;
/** So many columns fit on the narrowest phone; more need a chart that scrolls. */
const MOST_FLUID = 4;

/** The columns of a chart that has one for each visit. */
export interface VisitColumns {
  /** The visits, oldest first; by id within a day. */
  sheets: StanceSheet[];
  /** The middle of a visit’s column, as a share of the width: "12.5%". */
  middle: (visit: string) => string;
  /** The width that so many columns need, where a phone has no room for them. */
  width: number | undefined;
  /** The heads of all columns, each a link to its visit, with their first line at `y`. */
  heads: (y: number) => Element[];
  /** The height of the heads, in pixels. */
  height: number;
}

/** Oldest first, and by id within a day: code-unit order, the same everywhere. */
function inTime(a: StanceSheet, b: StanceSheet): number {
  const [left, right] = [`${a.day} ${a.visit}`, `${b.day} ${b.visit}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** What a visit is called at the head of a column: its place and year, and its month where a year has several. */
function headOf(sheet: StanceSheet, sheets: readonly StanceSheet[]): string[] {
  const year = sheet.day.slice(0, 4);
  const sameYear = sheets.filter(({ place, day }) => place === sheet.place && day.startsWith(year));
  const when = sameYear.length > 1 ? formatDate(sheet.day.slice(0, 7)) : year;
  return [...wrap(sheet.place, 11), ...wrap(when, 11)];
}

/** The name of a visit where a line has room for it: "Wigan 2020". */
export function shortName(sheet: StanceSheet, sheets: readonly StanceSheet[]): string {
  return headOf(sheet, sheets).join(' ');
}

/** Columns for visits, in order of time. */
export function visitColumns(given: readonly StanceSheet[]): VisitColumns {
  const sheets = [...given].sort(inTime);
  const scale = scalePoint([0, 100])
    .domain(sheets.map(({ visit }) => visit))
    .padding(0.5);
  const middle = (visit: string) => percent(scale(visit) ?? 0);
  const lines = Math.max(0, ...sheets.map((sheet) => headOf(sheet, sheets).length));
  return {
    sheets,
    middle,
    width: sheets.length > MOST_FLUID ? Math.max(640, sheets.length * COLUMN) : undefined,
    height: lines * 16,
    heads: (y) =>
      sheets.map((sheet) =>
        link(
          visitAddress(sheet.visit),
          `${shortName(sheet, sheets)}: ${sheet.title}`,
          ...headOf(sheet, sheets).map((line, index) =>
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
