import { ASSESSMENT_LABELS, ASSESSMENTS } from '../model/assessment.ts';
import type { Authority } from '../model/authority.ts';
import { VOICE_LABELS, VOICES } from '../model/quote.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { VISIT_KIND_LABELS, VISIT_KINDS } from '../model/visit-kind.ts';
import { isVisitFacet } from './columns.ts';
import { type FacetName, facetValues, type SearchDocument } from './document.ts';
import { searchDocuments } from './documents.ts';
import { publishIndex, type SearchData } from './pack.ts';

/** What a search index is built from: a library’s visits (newest first), taxonomy and register. */
export interface Searchable {
  visits: readonly Visit[];
  themes: readonly Theme[];
  authorities: readonly Authority[];
}

/** A facet as a page shows it: its values in the order in which they are listed. */
export interface Facet {
  name: FacetName;
  label: string;
  values: { value: string; label: string }[];
}

/** The texts of a library and what queries may be about beyond them. */
export function searchData({ visits, themes, authorities }: Searchable): SearchData {
  return {
    documents: searchDocuments(visits, authorities),
    themeWords: Object.fromEntries(
      themes.map(({ id, keywords, everyday }) => [id, [...keywords, ...everyday]]),
    ),
    neighbours: Object.fromEntries(authorities.map(({ id, neighbours }) => [id, neighbours])),
  };
}

/** What a search needs: its index as files, and the facets to narrow by. */
interface PublishedSearch {
  index: ReturnType<typeof publishIndex>;
  facets: Facet[];
}

/** Built once for a library, however many pages ask. */
const published = new WeakMap<readonly Visit[], PublishedSearch>();

function publishedSearch(library: Searchable): PublishedSearch {
  const known = published.get(library.visits);
  if (known) return known;
  const data = searchData(library);
  const made = { index: publishIndex(data), facets: facetsOf(library, data.documents) };
  published.set(library.visits, made);
  return made;
}

/**
 * The index as files: a folder whose name changes with what is in it, so that a browser or a cache never pairs a
 * page with the index of another day, and each file’s name and bytes.
 */
export function searchFiles(library: Searchable): ReturnType<typeof publishIndex> {
  return publishedSearch(library).index;
}

/** The facets, each with those of its values that some text has. */
export function searchFacets(library: Searchable): Facet[] {
  return publishedSearch(library).facets;
}

function facetsOf({ themes, authorities }: Searchable, documents: readonly SearchDocument[]): Facet[] {
  const visits = [...new Map(documents.map((document) => [document.visit, document])).values()];
  const facet = (name: FacetName, label: string, values: Facet['values']): Facet => {
    const used = new Set<string>();
    // All texts of a visit have its values, so one of them will do.
    for (const document of isVisitFacet(name) ? visits : documents) {
      for (const value of facetValues(document, name)) used.add(value);
    }
    return { name, label, values: values.filter(({ value }) => used.has(value)) };
  };
  const named = <V extends string>(values: readonly V[], labels: Record<V, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  const regions = [...new Set(authorities.map(({ region }) => region))].sort();
  const years = [...new Set(visits.map(({ visit }) => String(visit.year)))].sort().reverse();
  return [
    facet(
      'authority',
      'Council',
      authorities.map(({ id, name }) => ({ value: id, label: name })),
    ),
    facet(
      'region',
      'Region',
      regions.map((region) => ({ value: region, label: region })),
    ),
    facet(
      'theme',
      'Theme',
      themes.map(({ id, label }) => ({ value: id, label })),
    ),
    facet('assessment', 'How inspectors assessed it', named(ASSESSMENTS, ASSESSMENT_LABELS)),
    facet('voice', 'Whose words', [
      ...named(VOICES, VOICE_LABELS),
      { value: 'editor', label: 'Our own words' },
    ]),
    facet('kind', 'Kind of visit', named(VISIT_KINDS, VISIT_KIND_LABELS)),
    facet(
      'year',
      'Year of the visit',
      years.map((year) => ({ value: year, label: year })),
    ),
  ];
}
