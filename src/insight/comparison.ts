import type { Group } from '../model/focus.ts';
import type { Theme } from '../model/theme.ts';
import { agesMeet } from './ages.ts';
import { beginSentence, listInWords, withinSentence } from './phrase.ts';
import type { GroupStance, Said, StanceSheet, ThemeStance } from './sheet.ts';
import { addCounts, isSilence, NO_COUNTS, type Stance, stanceOfCounts } from './stance.ts';
import { contrast, type Tone, type Verdict, type VerdictCode, verdict } from './verdict.ts';

/** What a comparison shows of a theme. */
export type ComparedTheme = Pick<Theme, 'id' | 'label' | 'group'>;

/** One theme, side by side. */
export interface ComparisonRow {
  theme: ComparedTheme;
  left: ThemeStance;
  right: ThemeStance;
  verdict: Verdict;
  /**
   * `yes`: both visits looked at the same; `group`: they did not, but both have judged findings about
   * `groups`, and the verdict is computed from those alone; `no`: neither.
   */
  likeForLike: 'yes' | 'group' | 'no';
  /** The groups that the verdict is confined to; empty unless `likeForLike` is `group`. */
  groups: Group[];
  /**
   * What the inspectors of the later visit say has changed. It leads our verdict. Empty where there is no
   * later visit: between two authorities, and where it is not known which visit came first.
   */
  said: Said[];
  /** The stances that the verdict compares: each side's own, or those of the findings about `groups` alone. */
  compared: { left: Stance; right: Stance };
  /** The ids of the findings that the verdict rests on, on each side. */
  restsOn: { left: string[]; right: string[] };
  /** Whether any of those is a proposal by rule that no editor has confirmed. */
  proposed: boolean;
}

/** How many rows came to one verdict. */
export interface TallyEntry {
  code: VerdictCode;
  tone: Tone;
  count: number;
  /** With its number: "2 partly improved". */
  words: string;
}

/** The counts of a comparison's verdicts. */
export interface Tally {
  /** Per verdict that occurs, among the themes on which at least one side has a judged finding. */
  entries: TallyEntry[];
  /** On how many themes neither side has a judged finding. */
  silent: number;
  /** The entries in one line: "1 improved, 2 partly improved, 4 cannot be compared". */
  summary: string;
}

/** Two visits, theme by theme. */
export interface Comparison {
  /** The earlier visit where both were to one authority; else the first given. */
  left: StanceSheet;
  right: StanceSheet;
  /** Whether both visits were to one authority and it is known which came first. */
  overTime: boolean;
  /** A row for every theme, in taxonomy order. */
  rows: ComparisonRow[];
  /** What a reader must know before reading the rows, a sentence or two each. */
  warnings: string[];
  tally: Tally;
}

/** What a row of a comparison leads with: the inspectors' own word where they gave one, else our verdict. */
export interface Lead {
  label: string;
  tone: Tone;
  by: 'inspectors' | 'comparison';
}

/** What two visits have in common, the same for every theme. */
interface Common {
  overTime: boolean;
  sameFocus: boolean;
  agesMeet: boolean;
  /** The verdict on a pair of stances, left first, as if they were like for like. */
  judge: (left: Stance, right: Stance) => Verdict;
}

/** Two visits of one authority with the earlier first; by their ids when they go by the same day. */
function inOrder(a: StanceSheet, b: StanceSheet): [StanceSheet, StanceSheet] {
  if (a.day !== b.day) return a.day < b.day ? [a, b] : [b, a];
  return a.visit <= b.visit ? [a, b] : [b, a];
}

/** Whether two visits looked at the same: both at the whole service, or both at the same areas of work. */
function haveSameFocus(a: StanceSheet, b: StanceSheet): boolean {
  if (a.groups === 'everyone' && b.groups === 'everyone') return true;
  return a.focus.every((area) => b.focus.includes(area)) && b.focus.every((area) => a.focus.includes(area));
}

/** How two visits to one authority are called where it is not known which came first. */
const SHOWN: [string, string] = ['the visit shown first', 'the visit shown second'];

/** A verdict over time that, where one visit did not look at the theme, says what that visit looked at. */
function sayingWhatWasLookedAt(
  given: Verdict,
  earlier: Stance,
  later: Stance,
  left: StanceSheet,
  right: StanceSheet,
): Verdict {
  if (given.code !== 'not-looked-at' || earlier === later) return given;
  const [which, sheet] = earlier === 'not-looked-at' ? ['earlier', left] : ['later', right];
  return { ...given, label: `Cannot be compared: the ${which} visit looked at ${sheet.lookedAt}` };
}

/** How a pair of stances is judged: over time, or between two that have no earlier and later. */
function judgeOf(left: StanceSheet, right: StanceSheet, overTime: boolean): Common['judge'] {
  if (overTime) return (a, b) => sayingWhatWasLookedAt(verdict(a, b), a, b, left, right);
  const [leftPlace, rightPlace] = left.authority === right.authority ? SHOWN : [left.place, right.place];
  return (a, b) => contrast({ stance: a, place: leftPlace }, { stance: b, place: rightPlace });
}

/** What two visits have in common. */
function commonOf(left: StanceSheet, right: StanceSheet): Common {
  const overTime = left.authority === right.authority && left.began.latest < right.began.earliest;
  return {
    overTime,
    sameFocus: haveSameFocus(left, right),
    agesMeet: agesMeet(left.ages, right.ages),
    judge: judgeOf(left, right, overTime),
  };
}

/** What findings about some groups, taken together, come to. */
function together(groups: readonly GroupStance[]) {
  return {
    stance: stanceOfCounts(groups.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS)),
    findings: groups.flatMap(({ findings }) => findings),
    proposed: groups.some(({ proposed }) => proposed),
  };
}

/** What a row says about the groups on which both sides have judged findings; undefined where there is none. */
function onSharedGroups(
  { left, right }: Record<'left' | 'right', ThemeStance>,
  common: Common,
): Omit<ComparisonRow, 'theme' | 'left' | 'right' | 'said'> | undefined {
  const groups = (Object.keys(left.groups) as Group[]).filter((group) => right.groups[group]);
  const about = (side: ThemeStance) => together(groups.flatMap((group) => side.groups[group] ?? []));
  const [a, b] = [about(left), about(right)];
  if (!a.stance || !b.stance) return undefined;
  const within = common.judge(a.stance, b.stance);
  const names = listInWords(groups.flatMap((group) => left.groups[group]?.label ?? []));
  return {
    likeForLike: 'group',
    groups,
    verdict: { ...within, label: `${beginSentence(names)} only: ${withinSentence(within.label)}` },
    compared: { left: a.stance, right: b.stance },
    restsOn: { left: a.findings, right: b.findings },
    proposed: a.proposed || b.proposed,
  };
}

/** The verdict on two judged stances that are not like for like: both stand, and no direction is claimed. */
function notLikeForLike(left: Stance, right: Stance, common: Common): Verdict {
  const why = `the visits looked at different ${common.sameFocus ? 'ages' : 'things'}`;
  const label = common.overTime ? why : withinSentence(common.judge(left, right).label);
  return { code: 'not-like-for-like', label: `Not like for like: ${label}`, tone: 'none' };
}

/** One side of a row; nothing is known of a theme that a sheet, made with another taxonomy, does not have. */
function sideOf(sheet: StanceSheet, theme: string): ThemeStance {
  const unknown = { counts: NO_COUNTS, context: 0, findings: [], groups: {}, said: [], proposed: false };
  return sheet.themes[theme] ?? { stance: 'not-known', ...unknown };
}

/** One theme of two visits. */
function compareTheme(
  theme: ComparedTheme,
  left: ThemeStance,
  right: ThemeStance,
  common: Common,
): ComparisonRow {
  const row = {
    theme,
    left,
    right,
    verdict: common.judge(left.stance, right.stance),
    likeForLike: common.sameFocus && common.agesMeet ? ('yes' as const) : ('no' as const),
    groups: [],
    said: common.overTime ? right.said : [],
    compared: { left: left.stance, right: right.stance },
    restsOn: { left: left.findings, right: right.findings },
    proposed: left.proposed || right.proposed,
  };
  // A silence on either side already says why nothing is claimed.
  if (row.likeForLike === 'yes' || isSilence(left.stance) || isSilence(right.stance)) return row;
  const shared = common.agesMeet ? onSharedGroups({ left, right }, common) : undefined;
  return { ...row, ...(shared ?? { verdict: notLikeForLike(left.stance, right.stance, common) }) };
}

/** How the two visits are called in a warning. */
function namesOf(left: StanceSheet, right: StanceSheet, overTime: boolean): [string, string] {
  if (overTime) return ['the earlier visit', 'the later visit'];
  if (left.authority === right.authority) return SHOWN;
  return [`the visit to ${left.place}`, `the visit to ${right.place}`];
}

/** Warns where the two visits looked at different things, or at different ages. */
function warnOfCoverage(
  left: StanceSheet,
  right: StanceSheet,
  common: Common,
  names: [string, string],
): string[] {
  const [leftName, rightName] = names;
  if (!common.sameFocus) {
    return [
      `${beginSentence(leftName)} looked at ${left.lookedAt}; ${rightName} looked at ${right.lookedAt}. Where both speak of a theme, the two are not like for like unless both speak of the same group.`,
    ];
  }
  const given = (sheet: StanceSheet, name: string) =>
    sheet.ages
      ? `${name} looked at ages ${sheet.ages.from} to ${sheet.ages.to}`
      : `the record of ${name} does not say which ages it looked at`;
  if (left.ages?.from === right.ages?.from && left.ages?.to === right.ages?.to) return [];
  const consequence = common.agesMeet ? '' : ' The two are not like for like.';
  return [`${beginSentence(given(left, leftName))}; ${given(right, rightName)}.${consequence}`];
}

/** Warns where a visit is known only from an account of its letter. */
function warnOfRecords(
  left: StanceSheet,
  right: StanceSheet,
  [leftName, rightName]: [string, string],
): string[] {
  if (left.whole && right.whole) return [];
  const leavesOut = 'What an account leaves out is not known: it may stand in the letter or report.';
  if (left.record === right.record) return [`Both visits are known only from ${left.record}. ${leavesOut}`];
  const known = (sheet: StanceSheet, name: string) =>
    `${name} is known ${sheet.whole ? 'from' : 'only from'} ${sheet.record}`;
  return [`${beginSentence(known(left, leftName))}; ${known(right, rightName)}. ${leavesOut}`];
}

/** Warns where it is not known which of two visits to one authority came first. */
function warnOfOrder(left: StanceSheet, right: StanceSheet, overTime: boolean): string[] {
  if (overTime || left.authority !== right.authority) return [];
  return [
    'The dates in the records do not show which of these visits came first, so nothing is said of what changed.',
  ];
}

/** Warns where a side rests on proposals by rule. */
function warnOfProposals(left: StanceSheet, right: StanceSheet, names: [string, string]): string[] {
  const rests = (sheet: StanceSheet) => Object.values(sheet.themes).some(({ proposed }) => proposed);
  const [leftName, rightName] = names;
  const proposed = [rests(left) ? [leftName] : [], rests(right) ? [rightName] : []].flat();
  if (proposed.length === 0) return [];
  return [
    `Some themes and assessments of ${listInWords(proposed)} were proposed by rule, and no editor has confirmed them yet.`,
  ];
}

/** What to call one row, and several, of each verdict in a tally; in the order in which a tally lists them. */
const TALLY_WORDS: Record<VerdictCode, { one: string; several: string }> = {
  improved: { one: 'improved', several: 'improved' },
  'partly-improved': { one: 'partly improved', several: 'partly improved' },
  'strength-kept': { one: 'strength kept', several: 'strengths kept' },
  'still-mixed': { one: 'still mixed', several: 'still mixed' },
  'still-improvement': { one: 'still needs to improve', several: 'still need to improve' },
  'still-priority-action': { one: 'still a priority action', several: 'still priority actions' },
  'now-mixed': { one: 'now mixed', several: 'now mixed' },
  'now-improvement': { one: 'now needs to improve', several: 'now need to improve' },
  'now-priority-action': { one: 'now a priority action', several: 'now priority actions' },
  alike: { one: 'alike', several: 'alike' },
  differ: { one: 'differs', several: 'differ' },
  'not-like-for-like': { one: 'not like for like', several: 'not like for like' },
  'newly-mentioned': { one: 'newly mentioned', several: 'newly mentioned' },
  'no-longer-mentioned': { one: 'not mentioned this time', several: 'not mentioned this time' },
  'not-mentioned': { one: 'mentioned on one side only', several: 'mentioned on one side only' },
  'not-known': { one: 'not in an account we hold', several: 'not in an account we hold' },
  'not-looked-at': { one: 'cannot be compared', several: 'cannot be compared' },
};

/** Counts the rows of a comparison by their verdicts. */
function tallyOf(rows: readonly ComparisonRow[]): Tally {
  const spoken = rows.filter(({ left, right }) => !isSilence(left.stance) || !isSilence(right.stance));
  const entries = (Object.keys(TALLY_WORDS) as VerdictCode[]).flatMap((code): TallyEntry[] => {
    const [first, ...others] = spoken.filter((row) => row.verdict.code === code);
    if (!first) return [];
    const count = 1 + others.length;
    const words = `${count} ${TALLY_WORDS[code][count === 1 ? 'one' : 'several']}`;
    return [{ code, tone: first.verdict.tone, count, words }];
  });
  return {
    entries,
    silent: rows.length - spoken.length,
    summary: entries.map(({ words }) => words).join(', '),
  };
}

/**
 * Puts two visits side by side, theme by theme.
 *
 * Two visits to one authority are put in order of time, and each theme gets the verdict of an earlier and a
 * later stance; between two authorities, and where the dates do not show which visit came first, a verdict
 * only names who has what. A direction is claimed like for like only: where both visits looked at the same
 * areas of work (and their ages overlap), or from the findings of both sides about the same groups alone.
 */
export function compareSheets(a: StanceSheet, b: StanceSheet, themes: readonly ComparedTheme[]): Comparison {
  const [left, right] = a.authority === b.authority ? inOrder(a, b) : [a, b];
  const common = commonOf(left, right);
  const names = namesOf(left, right, common.overTime);
  const rows = themes.map((theme) =>
    compareTheme(theme, sideOf(left, theme.id), sideOf(right, theme.id), common),
  );
  return {
    left,
    right,
    overTime: common.overTime,
    rows,
    warnings: [
      ...warnOfOrder(left, right, common.overTime),
      ...warnOfCoverage(left, right, common, names),
      ...warnOfRecords(left, right, names),
      ...warnOfProposals(left, right, names),
    ],
    tally: tallyOf(rows),
  };
}

const SAID_TONE: Record<Said['change'], Tone> = { better: 'better', worse: 'worse', same: 'same' };

/** What a row leads with. Inspectors who say different things of one theme are all heard, and no direction is claimed. */
export function leadOf(row: Pick<ComparisonRow, 'said' | 'verdict'>): Lead {
  const [first, ...others] = row.said;
  if (!first) return { label: row.verdict.label, tone: row.verdict.tone, by: 'comparison' };
  const labels = [...new Set(row.said.map(({ label }) => label))];
  const agreed = others.every(({ change }) => change === first.change);
  return { label: labels.join('; '), tone: agreed ? SAID_TONE[first.change] : 'none', by: 'inspectors' };
}

/**
 * Whether a row belongs under "what changed": inspectors or our verdict claim a change, or two authorities
 * stand differently. A silence is no change.
 */
export function changed(row: Pick<ComparisonRow, 'said' | 'verdict'>): boolean {
  const claims = (tone: Tone) => tone === 'better' || tone === 'worse' || tone === 'partly';
  return (
    claims(row.verdict.tone) ||
    row.verdict.code === 'differ' ||
    row.said.some(({ change }) => change !== 'same')
  );
}
