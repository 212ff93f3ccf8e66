import type { Chart } from '../charts/chart.ts';
import { libraryCharts } from '../charts/library-charts.ts';
import type { Library } from '../content/library.ts';
import { siteLibrary } from '../content/site-library.ts';
import type { Collection } from '../export/collection.ts';
import { writeCsv } from '../export/csv.ts';
import { dataFiles } from '../export/data-files.ts';
import { siteCollection } from '../export/site-collection.ts';
import { utf8 } from '../markup/utf8.ts';
import { chartPictureAddress, chartTableAddress, searchIndexAddress } from '../model/address.ts';
import { searchFiles } from '../search/build.ts';

/** A file of the site that is no page. */
export interface SiteFile {
  /** Where it stands: `/data/findings.csv`, or below the path that the site is served under. */
  address: string;
  /** What it holds, made when it is asked for. */
  content: () => Uint8Array;
}

/** A chart to take away: its picture and its table. */
export function chartFiles(id: string, chart: () => Chart): SiteFile[] {
  return [
    { address: chartPictureAddress(id), content: () => utf8(chart().picture) },
    {
      address: chartTableAddress(id),
      content: () => utf8(writeCsv(chart().table.columns, chart().table.rows)),
    },
  ];
}

/**
 * The files to take away and those that search is made of: the data, a picture and a table for every chart, the index.
 * One at a time, since whoever held a thousand charts would spend the time of a build on clearing up.
 */
export function* filesOf(library: Library, collection: Collection): Generator<SiteFile> {
  for (const [address, content] of dataFiles(collection)) yield { address, content: () => content };
  for (const { id, make } of libraryCharts(library)) {
    let made: Chart | undefined;
    yield* chartFiles(id, () => {
      made ??= make();
      return made;
    });
  }
  const { folder, files } = searchFiles(library);
  for (const [name, content] of files)
    yield { address: `${searchIndexAddress(folder)}${name}.bin`, content: () => content };
}

/** The same of the library that the site is built from. */
export function siteFiles(): Generator<SiteFile> {
  return filesOf(siteLibrary(), siteCollection());
}
