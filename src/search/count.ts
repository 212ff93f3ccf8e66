import { type Column, isVisitFacet, type VisitColumns } from './columns.ts';
import { FACETS, type FacetName } from './document.ts';
import type { FacetCount, Facets, Filter } from './search.ts';
import type { Store } from './store.ts';

/**
 * Counts the values of every facet among texts.
 *
 * @param texts what answers a query, whatever is chosen
 * @param filters what is chosen: a facet’s counts pay no heed to its own
 */
export async function countFacets(
  texts: Iterable<number>,
  filters: readonly Filter[],
  store: Store,
): Promise<Facets> {
  const names = FACETS.flatMap((facet) => (isVisitFacet(facet) ? [] : facet));
  const [visits, ...columns] = await Promise.all([store.visits(), ...names.map(store.column)]);
  const tallies = FACETS.map((facet) => tally(facet, visits, columns[(names as FacetName[]).indexOf(facet)]));
  for (const text of texts) {
    const failed = filters.filter(({ fits }) => !fits(text));
    if (failed.length > 1) continue;
    for (const each of tallies) if (failed.length === 0 || each.facet === failed[0]?.facet) each.add(text);
  }
  return Object.fromEntries(tallies.map(({ facet, counts }) => [facet, counts()])) as Facets;
}

/** Counts the values of one facet. */
function tally(
  facet: FacetName,
  { columns, ofText }: { columns: VisitColumns; ofText: Uint16Array },
  column: Column | undefined,
) {
  const sets = column?.sets ?? (isVisitFacet(facet) ? columns.values[facet].map((value) => [value]) : []);
  const codes = column?.codes;
  const ofVisit = isVisitFacet(facet) ? columns.codes[facet] : [];
  const bySet = new Int32Array(sets.length);
  return {
    facet,
    add(text: number) {
      const code = codes ? codes[text] : ofVisit[ofText[text] ?? 0];
      bySet[code ?? 0] = (bySet[code ?? 0] ?? 0) + 1;
    },
    counts(): FacetCount[] {
      const byValue = new Map<string, number>();
      sets.forEach((set, code) => {
        const count = bySet[code] ?? 0;
        if (count > 0) for (const value of set) byValue.set(value, (byValue.get(value) ?? 0) + count);
      });
      return [...byValue]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value)));
    },
  };
}
