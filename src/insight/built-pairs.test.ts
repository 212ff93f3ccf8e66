import { expect, test } from 'vitest';
import { builtPairs, pairAddress } from './built-pairs.ts';
import { makeVisit } from './fixtures.ts';

const visits = [
  makeVisit({ id: 'anyshire-2024', visited: { before: '2024-12-15' } }),
  makeVisit({ id: 'anyshire-2022-2', visited: { start: '2022-05-09' } }),
  makeVisit({ id: 'anyshire-2022', visited: { start: '2022-05-09' } }),
  makeVisit({ id: 'otherton-2021', authority: 'otherton', visited: { start: '2021' } }),
];
const [newest, middle, oldest] = visits;
const idsOf = (library: Parameters<typeof builtPairs>[0]) =>
  builtPairs(library).map((pair) => pair.map(({ id }) => id));

test('a page is built for each visit beside the one before it to the same authority, in whatever order they are given', () => {
  const built = [
    ['anyshire-2022', 'anyshire-2022-2'],
    ['anyshire-2022-2', 'anyshire-2024'],
  ];
  expect(idsOf({ visits, addresses: [] })).toEqual(built);
  expect(idsOf({ visits: visits.toReversed(), addresses: [] })).toEqual(built);
});

test('a pair whose page was published is built for ever, though a visit has come between', () => {
  expect(idsOf({ visits, addresses: ['/', '/compare/anyshire-2022/anyshire-2024/'] })).toEqual([
    ['anyshire-2022', 'anyshire-2022-2'],
    ['anyshire-2022', 'anyshire-2024'],
    ['anyshire-2022-2', 'anyshire-2024'],
  ]);
});

test('any two visits of an authority have an address side by side, the earlier first', () => {
  const library = { visits, addresses: [] };
  if (!newest || !middle || !oldest) throw new Error('three visits are wanted');
  expect(pairAddress(library, newest, middle)).toBe('/compare/anyshire-2022-2/anyshire-2024/');
  expect(pairAddress(library, newest, oldest)).toBe('/compare/?v=anyshire-2022&v=anyshire-2024');
});
