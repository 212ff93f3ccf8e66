import type { SearchDocument, SearchVisit } from './document.ts';

/** A visit for a test: to Anyshire in January 2024, unless told otherwise. */
export function makeSearchVisit(visit: Partial<SearchVisit> = {}): SearchVisit {
  return {
    id: 'anyshire-2024',
    title: 'Care leavers in Anyshire, January 2024',
    authority: 'anyshire',
    places: ['Anyshire', 'Anyshire County Council'],
    kind: 'focused-visit',
    year: 2024,
    when: 'on 15 and 16 January 2024',
    ...visit,
  };
}

/** A text for a test: inspectors’ words from a letter, unless told otherwise. */
export function makeSearchDocument(document: Partial<SearchDocument> & { text: string }): SearchDocument {
  return {
    id: document.text,
    kind: 'quotation',
    quoted: [],
    passage: 'homes-suitable',
    part: 'finding',
    assessment: 'strength',
    themes: ['accommodation'],
    voice: 'inspectorate',
    roles: [],
    visit: makeSearchVisit(),
    source: { type: 'inspectorate-letter', title: 'Focused visit to Anyshire', publisher: 'Ofsted' },
    ...document,
  };
}
