import { citation } from '../export/citation.ts';
import { writeCsv } from '../export/csv.ts';
import { passageAddress } from '../model/address.ts';
import type { FacetName, SearchDocument } from '../search/document.ts';
import { recordOf } from './quotes-records.ts';

const HEADER = [
  'Text',
  'Verbatim',
  'Whose words',
  'Speaker',
  'Role',
  'Council',
  'Visit',
  'Kind of visit',
  'When',
  'Assessment',
  'Themes',
  'Document',
  'Publisher',
  'Published',
  'Link',
  'Citation',
];

/**
 * Texts as a CSV file, each with its citation. What is not known is an empty cell.
 *
 * @param labelOf what the page calls a value of a facet
 * @param site the site’s address without a path: “https://example.org”
 */
export function resultsAsCsv(
  documents: readonly SearchDocument[],
  labelOf: (facet: FacetName, value: string) => string,
  site: string,
): string {
  const rows = documents.map((document) => {
    const record = recordOf(document);
    const url = site + passageAddress(document.visit.id, document.passage);
    return [
      document.text,
      document.kind === 'quotation' ? document.text : record.quotations.map((text) => `“${text}”`).join(' '),
      labelOf('voice', document.voice),
      document.speaker,
      document.roles.join('; '),
      labelOf('authority', document.visit.authority),
      document.visit.title,
      labelOf('kind', document.visit.kind),
      document.visit.when,
      document.assessment && labelOf('assessment', document.assessment),
      document.themes.map((theme) => labelOf('theme', theme)).join('; '),
      document.source.title,
      document.source.publisher,
      document.source.published,
      url,
      citation(record, url, 'text'),
    ];
  });
  return writeCsv(HEADER, rows);
}
