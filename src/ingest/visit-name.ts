import type { VisitKind } from '../model/visit-kind.ts';

/** What is known of a visit that there is a file of. */
export interface HeldVisit {
  id: string;
  authority: string;
  kind: string;
  /** Its first day as far as written, or nothing. */
  start?: string | undefined;
  /** The date before which it was. */
  before?: string | undefined;
  /** Whether the report itself is held, and not only accounts of it. */
  whole: boolean;
  /** The ids of the sources that are held whole. */
  wholeSources: string[];
}

/** What is known of a visit that a report tells of. */
export interface ReportedVisit {
  authority: string;
  kind: VisitKind;
  /** Its first day, or, where unknown, the day of publication. */
  day: string;
}

/** A report is published within this many days of the visit. */
const DAYS_TO_PUBLICATION = 200;

/**
 * Whether two kinds can be one visit: letters of autumn 2020 call a focused visit what Ofsted’s later reports call a
 * focused assurance visit.
 */
function isSameKind(one: string, other: string): boolean {
  return one === other || [one, other].every((kind) => ['focused-visit', 'assurance-visit'].includes(kind));
}

/** The visit that a report tells of, among those held: the same authority, kind and days, as far as they are known. */
export function heldVisit(reported: ReportedVisit, held: readonly HeldVisit[]): HeldVisit | undefined {
  return held.find(
    ({ authority, kind, start, before }) =>
      authority === reported.authority &&
      isSameKind(kind, reported.kind) &&
      (start
        ? reported.day.startsWith(start)
        : before !== undefined && isShortlyBefore(reported.day, before)),
  );
}

function isShortlyBefore(day: string, before: string): boolean {
  const days = (Date.parse(before) - Date.parse(day)) / 86_400_000;
  return days >= 0 && days <= DAYS_TO_PUBLICATION;
}

/**
 * The id of a new visit, by the project's rule: authority and year; with the month where the year is taken; with a
 * number from 2 on where the month is taken too.
 *
 * @throws Error where nine visits of a month are held already
 */
export function newVisitId({ authority, day }: ReportedVisit, taken: ReadonlySet<string>): string {
  const month = `${authority}-${day.slice(0, 7)}`;
  const names = [
    `${authority}-${day.slice(0, 4)}`,
    month,
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${month}-${number}`),
  ];
  const free = names.find((name) => !taken.has(name));
  if (!free) throw new Error(`There are nine visits to ${authority} of ${day.slice(0, 7)} already.`);
  return free;
}
