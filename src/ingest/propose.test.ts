import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proposer } from './propose.ts';
import { shareShort } from './propose-assessment.ts';
import { HINTS, PASSING, PRIORS, USUAL_THEME } from './propose-themes.ts';
import { folded, sentencesOf, stemsOf } from './propose-words.ts';
import { readRegister } from './register.ts';
import type { Section } from './sections.ts';

const { themes } = readRegister(join(import.meta.dirname, '../..'));
const propose = proposer(themes);
const HELP: Section = { topic: 'help-and-protection', role: 'findings', headings: ['Help and protection'] };
const CARE: Section = { topic: 'children-in-care', role: 'findings', headings: ['Children in care'] };
const LEAVERS: Section = { topic: 'care-leavers', role: 'findings', headings: ['Care leavers'] };
const LEADERS: Section = { topic: 'leaders', role: 'findings', headings: ['The impact of leaders'] };
const assessed = (text: string, section = HELP) => propose(text, section).assessment;
const themesOf = (text: string, section = HELP) => propose(text, section).themes;

test.each([
  [
    'This letter summarises the findings of the focused visit to Northmoor children’s services on 7 May 2024.',
  ],
  ['Inspectors looked at the local authority’s arrangements for care leavers.'],
  ['The visit was carried out in line with the framework. A range of evidence was considered.'],
  ['I am copying this letter to the Department for Education. It will be published.'],
])('what a letter says of itself and of the visit is context: %s', (text) => {
  expect(propose(text, { role: 'overview', headings: [] })).toEqual({ themes: [], assessment: 'context' });
});

describe('strengths', () => {
  test.each([
    ['praise', 'Assessments are thorough and lead to effective help.'],
    ['praise with a limit', 'Most plans are clear and, in the main, reviewed on time.'],
    ['what is done, and done as it should be', 'Meetings take place every six weeks. Parents attend.'],
    ['harm that is kept away', 'Children are matched with skilled carers without delay.'],
    ['a shortfall that is over', 'Supervision, previously a weakness, is now regular and reflective.'],
    ['children’s own circumstances', 'Children who cannot live at home are helped to settle quickly.'],
    ['a condition', 'When circumstances do not improve, managers take timely and decisive action.'],
    ['what leaders know', 'Leaders have a secure understanding of strengths and areas for development.'],
    ['who must do what', 'Plans make clear what needs to change and who needs to do it.'],
    ['decisions whether', 'Decisions about whether children should be placed together are well informed.'],
    [
      'one “however” in a long, good paragraph',
      'Visits are regular and purposeful, and workers know their children well. Direct work is creative and sensitive, and helps children to make sense of their lives. Plans are clear, are shared with families and are reviewed often. However, a few records are late.',
    ],
  ])('%s', (_, text) => expect(assessed(text)).toBe('strength'));
});

describe('what needs to improve', () => {
  test.each([
    ['a plain no', 'Visits are not always timely.'],
    ['too many', 'Too many children wait for a settled home.'],
    ['what is wanting', 'There is no clear rationale for decisions, and analysis is limited.'],
    ['uneven', 'The quality of plans is too variable.'],
    ['still to come', 'The board has yet to agree its priorities.'],
    ['compared with others', 'Attainment is well below the national average.'],
    ['loads', 'High caseloads mean that workers struggle to see families.'],
    [
      'what follows from a shortfall',
      'Strategy meetings are delayed. As a result, decisions are taken alone.',
    ],
  ])('%s', (_, text) => expect(assessed(text)).toBe('improvement'));

  test('plans, or awareness of it, leave a shortfall one', () => {
    const shortfall = 'Records are incomplete and do not explain decisions.';
    expect(assessed(`${shortfall} Leaders are aware of this and plan to introduce a stronger system.`)).toBe(
      'improvement',
    );
    expect(assessed(`${shortfall} A better system has transformed them, and records are now clear.`)).toBe(
      'mixed',
    );
  });
});

describe('mixed', () => {
  test.each([
    [
      'a “but” within a sentence',
      'Plans are clear and reviewed regularly, but they rarely say what must be done by when.',
    ],
    [
      'a “while” before it',
      'While most plans are clear and well written, some are not updated when needs change.',
    ],
    [
      'a message of about a third',
      'Social workers visit regularly and build trusting relationships with children. Their assessments are thorough. However, children’s plans do not always say what is to be done.',
    ],
  ])('%s', (_, text) => expect(assessed(text)).toBe('mixed'));

  test('“however” turns what stands before round, where nothing else assesses', () => {
    const text =
      'Referrals get a prompt and thorough response. However, at weekends families hear on the Monday.';
    expect(shareShort(text, HELP)).toBeGreaterThan(0.28);
    expect(shareShort(text.replace('However, at', 'At'), HELP)).toBeLessThan(0.28);
  });
});

describe('the section', () => {
  test('decides where it says what must improve', () => {
    const text = 'The quality of plans.';
    expect(assessed(text, { role: 'improvements', headings: [] })).toBe('improvement');
    expect(assessed(text, { role: 'priority-action', headings: [] })).toBe('priority-action');
  });

  test('is context where it tells of the area, the visit or the grades', () => {
    for (const role of ['area', 'about', 'meaning'] as const) {
      expect(
        propose('Few children live here, and too many schools are poor.', { role, headings: [] }),
      ).toEqual({
        themes: [],
        assessment: 'context',
      });
    }
  });

  test('counts a little by its grade, and more where it lists weaknesses', () => {
    const graded = (grade: string): Section => ({ ...HELP, headings: [`Help and protection: ${grade}`] });
    const text = 'Plans are reviewed. Some are late in being shared.';
    const share = (section: Section) => shareShort(text, section);
    expect(share(graded('inadequate'))).toBeGreaterThan(share(graded('requires improvement to be good')));
    expect(share(graded('requires improvement to be good'))).toBeGreaterThan(share(graded('outstanding')));
    expect(share({ ...HELP, role: 'weaknesses' })).toBeGreaterThan(share(graded('inadequate')));
  });
});

describe('themes', () => {
  test('what a paragraph is mostly about comes first', () => {
    expect(
      themesOf(
        'Caseloads are manageable. Staff value reflective supervision and clear management oversight.',
        LEADERS,
      ),
    ).toEqual(['workforce', 'oversight']);
  });

  test('three at most', () => {
    const text =
      'The virtual school, health assessments, advocacy, audits, short breaks and neglect are all looked at.';
    expect(themesOf(text, CARE)).toHaveLength(3);
  });

  test('of the signs that cover the same words the longest counts', () => {
    expect(themesOf('Health assessments are timely.', CARE)).toEqual(['health']);
    expect(themesOf('The training flat is popular.', LEADERS)).toEqual(['independence']);
    expect(themesOf('Private fostering is well understood.')).toEqual(['safety-risk']);
    expect(themesOf('Children at risk of sexual exploitation are seen.')).toEqual(['exploitation-missing']);
  });

  test('number and possession make no difference', () => {
    expect(themesOf('A pathway plan is written.', LEAVERS)).toEqual(['pathway-plans']);
    expect(themesOf('Pathway plans’ aims are clear.', LEAVERS)).toEqual(['pathway-plans']);
  });

  test('the section weighs: a home is of care leavers or of children in care', () => {
    const text = 'They have too little housing, and homes are few.';
    expect(themesOf(text, CARE)[0]).toBe('placements');
    expect(themesOf(text, LEAVERS)[0]).toBe('accommodation');
  });

  test('a section on children in care and care leavers is read by whom a paragraph opens with', () => {
    expect(themesOf('Care leavers have warm homes, and are proud of them.', CARE)).not.toContain(
      'placements',
    );
  });

  test('that of the section where nothing else is said', () => {
    expect(themesOf('This is good.')).toEqual(['assessment-planning']);
    expect(themesOf('This is good.', LEAVERS)).toEqual(['care-leavers']);
    expect(themesOf('This is good.', { role: 'summary', headings: [] })).toEqual(['practice']);
  });

  test('a taxonomy without a theme for it: context', () => {
    const narrow = themes.filter(({ id }) => id === 'health');
    expect(proposer(narrow)('Audits are good.', LEADERS)).toEqual({ themes: [], assessment: 'context' });
  });
});

describe('the lists', () => {
  test('name themes of the taxonomy', () => {
    const ids = themes.map(({ id }) => id);
    const named = [
      ...Object.keys(HINTS),
      ...Object.values(PRIORS).flatMap((priors) => Object.keys(priors)),
      ...Object.values(USUAL_THEME),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('of words that fall in passing are of keywords', () => {
    const keywords = new Set(
      themes.flatMap((theme) => theme.keywords.map((each) => stemsOf(folded(each)).join(' '))),
    );
    expect(PASSING.filter((phrase) => !keywords.has(stemsOf(folded(phrase)).join(' ')))).toEqual([]);
  });
});

describe('words', () => {
  test('sentences end at a full stop, and not within a number or after an initial', () => {
    expect(
      sentencesOf('plans rose by 4.5 per cent. “they help.” a. smith left.'.replace(/[“”]/g, '"')),
    ).toHaveLength(3);
  });

  test('stems are in the singular, without possession, parted at hyphens', () => {
    expect(stemsOf(folded('Children’s 16- and 17-year-olds’ needs: status, analysis, pass'))).toEqual([
      'children',
      '16',
      'and',
      '17',
      'year',
      'old',
      'need',
      'status',
      'analysis',
      'pass',
    ]);
  });
});
