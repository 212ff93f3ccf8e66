import { describe, expect, it } from 'vitest';
import { makeCorrector, slipsBetween } from './correct.ts';

const vocabulary = new Map([
  ['accommodation', 9],
  ['plans', 8],
  ['plan', 5],
  ['plane', 1],
  ['personal', 7],
  ['adviser', 7],
  ['local', 3],
  ['place', 4],
  ['wirral', 4],
  ['leavers', 12],
  ['levers', 1],
  ['2024', 6],
  ['care', 20],
]);
const correct = makeCorrector(vocabulary);

describe('makeCorrector', () => {
  it.each([
    ['accomodation', 'accommodation'],
    ['acommadation', 'accommodation'],
    ['pans', 'plans'],
    ['persnal', 'personal'],
    ['advisor', 'adviser'],
    ['lcoal', 'local'],
    ['wirrel', 'wirral'],
  ])('takes %s for %s', (typed, meant) => expect(correct(typed)).toBe(meant));

  it('takes the fewest slips, then the same first letter, then the commoner word', () => {
    expect(correct('lavers')).toBe('leavers');
    expect(correct('plany')).toBe('plans');
  });

  it.each(['police', 'cat', 'xylophone', '2023', 'x'.repeat(500), ''])('leaves %j alone', (typed) =>
    expect(correct(typed)).toBeUndefined(),
  );
});

describe('slipsBetween', () => {
  it.each([
    ['plan', 'plan', 0],
    ['plan', 'plans', 1],
    ['plan', 'pan', 1],
    ['plan', 'plam', 1],
    ['plan', 'paln', 1],
    ['plan', 'lpna', 2],
  ])('counts the slips between %s and %s', (a, b, slips) => {
    expect(slipsBetween(a, b, 3)).toBe(slips);
    expect(slipsBetween(b, a, 3)).toBe(slips);
  });

  it('gives up where too many are sure', () => {
    expect(slipsBetween('plan', 'planning', 2)).toBe(3);
  });
});
