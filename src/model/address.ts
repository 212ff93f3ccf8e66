/**
 * The site's public addresses. They are a contract: published ones never change. All begin with the
 * path the site is served under, which Astro writes into what it bundles; where Node runs this file itself, the
 * environment says it, as it says it to Astro.
 */
const BASE = `${import.meta.env?.BASE_URL ?? process.env.BASE_PATH ?? '/'}/`.replace(/\/+$/, '/');

/** The address of a page or file of the site from its path below the site's root: `at('visits/')`. */
export function at(path: string): string {
  return BASE + path;
}

/** The page of a visit. */
export function visitAddress(visit: string): string {
  return at(`visits/${visit}/`);
}

/** The page that lists the visits of a year, where there are too many for one list. */
export function visitYearAddress(year: string): string {
  return at(`visits/years/${year}/`);
}

/** The permanent address of a finding, response or action: it lands on it in the visit's page. */
export function passageAddress(visit: string, passage: string): string {
  return `${visitAddress(visit)}#${passage}`;
}

/** The page of an authority. */
export function authorityAddress(authority: string): string {
  return at(`authorities/${authority}/`);
}

/** The page of a theme. */
export function themeAddress(theme: string): string {
  return at(`themes/${theme}/`);
}

/** The page that is built for a comparison of two visits of one authority, the earlier first. */
export function comparisonAddress(a: string, b: string): string {
  return at(`compare/${a}/${b}/`);
}

/** One visit’s half of any comparison, which the browser fetches. */
export function comparisonHalfAddress(visit: string): string {
  return at(`compare/parts/${visit}/`);
}

/** The picture of a chart, to take away. */
export function chartPictureAddress(chart: string): string {
  return at(`charts/${chart}.svg`);
}

/** The data of a chart, to take away. */
export function chartTableAddress(chart: string): string {
  return at(`charts/${chart}.csv`);
}

/** The folder of the search’s index, whose name changes with what is in it. */
export function searchIndexAddress(folder: string): string {
  return at(`search/${folder}/`);
}
