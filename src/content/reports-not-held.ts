import type { Authority, KnownReport } from '../model/authority.ts';
import { earliestDay, latestDay, type PartialDate } from '../model/partial-date.ts';
import type { Visit } from '../model/visit.ts';

type Held = Pick<Visit, 'authority' | 'kind' | 'visited' | 'published'>;

/**
 * The reports of the register that no visit is held for. A visit that is held is the register's report where both are of one
 * kind and their days, known to the month at least, may be the same; or, where the register knows only when the report
 * was published, where that agrees. So an entry need not be taken out of the register when its letter is imported.
 */
export function reportsNotHeld(
  { id, reports }: Pick<Authority, 'id' | 'reports'>,
  visits: readonly Held[],
): KnownReport[] {
  const own = visits.filter(({ authority }) => authority === id);
  return reports.filter((report) => !own.some((visit) => visit.kind === report.kind && agree(report, visit)));
}

function agree(report: KnownReport, visit: Held): boolean {
  const dates = report.visited
    ? [report.visited.start, visit.visited.start]
    : [report.published, visit.published];
  const [known, held] = dates;
  if (!known || !held || !hasMonth(known) || !hasMonth(held)) return false;
  return earliestDay(known) <= latestDay(held) && earliestDay(held) <= latestDay(known);
}

/** Two focused visits can fall into one year, so a year alone does not tell them apart. */
function hasMonth(date: PartialDate): boolean {
  return date.length > 'YYYY'.length;
}
