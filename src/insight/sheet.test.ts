import { describe, expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Visit } from '../model/visit.ts';
import { makeFinding, makeTheme, makeVisit, NEWS } from './fixtures.ts';
import { changeInWords, stanceSheet, type ThemeStance } from './sheet.ts';

const ANYSHIRE = { name: 'Anyshire' };

/** What a visit says on one theme. */
function on(visit: Visit, theme = makeTheme()): ThemeStance {
  const stance = stanceSheet(visit, [theme], ANYSHIRE).themes[theme.id];
  if (!stance) throw new Error(`The sheet has no ${theme.id}.`);
  return stance;
}

const withFindings = (...findings: Partial<Finding>[]) =>
  makeVisit({ findings: findings.map((finding, index) => makeFinding({ id: `f${index + 1}`, ...finding })) });

test('carries what a comparison needs of the visit', () => {
  const visit = makeVisit({ ages: { from: 18, to: 25 }, sources: NEWS, findings: [makeFinding()] });
  const { themes, ...head } = stanceSheet(visit, [makeTheme()], ANYSHIRE);
  expect(head).toEqual({
    visit: 'anyshire-2024',
    title: 'Care leavers in Anyshire, January 2024',
    authority: 'anyshire',
    place: 'Anyshire',
    day: '2024-01-15',
    began: { earliest: '2024-01-15', latest: '2024-01-15' },
    whole: false,
    focus: ['care-leavers'],
    groups: ['care-leavers'],
    ages: { from: 18, to: 25 },
    lookedAt: 'care leavers aged 18 to 25',
    record: 'a newspaper’s report of the letter',
  });
  expect(Object.keys(themes)).toEqual(['accommodation']);
});

test('survives being sent as JSON', () => {
  const sheet = stanceSheet(
    withFindings({ change: 'better', since: '2023-09' }, { assessment: 'context' }),
    [makeTheme(), makeTheme({ id: 'health' })],
    ANYSHIRE,
  );
  expect(JSON.parse(JSON.stringify(sheet))).toStrictEqual(sheet);
});

describe('groups that a focus is about', () => {
  test.each([
    [['whole-service'], 'everyone'],
    [['care-leavers', 'whole-service'], 'everyone'],
    [['care-leavers'], ['care-leavers']],
    [
      ['children-in-care', 'care-leavers'],
      ['care-leavers', 'children-in-care'],
    ],
    [['care-leavers', 'permanence'], ['care-leavers']],
    [['front-door'], []],
  ] as const)('%j: %j', (focus, groups) => {
    expect(stanceSheet(makeVisit({ focus: [...focus] }), [], ANYSHIRE).groups).toEqual(groups);
  });
});

describe('a theme with findings', () => {
  test('has a stance, its counts and the judged findings in order; context stands apart', () => {
    const visit = withFindings(
      {},
      { assessment: 'context' },
      { assessment: 'improvement' },
      { themes: ['health'] },
    );
    expect(on(visit)).toMatchObject({
      stance: 'mixed',
      counts: { 'priority-action': 0, improvement: 1, mixed: 0, strength: 1 },
      context: 1,
      findings: ['f1', 'f3'],
      said: [],
      proposed: false,
    });
  });

  test('counts a finding under each of its themes', () => {
    const visit = withFindings({ themes: ['health', 'accommodation'] });
    expect(on(visit).findings).toEqual(['f1']);
    expect(on(visit, makeTheme({ id: 'health' })).findings).toEqual(['f1']);
  });

  test('keeps its stance where the focus would have said not looked at', () => {
    expect(on(withFindings({}), makeTheme({ focus: ['front-door'] })).stance).toBe('strength');
  });

  test('rests on proposals when any judged finding is one; proposed context does not count', () => {
    expect(on(withFindings({}, { proposed: true })).proposed).toBe(true);
    expect(on(withFindings({}, { proposed: true, assessment: 'context' })).proposed).toBe(false);
  });

  test('tells what inspectors say changed, in words, context included', () => {
    const visit = withFindings(
      { change: 'better', since: '2023-09' },
      { change: 'same', assessment: 'context' },
      { change: 'worse', themes: ['health'] },
    );
    expect(on(visit).said).toStrictEqual([
      {
        finding: 'f1',
        change: 'better',
        since: '2023-09',
        label: 'Inspectors say this got better since September 2023',
      },
      { finding: 'f2', change: 'same', label: 'Inspectors say this has not changed' },
    ]);
  });
});

describe('the group that findings are about', () => {
  test('is the one group of the focus, unless a finding names its own', () => {
    const visit = withFindings({}, { assessment: 'improvement', group: 'disabled-children', proposed: true });
    expect(on(visit).groups).toEqual({
      'care-leavers': {
        label: 'care leavers',
        stance: 'strength',
        counts: { 'priority-action': 0, improvement: 0, mixed: 0, strength: 1 },
        findings: ['f1'],
        proposed: false,
      },
      'disabled-children': {
        label: 'disabled children',
        stance: 'improvement',
        counts: { 'priority-action': 0, improvement: 1, mixed: 0, strength: 0 },
        findings: ['f2'],
        proposed: true,
      },
    });
  });

  test.each([
    ['the whole service', ['whole-service']],
    ['two groups', ['care-leavers', 'children-in-care']],
    ['a group and an area that is about no one group', ['care-leavers', 'permanence']],
  ] as const)('is not known from a focus on %s', (_, focus) => {
    const visit = { ...withFindings({}, { group: 'care-leavers' }), focus: [...focus] };
    expect(on(visit).groups['care-leavers']?.findings).toEqual(['f2']);
    expect(Object.keys(on(visit).groups)).toEqual(['care-leavers']);
  });

  test('rests on proposals when any of its findings is one', () => {
    expect(on(withFindings({}, { proposed: true })).groups['care-leavers']?.proposed).toBe(true);
  });

  test('context makes no group', () => {
    expect(on(withFindings({ assessment: 'context' })).groups).toEqual({});
  });
});

describe('a theme without a judged finding', () => {
  test('is not mentioned where the whole record is held, context or not', () => {
    expect(on(makeVisit()).stance).toBe('not-mentioned');
    expect(on(withFindings({ assessment: 'context' })).stance).toBe('not-mentioned');
  });

  test('is not known where only an account is held', () => {
    expect(on(makeVisit({ sources: NEWS })).stance).toBe('not-known');
  });

  test('is not looked at where the focus does not meet it, whatever is held', () => {
    const theme = makeTheme({ focus: ['front-door', 'children-in-care'] });
    expect(on(makeVisit(), theme).stance).toBe('not-looked-at');
    expect(on(makeVisit({ sources: NEWS }), theme).stance).toBe('not-looked-at');
    expect(on(makeVisit({ focus: ['permanence', 'children-in-care'] }), theme).stance).toBe('not-mentioned');
  });

  test('is looked at by every visit to the whole service', () => {
    const visit = makeVisit({ focus: ['whole-service'] });
    expect(on(visit, makeTheme({ focus: ['front-door'] })).stance).toBe('not-mentioned');
  });

  test('is not looked at where its ages and those of the visit do not overlap', () => {
    const theme = makeTheme({ ages: { from: 16, to: 17 } });
    expect(on(makeVisit({ ages: { from: 18, to: 25 } }), theme).stance).toBe('not-looked-at');
    expect(on(makeVisit({ ages: { from: 17, to: 25 } }), theme).stance).toBe('not-mentioned');
    expect(on(makeVisit(), theme).stance).toBe('not-mentioned');
  });
});

test('a change that is known only from the council is said to be so', () => {
  const finding = makeFinding({ id: 'a', change: 'better', since: '2023-09' });
  const council = makeVisit({ sources: { letter: { type: 'council-news', title: 'News' } } });
  expect(changeInWords(makeVisit({}), finding)).toBe('Inspectors say this got better since September 2023');
  expect(changeInWords(council, finding)).toBe(
    'By the council’s account, inspectors say this got better since September 2023',
  );
  expect(changeInWords(council, makeFinding({ id: 'b' }))).toBeUndefined();
});
