import { FACETS, type FacetName } from '../search/document.ts';

/** What a reader has asked for: all that the address of the page holds. */
export interface State {
  text: string;
  /** Under each facet, the values chosen, in the order in which the page lists them. */
  chosen: Record<FacetName, string[]>;
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
  return { text: parameters.get('q') ?? '', chosen };
}

/** The part of the address from `?` on; empty where nothing is asked for. */
export function writeState({ text, chosen }: State): string {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('q', text.trim());
  for (const facet of FACETS) for (const value of chosen[facet]) parameters.append(facet, value);
  const written = parameters.toString();
  return written && `?${written}`;
}

/** How many filters are chosen. */
export function countChosen({ chosen }: State): number {
  return FACETS.reduce((sum, facet) => sum + chosen[facet].length, 0);
}
