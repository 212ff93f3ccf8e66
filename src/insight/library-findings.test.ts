import { expect, test } from 'vitest';
import type { Library } from '../content/library.ts';
import { makeFinding, makeVisit } from './fixtures.ts';
import { authorityOf, findingsOn, visitsTo } from './library-findings.ts';

const later = makeVisit({
  id: 'anyshire-2024',
  authority: 'anyshire',
  findings: [
    makeFinding({ id: 'homes', themes: ['accommodation', 'health'] }),
    makeFinding({ id: 'plans', themes: ['pathway-plans'] }),
  ],
});
const other = makeVisit({
  id: 'otherton-2022',
  authority: 'otherton',
  findings: [makeFinding({ id: 'nurse', themes: ['health'] })],
});
const earlier = makeVisit({ id: 'anyshire-2020', authority: 'anyshire', findings: [] });
const library = { visits: [later, other, earlier] } as unknown as Library;

test('the visits to an authority stand in the order of the library', () => {
  expect(visitsTo(library, 'anyshire')).toEqual([later, earlier]);
  expect(visitsTo(library, 'nowhere')).toEqual([]);
});

test('a finding is found under each of its themes, with its visit', () => {
  const ids = (theme: string) =>
    findingsOn(library, theme).map(({ visit, finding }) => `${visit.id}#${finding.id}`);
  expect(ids('health')).toEqual(['anyshire-2024#homes', 'otherton-2022#nurse']);
  expect(ids('accommodation')).toEqual(['anyshire-2024#homes']);
  expect(ids('neglect')).toEqual([]);
});

test('the authority that was visited, and one that is not held is named', () => {
  const held = { ...library, authorities: [{ id: 'otherton' }, { id: 'anyshire' }] } as unknown as Library;
  expect(authorityOf(held, later).id).toBe('anyshire');
  expect(() => authorityOf({ ...held, authorities: [] }, other)).toThrow(
    'content/visits/otherton-2022.md: no authority “otherton”',
  );
});
