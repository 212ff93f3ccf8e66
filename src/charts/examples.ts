import { findingBalance, themeBalance } from '../insight/balance.ts';
import { compareSheets } from '../insight/comparison.ts';
import { makeFinding, makeTheme, makeVisit, NEWS } from '../insight/fixtures.ts';
import { authorityHistory } from '../insight/history.ts';
import { stanceSheet } from '../insight/sheet.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { changeChart } from './change.ts';
import type { Chart } from './chart.ts';
import { lookedAtChart } from './looked-at.ts';
import { themeBalanceChart } from './theme-balance.ts';
import { themeByVisitChart } from './theme-by-visit.ts';
import { timeLineChart } from './time-line.ts';
import { visitBalanceChart } from './visit-balance.ts';

/** Themes of every group of the taxonomy. */
export const THEMES: Theme[] = [
  makeTheme(),
  makeTheme({ id: 'education-employment', label: 'Education and employment' }),
  makeTheme({ id: 'health', label: 'Health and well-being' }),
  makeTheme({
    id: 'oversight',
    label: 'Management oversight and supervision',
    group: 'leadership',
    focus: ['care-leavers', 'front-door'],
  }),
  makeTheme({ id: 'neglect', label: 'Neglect', group: 'wider', focus: ['front-door'] }),
];

/** Anyshire’s whole service in October 2020, known from a newspaper. */
export const ANYSHIRE_2020: Visit = makeVisit({
  id: 'anyshire-2020',
  title: 'Children’s services in Anyshire, October 2020',
  focus: ['whole-service'],
  visited: { start: '2020-10' },
  sources: NEWS,
  findings: [
    makeFinding({ id: 'leaving-early', assessment: 'improvement', group: 'care-leavers' }),
    makeFinding({ id: 'learning', themes: ['education-employment'], assessment: 'mixed' }),
    makeFinding({ id: 'drift', themes: ['oversight', 'neglect'], assessment: 'priority-action' }),
  ],
});

/** Anyshire’s care leavers in January 2024, known from the whole letter. */
export const ANYSHIRE_2024: Visit = makeVisit({
  ages: { from: 18, to: 25 },
  findings: [
    makeFinding({ id: 'homes-suitable', change: 'better', since: '2020-10' }),
    makeFinding({ id: 'more-learning', themes: ['education-employment'], proposed: true }),
    makeFinding({ id: 'waiting-lists', themes: ['health'], assessment: 'improvement' }),
    makeFinding({
      id: 'check-ups',
      themes: ['health'],
      words: ['Young people get “check-ups” <on time> & help.'],
    }),
    makeFinding({ id: 'counselling', themes: ['health'], assessment: 'mixed' }),
    makeFinding({ id: 'pandemic', themes: ['health'], assessment: 'context' }),
  ],
});

/** Otherton’s care leavers in December 2022 or before, known from a newspaper. */
export const OTHERTON_2022: Visit = makeVisit({
  id: 'otherton-2022',
  authority: 'otherton',
  title: 'Care leavers in Otherton, 2022',
  visited: { before: '2022-12-15', days: 2 },
  sources: NEWS,
  findings: [
    makeFinding(),
    makeFinding({ id: 'supervision', themes: ['oversight'], assessment: 'improvement' }),
  ],
});

/** A visit’s sheet, on the examples’ themes. */
export function sheetOf(visit: Visit) {
  return stanceSheet(visit, THEMES, { name: visit.authority === 'otherton' ? 'Otherton' : 'Anyshire' });
}

export const SHEETS = [ANYSHIRE_2024, OTHERTON_2022, ANYSHIRE_2020].map(sheetOf);

/** Anyshire’s visits, and two reports that are not held. */
export const HISTORY = authorityHistory(
  {
    id: 'anyshire',
    reports: [
      {
        kind: 'looked-after-children-inspection',
        published: '2012',
        note: 'It is cited.',
        source: 'A letter',
      },
      {
        kind: 'inspection',
        visited: { start: '2022-05-09', end: '2022-05-20' },
        note: 'It is cited.',
        source: 'A letter',
      },
    ],
  },
  [ANYSHIRE_2024, ANYSHIRE_2020, OTHERTON_2022],
);

/** An example of every chart, drawn anew at each call. */
export const EXAMPLES: Record<string, () => Chart> = {
  'theme-balance': () => themeBalanceChart(themeBalance(SHEETS, THEMES)),
  'visit-balance': () => visitBalanceChart(ANYSHIRE_2024, findingBalance(ANYSHIRE_2024, THEMES)),
  'theme-by-visit': () => themeByVisitChart(SHEETS, THEMES),
  change: () => changeChart(compareSheets(sheetOf(ANYSHIRE_2020), sheetOf(ANYSHIRE_2024), THEMES)),
  'time-line': () => timeLineChart({ id: 'anyshire', name: 'Anyshire' }, HISTORY),
  'looked-at': () => lookedAtChart(SHEETS),
};
