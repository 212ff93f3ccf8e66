import { describe, expect, test } from 'vitest';
import { FrontMatter, holdsWholeRecord, VISIT_ID } from './visit.ts';
import { VISIT_KINDS } from './visit-kind.ts';

describe('VISIT_ID', () => {
  test.each([
    ['wigan-2024', 'wigan', '2024', undefined, undefined],
    ['wigan-2024-09', 'wigan', '2024', '09', undefined],
    ['wigan-2024-12', 'wigan', '2024', '12', undefined],
    ['wigan-2024-2', 'wigan', '2024', undefined, '2'],
    ['wigan-2024-09-2', 'wigan', '2024', '09', '2'],
    ['stockton-on-tees-2019', 'stockton-on-tees', '2019', undefined, undefined],
    ['barking-and-dagenham-2012-05', 'barking-and-dagenham', '2012', '05', undefined],
  ])('%s is a visit to %s in %s', (id, authority, year, month, number) => {
    expect(VISIT_ID.exec(id)?.slice(1)).toEqual([authority, year, month, number]);
  });

  test.each([
    'wigan',
    '2024',
    'wigan-24',
    'wigan-2024-13',
    'wigan-2024-00',
    'wigan-2024-1',
    'wigan-2024-0',
    'wigan-2024-09-1',
    'wigan-2024-09-17',
    'Wigan-2024',
    'wigan_2024',
    'wigan--2024',
    'wigan-2024-',
    'wigan-2024-draft',
    'wigan-1824',
    '-2024',
    'wigan-2024\n',
  ])('“%s” is no name of a visit', (id) => expect(VISIT_ID.test(id)).toBe(false));
});

describe('FrontMatter', () => {
  const facts = {
    title: 'A visit',
    authority: 'northmoor',
    visited: { start: '2024' },
    sources: { letter: { type: 'inspectorate-letter', title: 'A letter' } },
  };

  test('knows every kind of visit', () => {
    for (const kind of VISIT_KINDS) {
      expect(FrontMatter.safeParse({ ...facts, kind, focus: ['care-leavers'] }).error).toBeUndefined();
    }
  });

  test('only a focused visit must say what it looked at: the others looked at the whole service', () => {
    const withoutFocus = VISIT_KINDS.filter((kind) => FrontMatter.safeParse({ ...facts, kind }).success);
    expect(withoutFocus).toEqual(VISIT_KINDS.filter((kind) => kind !== 'focused-visit'));
    expect(FrontMatter.parse({ ...facts, kind: 'inspection' }).focus).toEqual(['whole-service']);
  });

  test('only inspections and reviews can carry grades', () => {
    const judgements = { overall: 'good' };
    const graded = VISIT_KINDS.filter(
      (kind) => FrontMatter.safeParse({ ...facts, kind, focus: ['care-leavers'], judgements }).success,
    );
    expect(graded).toEqual([
      'inspection',
      'single-inspection',
      'looked-after-children-inspection',
      'lscb-review',
    ]);
  });

  test('a visit is published unless it says otherwise', () => {
    expect(FrontMatter.parse({ ...facts, kind: 'inspection' }).status).toBe('published');
  });
});

test('the whole record is held where one of the sources is whole', () => {
  const source = { type: 'inspectorate-letter', title: 'A letter' } as const;
  expect(holdsWholeRecord({ sources: { letter: source } })).toBe(false);
  expect(holdsWholeRecord({ sources: { letter: { ...source, whole: false } } })).toBe(false);
  expect(holdsWholeRecord({ sources: { news: source, letter: { ...source, whole: true } } })).toBe(true);
});
