import { utf8 } from '../markup/utf8.ts';
import type { Collection } from './collection.ts';
import { COLLECTION_ADDRESS, tableAddress, visitJsonAddress } from './download-address.ts';
import { collectionJson, visitJson, visitText } from './json.ts';
import { tableCsv, tablesOf } from './tables.ts';

/** Made once for a collection: a page says how large each file is, and the files are these. */
const made = new WeakMap<Collection, Map<string, Uint8Array>>();

/**
 * The data as files to take away: the whole collection, each table, each visit.
 *
 * @returns the bytes of each by its address
 */
export function dataFiles(collection: Collection): ReadonlyMap<string, Uint8Array> {
  const known = made.get(collection);
  if (known) return known;
  const files = new Map<string, Uint8Array>();
  const all = collectionJson(collection, COLLECTION_ADDRESS);
  const pieces = [utf8(all.before)];
  const between = utf8(all.between);
  // A visit at a time stands in both its own file and that of all.
  for (const [index, held] of collection.visits.entries()) {
    const address = visitJsonAddress(held.visit.id);
    const { before, after } = visitJson(collection, address);
    const record = utf8(visitText(collection, held));
    files.set(address, Buffer.concat([utf8(before), record, utf8(after)]));
    if (index > 0) pieces.push(between);
    pieces.push(record);
  }
  files.set(COLLECTION_ADDRESS, Buffer.concat([...pieces, utf8(all.after)]));
  for (const table of tablesOf(collection)) files.set(tableAddress(table.id), bytesOf(tableCsv(table)));
  made.set(collection, files);
  return files;
}

/** So many characters of a text in parts are made bytes at once: fewer would take longer, and more would live longer. */
const AT_ONCE = 100_000;

/** A text in parts as bytes. */
function bytesOf(parts: Iterable<string>): Uint8Array {
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < AT_ONCE) continue;
    pieces.push(utf8(text));
    text = '';
  }
  return Buffer.concat([...pieces, utf8(text)]);
}

/** How many bytes one of these files has. @throws where there is no such file */
export function dataFileSize(collection: Collection, address: string): number {
  const content = dataFiles(collection).get(address);
  if (!content) throw new Error(`There is no file ${address} among the data.`);
  return content.length;
}
