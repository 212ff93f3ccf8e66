import type { Authority, KnownReport } from '../model/authority.ts';
import { earliestDay, formatDate, latestDay } from '../model/partial-date.ts';
import type { Visit } from '../model/visit.ts';
import { formatPeriod, periodDay, type VisitPeriod } from '../model/visit-kind.ts';

/** The first and the last day, `YYYY-MM-DD`, that an incompletely known date can mean. */
export interface PossibleDays {
  earliest: string;
  latest: string;
}

/**
 * The days on which a visit may have begun. A visit of which only the report is dated is taken to have
 * begun in the report's year, as the visit's id says too.
 */
export function possibleDays(period: VisitPeriod): PossibleDays {
  if (period.start) return { earliest: earliestDay(period.start), latest: latestDay(period.start) };
  const before = period.before ?? '';
  return { earliest: earliestDay(before.slice(0, 4)), latest: latestDay(before) };
}

/** An event in an authority's history: a visit held here, or a report known to exist that is not. */
export type HistoryEntry = {
  /** The day by which it is put in order, `YYYY-MM-DD`. */
  day: string;
  /** When it began (for a report of which only the publication is known, when it was published). */
  began: PossibleDays;
  /** Its date in words, as precisely as it is known. */
  when: string;
} & ({ held: true; visit: Visit } | { held: false; report: KnownReport });

/** When a report that is not held belongs in time: by its visit, or else by its publication. */
function reportTime({ visited, published }: KnownReport): Pick<HistoryEntry, 'day' | 'began' | 'when'> {
  if (visited) return { day: periodDay(visited), began: possibleDays(visited), when: formatPeriod(visited) };
  const date = published ?? '';
  return {
    day: earliestDay(date),
    began: { earliest: earliestDay(date), latest: latestDay(date) },
    when: `published ${formatDate(date)}`,
  };
}

/** A name by which entries of the same day are put in order. */
function nameOf(entry: HistoryEntry): string {
  return entry.held ? entry.visit.id : entry.report.source;
}

/** Code-unit order, which is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The visits held to an authority and the reports known that are not held, oldest first. */
export function authorityHistory(
  authority: Pick<Authority, 'id' | 'reports'>,
  visits: readonly Visit[],
): HistoryEntry[] {
  const held = visits
    .filter((visit) => visit.authority === authority.id)
    .map(
      (visit): HistoryEntry => ({
        held: true,
        visit,
        day: periodDay(visit.visited),
        began: possibleDays(visit.visited),
        when: formatPeriod(visit.visited),
      }),
    );
  const known = authority.reports.map(
    (report): HistoryEntry => ({ held: false, report, ...reportTime(report) }),
  );
  return [...held, ...known].sort((a, b) => compare(a.day, b.day) || compare(nameOf(a), nameOf(b)));
}

/** The order of visits with the newest first, for `sort`; visits of one day go by their ids. */
export function byNewest(a: Pick<Visit, 'id' | 'visited'>, b: Pick<Visit, 'id' | 'visited'>): number {
  return compare(periodDay(b.visited), periodDay(a.visited)) || compare(a.id, b.id);
}

/** The order of visits with the oldest first, for `sort`; visits of one day go by their ids. */
export function byOldest(a: Pick<Visit, 'id' | 'visited'>, b: Pick<Visit, 'id' | 'visited'>): number {
  return compare(periodDay(a.visited), periodDay(b.visited)) || compare(a.id, b.id);
}

/** The statistical neighbours of an authority among some authorities, nearest first. */
export function neighbours<Entry extends Pick<Authority, 'id'>>(
  authority: Pick<Authority, 'neighbours'>,
  among: readonly Entry[],
): Entry[] {
  return authority.neighbours.flatMap((id) => among.filter((candidate) => candidate.id === id));
}

/** Every pair of visits to one authority, each with the earlier first, in the order of the earlier visits. */
export function visitPairs<Entry extends Pick<Visit, 'id' | 'authority' | 'visited'>>(
  visits: readonly Entry[],
): [earlier: Entry, later: Entry][] {
  const oldestFirst = [...visits].sort(byOldest);
  return oldestFirst.flatMap((earlier, index) =>
    oldestFirst
      .slice(index + 1)
      .filter((later) => later.authority === earlier.authority)
      .map((later): [Entry, Entry] => [earlier, later]),
  );
}
