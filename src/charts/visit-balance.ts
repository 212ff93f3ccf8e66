import { groups } from 'd3';
import type { FindingBalance } from '../insight/balance.ts';
import { STANCE_LABELS } from '../insight/stance.ts';
import { passageAddress, visitAddress } from '../model/address.ts';
import { ASSESSMENT_LABELS, ASSESSMENTS, JUDGED, type Judged } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import { THEME_GROUP_LABELS, type Theme } from '../model/theme.ts';
import { holdsWholeRecord, type Visit } from '../model/visit.ts';
import { type Chart, draw, type Panel } from './chart.ts';
import {
  HEAD,
  link,
  panelHead,
  percent,
  place,
  rule,
  SMALL,
  TARGET,
  TARGET_SQUARE,
  upright,
  words,
} from './drawing.ts';
import type { Drawn } from './element.ts';
import { key, mark, PROPOSED_KEY, stanceKey } from './mark.ts';

/** So many marks fit beside the spine on the narrowest phone; more begin another line. */
const PER_LINE = 5;

/** What a chart of one visit needs of it. */
type BalancedVisit = Pick<Visit, 'id' | 'title' | 'sources'>;

/** A finding as a mark that leads to it, in pixels from the spine. */
function findingMark(visit: BalancedVisit, finding: Finding, judged: Judged, x: number, y: number): Drawn {
  return link(
    passageAddress(visit.id, finding.id),
    `${STANCE_LABELS[judged]}: ${finding.words[0] ?? finding.id}`,
    place(x, y, TARGET_SQUARE, mark(0, 0, judged, { proposed: finding.proposed })),
  );
}

/** How many lines of marks a theme takes. */
function linesOf({ byAssessment }: FindingBalance): number {
  const left = byAssessment['priority-action'].length + byAssessment.improvement.length;
  return Math.max(
    1,
    ...[left, byAssessment.strength.length].map((count) => Math.ceil(count / PER_LINE)),
    byAssessment.mixed.length,
  );
}

/** A theme’s findings around the spine: to improve at its left, mixed across it, strengths at its right. */
function findingMarks(visit: BalancedVisit, { byAssessment }: FindingBalance, y: number): Drawn[] {
  const beside = (findings: readonly Finding[], judged: Judged, side: -1 | 1, taken: number) =>
    findings.map((finding, index) => {
      const [line, column] = [Math.floor((index + taken) / PER_LINE), (index + taken) % PER_LINE];
      return findingMark(visit, finding, judged, side * (column + 1) * TARGET, y + line * TARGET);
    });
  const urgent = byAssessment['priority-action'];
  return [
    ...beside(urgent, 'priority-action', -1, 0),
    ...beside(byAssessment.improvement, 'improvement', -1, urgent.length),
    ...byAssessment.mixed.map((finding, index) =>
      findingMark(visit, finding, 'mixed', 0, y + index * TARGET),
    ),
    ...beside(byAssessment.strength, 'strength', 1, 0),
  ];
}

/** The themes of one group, one below the other, with their spine. */
function panel(visit: BalancedVisit, group: Theme['group'], balances: readonly FindingBalance[]): Panel {
  const name = THEME_GROUP_LABELS[group];
  const middle = percent(50);
  const rows: Drawn[] = [];
  let y = HEAD + 24;
  for (const balance of balances) {
    const { theme } = balance;
    const height = 32 + linesOf(balance) * TARGET;
    rows.push(
      rule(y),
      // The spine stops short of the label, which it would run through.
      upright(middle, y + 27, y + height - 2),
      link(
        `${visitAddress(visit.id)}#page-theme-${theme.id}`,
        theme.label,
        words(0, y + 20, theme.label, { colour: 'link' }),
      ),
      place(middle, 0, ...findingMarks(visit, balance, y + 40)),
    );
    y += height;
  }
  const sides = place(
    middle,
    HEAD + 10,
    words(-14, 0, '← Needs to improve', { size: SMALL, colour: 'soft', anchor: 'end' }),
    words(14, 0, 'Strengths →', { size: SMALL, colour: 'soft' }),
  );
  return { name, height: y, marks: [panelHead(name), sides, ...rows] };
}

/**
 * Within one visit, its findings per theme: each a mark that leads to it, what needs to improve at the left of
 * a spine, strengths at its right, mixed findings across it.
 */
export function visitBalanceChart(visit: BalancedVisit, balances: readonly FindingBalance[]): Chart {
  const judged = balances.filter(({ byAssessment }) => JUDGED.some((kind) => byAssessment[kind].length > 0));
  const proposed = judged.some(({ byAssessment }) =>
    JUDGED.some((kind) => byAssessment[kind].some((finding) => finding.proposed)),
  );
  return draw({
    id: `balance-${visit.id}`,
    title: 'What inspectors found, theme by theme',
    description:
      'Each mark is one finding, and leads to it. A finding on several themes stands under each of them.',
    key: key([...JUDGED.map(stanceKey), ...(proposed ? [PROPOSED_KEY] : [])]),
    panels: groups(judged, ({ theme }) => theme.group).map(([group, inGroup]) =>
      panel(visit, group, inGroup),
    ),
    notes: holdsWholeRecord(visit)
      ? []
      : ['We know this visit only from an account: the letter may hold findings that are not here.'],
    table: {
      caption: `Findings per theme: ${visit.title}`,
      columns: ['Theme', ...ASSESSMENTS.map((assessment) => ASSESSMENT_LABELS[assessment])],
      rows: balances.map(({ theme, byAssessment }) => [
        theme.label,
        ...ASSESSMENTS.map((assessment) => byAssessment[assessment].length),
      ]),
    },
  });
}
