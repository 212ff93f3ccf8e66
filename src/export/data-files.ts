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
  const held = made.get(collection);
  if (held) return held;
  const files = new Map<string, Uint8Array>();
  // A visit at a time stands in both its own file and that of all.
  const texts = function* () {
    for (const held of collection.visits) {
      const address = visitJsonAddress(held.visit.id);
      const text = visitText(collection, held);
      files.set(address, utf8(visitJson(collection, address, text)));
      yield text;
    }
  };
  files.set(COLLECTION_ADDRESS, bytesOf(collectionJson(collection, COLLECTION_ADDRESS, texts())));
  for (const table of tablesOf(collection)) files.set(tableAddress(table.id), utf8(tableCsv(table)));
  made.set(collection, files);
  return files;
}

/** A text in parts as bytes. */
function bytesOf(parts: Iterable<string>): Uint8Array {
  return Buffer.concat(Array.from(parts, utf8));
}

/** How many bytes one of these files has. @throws where there is no such file */
export function dataFileSize(collection: Collection, address: string): number {
  const content = dataFiles(collection).get(address);
  if (!content) throw new Error(`There is no file ${address} among the data.`);
  return content.length;
}
