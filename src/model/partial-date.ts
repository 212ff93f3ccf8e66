import { z } from 'zod';

/** The months by name, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const DATE_SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a date that exists in the calendar, to the year, the month or the day. */
function isCalendarDate(text: string): boolean {
  const parts = DATE_SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A date that says what is known and no more: `2024`, `2024-09` or `2024-09-17`. */
export const PartialDate = z
  .string()
  .refine(isCalendarDate, {
    // What compares dates has nothing to compare then.
    abort: true,
    error: ({ input }) =>
      DATE_SHAPE.test(String(input))
        ? 'is not in the calendar: there is no such month or day'
        : 'is not a date: write a year, a month or a day, such as 2024, 2024-09 or 2024-09-17',
  })
  .meta({
    id: 'PartialDate',
    pattern: DATE_SHAPE.source,
    description: 'A year, a month or a day: 2024, 2024-09 or 2024-09-17. Write no more than is known.',
    examples: ['2024-09-17', '2024-09', '2024'],
  });
export type PartialDate = z.infer<typeof PartialDate>;

/** A date in full words, as precise as it is known: "17 September 2024", "September 2024" or "2024". */
export function formatDate(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const monthAndYear = `${MONTHS[Number(month) - 1]} ${year}`;
  return day ? `${Number(day)} ${monthAndYear}` : monthAndYear;
}

/**
 * Two dates in full words, without saying a month or year twice: "17 and 18 September 2024" for
 * neighbouring days, else "9 to 20 May 2022".
 */
export function formatDateRange(start: PartialDate, end: PartialDate | undefined): string {
  if (!end || end === start) return formatDate(start);
  const [startYear, startMonth, startDay] = start.split('-');
  const [endYear, endMonth, endDay] = end.split('-');
  const sameMonth = startYear === endYear && startMonth === endMonth;
  if (startDay && endDay && sameMonth) {
    const joint = Number(endDay) - Number(startDay) === 1 ? 'and' : 'to';
    return `${Number(startDay)} ${joint} ${formatDate(end)}`;
  }
  if (startMonth && endMonth && startYear === endYear) {
    return `${formatDate(start).slice(0, -5)} to ${formatDate(end)}`;
  }
  return `${formatDate(start)} to ${formatDate(end)}`;
}

/** The first day that a date can mean, `YYYY-MM-DD`: for sorting and for placing on a time line. */
export function earliestDay(date: PartialDate): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The last day that a date can mean, `YYYY-MM-DD`. */
export function latestDay(date: PartialDate): string {
  const [year, month = '12', day] = date.split('-');
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
  return `${year}-${month}-${last}`;
}

/** The year of a date, as a number. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}
