import { describe, expect, test } from 'vitest';
import { Ages, FOCUS_AREAS, FOCUS_LABELS, GROUP_LABELS, GROUP_OF_FOCUS, GROUPS } from './focus.ts';

describe('Ages', () => {
  test('are whole numbers of years', () => {
    expect(Ages.parse({ from: '18', to: '25' })).toEqual({ from: 18, to: 25 });
    expect(Ages.parse({ from: '0', to: '0' })).toEqual({ from: 0, to: 0 });
  });

  test.each([
    [{ from: '25', to: '18' }, 'is younger than from (25)'],
    [{ from: '', to: '18' }, 'is not a whole number: write digits only'],
    [{ from: '18', to: '26' }, 'Too big: expected number to be <=25'],
    [{ from: '-1', to: '18' }, 'is not a whole number: write digits only'],
    [{ from: '0x1', to: '18' }, 'is not a whole number: write digits only'],
    [{ from: 'eighteen', to: '18' }, 'is not a whole number: write digits only'],
  ])('%j are none: one problem', (ages, message) => {
    expect(Ages.safeParse(ages).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

test('every focus area and group has a name', () => {
  expect(Object.keys(FOCUS_LABELS)).toEqual([...FOCUS_AREAS]);
  expect(Object.keys(GROUP_LABELS)).toEqual([...GROUPS]);
});

test('a focus area is about a group only where it is about that one alone', () => {
  expect(GROUP_OF_FOCUS).toEqual({
    'care-leavers': 'care-leavers',
    'children-in-care': 'children-in-care',
  });
});
