import { describe, expect, test } from 'vitest';
import { readDay, readPeriods } from './dates.ts';

describe('days on site', () => {
  test.each([
    ['9 May to 20 May 2022', '2022-05-09', '2022-05-20'],
    ['11 – 22 July 2022', '2022-07-11', '2022-07-22'],
    ['17 June 2019 to 28 June 2019', '2019-06-17', '2019-06-28'],
    ['20 January 2015 – 11 February 2015', '2015-01-20', '2015-02-11'],
    ['16 January 2017–9 February 2017', '2017-01-16', '2017-02-09'],
    ['1/06/2015 – 25/06/2015', '2015-06-01', '2015-06-25'],
    ['30 October to 3 November 2023', '2023-10-30', '2023-11-03'],
    ['12 December to 3 January 2020', '2019-12-12', '2020-01-03'],
    ['24 and 25 January 2022', '2022-01-24', '2022-01-25'],
    ['5, 6 and 7 May 2021', '2021-05-05', '2021-05-07'],
    ['Monday 9 Sept to Friday 13 Sept. 2019', '2019-09-09', '2019-09-13'],
    ['2nd and 3rd of March 2020', '2020-03-02', '2020-03-03'],
    ['28 July 2016', '2016-07-28', '2016-07-28'],
    ['3 June 2019 to 1 9 June 20 19', '2019-06-03', '2019-06-19'],
    ['between 18 and 20 May 2021', '2021-05-18', '2021-05-20'],
  ])('%s', (text, start, end) => {
    expect(readPeriods(text)).toEqual([{ start, end }]);
  });

  test('two periods', () => {
    expect(readPeriods('8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019')).toEqual([
      { start: '2019-07-08', end: '2019-07-12' },
      { start: '2019-08-07', end: '2019-08-08' },
    ]);
    expect(readPeriods('29 to 31 January and 12–16 February 2018')).toEqual([
      { start: '2018-01-29', end: '2018-01-31' },
      { start: '2018-02-12', end: '2018-02-16' },
    ]);
  });

  test('a year alone is no day, and a day that is not in the calendar is none', () => {
    expect(readPeriods('judged inadequate in 2023')).toEqual([]);
    expect(readPeriods('31 February 2020')).toEqual([]);
    expect(readPeriods('since 2023 on 6 and 7 October 2024')).toEqual([
      { start: '2024-10-06', end: '2024-10-07' },
    ]);
  });
});

test('a day in full', () => {
  expect(readDay('Report published: 10/08/2015')).toBe('2015-08-10');
  expect(readDay('28 February 2022')).toBe('2022-02-28');
  expect(readDay('28 February')).toBeUndefined();
});
