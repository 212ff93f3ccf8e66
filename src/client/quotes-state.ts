import { SLUG } from '../model/slug.ts';
import { FACETS, type FacetName } from '../search/document.ts';
import type { Within } from '../search/search.ts';

/** What a reader has asked for: all that the address of the page holds. */
export interface State {
  text: string;
  /** Under each facet, the values chosen, in the order in which the page lists them. */
  chosen: Record<FacetName, string[]>;
  /** The part of the collection that is searched: `visit` and `neighbours-of` in the address. */
  within: Within;
}

/**
 * Reads the part of an address after `?`. What is not known (an old link, a slip) is passed over.
 *
 * @param known the values that each facet has, in the order in which the page lists them
 */
export function readState(search: string, known: Record<FacetName, readonly string[]>): State {
  const parameters = new URLSearchParams(search);
  const chosen = Object.fromEntries(
    FACETS.map((facet) => {
      const asked = parameters.getAll(facet);
      return [facet, known[facet].filter((value) => asked.includes(value))];
    }),
  ) as State['chosen'];
  const idUnder = (name: string) => {
    const value = parameters.get(name) ?? '';
    return SLUG.test(value) ? value : undefined;
  };
  const within = { visit: idUnder('visit'), neighboursOf: idUnder('neighbours-of') };
  return { text: parameters.get('q') ?? '', chosen, within };
}

/** The part of the address from `?` on; empty where nothing is asked for. */
export function writeState({ text, chosen, within }: State): string {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('q', text.trim());
  if (within.visit) parameters.set('visit', within.visit);
  if (within.neighboursOf) parameters.set('neighbours-of', within.neighboursOf);
  for (const facet of FACETS) for (const value of chosen[facet]) parameters.append(facet, value);
  const written = parameters.toString();
  return written && `?${written}`;
}

/** How many filters are chosen, a part of the collection among them. */
export function countChosen({ chosen, within }: State): number {
  const parts = Object.values(within).filter((part) => part !== undefined).length;
  return FACETS.reduce((sum, facet) => sum + chosen[facet].length, parts);
}
