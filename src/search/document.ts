import type { Assessment } from '../model/assessment.ts';
import type { Voice } from '../model/quote.ts';
import type { SourceType } from '../model/source.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import type { Range } from './query.ts';

/** The visit that a searched text belongs to. */
export interface SearchVisit {
  id: string;
  title: string;
  /** The id of its authority. */
  authority: string;
  /** The region of its authority. */
  region: string;
  /** The authority’s names, the usual one first: a query may say any of them. */
  places: string[];
  kind: VisitKind;
  year: number;
  /** When it was, fit to follow “a focused visit to Wigan”: “before 15 December 2024”. */
  when: string;
}

/** The document that a searched text was taken from. What is not known is left out. */
export interface SearchSource {
  type: SourceType;
  title: string;
  publisher?: string | undefined;
  /** In full words: “15 December 2024”. */
  published?: string | undefined;
}

/** One text that search finds: a quotation, a sentence of a long one, or a passage in the editor’s words. */
export interface SearchDocument {
  /** Unique in the collection. */
  id: string;
  /** `quotation`: verbatim throughout. `words`: the editor’s own, in which `quoted` marks what is verbatim. */
  kind: 'quotation' | 'words';
  text: string;
  /** Where the text is one sentence of a long quotation: all its sentences, and which of them, from 0, it is. */
  paragraph?: { sentences: readonly string[]; at: number } | undefined;
  /** The stretches of `text` between quotation marks, marks excluded; empty for a quotation, which is one whole. */
  quoted: Range[];
  /** The id of the finding, response or action: with the visit’s, its permanent address. */
  passage: string;
  part: 'finding' | 'response' | 'action';
  /** Only a finding has one. */
  assessment?: Assessment | undefined;
  themes: string[];
  /** Whose words it is, or quotes; `editor` where nothing in it is verbatim. */
  voice: Voice | 'editor';
  speaker?: string | undefined;
  roles: string[];
  visit: SearchVisit;
  source: SearchSource;
}

/** The id of the nth text of a passage, from 0. */
export function documentId(visit: string, passage: string, number: number): string {
  return `${visit}#${passage}.${number}`;
}

/** What results can be narrowed by. */
export const FACETS = ['authority', 'region', 'theme', 'assessment', 'voice', 'kind', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

/** The values that a document has under a facet; none where the facet says nothing of it. */
export function facetValues(document: SearchDocument, facet: FacetName): string[] {
  switch (facet) {
    case 'authority':
      return [document.visit.authority];
    case 'region':
      return [document.visit.region];
    case 'theme':
      return document.themes;
    case 'assessment':
      return document.assessment ? [document.assessment] : [];
    case 'voice':
      return [document.voice];
    case 'kind':
      return [document.visit.kind];
    case 'year':
      return [String(document.visit.year)];
  }
}
