import { expect, test } from 'vitest';
import type { KnownReport } from '../model/authority.ts';
import type { Visit } from '../model/visit.ts';
import { reportsNotHeld } from './reports-not-held.ts';

const heldWith = (
  known: Partial<KnownReport>,
  visit: Partial<Pick<Visit, 'authority' | 'kind' | 'visited' | 'published'>>,
) => {
  const report: KnownReport = { kind: 'focused-visit', note: 'It is named.', source: 'A letter', ...known };
  const held = {
    authority: 'anyshire',
    kind: 'focused-visit',
    visited: { start: '2019-03-05', end: '2019-03-06' },
    published: '2019-04-01',
    ...visit,
  } as const;
  return reportsNotHeld({ id: 'anyshire', reports: [report] }, [held]).length === 0;
};

test.each([
  ['the very days', { visited: { start: '2019-03-05' } }, {}],
  ['the month alone', { visited: { start: '2019-03' } }, {}],
  [
    'the days of what is held to the month',
    { visited: { start: '2019-03-20' } },
    { visited: { start: '2019-03' } },
  ],
  ['when it was published', { published: '2019-04' }, {}],
])('a report known by %s is held', (_, known, visit) => {
  expect(heldWith(known, visit)).toBe(true);
});

test.each([
  ['of another council', { visited: { start: '2019-03' } }, { authority: 'otherton' }],
  ['of another kind', { visited: { start: '2019-03' }, kind: 'inspection' as const }, {}],
  ['of another month', { visited: { start: '2019-04' } }, {}],
  ['known by its year alone', { visited: { start: '2019' } }, {}],
  ['published at another time', { published: '2019-05' }, {}],
  ['whose visit here has no date of publication', { published: '2019-04' }, { published: undefined }],
  [
    'whose visit here is dated by a report of it',
    { visited: { start: '2019-03' } },
    { visited: { before: '2019-03-30' } },
  ],
])('a report %s is not held', (_, known, visit) => {
  expect(heldWith(known, visit)).toBe(false);
});
