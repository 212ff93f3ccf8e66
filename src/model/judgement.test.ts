import { describe, expect, test } from 'vitest';
import { GRADE_LABELS, GRADES, JUDGEMENT_LABELS, Judgement, Judgements, judgementSet } from './judgement.ts';
import { VISIT_KINDS } from './visit-kind.ts';

describe('judgementSet', () => {
  test.each([
    ['2018-01-01', 'ILACS, 2018 to 2022', 4],
    ['2022-12-31', 'ILACS, 2018 to 2022', 4],
    ['2023-01-01', 'ILACS, January 2023 to March 2026', 5],
    ['2026-03-31', 'ILACS, January 2023 to March 2026', 5],
    ['2026-04-01', 'ILACS, from April 2026', 4],
    ['2026-04', 'ILACS, from April 2026', 4],
    ['2026-03', 'ILACS, January 2023 to March 2026', 5],
    ['2022', 'ILACS, 2018 to 2022', 4],
  ])('an inspection that began on %s follows %s', (began, framework, count) => {
    const set = judgementSet('inspection', began);
    expect(set?.framework).toBe(framework);
    expect(set?.required).toHaveLength(count);
    expect(set?.optional).toEqual([]);
  });

  test('care leavers are judged with children in care until the end of 2022, and apart from 2023 on', () => {
    expect(judgementSet('inspection', '2022-12-31')?.required).toContain('childrenInCareAndCareLeavers');
    expect(judgementSet('inspection', '2022-12-31')?.required).not.toContain('careLeavers');
    expect(judgementSet('inspection', '2023-01-01')?.required).toContain('careLeavers');
    expect(judgementSet('inspection', '2023-01-01')?.required).not.toContain('childrenInCareAndCareLeavers');
  });

  test('there is no overall effectiveness from April 2026', () => {
    expect(judgementSet('inspection', '2026-03-31')?.required).toContain('overall');
    expect(judgementSet('inspection', '2026-04-01')?.required).not.toContain('overall');
  });

  test('a single inspection judges six things and perhaps the safeguarding board', () => {
    const set = judgementSet('single-inspection', '2016-07-04');
    expect(set?.required).toHaveLength(6);
    expect(set?.optional).toEqual(['lscb']);
  });

  test('visits are not graded', () => {
    const graded = VISIT_KINDS.filter((kind) => judgementSet(kind, '2024-01-01'));
    expect(graded).toEqual([
      'inspection',
      'single-inspection',
      'looked-after-children-inspection',
      'lscb-review',
    ]);
  });

  test('“adequate” was a grade only before the single inspection framework', () => {
    expect(judgementSet('inspection', '2022-05-09')?.grades).not.toContain('adequate');
    expect(judgementSet('single-inspection', '2016-07-04')?.grades).not.toContain('adequate');
    expect(judgementSet('looked-after-children-inspection', '2011-03')?.grades).toContain('adequate');
  });
});

test('“not inspected” and “not read” are no grades, and both may be written', () => {
  expect(GRADES).not.toContain('not-inspected');
  expect(Judgement.options).toEqual([...GRADES, 'not-inspected', 'not-read']);
  expect(Object.keys(GRADE_LABELS)).toEqual([...GRADES]);
});

test('judgements have the names that the labels have', () => {
  expect(Object.keys(Judgements.shape)).toEqual(Object.keys(JUDGEMENT_LABELS));
});
