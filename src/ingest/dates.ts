import { MONTHS } from '../model/partial-date.ts';

/** Days on site without a break, both ends included, as `YYYY-MM-DD`. */
export interface Period {
  start: string;
  end: string;
}

/** A day as printed: its month and year may stand with a later day only. */
interface PrintedDay {
  day: number;
  month?: number | undefined;
  year?: number | undefined;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
}

const MONTH = MONTHS.map(
  (name) => `${name.slice(0, 3)}(?:${name.slice(3)}|${name.slice(3, 4) || ' '})?`,
).join('|');
const DAY = new RegExp(
  `\\b(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:\\s+of)?(?:\\s*(${MONTH})\\b\\.?,?)?(?:\\s*((?:19|20)\\d{2})\\b)?|\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b`,
  'gi',
);
const SLASHED = /\b(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[/.]\s?((?:19|20)?\d{2})\b/g;
/** Kerning can part the digits of a number: "1 9 June 2019", "19 June 20 19". */
const SPLIT_DAY = new RegExp(`(?<![\\d/.]\\s?)\\b([0-3])\\s(\\d)(?=\\s*(?:${MONTH})\\b)`, 'gi');
const SPLIT_YEAR = /\b(20|201|202)\s(\d{1,2})\b(?=\D*$|\s*(?:to|and|[-–—])\s)/gi;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*/gi;

/**
 * The days on site that a text such as "9 May to 20 May 2022", "11 – 22 July 2022", "1/06/2015 – 25/06/2015" or
 * "8 July to 12 July and 7 and 8 August 2019" names, in the order printed.
 */
export function readPeriods(printed: string): Period[] {
  const text = printed
    .replace(SPLIT_DAY, '$1$2')
    .replace(SPLIT_YEAR, '$1$2')
    .replace(/\bbetween\s+(.{1,30}?)\s+and\s+(?=\d)/gi, '$1 to ');
  const days = complete(printedDays(text.replace(WEEKDAY, '')));
  const periods: Period[] = [];
  let last: (PrintedDay & { iso: string }) | undefined;
  const plain = text.replace(WEEKDAY, '');
  for (const day of days) {
    const between = last ? plain.slice(last.to, day.from) : '';
    const open = periods.at(-1);
    if (last && open && isRange(between) && day.iso >= open.end) open.end = day.iso;
    else if (last && open && isNextDay(open.end, day.iso) && between.length < 12) open.end = day.iso;
    else periods.push({ start: day.iso, end: day.iso });
    last = day;
  }
  return periods;
}

/** The first day that a text names in full, as `YYYY-MM-DD`; `undefined` where it names none. */
export function readDay(text: string): string | undefined {
  const [first] = complete(printedDays(text).filter(({ year, month }) => year && month));
  return first?.iso;
}

function isRange(between: string): boolean {
  return /^[\s,]*(?:to|until|till|through|[-–—\u2212]+)[\s,]*$/i.test(between);
}

function isNextDay(day: string, next: string): boolean {
  return Date.parse(next) - Date.parse(day) === 86_400_000;
}

/** The days of a text as printed, in its order. */
function printedDays(text: string): PrintedDay[] {
  const found: PrintedDay[] = [];
  const slashed = text.replace(SLASHED, (all, day: string, month: string, year: string, from: number) => {
    const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
    found.push({ day: Number(day), month: Number(month), year: full, from, to: from + all.length });
    return ' '.repeat(all.length);
  });
  for (const match of slashed.matchAll(DAY)) {
    const [all, day, month, year, isoYear, isoMonth, isoDay] = match;
    const at = { from: match.index, to: match.index + all.length };
    if (isoYear) found.push({ day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear), ...at });
    else
      found.push({ day: Number(day), month: monthOf(month), year: year ? Number(year) : undefined, ...at });
  }
  return found.sort((a, b) => a.from - b.from);
}

function monthOf(name: string | undefined): number | undefined {
  if (!name) return undefined;
  const index = MONTHS.findIndex(
    (month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
  );
  return index === -1 ? undefined : index + 1;
}

/** Gives each day the month and year that stand with a later one, and drops what is no day of the calendar. */
function complete(days: readonly PrintedDay[]): (PrintedDay & { iso: string })[] {
  let { month, year }: { month?: number | undefined; year?: number | undefined } = {};
  return [...days]
    .reverse()
    .flatMap((day) => {
      // "12 December to 3 January 2020" began in the year before.
      const later = month;
      month = day.month ?? month;
      if (day.year !== undefined) year = day.year;
      else if (year !== undefined && later !== undefined && month !== undefined && month > later) year -= 1;
      const iso = month && year ? isoDay(year, month, day.day) : undefined;
      return iso ? [{ ...day, month, year, iso }] : [];
    })
    .reverse();
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > last) return undefined;
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
