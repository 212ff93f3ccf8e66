import { expect, test } from 'vitest';
import type { KnownReport } from '../model/authority.ts';
import { makeVisit } from './fixtures.ts';
import { authorityHistory, byNewest, byOldest, neighbours, possibleDays, visitPairs } from './history.ts';

test.each([
  [{ start: '2024-09-17', end: '2024-09-18' }, '2024-09-17', '2024-09-17'],
  [{ start: '2024-02' }, '2024-02-01', '2024-02-29'],
  [{ start: '2020' }, '2020-01-01', '2020-12-31'],
  [{ before: '2024-12-15', days: 2 }, '2024-01-01', '2024-12-15'],
  [{ before: '2024-12' }, '2024-01-01', '2024-12-31'],
])('a visit at %j may have begun from %s to %s', (period, earliest, latest) => {
  expect(possibleDays(period)).toEqual({ earliest, latest });
});

const report = (known: Partial<KnownReport>): KnownReport => ({
  kind: 'inspection',
  note: 'It is named in a later letter.',
  source: 'A later letter',
  ...known,
});

test('an authority’s history has its visits and the reports not held, oldest first', () => {
  const visits = [
    makeVisit({ id: 'anyshire-2024', visited: { before: '2024-12-15', days: 2 } }),
    makeVisit({ id: 'elsewhere-2021', authority: 'elsewhere' }),
    makeVisit({ id: 'anyshire-2020-10', visited: { start: '2020-10' } }),
  ];
  const reports = [
    report({ published: '2022-07-08' }),
    report({ visited: { start: '2019-03' }, published: '2019-05' }),
  ];
  const history = authorityHistory({ id: 'anyshire', reports }, visits);
  expect(history.map((entry) => [entry.held ? entry.visit.id : 'not held', entry.day, entry.when])).toEqual([
    ['not held', '2019-03-01', 'March 2019'],
    ['anyshire-2020-10', '2020-10-01', 'October 2020'],
    ['not held', '2022-07-08', 'published 8 July 2022'],
    ['anyshire-2024', '2024-12-15', 'before 15 December 2024, over 2 days; the dates are not in the record'],
  ]);
  expect(history.map(({ began }) => began)).toEqual([
    { earliest: '2019-03-01', latest: '2019-03-31' },
    { earliest: '2020-10-01', latest: '2020-10-31' },
    { earliest: '2022-07-08', latest: '2022-07-08' },
    { earliest: '2024-01-01', latest: '2024-12-15' },
  ]);
});

test('entries of one day go by name, whatever order they are given in', () => {
  const visits = ['anyshire-2022-2', 'anyshire-2022'].map((id) => makeVisit({ id }));
  const names = (given: typeof visits) =>
    authorityHistory({ id: 'anyshire', reports: [] }, given).map((entry) => entry.held && entry.visit.id);
  expect(names(visits)).toEqual(['anyshire-2022', 'anyshire-2022-2']);
  expect(names(visits.toReversed())).toEqual(names(visits));
});

test('newest or oldest first, and by id within a day', () => {
  const visits = [
    makeVisit({ id: 'b-2022', visited: { start: '2022-05-09' } }),
    makeVisit({ id: 'c-2024', visited: { start: '2024' } }),
    makeVisit({ id: 'a-2022', visited: { start: '2022-05-09' } }),
    makeVisit({ id: 'd-2024', visited: { before: '2024-12-15' } }),
  ];
  expect(visits.sort(byNewest).map(({ id }) => id)).toEqual(['d-2024', 'c-2024', 'a-2022', 'b-2022']);
  expect(visits.sort(byOldest).map(({ id }) => id)).toEqual(['a-2022', 'b-2022', 'c-2024', 'd-2024']);
});

test('neighbours are the ones among the given, nearest first', () => {
  const among = [{ id: 'wirral' }, { id: 'wiltshire' }, { id: 'bury' }];
  expect(neighbours({ neighbours: ['bury', 'elsewhere', 'wirral'] }, among)).toEqual([
    { id: 'bury' },
    { id: 'wirral' },
  ]);
  expect(neighbours({ neighbours: [] }, among)).toEqual([]);
});

test('pairs are of one authority, the earlier first, in whatever order the visits are given', () => {
  const visits = [
    makeVisit({ id: 'anyshire-2024', visited: { before: '2024-12-15' } }),
    makeVisit({ id: 'anyshire-2022-2', visited: { start: '2022-05-09' } }),
    makeVisit({ id: 'anyshire-2022', visited: { start: '2022-05-09' } }),
    makeVisit({ id: 'otherton-2021', authority: 'otherton', visited: { start: '2021' } }),
  ];
  const ids = (given: typeof visits) => visitPairs(given).map((pair) => pair.map(({ id }) => id));
  expect(ids(visits)).toEqual([
    ['anyshire-2022', 'anyshire-2022-2'],
    ['anyshire-2022', 'anyshire-2024'],
    ['anyshire-2022-2', 'anyshire-2024'],
  ]);
  expect(ids(visits.toReversed())).toEqual(ids(visits));
});
