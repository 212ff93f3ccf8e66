import { describe, expect, test } from 'vitest';
import { ASSESSMENTS } from '../model/assessment.ts';
import { FOCUS_AREAS } from '../model/focus.ts';
import { Judgement } from '../model/judgement.ts';
import { SOURCE_TYPES } from '../model/source.ts';
import { VISIT_KINDS } from '../model/visit-kind.ts';
import { meantBy, nearest, toIdentifier } from './suggestion.ts';

const FIELDS = [
  'kind',
  'focus',
  'title',
  'authority',
  'status',
  'ages',
  'visited',
  'published',
  'inspectors',
];
const THEMES = ['care-leavers', 'accommodation', 'pathway-plans', 'permanence', 'leadership', 'placements'];

describe('nearest', () => {
  test.each([
    ['focussed-vist', VISIT_KINDS, 'focused-visit'],
    ['Focused visit', VISIT_KINDS, 'focused-visit'],
    ['monitoring', VISIT_KINDS, 'monitoring-visit'],
    ['care-leaver', FOCUS_AREAS, 'care-leavers'],
    ['front door', FOCUS_AREAS, 'front-door'],
    ['letter', SOURCE_TYPES, 'inspectorate-letter'],
    ['strenght', ASSESSMENTS, 'strength'],
    ['requires improvement to be good', Judgement.options, 'requires-improvement'],
    ['titel', FIELDS, 'title'],
    ['knid', FIELDS, 'kind'],
    ['inspector', FIELDS, 'inspectors'],
    ['accomodation', THEMES, 'accommodation'],
    ['leadrship', THEMES, 'leadership'],
    ['tales', ['slate', 'tales'], 'tales'],
  ])('“%s” was meant to be one of %j: %s', (written, allowed, meant) => {
    expect(nearest(written, allowed)).toBe(meant);
  });

  test.each([
    ['banana', VISIT_KINDS],
    ['ILACS', VISIT_KINDS],
    ['good', ASSESSMENTS],
    ['weakness', ASSESSMENTS],
    ['headline', FIELDS],
    ['notes', FIELDS],
    ['housing', THEMES],
    ['banana', THEMES],
    ['', THEMES],
    ['   ', THEMES],
  ])('“%s” is like none of %j: a wrong suggestion is worse than none', (written, allowed) => {
    expect(nearest(written, allowed)).toBeUndefined();
  });
});

describe('toIdentifier', () => {
  test.each([
    ['Letter 1', 'letter-1'],
    ['#homes-suitable', 'homes-suitable'],
    ['p1.2', 'p1-2'],
    ['16 and 17', 'and-17'],
    ['Café Ü', 'cafe-u'],
    ['!!!', 'name'],
  ])('“%s” gives %s', (text, id) => expect(toIdentifier(text)).toBe(id));
});

describe('meantBy', () => {
  test.each([
    ['17 September 2024', '2024-09-17'],
    ['17th Sept 2024', '2024-09-17'],
    ['1 Sep. 2024', '2024-09-01'],
    ['September 2024', '2024-09'],
    ['17/09/2024', '2024-09-17'],
    ['17.9.2024', '2024-09-17'],
    ['2024/9/7', '2024-09-07'],
    ['2024-9', '2024-09'],
    ['2024-09-17T10:00', '2024-09-17'],
    ['www.ofsted.gov.uk/x', 'https://www.ofsted.gov.uk/x'],
    ['http:/ofsted.gov.uk', 'https://ofsted.gov.uk'],
    ['18 years', '18'],
    ['two\nlines', 'two lines'],
    ['e08000010', 'E08000010'],
  ])('“%s” may have been meant to be %s', (text, guess) => expect(meantBy(text)).toContain(guess));

  test.each(['javascript:alert(1)', 'data:text/html,x', 'on request'])(
    '“%s” was meant to be no address',
    (text) => expect(meantBy(text).filter((guess) => guess.startsWith('https:'))).toEqual([]),
  );
});
