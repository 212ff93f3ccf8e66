import type { Library } from '../content/library.ts';
import { authorityOf } from '../insight/library-findings.ts';
import { sheetOf } from '../insight/library-sheets.ts';
import type { StanceSheet } from '../insight/sheet.ts';
import type { Authority } from '../model/authority.ts';
import type { Correction } from '../model/correction.ts';
import type { Receipts } from '../model/receipt.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { versionOf } from './record.ts';

/** A visit with what the exports say of it besides. */
export interface HeldVisit {
  visit: Visit;
  authority: Authority;
  /** Where it stands on every theme. */
  sheet: StanceSheet;
  /** By source id: what its quotations were checked against. */
  checked: Receipts['sources'];
}

/** Everything that is published, as the exports draw on it. */
export interface Collection {
  /** Newest first. */
  visits: HeldVisit[];
  themes: Theme[];
  authorities: Authority[];
  corrections: Correction[];
  /** Where the site is published: `https://inspection-insights.example`. */
  site: URL;
  /** Twelve hexadecimal digits that change when anything published changes, and never otherwise. */
  version: string;
}

/**
 * The collection, from the library.
 *
 * @param site where the site is published
 * @throws Error when a visit is to an authority that the register does not have
 */
export function collectionOf(library: Library, site: URL): Collection {
  const { themes, authorities, corrections, receipts } = library;
  const visits = library.visits.map((visit): HeldVisit => {
    return {
      visit,
      authority: authorityOf(library, visit),
      sheet: sheetOf(library, visit.id),
      checked: receipts[visit.id]?.sources ?? {},
    };
  });
  const collection = { visits, themes, authorities, corrections, site };
  return { ...collection, version: versionOf(collection) };
}
