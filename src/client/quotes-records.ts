import type { PassageRecord } from '../export/citation.ts';
import type { SearchDocument } from '../search/document.ts';

/** What a citation needs to know of a text that search found. */
export function recordOf(document: SearchDocument): PassageRecord {
  const { kind, text, quoted, voice, speaker, roles, source, visit } = document;
  return {
    quotations: kind === 'quotation' ? [text] : quoted.map(([start, end]) => text.slice(start, end)),
    words: kind === 'quotation' ? undefined : text,
    voice,
    speaker,
    roles,
    source,
    visit: { kind: visit.kind, place: visit.places[0] ?? '', when: visit.when },
  };
}
