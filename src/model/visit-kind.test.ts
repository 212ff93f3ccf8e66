import { describe, expect, test } from 'vitest';
import { formatPeriod, periodDay, VISIT_KIND_LABELS, VISIT_KINDS, VisitPeriod } from './visit-kind.ts';

/** What is wrong with a period, as `field: message`. */
function wrong(period: object): string[] {
  return (VisitPeriod.safeParse(period).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

describe('VisitPeriod', () => {
  test.each([
    { start: '2024-09-17', end: '2024-09-18' },
    { start: '2020-10' },
    { start: '2022' },
    { start: '2022-05', end: '2022-06' },
    { start: '2024-09-17', end: '2024-09-17' },
    { before: '2024-12-15', days: '2' },
    { before: '2024-12-15' },
    { start: '2022', days: '5' },
  ])('accepts %j', (period) => expect(wrong(period)).toEqual([]));

  test.each([
    [{}, ['start: is missing: write start, or before when only a report of the visit is dated']],
    [{ days: '2' }, ['start: is missing: write start, or before when only a report of the visit is dated']],
    [{ before: '2024', end: '2024' }, ['end: needs a start: beside before, write days']],
    [{ start: '2024', before: '2025' }, ['before: cannot stand beside start: keep the one that is known']],
    [{ start: '2024-09-17', end: '2024-09-16' }, ['end: is before the start (2024-09-17)']],
    [{ start: '2024-09', end: '2024-08' }, ['end: is before the start (2024-09)']],
    [{ start: '2024', days: '0' }, ['days: Too small: expected number to be >=1']],
    [{ start: '2024', days: '61' }, ['days: Too big: expected number to be <=60']],
    [{ start: '2024', days: '' }, ['days: is not a whole number: write digits only']],
    [{ start: '2024', days: '1e1' }, ['days: is not a whole number: write digits only']],
    [{ start: '2024', days: '1.5' }, ['days: is not a whole number: write digits only']],
  ])('refuses %j', (period, problems) => expect(wrong(period)).toEqual(problems));

  test('does not compare dates that are none: one mistake is one problem', () => {
    expect(wrong({ start: 'autumn', end: '2024-09-18' })).toHaveLength(1);
  });

  test('refuses fields that it does not have', () => {
    expect(VisitPeriod.safeParse({ start: '2024', finish: '2024' }).success).toBe(false);
  });
});

describe('formatPeriod', () => {
  test.each([
    [{ start: '2024-09-17', end: '2024-09-18' }, '17 and 18 September 2024'],
    [{ start: '2020-10' }, 'October 2020'],
    [{ start: '2022', days: 5 }, '2022, over 5 days'],
    [{ start: '2022', days: 1 }, '2022, over one day'],
    [{ before: '2024-12-15' }, 'before 15 December 2024; the dates are not in the record'],
    [
      { before: '2024-12-15', days: 2 },
      'before 15 December 2024, over 2 days; the dates are not in the record',
    ],
  ])('%j is “%s”', (period, words) => expect(formatPeriod(period)).toBe(words));
});

describe('periodDay', () => {
  test.each([
    [{ start: '2024-09-17' }, '2024-09-17'],
    [{ start: '2020-10' }, '2020-10-01'],
    [{ before: '2024-12' }, '2024-12-31'],
    [{ before: '2024-12-15' }, '2024-12-15'],
  ])('%j is put in order by %s', (period, day) => expect(periodDay(period)).toBe(day));
});

test('every kind has a name', () => {
  expect(Object.keys(VISIT_KIND_LABELS).sort()).toEqual([...VISIT_KINDS].sort());
});
