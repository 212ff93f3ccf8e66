import type { PageWithChart } from '../components/chart-figure.ts';
import { comparisonHalf, comparisonHalves } from '../components/compare/comparison-half.ts';
import { comparisonPage } from '../components/compare/comparison-page.ts';
import { visitPage } from '../components/visit/visit-page.ts';
import { siteLibrary } from '../content/site-library.ts';
import { visitPairs } from '../insight/history.ts';
import type { FramedPage } from '../markup/frame.ts';
import { comparisonAddress, comparisonHalfAddress, visitAddress } from '../model/address.ts';

/** A page that is filled into a frame. */
interface PageInFrame {
  /** Where it stands. */
  address: string;
  /** What stands in it, and the chart that is its own if it has one; made when it is asked for. */
  page: () => FramedPage | PageWithChart;
}

/** The kinds of page that are filled into a frame; of each, Astro renders the frame at the address of the first. */
export function pagesInFrames(): PageInFrame[][] {
  const library = siteLibrary();
  const comparisons = visitPairs(library.visits).map(([earlier, later]) => ({
    address: comparisonAddress(earlier.id, later.id),
    page: () => comparisonPage(library, earlier, later),
  }));
  const halves = [...comparisonHalves(library)].map(([name, visit]) => ({
    address: comparisonHalfAddress(name),
    page: () => ({ title: '', description: '', main: comparisonHalf(library, visit) }),
  }));
  const visits = library.visits.map((visit) => ({
    address: visitAddress(visit.id),
    page: () => visitPage(library, visit),
  }));
  return [comparisons, halves, visits];
}
