import type { Collection } from './collection.ts';
import { COLLECTION_ADDRESS, tableAddress, visitJsonAddress } from './download-address.ts';
import { collectionJson, visitJson } from './json.ts';
import { tableCsv, tablesOf } from './tables.ts';

type File = [address: string, content: Uint8Array];

/** Made once for a collection: a page says how large each file is, and the files are these. */
const made = new WeakMap<Collection, Map<string, Uint8Array>>();

/**
 * The data as files to take away: the whole collection, each table, each visit.
 *
 * @returns the bytes of each by its address, in that order
 */
export function dataFiles(collection: Collection): ReadonlyMap<string, Uint8Array> {
  const held = made.get(collection);
  if (held) return held;
  const files = new Map<string, Uint8Array>([
    [COLLECTION_ADDRESS, Buffer.from(collectionJson(collection, COLLECTION_ADDRESS))],
    ...tablesOf(collection).map((table): File => [tableAddress(table.id), Buffer.from(tableCsv(table))]),
    ...collection.visits.map((visit): File => {
      const address = visitJsonAddress(visit.visit.id);
      return [address, Buffer.from(visitJson(collection, visit, address))];
    }),
  ]);
  made.set(collection, files);
  return files;
}

/** How many bytes one of these files has. @throws where there is no such file */
export function dataFileSize(collection: Collection, address: string): number {
  const content = dataFiles(collection).get(address);
  if (!content) throw new Error(`There is no file ${address} among the data.`);
  return content.length;
}
