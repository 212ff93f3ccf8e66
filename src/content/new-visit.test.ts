import { describe, expect, test } from 'vitest';
import { VISIT_KINDS } from '../model/visit-kind.ts';
import { newVisitFile, newVisitId } from './new-visit.ts';
import { readVisit } from './visit-file.ts';

const wigan = { id: 'wigan', name: 'Wigan' };

describe('the id of a new visit', () => {
  test('is the authority and the year, then the month, then a number', () => {
    const visit = { authority: wigan, start: '2024-09-17' };
    expect(newVisitId(visit, [])).toBe('wigan-2024');
    expect(newVisitId(visit, ['wigan-2024'])).toBe('wigan-2024-09');
    expect(newVisitId(visit, ['wigan-2024', 'wigan-2024-09'])).toBe('wigan-2024-09-2');
  });

  test('has a number after the year where the month is not known', () => {
    const visit = { authority: wigan, start: '2024' };
    expect(newVisitId(visit, ['wigan-2024', 'wigan-2024-2'])).toBe('wigan-2024-3');
  });
});

describe('the draft of a new visit', () => {
  test.each(VISIT_KINDS)('of the kind %s passes the check as it is', (kind) => {
    const { visit, problems } = readVisit(
      newVisitFile({ authority: wigan, kind, start: '2024-09' }),
      'content/visits/wigan-2024.md',
      { themes: ['care-leavers'], authorities: ['wigan'] },
    );
    expect(problems).toEqual([]);
    expect(visit?.status).toBe('draft');
  });
});
