import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import type { FocusArea } from '../model/focus.ts';
import { type ComparisonRow, changed, compareSheets, leadOf } from './comparison.ts';
import { LETTER, makeFinding, makeTheme, makeVisit, NEWS } from './fixtures.ts';
import { type StanceSheet, stanceSheet } from './sheet.ts';
import { isSilence } from './stance.ts';

const ACCOMMODATION = makeTheme();
const HEALTH = makeTheme({ id: 'health', label: 'Health', focus: ['care-leavers', 'children-in-care'] });
const NEGLECT = makeTheme({ id: 'neglect', label: 'Neglect', group: 'wider', focus: ['front-door'] });
const THEMES = [ACCOMMODATION, HEALTH, NEGLECT];

type Given = Parameters<typeof makeVisit>[0];

/** The sheet of a visit to Anyshire, or to Otherton where `authority` says so. */
function sheet(given: Given = {}): StanceSheet {
  const name = given.authority === 'otherton' ? 'Otherton' : 'Anyshire';
  return stanceSheet(makeVisit(given), THEMES, { name });
}

/** Findings on accommodation, one for each assessment. */
const assessed = (...assessments: Assessment[]): Finding[] =>
  assessments.map((assessment, index) => makeFinding({ id: `f${index + 1}`, assessment }));

const EARLIER = { id: 'anyshire-2020', visited: { start: '2020-10' } } satisfies Given;
const LATER = { id: 'anyshire-2024', visited: { start: '2024-01-15' } } satisfies Given;

/** The row of a theme in a comparison. */
function rowOf(a: StanceSheet, b: StanceSheet, theme = 'accommodation'): ComparisonRow {
  const row = compareSheets(a, b, THEMES).rows.find((candidate) => candidate.theme.id === theme);
  if (!row) throw new Error(`There is no row on ${theme}.`);
  return row;
}

describe('two visits of one authority', () => {
  const earlier = sheet({ ...EARLIER, findings: assessed('improvement', 'context') });
  const later = sheet({ ...LATER, findings: assessed('strength', 'strength') });

  test('are put in order of time, however they are given', () => {
    const comparison = compareSheets(later, earlier, THEMES);
    expect(comparison.left.visit).toBe('anyshire-2020');
    expect(comparison.right.visit).toBe('anyshire-2024');
    expect(comparison.overTime).toBe(true);
    expect(comparison).toEqual(compareSheets(earlier, later, THEMES));
  });

  test('that looked at the same get a verdict with a direction, and the findings it rests on', () => {
    expect(rowOf(earlier, later)).toMatchObject({
      verdict: { code: 'improved', label: 'Improved', tone: 'better' },
      likeForLike: 'yes',
      groups: [],
      compared: { left: 'improvement', right: 'strength' },
      restsOn: { left: ['f1'], right: ['f1', 'f2'] },
      proposed: false,
    });
  });

  test('have a row for every theme in the order of the taxonomy', () => {
    expect(compareSheets(earlier, later, THEMES).rows.map(({ theme }) => theme.id)).toEqual([
      'accommodation',
      'health',
      'neglect',
    ]);
  });

  test('are compared the same after being sent as JSON', () => {
    const sent = JSON.parse(JSON.stringify([earlier, later]));
    expect(compareSheets(sent[0], sent[1], THEMES)).toEqual(compareSheets(earlier, later, THEMES));
  });

  test('rest on proposals where either side does', () => {
    const proposed = sheet({ ...EARLIER, findings: [makeFinding({ proposed: true })] });
    expect(rowOf(proposed, later).proposed).toBe(true);
    expect(rowOf(proposed, later, 'health').proposed).toBe(false);
  });

  test('say nothing of a theme that a sheet does not have', () => {
    const bare = { ...earlier, themes: {} };
    expect(rowOf(bare, later).verdict.code).toBe('not-known');
  });
});

describe('visits that looked at different things', () => {
  const everything: Given = { ...EARLIER, focus: ['whole-service'] };
  const careLeavers: Given = { ...LATER, ages: { from: 18, to: 25 } };

  test('are not like for like: both stances stand and no direction is claimed', () => {
    const row = rowOf(
      sheet({ ...everything, findings: assessed('improvement') }),
      sheet({ ...careLeavers, findings: assessed('strength') }),
    );
    expect(row).toMatchObject({
      left: { stance: 'improvement' },
      right: { stance: 'strength' },
      verdict: {
        code: 'not-like-for-like',
        label: 'Not like for like: the visits looked at different things',
        tone: 'none',
      },
      likeForLike: 'no',
      restsOn: { left: ['f1'], right: ['f1'] },
    });
  });

  test('are compared on the findings about one same group alone', () => {
    const left = sheet({
      ...everything,
      findings: [
        makeFinding({ id: 'leaving', assessment: 'improvement', group: 'care-leavers', proposed: true }),
        makeFinding({ id: 'disabled', assessment: 'priority-action', group: 'disabled-children' }),
        makeFinding({ id: 'all', assessment: 'strength' }),
      ],
    });
    const right = sheet({
      ...careLeavers,
      findings: [
        makeFinding({ id: 'homes' }),
        makeFinding({ id: 'adults', assessment: 'improvement', group: 'vulnerable-adolescents' }),
      ],
    });
    expect(rowOf(left, right)).toMatchObject({
      left: { stance: 'priority-action' },
      right: { stance: 'mixed' },
      verdict: { code: 'improved', label: 'Care leavers only: improved', tone: 'better' },
      likeForLike: 'group',
      groups: ['care-leavers'],
      compared: { left: 'improvement', right: 'strength' },
      restsOn: { left: ['leaving'], right: ['homes'] },
      proposed: true,
    });
  });

  test('rest on no proposal where only findings about other groups are proposed', () => {
    const left = sheet({
      ...everything,
      findings: [
        makeFinding({ id: 'leaving', assessment: 'improvement', group: 'care-leavers' }),
        makeFinding({ id: 'disabled', group: 'disabled-children', proposed: true }),
      ],
    });
    expect(rowOf(left, sheet({ ...careLeavers, findings: assessed('strength') })).proposed).toBe(false);
  });

  test('are compared on all the groups they share together', () => {
    const left = sheet({
      ...everything,
      findings: [
        makeFinding({ id: 'l1', assessment: 'improvement', group: 'children-in-care' }),
        makeFinding({ id: 'l2', assessment: 'strength', group: 'care-leavers', proposed: true }),
      ],
    });
    const right = sheet({
      ...LATER,
      focus: ['care-leavers', 'children-in-care'],
      findings: [
        makeFinding({ id: 'r1', group: 'care-leavers' }),
        makeFinding({ id: 'r2', group: 'children-in-care' }),
      ],
    });
    expect(rowOf(left, right)).toMatchObject({
      verdict: { code: 'improved', label: 'Care leavers and children in care only: improved' },
      groups: ['care-leavers', 'children-in-care'],
      restsOn: { left: ['l2', 'l1'], right: ['r1', 'r2'] },
      proposed: true,
    });
  });

  test('keep the silences’ own verdicts', () => {
    const left = sheet({ ...everything, sources: NEWS, findings: assessed('improvement') });
    const neglect = sheet({
      ...everything,
      findings: [makeFinding({ themes: ['neglect'], assessment: 'improvement' })],
    });
    expect(rowOf(left, sheet(careLeavers)).verdict.code).toBe('no-longer-mentioned');
    expect(rowOf(left, sheet({ ...careLeavers, sources: NEWS })).verdict.code).toBe('not-known');
    expect(rowOf(neglect, sheet(careLeavers), 'neglect')).toMatchObject({
      verdict: {
        code: 'not-looked-at',
        label: 'Cannot be compared: the later visit looked at care leavers aged 18 to 25',
      },
      likeForLike: 'no',
      restsOn: { left: ['homes-suitable'], right: [] },
    });
  });

  test('say which visit did not look at a theme, or that neither did', () => {
    const wide = sheet({ ...LATER, focus: ['whole-service'] });
    expect(rowOf(sheet(EARLIER), wide, 'neglect').verdict.label).toBe(
      'Cannot be compared: the earlier visit looked at care leavers',
    );
    expect(rowOf(sheet(EARLIER), sheet(LATER), 'neglect').verdict.label).toBe(
      'Cannot be compared: neither visit looked at this',
    );
  });

  test.each<[FocusArea[], FocusArea[], ComparisonRow['likeForLike']]>([
    [['whole-service'], ['whole-service'], 'yes'],
    [['whole-service', 'front-door'], ['whole-service'], 'yes'],
    [['care-leavers', 'permanence'], ['permanence', 'care-leavers'], 'yes'],
    [['front-door'], ['extra-familial-risk'], 'no'],
    [['front-door'], ['front-door', 'permanence'], 'no'],
    [['front-door', 'permanence'], ['front-door'], 'no'],
    [['whole-service'], ['front-door'], 'no'],
    [['care-leavers'], ['children-in-care'], 'no'],
  ])('%j against %j: %s', (a, b, likeForLike) => {
    const findings = assessed('strength');
    const row = rowOf(sheet({ ...EARLIER, focus: a, findings }), sheet({ ...LATER, focus: b, findings }));
    expect(row.likeForLike).toBe(likeForLike);
  });

  test('of different ages are not like for like, even about one same group', () => {
    const findings = assessed('strength');
    const young = sheet({ ...EARLIER, ages: { from: 16, to: 17 }, findings });
    const adult = sheet({ ...LATER, ages: { from: 18, to: 25 }, findings });
    expect(rowOf(young, adult)).toMatchObject({
      verdict: { label: 'Not like for like: the visits looked at different ages', tone: 'none' },
      likeForLike: 'no',
    });
    const both = sheet({ ...EARLIER, ages: { from: 16, to: 25 }, findings });
    expect(rowOf(both, adult).likeForLike).toBe('yes');
  });
});

describe('two authorities', () => {
  const anyshire = sheet({ ...LATER, findings: assessed('strength') });
  const otherton = sheet({
    id: 'otherton-2020',
    authority: 'otherton',
    visited: { start: '2020' },
    findings: [makeFinding({ assessment: 'improvement', change: 'better' })],
  });

  test('keep the order given, name who has what, and have no later visit to say what changed', () => {
    const comparison = compareSheets(anyshire, otherton, THEMES);
    expect(comparison.left.visit).toBe('anyshire-2024');
    expect(comparison.overTime).toBe(false);
    expect(comparison.rows[0]).toMatchObject({
      verdict: { code: 'differ', label: 'Strength in Anyshire, needs to improve in Otherton', tone: 'none' },
      said: [],
    });
  });

  test('say who has what where they are not like for like', () => {
    const whole = sheet({ ...LATER, focus: ['whole-service'], findings: assessed('strength') });
    expect(rowOf(whole, otherton).verdict).toEqual({
      code: 'not-like-for-like',
      label: 'Not like for like: strength in Anyshire, needs to improve in Otherton',
      tone: 'none',
    });
  });
});

describe('visits of which it is not known which came first', () => {
  const year = sheet({ ...EARLIER, visited: { start: '2024' }, findings: assessed('improvement') });
  const day = sheet({ ...LATER, findings: [makeFinding({ change: 'better' })] });

  test('claim no direction', () => {
    expect(compareSheets(year, day, THEMES).overTime).toBe(false);
    expect(rowOf(year, day)).toMatchObject({
      verdict: {
        code: 'differ',
        label: 'Needs to improve in the visit shown first, strength in the visit shown second',
        tone: 'none',
      },
      said: [],
    });
  });

  test('are shown the same whichever is given first', () => {
    const twin = sheet({ ...LATER, id: 'anyshire-2024-2' });
    expect(compareSheets(day, twin, THEMES).overTime).toBe(false);
    expect(compareSheets(day, twin, THEMES)).toEqual(compareSheets(twin, day, THEMES));
    expect(compareSheets(twin, day, THEMES).left.visit).toBe('anyshire-2024');
  });
});

describe('what leads a row', () => {
  const earlier = sheet({ ...EARLIER, findings: assessed('strength') });
  const lead = (...findings: Partial<Finding>[]) =>
    leadOf(rowOf(earlier, sheet({ ...LATER, findings: findings.map(makeFinding) })));

  test('is our verdict where inspectors do not say what changed', () => {
    expect(lead({ assessment: 'mixed' })).toEqual({ label: 'Now mixed', tone: 'worse', by: 'comparison' });
  });

  test('is what inspectors of the later visit say, even against our verdict', () => {
    expect(lead({ assessment: 'mixed', change: 'better', since: '2023-09' })).toEqual({
      label: 'Inspectors say this got better since September 2023',
      tone: 'better',
      by: 'inspectors',
    });
  });

  test('says the same thing once, and different things each', () => {
    expect(lead({ change: 'same' }, { change: 'same' })).toMatchObject({
      label: 'Inspectors say this has not changed',
      tone: 'same',
    });
    expect(lead({ change: 'better' }, { change: 'worse' })).toMatchObject({
      label: 'Inspectors say this got better; Inspectors say this got worse',
      tone: 'none',
    });
  });

  test('what inspectors of the earlier visit said is not about these two', () => {
    const said = sheet({ ...EARLIER, findings: [makeFinding({ change: 'worse' })] });
    expect(rowOf(said, sheet({ ...LATER, findings: assessed('strength') })).said).toEqual([]);
  });
});

test.each<[Assessment, Partial<Finding>, boolean]>([
  ['strength', { assessment: 'strength' }, false],
  ['strength', { assessment: 'mixed' }, true],
  ['improvement', { assessment: 'mixed' }, true],
  ['improvement', { assessment: 'strength' }, true],
  ['strength', { assessment: 'strength', change: 'better' }, true],
  ['strength', { assessment: 'strength', change: 'same' }, false],
  ['strength', { themes: ['health'] }, false],
  ['context', { assessment: 'strength' }, false],
])('%s, then %j: changed is %s', (before, after, expected) => {
  const earlier = sheet({ ...EARLIER, findings: assessed(before) });
  const later = sheet({ ...LATER, findings: [makeFinding(after)] });
  expect(changed(rowOf(earlier, later))).toBe(expected);
});

test('between two authorities, what differs counts as changed', () => {
  const anyshire = sheet({ findings: assessed('strength') });
  const otherton = (assessment: Assessment) =>
    sheet({ authority: 'otherton', findings: assessed(assessment) });
  expect(changed(rowOf(anyshire, otherton('mixed')))).toBe(true);
  expect(changed(rowOf(anyshire, otherton('strength')))).toBe(false);
});

describe('the tally', () => {
  test('counts verdicts where a side has a judged finding, and apart from those where none has', () => {
    const left = sheet({
      ...EARLIER,
      focus: ['whole-service'],
      findings: [
        makeFinding({ assessment: 'improvement', group: 'care-leavers' }),
        makeFinding({ themes: ['neglect'], assessment: 'improvement' }),
      ],
    });
    const right = sheet({ ...LATER, findings: assessed('mixed') });
    expect(compareSheets(left, right, THEMES).tally).toEqual({
      entries: [
        { code: 'partly-improved', tone: 'partly', count: 1, words: '1 partly improved' },
        { code: 'not-looked-at', tone: 'none', count: 1, words: '1 cannot be compared' },
      ],
      silent: 1,
      summary: '1 partly improved, 1 cannot be compared',
    });
  });

  test('tells one from several', () => {
    const on = (...themes: string[]) =>
      themes.map((id) => makeFinding({ themes: [id], assessment: 'improvement' }));
    const tally = (...themes: string[]) =>
      compareSheets(
        sheet({ ...EARLIER, findings: on(...themes) }),
        sheet({ ...LATER, findings: on(...themes) }),
        THEMES,
      ).tally.summary;
    expect(tally('health')).toBe('1 still needs to improve');
    expect(tally('health', 'accommodation')).toBe('2 still need to improve');
    expect(tally()).toBe('');
  });
});

describe('warnings', () => {
  const warnings = (a: Given, b: Given) => compareSheets(sheet(a), sheet(b), THEMES).warnings;

  test('there are none for whole letters of visits that looked at the same', () => {
    expect(warnings(EARLIER, LATER)).toEqual([]);
    expect(
      warnings({ ...EARLIER, ages: { from: 18, to: 25 } }, { ...LATER, ages: { from: 18, to: 25 } }),
    ).toEqual([]);
  });

  test('what each side looked at, and what each is known from', () => {
    const left: Given = { ...EARLIER, focus: ['whole-service'], sources: NEWS };
    expect(warnings({ ...LATER, ages: { from: 18, to: 25 } }, left)).toEqual([
      'The earlier visit looked at the whole of children’s services; the later visit looked at care leavers aged 18 to 25. Where both speak of a theme, the two are not like for like unless both speak of the same group.',
      'The earlier visit is known only from a newspaper’s report of the letter; the later visit is known from Ofsted’s whole letter. What an account leaves out is not known: it may stand in the letter or report.',
    ]);
  });

  test('both known from the same kind of account', () => {
    expect(warnings({ ...EARLIER, sources: NEWS }, { ...LATER, sources: NEWS })).toEqual([
      'Both visits are known only from a newspaper’s report of the letter. What an account leaves out is not known: it may stand in the letter or report.',
    ]);
  });

  test('ages that differ, that do not overlap, or that only one record gives', () => {
    const young: Given = { ...EARLIER, ages: { from: 16, to: 17 } };
    const adult: Given = { ...LATER, ages: { from: 18, to: 25 } };
    expect(warnings(young, adult)).toEqual([
      'The earlier visit looked at ages 16 to 17; the later visit looked at ages 18 to 25. The two are not like for like.',
    ]);
    expect(warnings({ ...EARLIER, ages: { from: 16, to: 25 } }, adult)).toEqual([
      'The earlier visit looked at ages 16 to 25; the later visit looked at ages 18 to 25.',
    ]);
    expect(warnings(EARLIER, adult)).toEqual([
      'The record of the earlier visit does not say which ages it looked at; the later visit looked at ages 18 to 25.',
    ]);
  });

  test('proposals by rule, on one side or both', () => {
    const findings = [makeFinding({ proposed: true })];
    expect(warnings(EARLIER, { ...LATER, findings })).toEqual([
      'Some themes and assessments of the later visit were proposed by rule, and no editor has confirmed them yet.',
    ]);
    expect(warnings({ ...EARLIER, findings }, { ...LATER, authority: 'otherton', findings })).toEqual([
      'Some themes and assessments of the visit to Anyshire and the visit to Otherton were proposed by rule, and no editor has confirmed them yet.',
    ]);
  });

  test('an order that is not known', () => {
    expect(warnings({ ...EARLIER, visited: { start: '2024' } }, LATER)).toEqual([
      'The dates in the records do not show which of these visits came first, so nothing is said of what changed.',
    ]);
  });
});

describe('over any two visits', () => {
  const anyFinding = fc.record({
    themes: fc.subarray(['accommodation', 'health', 'neglect'], { minLength: 1 }),
    assessment: fc.constantFrom<Assessment>('priority-action', 'improvement', 'mixed', 'strength', 'context'),
    group: fc.constantFrom('care-leavers' as const, 'disabled-children' as const, undefined),
    change: fc.constantFrom('better' as const, 'worse' as const, undefined),
  });
  const anySheet = fc
    .record({
      authority: fc.constantFrom('anyshire', 'otherton'),
      focus: fc.subarray<FocusArea>(['care-leavers', 'children-in-care', 'front-door', 'whole-service'], {
        minLength: 1,
      }),
      ages: fc.constantFrom({ from: 16, to: 17 }, { from: 18, to: 25 }, undefined),
      visited: fc.constantFrom(
        { start: '2020-10' },
        { start: '2024' },
        { start: '2024-05-01' },
        { before: '2024-12-15' },
      ),
      sources: fc.constantFrom(LETTER, NEWS),
      findings: fc.array(anyFinding, { maxLength: 6 }),
    })
    .map(({ findings, ...given }) =>
      sheet({
        ...given,
        findings: findings.map((finding, index) => makeFinding({ ...finding, id: `f${index}` })),
      }),
    );

  test('a direction is claimed only over time, like for like, and from judged findings on both sides', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (a, b) => {
        const comparison = compareSheets(a, b, THEMES);
        for (const row of comparison.rows) {
          if (row.verdict.tone === 'none') continue;
          expect(comparison.overTime).toBe(true);
          expect(row.likeForLike).not.toBe('no');
          expect(isSilence(row.left.stance) || isSilence(row.right.stance)).toBe(false);
          expect(row.restsOn.left.length * row.restsOn.right.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('verdicts rest on findings of their own theme, and the tally counts every row once', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (a, b) => {
        const { rows, tally } = compareSheets(a, b, THEMES);
        for (const row of rows) {
          expect(row.left.findings).toEqual(expect.arrayContaining(row.restsOn.left));
          expect(row.right.findings).toEqual(expect.arrayContaining(row.restsOn.right));
        }
        expect(tally.entries.reduce((sum, { count }) => sum + count, tally.silent)).toBe(THEMES.length);
      }),
    );
  });
});
