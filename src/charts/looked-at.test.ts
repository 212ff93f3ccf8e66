import { expect, test } from 'vitest';
import { makeVisit } from '../insight/fixtures.ts';
import { ANYSHIRE_2020, SHEETS, sheetOf } from './examples.ts';
import { lookedAtChart } from './looked-at.ts';

/** The panel alone, without the key. */
const panel = (svg: string) => svg.slice(svg.indexOf('class="chart-panel'));
const DOT = /<circle r="7"/g;
const BAR = /<rect x="-4"/g;

test('its table says what each visit looked at, at which ages, and what it is known from', () => {
  const { table } = lookedAtChart(SHEETS);
  expect(table.columns).toEqual([
    'Visit',
    'The front door',
    'Children in need and child protection',
    'Children at risk outside the family',
    'Children in care',
    'Permanence',
    'Care leavers',
    'Decisions about placements',
    'Ages',
    'Known from',
  ]);
  const only = ['no', 'no', 'no', 'no', 'no', 'yes', 'no'];
  expect(table.rows).toEqual([
    [
      'Children’s services in Anyshire, October 2020',
      ...Array(7).fill('yes'),
      'not given',
      'a newspaper’s report of the letter',
    ],
    ['Care leavers in Otherton, 2022', ...only, 'not given', 'a newspaper’s report of the letter'],
    ['Care leavers in Anyshire, January 2024', ...only, '18 to 25', 'Ofsted’s whole letter'],
  ]);
});

test('an area that a focus names is a dot; one that is part of the whole service is a bar', () => {
  const drawn = panel(lookedAtChart(SHEETS).svg);
  expect(drawn.match(DOT)).toHaveLength(2);
  expect(drawn.match(BAR)).toHaveLength(7);
});

test('arrangements during the pandemic are looked at only where a focus says so', () => {
  const pandemic = sheetOf(makeVisit({ id: 'anyshire-2021', focus: ['covid-arrangements'] }));
  const { svg, table } = lookedAtChart([sheetOf(ANYSHIRE_2020), pandemic]);
  const column = table.columns.indexOf('Arrangements during the pandemic');
  expect(table.rows.map((row) => row[column])).toEqual(['no', 'yes']);
  expect(panel(svg).match(DOT)).toHaveLength(1);
  const both = sheetOf({ ...ANYSHIRE_2020, focus: ['whole-service', 'covid-arrangements'] });
  const named = panel(lookedAtChart([both]).svg);
  expect([named.match(DOT)?.length, named.match(BAR)?.length]).toEqual([1, 7]);
});

test('one age is not a range', () => {
  const sheet = sheetOf(makeVisit({ ages: { from: 17, to: 17 } }));
  expect(lookedAtChart([sheet]).table.rows[0]?.at(-2)).toBe('17');
});
