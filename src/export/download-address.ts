import { at } from '../model/address.ts';

/** The whole collection in one JSON file. */
export const COLLECTION_ADDRESS: string = at('data/inspection-insights.json');

/** A table of the collection as a CSV file. */
export function tableAddress(table: string): string {
  return at(`data/${table}.csv`);
}

/** One visit as a JSON file. */
export function visitJsonAddress(visit: string): string {
  return at(`data/visits/${visit}.json`);
}
