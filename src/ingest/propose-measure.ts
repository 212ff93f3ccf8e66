import type { Assessment } from '../model/assessment.ts';
import type { Proposal } from './propose.ts';
import type { Passage, Report } from './report.ts';

/** What a person judged of a paragraph: an entry of `labels.json`, which `labels.md` explains. */
export interface Label {
  file: string;
  /** Its number as printed, or its place where a report has no numbers. */
  paragraph: number;
  section: string;
  themes: string[];
  assessment: Assessment;
}

/** How often a class was proposed and right, proposed and wrong, and not proposed though right. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** What was proposed for a paragraph beside what a person judged. */
export interface Compared {
  label: Label;
  proposal: Proposal;
}

/** The heading after which the bullets of the one report without numbers are counted. */
const BULLETS_FROM = /inspection judge?ments about the local authority/i;

/** The paragraph that a label is about; `undefined` where the report has none such. */
export function labelledPassage(passages: Report['passages'], { paragraph }: Label): Passage | undefined {
  const isNumbered = passages.some(({ number }) => number !== undefined);
  if (isNumbered) return passages.find(({ number, improvement }) => number === paragraph && !improvement);
  const from = passages.findIndex(({ section }) =>
    section.headings.some((heading) => BULLETS_FROM.test(heading)),
  );
  return from === -1 ? undefined : passages[from + paragraph - 1];
}

/** The entries for tuning, which stand at odd places of the file (the first, the third, …), and those for measuring. */
export function halves<T>(entries: readonly T[]): { tuning: T[]; measuring: T[] } {
  return {
    tuning: entries.filter((_, index) => index % 2 === 0),
    measuring: entries.filter((_, index) => index % 2 === 1),
  };
}

/** Parts of about one size, each `count`-th entry in the same one: every report is in several. */
export function folds<T>(entries: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, fold) => entries.filter((_, index) => index % count === fold));
}

/** How well assessments were proposed, for each that was proposed or judged. */
export function assessmentTallies(compared: readonly Compared[]): Map<string, Tally> {
  return talliesOf(
    compared.map(({ label, proposal }) => ({ judged: [label.assessment], proposed: [proposal.assessment] })),
  );
}

/** How well themes were proposed, for each that was proposed or judged. */
export function themeTallies(compared: readonly Compared[]): Map<string, Tally> {
  return talliesOf(
    compared.map(({ label, proposal }) => ({ judged: label.themes, proposed: proposal.themes })),
  );
}

function talliesOf(entries: readonly { judged: string[]; proposed: string[] }[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const count = (name: string, what: keyof Tally) => {
    const tally = tallies.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    tallies.set(name, { ...tally, [what]: tally[what] + 1 });
  };
  for (const { judged, proposed } of entries) {
    for (const name of proposed) count(name, judged.includes(name) ? 'right' : 'wrong');
    for (const name of judged) if (!proposed.includes(name)) count(name, 'missed');
  }
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tallies added up, as micro-averages need them. */
export function total(tallies: Iterable<Tally>): Tally {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of tallies) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

/** Precision, recall and F1, from 0 to 1; `undefined` where nothing was proposed, or nothing was there. */
export function scores({ right, wrong, missed }: Tally) {
  const ratio = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  return {
    precision: ratio(right, right + wrong),
    recall: ratio(right, right + missed),
    f1: ratio(2 * right, 2 * right + wrong + missed),
  };
}
