import type { SearchDocument, SearchVisit } from './document.ts';
import { packIndex, ROOT, SIZES, type Sizes } from './pack.ts';
import { makeSearch, type SearchIndex } from './search.ts';
import { openStore } from './store.ts';

/** A visit for a test: to Anyshire in January 2024, unless told otherwise. */
export function makeSearchVisit(visit: Partial<SearchVisit> = {}): SearchVisit {
  return {
    id: 'anyshire-2024',
    title: 'Care leavers in Anyshire, January 2024',
    authority: 'anyshire',
    region: 'South West',
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

/**
 * An index for a test, over documents in memory.
 *
 * @param sizes how it is cut into files: as the site’s own, unless told otherwise
 */
export function makeIndex(
  documents: readonly SearchDocument[],
  themeWords: Record<string, string[]> = {},
  { sizes = SIZES, neighbours = {} }: { sizes?: Sizes; neighbours?: Record<string, string[]> } = {},
): SearchIndex {
  // Each text is a passage of its own, named by its number: so a hit can be told, and is given back as it was made.
  const numbered = documents.map((document, number) => ({ ...document, passage: String(number) }));
  const parts = packIndex({ documents: numbered, themeWords, neighbours }, sizes);
  const part = (name: string) => {
    const found = parts.get(name);
    if (!found) throw new Error(`There is no part ${name}.`);
    return found;
  };
  const index = makeSearch(openStore(part(ROOT), async (name) => part(name)));
  return {
    ...index,
    async search(query) {
      const results = await index.search(query);
      const hits = results.hits.map((hit) => {
        const document = documents[Number(hit.document.passage)];
        if (!document) throw new Error(`There is no text ${hit.document.passage}.`);
        return { ...hit, document };
      });
      return { ...results, hits };
    },
  };
}
