import { FACETS, type FacetName } from '../search/document.ts';
import type { Facets } from '../search/search.ts';
import type { State } from './quotes-state.ts';

/** The filters as they stand on the page: the page’s own list of what can be chosen, and what to call it. */
export interface Filters {
  known: Record<FacetName, string[]>;
  labelOf: (facet: FacetName, value: string) => string;
  /** What is ticked. */
  chosen: () => State['chosen'];
  tick: (chosen: State['chosen']) => void;
  /** Writes the counts; a value that would find nothing is not offered, unless it is ticked. */
  count: (facets: Facets) => void;
}

/** Reads the filters off the page. */
export function readFilters(body: Element): Filters {
  const boxes = [...body.querySelectorAll<HTMLInputElement>('[data-facet] input')].map((input) => {
    const item = input.closest('li') as HTMLLIElement;
    return {
      facet: input.name as FacetName,
      input,
      item,
      label: item.querySelector('[data-label]')?.textContent ?? '',
      count: item.querySelector('[data-count]'),
    };
  });
  const byFacet = (wanted: (box: (typeof boxes)[number]) => boolean) =>
    Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        boxes.filter((box) => box.facet === facet && wanted(box)).map(({ input }) => input.value),
      ]),
    ) as State['chosen'];
  return {
    known: byFacet(() => true),
    labelOf: (facet, value) =>
      boxes.find((box) => box.facet === facet && box.input.value === value)?.label ?? value,
    chosen: () => byFacet(({ input }) => input.checked),
    tick(chosen) {
      for (const { facet, input } of boxes) input.checked = chosen[facet].includes(input.value);
    },
    count(facets) {
      for (const { facet, input, item, count } of boxes) {
        const found = facets[facet].find(({ value }) => value === input.value)?.count ?? 0;
        if (count) count.textContent = String(found);
        item.hidden = found === 0 && !input.checked;
      }
    },
  };
}

/** A button for each filter that is chosen, and for the part of the collection that is searched, which takes it back. */
export function chips({ chosen, within }: State, { labelOf }: Filters, visitTitle?: string): HTMLLIElement[] {
  const { visit, neighboursOf } = within;
  return [
    ...(visit === undefined ? [] : [chip('visit', visit, visitTitle ?? `The visit ${visit}`)]),
    ...(neighboursOf === undefined
      ? []
      : [chip('neighboursOf', neighboursOf, `Councils most like ${labelOf('authority', neighboursOf)}`)]),
    ...FACETS.flatMap((facet) => chosen[facet].map((value) => chip(facet, value, labelOf(facet, value)))),
  ];
}

/** @param kind the facet, or the kind of part of the collection, that it takes back */
function chip(kind: FacetName | keyof State['within'], value: string, label: string): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quotes-chip';
  button.dataset.kind = kind;
  button.dataset.value = value;
  button.setAttribute('aria-label', `Remove the filter ${label}`);
  button.textContent = label;
  item.append(button);
  return item;
}
