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

/** JSON as it stands so many levels within other JSON. No line of it breaks within a text: JSON’s texts have no line breaks. */
function within(levels: number, json: string): string {
  return json.replaceAll('\n', `\n${'  '.repeat(levels)}`);
}

/** The record of a visit as JSON, for its own file and for that of all. */
export function visitText(collection: Collection, held: HeldVisit): string {
  return write(visitRecord(held, collection.site));
}

/**
 * The whole collection as the text of one JSON file, in parts that follow each other. Its `columns` explain the columns of
 * the tables, which are published as CSV files.
 *
 * @param address the file’s own address on the site
 * @param texts the record of every visit, as `visitText` gives it
 */
export function* collectionJson(
  collection: Collection,
  address: string,
  texts: Iterable<string>,
): Generator<string> {
  const { themes, authorities, corrections } = collection;
  const columns = Object.fromEntries(
    tablesOf(collection).map((table) => [
      table.id,
      Object.fromEntries(table.columns.map(({ name, description }) => [name, description])),
    ]),
  );
  yield `${begun({ ...heading(collection, address), columns, themes, authorities })},\n  "visits": [`;
  let separator = '';
  for (const text of texts) {
    yield `${separator}\n    ${within(2, text)}`;
    separator = ',';
  }
  yield `${separator && '\n  '}],\n  "corrections": ${within(1, write(corrections))}\n}\n`;
}

/**
 * One visit as the text of a JSON file: the same record as in the whole collection.
 *
 * @param address the file’s own address on the site
 * @param text the record of the visit, as `visitText` gives it
 */
export function visitJson(collection: Collection, address: string, text: string): string {
  return `${begun(heading(collection, address))},\n  "visit": ${within(1, text)}\n}\n`;
}

/** An object as JSON to which members are still to come. */
function begun(value: object): string {
  return write(value).slice(0, -'\n}'.length);
}
