import { createHash } from 'node:crypto';
import { ASSESSMENT_LABELS, ASSESSMENTS } from '../model/assessment.ts';
import type { Authority } from '../model/authority.ts';
import { VOICE_LABELS, VOICES } from '../model/quote.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { VISIT_KIND_LABELS, VISIT_KINDS } from '../model/visit-kind.ts';
import { type FacetName, facetValues } from './document.ts';
import { searchDocuments } from './documents.ts';
import { packIndex } from './index-file.ts';

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

/**
 * The index as a file: its content, and a name that changes with the content, so that a browser or a cache
 * never pairs a page with the index of another day.
 */
export function searchFile({ visits, themes, authorities }: Searchable): { name: string; content: string } {
  const themeWords = Object.fromEntries(
    themes.map(({ id, keywords, everyday }) => [id, [...new Set([...keywords, ...everyday])]]),
  );
  const content = JSON.stringify(packIndex({ documents: searchDocuments(visits, authorities), themeWords }));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `quotations-${hash}`, content };
}

/** The facets, each with those of its values that some text has. */
export function searchFacets({ visits, themes, authorities }: Searchable): Facet[] {
  const documents = searchDocuments(visits, authorities);
  const facet = (name: FacetName, label: string, values: Facet['values']): Facet => {
    const used = new Set(documents.flatMap((document) => facetValues(document, name)));
    return { name, label, values: values.filter(({ value }) => used.has(value)) };
  };
  const named = <V extends string>(values: readonly V[], labels: Record<V, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  const years = [...new Set(documents.map(({ visit }) => String(visit.year)))].sort().reverse();
  return [
    facet(
      'authority',
      'Council',
      authorities.map(({ id, name }) => ({ value: id, label: name })),
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
