import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliestDay, formatDate, formatDateRange, latestDay, PartialDate, yearOf } from './partial-date.ts';

const accepts = (text: string) => PartialDate.safeParse(text).success;

describe('PartialDate', () => {
  test.each(['2024', '2024-09', '2024-09-17', '1900', '2024-02-29', '2000-02-29', '2023-12-31'])(
    'accepts %s',
    (text) => expect(accepts(text)).toBe(true),
  );

  test.each([
    '',
    '24',
    '2024-9',
    '2024-09-1',
    '2024-00',
    '2024-13',
    '2024-09-00',
    '2024-09-31',
    '2023-02-29',
    '1900-02-29',
    '1899',
    '2024-09-17T10:00',
    '17 September 2024',
    ' 2024',
    '2024\n',
    '２０２４',
  ])('refuses “%s”', (text) => expect(accepts(text)).toBe(false));

  test('tells a date that is not in the calendar from what is no date', () => {
    const message = (text: string) => PartialDate.safeParse(text).error?.issues[0]?.message;
    expect(message('2024-09-31')).toBe('is not in the calendar: there is no such month or day');
    expect(message('autumn')).toBe(
      'is not a date: write a year, a month or a day, such as 2024, 2024-09 or 2024-09-17',
    );
  });

  test('accepts every day that there is', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1900-01-01T00:00Z'),
          max: new Date('2999-12-31T00:00Z'),
          noInvalidDate: true,
        }),
        (date) => accepts(date.toISOString().slice(0, 10)),
      ),
    );
  });
});

describe('formatDate', () => {
  test.each([
    ['2024', '2024'],
    ['2024-09', 'September 2024'],
    ['2024-09-07', '7 September 2024'],
  ])('%s is “%s”', (date, words) => expect(formatDate(date)).toBe(words));
});

describe('formatDateRange', () => {
  test.each([
    ['2024-09-17', undefined, '17 September 2024'],
    ['2024-09-17', '2024-09-17', '17 September 2024'],
    ['2024-09-17', '2024-09-18', '17 and 18 September 2024'],
    ['2022-05-09', '2022-05-20', '9 to 20 May 2022'],
    ['2017-01-16', '2017-02-09', '16 January to 9 February 2017'],
    ['2024-09-30', '2024-10-01', '30 September to 1 October 2024'],
    ['2023-12-31', '2024-01-01', '31 December 2023 to 1 January 2024'],
    ['2022-06', '2022-07', 'June to July 2022'],
    ['2022-06', '2022-06', 'June 2022'],
    ['2022', '2023', '2022 to 2023'],
    ['2022', '2023-05', '2022 to May 2023'],
    ['2022-06', '2022-07-03', 'June to 3 July 2022'],
  ])('%s to %s is “%s”', (start, end, words) => expect(formatDateRange(start, end)).toBe(words));
});

describe('earliestDay and latestDay', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-04', '2024-04-01', '2024-04-30'],
    ['2024-09-17', '2024-09-17', '2024-09-17'],
  ])('%s is %s at the earliest and %s at the latest', (date, earliest, latest) => {
    expect(earliestDay(date)).toBe(earliest);
    expect(latestDay(date)).toBe(latest);
  });

  test('do not depend on the time zone', () => {
    // vitest.config.ts runs the tests thirteen hours from Greenwich.
    expect(process.env.TZ).toBe('Pacific/Auckland');
    expect(latestDay('2024-12')).toBe('2024-12-31');
  });
});

test('yearOf', () => {
  expect(yearOf('2024-09')).toBe(2024);
});
