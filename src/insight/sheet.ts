import type { Judged } from '../model/assessment.ts';
import type { Authority } from '../model/authority.ts';
import { CHANGE_LABELS, type Finding } from '../model/finding.ts';
import {
  type Ages,
  type FocusArea,
  GROUP_LABELS,
  GROUP_OF_FOCUS,
  GROUPS,
  type Group,
} from '../model/focus.ts';
import { formatDate, type PartialDate } from '../model/partial-date.ts';
import type { Theme } from '../model/theme.ts';
import { holdsWholeRecord, type Visit } from '../model/visit.ts';
import { periodDay } from '../model/visit-kind.ts';
import { agesMeet } from './ages.ts';
import { lookedAt } from './coverage.ts';
import { possibleDays } from './history.ts';
import { withinSentence } from './phrase.ts';
import { type Counts, countJudged, type Silence, type Stance, stanceOfCounts } from './stance.ts';

/** What the judged findings about one group of children or young people come to. */
export interface GroupStance {
  /** What the group is called: "care leavers". */
  label: string;
  stance: Judged;
  counts: Counts;
  /** The ids of the judged findings. */
  findings: string[];
  /** Whether any of them is a proposal by rule that no editor has confirmed. */
  proposed: boolean;
}

/** Where inspectors themselves say that something changed. */
export interface Said {
  /** The id of the finding. */
  finding: string;
  change: NonNullable<Finding['change']>;
  /** The earlier point they compare with, where they name it. */
  since?: PartialDate;
  /** "Inspectors say this got better since September 2023". */
  label: string;
}

/** What a visit says on one theme. */
export interface ThemeStance {
  stance: Stance;
  counts: Counts;
  /** How many findings are context, which gives no stance. */
  context: number;
  /** The ids of the judged findings, in the order of the visit. */
  findings: string[];
  /** The judged findings by the group they are about, where that is known. */
  groups: Partial<Record<Group, GroupStance>>;
  said: Said[];
  /** Whether any judged finding is a proposal by rule that no editor has confirmed. */
  proposed: boolean;
}

/**
 * Everything that a comparison needs of one visit: plain JSON, so that a page at build time and a browser
 * compare alike. Its phrases are made here, because the browser does not have the model's words.
 */
export interface StanceSheet {
  /** The id of the visit. */
  visit: string;
  title: string;
  /** The id of the authority. */
  authority: string;
  /** The short name of the authority: "Wigan". */
  place: string;
  /** The day by which the visit is put in order, `YYYY-MM-DD`. */
  day: string;
  /** The first and the last day on which the visit may have begun, `YYYY-MM-DD`. */
  began: { earliest: string; latest: string };
  /** Whether the whole letter or report is held. */
  whole: boolean;
  focus: FocusArea[];
  /**
   * Whom the focus says it looked at: `everyone` for the whole service, else the groups that its areas are
   * about; empty where they are about no one group.
   */
  groups: Group[] | 'everyone';
  ages?: Ages;
  /** Fit to follow "looked at": "care leavers aged 18 to 25". */
  lookedAt: string;
  /** Fit to follow "known from": "a newspaper’s report of the letter". */
  record: string;
  /** A stance for every theme of the taxonomy, by the theme's id. */
  themes: Record<string, ThemeStance>;
}

/** Whom a focus says a visit looked at. */
function groupsOf(focus: readonly FocusArea[]): Group[] | 'everyone' {
  if (focus.includes('whole-service')) return 'everyone';
  const groups = new Set(focus.map((area) => GROUP_OF_FOCUS[area]));
  return GROUPS.filter((group) => groups.has(group));
}

/** The one group that a visit was about, where every area of its focus is about that same group. */
function onlyGroup(focus: readonly FocusArea[]): Group | undefined {
  const groups = new Set(focus.map((area) => GROUP_OF_FOCUS[area]));
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** Why a visit without a judged finding on a theme has none. */
function silence(visit: Visit, theme: Theme): Silence {
  const inFocus =
    visit.focus.includes('whole-service') || theme.focus.some((area) => visit.focus.includes(area));
  if (!inFocus || !agesMeet(visit.ages, theme.ages)) return 'not-looked-at';
  return holdsWholeRecord(visit) ? 'not-mentioned' : 'not-known';
}

/**
 * What inspectors say has changed, in words: "Inspectors say this got better since September 2023". Where we know it only
 * from the council, the words say so.
 */
export function changeInWords(visit: Pick<Visit, 'sources'>, finding: Finding): string | undefined {
  const { change, since } = finding;
  if (!change) return undefined;
  const label = since ? `${CHANGE_LABELS[change]} since ${formatDate(since)}` : CHANGE_LABELS[change];
  return visit.sources[finding.source]?.type === 'council-news'
    ? `By the council’s account, ${withinSentence(label)}`
    : label;
}

/** What inspectors say changed, as a finding carries it. */
function said(visit: Visit, finding: Finding): Said[] {
  const { id, change, since } = finding;
  const label = changeInWords(visit, finding);
  if (!change || !label) return [];
  return [since ? { finding: id, change, since, label } : { finding: id, change, label }];
}

/** The judged findings by group: a finding's own, else the one group that the visit was about. */
function byGroup(judged: readonly Finding[], visitGroup: Group | undefined): ThemeStance['groups'] {
  const groups: ThemeStance['groups'] = {};
  for (const group of GROUPS) {
    const about = judged.filter((finding) => (finding.group ?? visitGroup) === group);
    const counts = countJudged(about);
    const stance = stanceOfCounts(counts);
    if (!stance) continue;
    groups[group] = {
      label: GROUP_LABELS[group],
      stance,
      counts,
      findings: about.map(({ id }) => id),
      proposed: about.some(({ proposed }) => proposed),
    };
  }
  return groups;
}

/** What a visit says on one theme. */
function themeStance(visit: Visit, theme: Theme): ThemeStance {
  const findings = visit.findings.filter((finding) => finding.themes.includes(theme.id));
  const judged = findings.filter((finding) => finding.assessment !== 'context');
  const counts = countJudged(judged);
  return {
    stance: stanceOfCounts(counts) ?? silence(visit, theme),
    counts,
    context: findings.length - judged.length,
    findings: judged.map((finding) => finding.id),
    groups: byGroup(judged, onlyGroup(visit.focus)),
    said: findings.flatMap((finding) => said(visit, finding)),
    proposed: judged.some((finding) => finding.proposed),
  };
}

/**
 * Where a visit stands on every theme of the taxonomy.
 *
 * @param visit the visit
 * @param themes the taxonomy, in its order
 * @param authority the visit's authority, for its name
 */
export function stanceSheet(
  visit: Visit,
  themes: readonly Theme[],
  authority: Pick<Authority, 'name'>,
): StanceSheet {
  const { areas, ages, record } = lookedAt(visit);
  return {
    visit: visit.id,
    title: visit.title,
    authority: visit.authority,
    place: authority.name,
    day: periodDay(visit.visited),
    began: possibleDays(visit.visited),
    whole: holdsWholeRecord(visit),
    focus: visit.focus,
    groups: groupsOf(visit.focus),
    ...(visit.ages && { ages: visit.ages }),
    lookedAt: ages ? `${areas} ${ages}` : areas,
    record,
    themes: Object.fromEntries(themes.map((theme) => [theme.id, themeStance(visit, theme)])),
  };
}
