import type { Library } from '../content/library.ts';
import { findingBalance, themeBalance } from '../insight/balance.ts';
import { compareSheets } from '../insight/comparison.ts';
import { authorityHistory, visitPairs } from '../insight/history.ts';
import { visitsTo } from '../insight/library-findings.ts';
import { sheetOf, sheetsOf } from '../insight/library-sheets.ts';
import type { Authority } from '../model/authority.ts';
import type { Visit } from '../model/visit.ts';
import { changeChart } from './change.ts';
import type { Chart } from './chart.ts';
import { lookedAtChart } from './looked-at.ts';
import { themeBalanceChart } from './theme-balance.ts';
import { themeByVisitChart } from './theme-by-visit.ts';
import { timeLineChart } from './time-line.ts';
import { visitBalanceChart } from './visit-balance.ts';

/** Charts of the whole collection have a column for each visit: so many of the newest fit. */
const MOST_COLUMNS = 24;

/** How many visits stand where on each theme. */
export function balanceChart(library: Library): Chart {
  return themeBalanceChart(themeBalance([...sheetsOf(library).values()], library.themes));
}

/** The newest visits beside one another, theme by theme. */
export function newestVisitsChart(library: Library): Chart {
  return themeByVisitChart([...sheetsOf(library).values()].slice(0, MOST_COLUMNS), library.themes);
}

/** What the newest visits looked at. */
export function coverageChart(library: Library): Chart {
  return lookedAtChart([...sheetsOf(library).values()].slice(0, MOST_COLUMNS));
}

/** The findings of one visit, theme by theme. */
export function visitChart(library: Library, visit: Visit): Chart {
  return visitBalanceChart(visit, findingBalance(visit, library.themes));
}

/** What changed between two visits. */
function pairChart(library: Library, earlier: Visit, later: Visit): Chart {
  return changeChart(compareSheets(sheetOf(library, earlier.id), sheetOf(library, later.id), library.themes));
}

/** An authority's visits held and reports known, in time. */
export function historyChart(library: Library, authority: Authority): Chart {
  return timeLineChart(authority, authorityHistory(authority, library.visits));
}

/** An authority's visits beside one another, theme by theme. */
export function authorityThemesChart(library: Library, authority: Authority): Chart {
  return themeByVisitChart(
    visitsTo(library, authority.id).map(({ id }) => sheetOf(library, id)),
    library.themes,
    `themes-${authority.id}`,
  );
}

/**
 * Every chart that the site shows: each has a picture and a table to take away. They are made one at a time, since a build
 * that held thousands of them would spend its time on clearing up.
 */
export function libraryCharts(library: Library): { id: string; make: () => Chart }[] {
  const { visits, authorities } = library;
  const visited = authorities.filter(({ id }) => visitsTo(library, id).length > 0);
  return [
    { id: 'theme-balance', make: () => balanceChart(library) },
    { id: 'theme-by-visit', make: () => newestVisitsChart(library) },
    { id: 'looked-at', make: () => coverageChart(library) },
    ...visits.map((visit) => ({ id: `balance-${visit.id}`, make: () => visitChart(library, visit) })),
    ...visitPairs(visits).map(([earlier, later]) => ({
      id: `change-${earlier.id}-${later.id}`,
      make: () => pairChart(library, earlier, later),
    })),
    ...visited.flatMap((authority) => [
      { id: `time-line-${authority.id}`, make: () => historyChart(library, authority) },
      { id: `themes-${authority.id}`, make: () => authorityThemesChart(library, authority) },
    ]),
  ];
}
