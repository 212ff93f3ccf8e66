import { type Column, isVisitFacet, type VisitColumns } from './columns.ts';
import { FACETS, type FacetName } from './document.ts';
import type { Chosen, FacetCount, Facets, Within } from './search.ts';
import type { Store } from './store.ts';

/** Tests of texts, by their numbers: by what is chosen under each facet, and by the part of the collection. */
export interface Narrowing {
  filters: { facet: FacetName; fits: (text: number) => boolean }[];
  isWithin: (text: number) => boolean;
  /** All of them together. */
  fits: (text: number) => boolean;
}

/** What results are narrowed to: under every facet with something chosen, one of the values; and a part of the collection. */
export async function narrow(chosen: Chosen, within: Within, store: Store): Promise<Narrowing> {
  const facets = FACETS.filter((facet) => (chosen[facet] ?? []).length > 0);
  const [isWithin, ...filters] = await Promise.all([
    partOf(within, store),
    ...facets.map(async (facet) => ({ facet, fits: await filterBy(facet, chosen[facet] ?? [], store) })),
  ]);
  return {
    filters,
    isWithin,
    fits: (text) => isWithin(text) && filters.every((filter) => filter.fits(text)),
  };
}

async function filterBy(
  facet: FacetName,
  values: readonly string[],
  store: Store,
): Promise<(text: number) => boolean> {
  if (isVisitFacet(facet)) {
    const { columns, ofText } = await store.visits();
    const wanted = columns.values[facet].map((value) => values.includes(value));
    const fits = columns.codes[facet].map((code) => wanted[code] === true);
    return (text) => fits[ofText[text] ?? 0] === true;
  }
  const { sets, codes } = await store.column(facet);
  const fits = sets.map((set) => set.some((value) => values.includes(value)));
  return (text) => fits[codes[text] ?? 0] === true;
}

async function partOf({ visit, neighboursOf }: Within, store: Store): Promise<(text: number) => boolean> {
  if (visit === undefined && neighboursOf === undefined) return () => true;
  const { columns, ofText } = await store.visits();
  const neighbours = neighboursOf === undefined ? undefined : await neighboursFor(neighboursOf, store);
  const inside = columns.ids.map((id, number) => {
    const authority = columns.values.authority[columns.codes.authority[number] ?? 0] ?? '';
    return (visit === undefined || id === visit) && (!neighbours || neighbours.includes(authority));
  });
  return (text) => inside[ofText[text] ?? 0] === true;
}

async function neighboursFor(authority: string, store: Store): Promise<readonly string[]> {
  const neighbours = await store.neighbours();
  return Object.hasOwn(neighbours, authority) ? (neighbours[authority] ?? []) : [];
}

/**
 * Counts the values of every facet among texts.
 *
 * @param texts what answers a query, whatever it is narrowed to
 * @param narrowing what it is narrowed to: a facet’s counts pay no heed to what is chosen under it
 */
export async function countFacets(
  texts: Int32Array,
  { filters, isWithin }: Narrowing,
  store: Store,
): Promise<Facets> {
  const names = FACETS.flatMap((facet) => (isVisitFacet(facet) ? [] : facet));
  const [visits, ...columns] = await Promise.all([store.visits(), ...names.map(store.column)]);
  const tallies = FACETS.map((facet) => tally(facet, visits, columns[(names as FacetName[]).indexOf(facet)]));
  for (const text of texts) {
    if (!isWithin(text)) continue;
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
