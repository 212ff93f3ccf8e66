import { type Ages, FOCUS_LABELS } from '../model/focus.ts';
import { formatDate } from '../model/partial-date.ts';
import type { Source, SourceType } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import { holdsWholeRecord, type Visit } from '../model/visit.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import { listInWords } from './phrase.ts';
import type { StanceSheet } from './sheet.ts';
import type { Silence } from './stance.ts';

/** What a visit looked at and what it is known from, as parts of a sentence. */
export interface LookedAt {
  /** Fit to follow "looked at": "care leavers", "the front door and permanence". */
  areas: string;
  /** "aged 18 to 25"; undefined where the record gives no ages. */
  ages: string | undefined;
  /** Fit to follow "known from": "Ofsted’s whole letter", "a newspaper’s report of the letter". */
  record: string;
}

/** Ages in words: "aged 18 to 25", "aged 17". */
export function agesInWords(ages: Ages): string {
  return ages.from === ages.to ? `aged ${ages.from}` : `aged ${ages.from} to ${ages.to}`;
}

/** The kinds of visit that end in a report; the others end in a letter. */
const REPORTED: readonly VisitKind[] = [
  'inspection',
  'single-inspection',
  'looked-after-children-inspection',
  'lscb-review',
];

/** What Ofsted publishes after a kind of visit: a letter, or a report. */
export function recordName(kind: VisitKind): 'letter' | 'report' {
  return REPORTED.includes(kind) ? 'report' : 'letter';
}

/** A source that is not the whole record, as what a visit is known from. */
function accountName(type: SourceType, record: 'letter' | 'report'): string {
  if (type === 'news-report') return `a newspaper’s report of the ${record}`;
  if (type === 'council-news') return 'the council’s own account';
  return `part of Ofsted’s ${record}`;
}

/**
 * What a visit is known from. Where the whole letter or report is held, that; else the kinds of document
 * that its judged findings are taken from: a document cited only for a fact is no record of the visit.
 */
function recordInWords(visit: Visit): string {
  const record = recordName(visit.kind);
  if (holdsWholeRecord(visit)) return `Ofsted’s whole ${record}`;
  const judged = visit.findings.filter((finding) => finding.assessment !== 'context');
  const used = new Set(judged.map((finding) => finding.source));
  const sources = Object.entries(visit.sources).filter(([id]) => used.size === 0 || used.has(id));
  const names = sources.map(([, source]) => accountName(source.type, record));
  return listInWords([...new Set(names)]);
}

/** What a visit looked at, at which ages, and from what record that is known. */
export function lookedAt(visit: Visit): LookedAt {
  return {
    areas: listInWords([...new Set(visit.focus)].map((area) => FOCUS_LABELS[area])),
    ages: visit.ages && agesInWords(visit.ages),
    record: recordInWords(visit),
  };
}

/** The themes on which a visit has no judged finding, by the reason for its silence, in taxonomy order. */
export function silences(sheet: StanceSheet, themes: readonly Theme[]): Record<Silence, Theme[]> {
  const silentAs = (silence: Silence) => themes.filter((theme) => sheet.themes[theme.id]?.stance === silence);
  return {
    'not-mentioned': silentAs('not-mentioned'),
    'not-known': silentAs('not-known'),
    'not-looked-at': silentAs('not-looked-at'),
  };
}

/** What the record does not say of when the visit took place; undefined where it gives the day. */
function gapInDates(visit: Visit): string | undefined {
  const { start, before } = visit.visited;
  if (before) {
    return `The record does not say when the visit took place: only that it was before ${formatDate(before)}.`;
  }
  if (!start || start.length === 'YYYY-MM-DD'.length) return undefined;
  const known = start.length === 'YYYY'.length ? 'year' : 'month';
  return `Of the date of the visit only the ${known} is known: ${formatDate(start)}.`;
}

/** What is not known of a source: its publisher, its date, its address. Undefined where all three are known. */
function gapInSource(source: Source): string | undefined {
  const unknown = [
    !source.publisher && 'who published it',
    !source.published && 'when it was published',
    !source.url && 'where it can be read on the web',
  ].filter((gap) => gap !== false);
  if (unknown.length === 0) return undefined;
  return `Of the document “${source.title}” it is not known ${listInWords(unknown)}.`;
}

/**
 * What the record of a visit does not say, a sentence each: the whole letter where it is not held, dates,
 * inspectors, and what is not known of each source.
 */
export function gaps(visit: Visit): string[] {
  const record = recordName(visit.kind);
  return [
    holdsWholeRecord(visit)
      ? undefined
      : `We do not hold Ofsted’s ${record}: what this account leaves out, the ${record} may say.`,
    gapInDates(visit),
    visit.published ? undefined : `The date of Ofsted’s ${record} is not in the record.`,
    visit.inspectors ? undefined : 'The record does not name the inspectors.',
    ...Object.values(visit.sources).map(gapInSource),
  ].filter((gap) => gap !== undefined);
}
