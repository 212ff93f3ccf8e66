import { expect, test } from 'vitest';
import type { StanceSheet } from '../insight/sheet.ts';
import { shortName, visitColumns } from './column.ts';
import { SHEETS } from './examples.ts';

const named = (name: string, day: string, visit = `${name}-${day}`): StanceSheet => {
  const [sheet] = SHEETS;
  if (!sheet) throw new Error('There is no sheet.');
  return { ...sheet, visit, place: name, day };
};

test('visits stand in order of time, at equal distances', () => {
  const columns = visitColumns(SHEETS);
  expect(columns.sheets.map(({ visit }) => visit)).toEqual([
    'anyshire-2020',
    'otherton-2022',
    'anyshire-2024',
  ]);
  expect(columns.sheets.map(({ visit }) => columns.middle(visit))).toEqual(['16.67%', '50%', '83.33%']);
  expect(visitColumns(SHEETS.toReversed()).sheets).toEqual(columns.sheets);
});

test('visits of one day go by their ids', () => {
  const sheets = [named('B', '2024-01-01', 'b'), named('A', '2024-01-01', 'a')];
  expect(visitColumns(sheets).sheets.map(({ visit }) => visit)).toEqual(['a', 'b']);
});

test('a head says the place and the year, and the month where a place has several visits in a year', () => {
  const sheets = [named('Wigan', '2020-01-20'), named('Wigan', '2020-10-01'), named('Wirral', '2020-05-01')];
  expect(sheets.map((sheet) => shortName(sheet, sheets))).toEqual([
    'Wigan January 2020',
    'Wigan October 2020',
    'Wirral 2020',
  ]);
});

test('the tallest head gives the height, and every head is a link to its visit', () => {
  const columns = visitColumns([
    named('Wirral', '2020-05-01'),
    named('Kensington and Chelsea', '2021-05-01'),
  ]);
  expect(columns.height).toBe(3 * 16);
  expect(columns.heads(0).map((head) => head.page.match(/^<a href="[^"]+"/)?.[0])).toEqual([
    '<a href="/visits/Wirral-2020-05-01/"',
    '<a href="/visits/Kensington and Chelsea-2021-05-01/"',
  ]);
});

test('of several visits to one place, heads say the time alone', () => {
  const columns = visitColumns([named('Wigan', '2020-01-20'), named('Wigan', '2024-10-01')]);
  expect(columns.height).toBe(16);
  expect(columns.heads(0)[0]?.page).toContain('<title>Wigan 2020: ');
});

test('a column is as wide as the longest word of its heads', () => {
  const wide = (count: number) =>
    visitColumns([
      named('Northamptonshire', '2009-01-01'),
      ...Array.from({ length: count - 1 }, (_, index) => named('A', `20${10 + index}-01-01`)),
    ]).width;
  expect(wide(2)).toBeUndefined();
  expect(wide(3)).toBe(640);
  expect(wide(20)).toBe(2400);
});

test('up to four visits fit a phone; more need a width', () => {
  const visits = (count: number) =>
    visitColumns(Array.from({ length: count }, (_, index) => named('A', `20${10 + index}-01-01`)));
  expect(visits(0).sheets).toEqual([]);
  expect(visits(4).width).toBeUndefined();
  expect(visits(5).width).toBe(640);
  expect(visits(20).width).toBe(1600);
});
