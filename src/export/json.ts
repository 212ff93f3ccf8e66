import { absolute } from './absolute.ts';
import type { Collection, HeldVisit } from './collection.ts';
import { collectionCitation } from './collection-citation.ts';
import { TERMS } from './licence.ts';
import { contentRecord, visitRecord } from './record.ts';
import { tablesOf } from './tables.ts';

/** Changes when a name or a shape in the JSON files changes, so that programs that read them can tell. */
const FORMAT = 1;

/** What stands at the top of every JSON file: what it is, its version, how to cite it and on what terms. */
function heading(collection: Collection, address: string) {
  return {
    name: 'Inspection Insights',
    description:
      'What Ofsted’s inspectors said about children’s services in English councils. Not Ofsted’s own publication. What is not known is left out, never guessed.',
    address: absolute(address, collection.site),
    format: FORMAT,
    version: collection.version,
    citation: collectionCitation(collection),
    terms: TERMS,
  };
}

/** JSON as a file holds it, two spaces a level so that people can read it too. */
function write(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The whole collection as the text of one JSON file. Its `columns` explain the columns of the tables, which
 * are published as CSV files.
 *
 * @param address the file’s own address on the site
 */
export function collectionJson(collection: Collection, address: string): string {
  const columns = Object.fromEntries(
    // Their columns are the same without a row.
    tablesOf({ ...collection, visits: [] }).map((table) => [
      table.id,
      Object.fromEntries(table.columns.map(({ name, description }) => [name, description])),
    ]),
  );
  return write({ ...heading(collection, address), columns, ...contentRecord(collection) });
}

/**
 * One visit as the text of a JSON file: the same record as in the whole collection.
 *
 * @param address the file’s own address on the site
 */
export function visitJson(collection: Collection, held: HeldVisit, address: string): string {
  return write({ ...heading(collection, address), visit: visitRecord(held, collection.site) });
}
