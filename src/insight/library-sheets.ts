import type { Library } from '../content/library.ts';
import { type StanceSheet, stanceSheet } from './sheet.ts';

const made = new WeakMap<Library, Map<string, StanceSheet>>();

/** The stance sheet of every visit of a library, by the visit's id: made once, however many pages ask. */
export function sheetsOf(library: Library): ReadonlyMap<string, StanceSheet> {
  const held = made.get(library);
  if (held) return held;
  const places = new Map(library.authorities.map((authority) => [authority.id, authority]));
  const sheets = new Map(
    library.visits.map((visit) => {
      // The reader has made sure that every visit's authority is in the register.
      const authority = places.get(visit.authority) ?? { name: visit.authority };
      return [visit.id, stanceSheet(visit, library.themes, authority)] as const;
    }),
  );
  made.set(library, sheets);
  return sheets;
}

/** The sheet of one visit. @throws where the library does not hold it */
export function sheetOf(library: Library, visit: string): StanceSheet {
  const sheet = sheetsOf(library).get(visit);
  if (!sheet) throw new Error(`The library holds no visit “${visit}”.`);
  return sheet;
}
