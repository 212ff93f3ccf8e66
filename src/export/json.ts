import { absolute } from './absolute.ts';
import type { Collection, HeldVisit } from './collection.ts';
import { collectionCitation } from './collection-citation.ts';
import { TERMS } from './licence.ts';
import { visitRecord } from './record.ts';
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
  return JSON.stringify(value, null, 2);
}

/** A value as JSON as it stands in an object: one level in. */
function inObject(value: unknown): string {
  return write({ value }).slice('{\n  "value": '.length, -'\n}'.length);
}

/** The record of a visit as JSON, as it stands in its own file and in that of all. */
export function visitText(collection: Collection, held: HeldVisit): string {
  return inObject(visitRecord(held, collection.site));
}

/**
 * The whole collection as JSON, but for the records of its visits. Its `columns` explain the columns of the tables, which are
 * published as CSV files.
 *
 * @param address the file’s own address on the site
 * @returns what stands before the records, between one and the next, and after them
 */
export function collectionJson(
  collection: Collection,
  address: string,
): { before: string; between: string; after: string } {
  const { themes, authorities, corrections } = collection;
  const columns = Object.fromEntries(
    tablesOf(collection).map((table) => [
      table.id,
      Object.fromEntries(table.columns.map(({ name, description }) => [name, description])),
    ]),
  );
  const written = begun({ ...heading(collection, address), columns, themes, authorities });
  // The records are as far in as in a file of their own: so each is made into bytes once for both.
  return {
    before: `${written},\n  "visits": [`,
    between: ', ',
    after: `],\n  "corrections": ${inObject(corrections)}\n}\n`,
  };
}

/**
 * One visit as JSON, but for its record, which is the same as in the whole collection.
 *
 * @param address the file’s own address on the site
 * @returns what stands before the record and after it
 */
export function visitJson(collection: Collection, address: string): { before: string; after: string } {
  return { before: `${begun(heading(collection, address))},\n  "visit": `, after: '\n}\n' };
}

/** An object as JSON to which members are still to come. */
function begun(value: object): string {
  return write(value).slice(0, -'\n}'.length);
}
