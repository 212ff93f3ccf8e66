import { describe, expect, test } from 'vitest';
import { makeVisit } from '../insight/fixtures.ts';
import { authorityHistory } from '../insight/history.ts';
import type { Visit } from '../model/visit.ts';
import { HISTORY } from './examples.ts';
import { timeLineChart } from './time-line.ts';

const ANYSHIRE = { id: 'anyshire', name: 'Anyshire', reports: [] };

const chartOf = (...visited: Visit['visited'][]) =>
  timeLineChart(
    ANYSHIRE,
    authorityHistory(
      ANYSHIRE,
      visited.map((period, index) => makeVisit({ id: `anyshire-2024-${index + 1}`, visited: period })),
    ),
  );

/** The panel alone, without the key. */
const panel = (svg: string) => svg.slice(svg.indexOf('class="chart-panel'));
const ticksOf = (svg: string) => [...panel(svg).matchAll(/>(\d{4})<\/text>/g)].map(([, year]) => year);

test('its table has what is held and what is known, in order of time, with the days as far as known', () => {
  expect(timeLineChart(ANYSHIRE, HISTORY).table.rows).toEqual([
    ['Published 2012', 'Inspection of services for looked after children', 'no', '2012-01-01', '2012-12-31'],
    ['October 2020', 'Focused visit', 'yes', '2020-10-01', '2020-10-31'],
    ['9 to 20 May 2022', 'Inspection', 'no', '2022-05-09', '2022-05-09'],
    ['15 and 16 January 2024', 'Focused visit', 'yes', '2024-01-15', '2024-01-15'],
  ]);
});

test('what is held is filled and leads to its visit; what is not is a ring, and leads nowhere', () => {
  const drawn = panel(timeLineChart(ANYSHIRE, HISTORY).svg);
  expect([...drawn.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/visits/anyshire-2020/',
    '/visits/anyshire-2024/',
  ]);
  expect(drawn.match(/<circle r="7" fill="currentColor"/g)).toHaveLength(2);
  expect(drawn.match(/<circle r="6" fill="none"/g)).toHaveLength(1);
  expect(drawn.match(/<rect [^>]*fill="none"/g)).toHaveLength(1);
});

describe('a date that is not known to the day', () => {
  test('is a span, unless it is too short to be told from a dot', () => {
    expect(panel(chartOf({ start: '2024' }).svg).match(/<rect x="6%"/g)).toHaveLength(1);
    expect(panel(chartOf({ start: '2024-05' }).svg)).toContain('<rect');
    expect(panel(chartOf({ start: '2024-05' }, { start: '2014-05-01' }).svg)).not.toContain('<rect');
    expect(panel(chartOf({ start: '2024-05-01' }).svg)).not.toContain('<rect');
  });

  test('is within the year of the report where only that is dated, and a note says so', () => {
    const { svg, notes, table } = chartOf({ before: '2024-12-15', days: 2 });
    expect(svg).toContain('>Before 15 December 2024, over 2 days</text>');
    expect(table.rows[0]?.slice(3)).toEqual(['2024-01-01', '2024-12-15']);
    expect(notes).toHaveLength(1);
    expect(chartOf({ before: '2024-12-15' }, { start: '2022' }).notes).toEqual(notes);
    expect(chartOf({ start: '2024' }).notes).toEqual([]);
  });
});

test('years have ticks, fewer where there are many', () => {
  expect(ticksOf(chartOf({ start: '2024-05-01' }).svg)).toEqual(['2024', '2025']);
  expect(ticksOf(chartOf({ start: '2024-05-01' }, { start: '2012-05-01' }).svg)).toEqual([
    '2012',
    '2014',
    '2016',
    '2018',
    '2020',
    '2022',
    '2024',
  ]);
  expect(ticksOf(chartOf({ start: '2024-05-01' }, { start: '1990-05-01' }).svg)).toHaveLength(8);
});

test('without any history there is an axis and nothing on it', () => {
  expect(chartOf().table.rows).toEqual([]);
  expect(panel(chartOf().svg)).not.toMatch(/<a |<circle|<rect/);
});
