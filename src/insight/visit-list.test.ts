import { expect, test } from 'vitest';
import { makeVisit } from './fixtures.ts';
import { narrowed } from './narrowing.ts';
import { entriesByYear, visitEntry, visitFacets } from './visit-list.ts';

const visits = [
  makeVisit({ id: 'northmoor-2024', authority: 'northmoor', visited: { start: '2024-05' } }),
  makeVisit({ id: 'southmoor-2024', authority: 'southmoor', visited: { before: '2024-02-01' } }),
  makeVisit({ id: 'northmoor-2020', authority: 'northmoor', visited: { start: '2020-05' } }),
];
const names: Record<string, string> = { northmoor: 'Northmoor', southmoor: 'Anymoor' };
const entries = visits.map((visit) => visitEntry(visit, { name: names[visit.authority] ?? '' }));

test('an entry says of a visit what its card says', () => {
  expect(entries[0]).toMatchObject({
    id: 'northmoor-2024',
    fields: { council: ['northmoor'], year: ['2024'] },
  });
  expect(entries[0]?.eyebrow).toMatch(/^Northmoor · /);
  expect(entries[0]?.facts).toMatch(/^Visited May 2024\. Looked at .+\. Known from .+\.$/);
});

test('visits are listed by year, the newest first', () => {
  expect(entriesByYear(entries).map(({ year, entries: own }) => [year, own.map(({ id }) => id)])).toEqual([
    ['2024', ['northmoor-2024', 'southmoor-2024']],
    ['2020', ['northmoor-2020']],
  ]);
});

test('facets have the values that occur, by their labels, with how often', () => {
  const [council, , , year] = visitFacets(
    entries,
    Object.entries(names).map(([id, name]) => ({ id, name })),
  );
  expect(council).toEqual({
    name: 'council',
    label: 'Council',
    values: [
      { value: 'southmoor', label: 'Anymoor', count: 1 },
      { value: 'northmoor', label: 'Northmoor', count: 2 },
    ],
  });
  expect(year?.values.map(({ value, count }) => [value, count])).toEqual([
    ['2020', 1],
    ['2024', 2],
  ]);
});

test('a list is narrowed by all fields, and each field’s counts are beside what the others ask for', () => {
  const { entries: left, counts } = narrowed(entries, { council: 'northmoor', year: '2024' });
  expect(left.map(({ id }) => id)).toEqual(['northmoor-2024']);
  expect([...counts.council]).toEqual([
    ['northmoor', 1],
    ['southmoor', 1],
  ]);
  expect([...counts.year]).toEqual([
    ['2024', 1],
    ['2020', 1],
  ]);
  expect(narrowed(entries, {}).entries).toEqual(entries);
  expect(narrowed(entries, { council: 'southmoor', year: '2020' }).entries).toEqual([]);
});
