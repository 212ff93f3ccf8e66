import { type ByteWriter, makeByteReader, makeByteWriter } from './bytes.ts';
import { FACETS, type FacetName, facetValues, type SearchDocument } from './document.ts';

/** The facets whose values are those of a visit. */
const VISIT_FACETS = ['authority', 'region', 'kind', 'year'] as const satisfies FacetName[];
type VisitFacet = (typeof VISIT_FACETS)[number];

/** Visits as narrowing and counting know them. */
export interface VisitColumns {
  ids: string[];
  values: Record<VisitFacet, string[]>;
  /** For each visit and facet, which of the values it has. */
  codes: Record<VisitFacet, number[]>;
  /** Which visit each stretch of texts belongs to, and how many texts it has. */
  runs: number[];
  lengths: number[];
}

/** A facet of every text: which combination of values it has. */
export interface Column {
  /** The combinations: lists of values, most often of one. */
  sets: string[][];
  /** For each text, its combination. */
  codes: Uint16Array;
}

/** A facet that narrows and counts by texts and not by visits. */
export type TextFacet = Exclude<FacetName, VisitFacet>;

export function isVisitFacet(facet: FacetName): facet is VisitFacet {
  return (VISIT_FACETS as readonly string[]).includes(facet);
}

/** The facets that all texts of a passage share: their columns have one list of lengths between them. */
const PASSAGE_FACETS: readonly FacetName[] = ['theme', 'assessment'];

/** The name of the part that holds how long the runs of a column’s texts are. */
export function lengthsOf(facet: TextFacet): string {
  return PASSAGE_FACETS.includes(facet) ? 'passages' : `${facet}-lengths`;
}

/** The files of columns, by name: `visits`, and for each facet that is not a visit’s its codes and its lengths. */
export function packColumns(documents: readonly SearchDocument[]): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  parts.set('visits', new TextEncoder().encode(JSON.stringify(packVisits(documents))));
  const textFacets = FACETS.flatMap((facet) => (isVisitFacet(facet) ? [] : facet));
  const keys = new Map(
    textFacets.map((facet) => [facet, keysOf(documents.map((document) => facetValues(document, facet)))]),
  );
  for (const facet of textFacets) {
    const alike = textFacets.filter((other) => lengthsOf(other) === lengthsOf(facet));
    const ends = runEnds(alike.map((other) => keys.get(other) ?? []));
    parts.set(lengthsOf(facet), packLengths(ends));
    parts.set(facet, packColumn(keys.get(facet) ?? [], ends));
  }
  return parts;
}

/** Lists as text, to be compared. Most are like the one before and share its text. */
function keysOf(lists: readonly (readonly string[])[]): string[] {
  let before: readonly string[] = [];
  let key = '[]';
  return lists.map((list) => {
    const same =
      list === before || (list.length === before.length && list.every((value, at) => value === before[at]));
    if (!same) key = JSON.stringify(list);
    before = list;
    return key;
  });
}

/** Where runs end throughout which every one of some columns stays the same. */
function runEnds(columns: readonly (readonly string[])[]): number[] {
  const count = columns[0]?.length ?? 0;
  const ends: number[] = [];
  for (let at = 1; at <= count; at++) {
    if (at === count || columns.some((column) => column[at] !== column[at - 1])) ends.push(at);
  }
  return ends;
}

function packLengths(ends: readonly number[]): Uint8Array {
  const lengths = makeByteWriter();
  ends.forEach((end, run) => {
    lengths.number(end - (ends[run - 1] ?? 0));
  });
  return lengths.done();
}

function packVisits(documents: readonly SearchDocument[]): VisitColumns {
  const numbers = new Map<string, number>();
  const [runs, lengths]: [number[], number[]] = [[], []];
  const visits: SearchDocument[] = [];
  for (const document of documents) {
    const { id } = document.visit;
    const number = numbers.get(id) ?? visits.push(document) - 1;
    numbers.set(id, number);
    if (runs.at(-1) === number) lengths.push((lengths.pop() ?? 0) + 1);
    else {
      runs.push(number);
      lengths.push(1);
    }
  }
  const each = <T>(make: (facet: VisitFacet) => T) =>
    Object.fromEntries(VISIT_FACETS.map((facet) => [facet, make(facet)])) as Record<VisitFacet, T>;
  const values = each((facet) =>
    [...new Set(visits.flatMap((document) => facetValues(document, facet)))].sort(),
  );
  const codes = each((facet) =>
    visits.map((document) => values[facet].indexOf(facetValues(document, facet)[0] ?? '')),
  );
  // Nearly every id begins with the authority’s, which need not be written twice.
  const ids = visits.map(({ visit }) => visit.id.replace(new RegExp(`^${visit.authority}(?=-)`), ''));
  // A region is its authority’s, so it is written once for each.
  const region = values.authority.map((_, code) => codes.region[codes.authority.indexOf(code)] ?? 0);
  // Visits stand one after the other, unless somebody mixes them.
  const inOrder = runs.every((visit, run) => visit === run);
  return { ids, values, codes: { ...codes, region }, runs: inOrder ? [] : runs, lengths };
}

/** From this code on, a code takes two bytes. */
const TWO_BYTES = 248;

/**
 * A column: its combinations of values, the most frequent first, so that nearly every code is one byte; then the
 * code of each run, and after them what the codes of two bytes have beyond the first.
 */
function packColumn(keys: readonly string[], ends: readonly number[]): Uint8Array {
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(keys[end - 1] ?? '', (counts.get(keys[end - 1] ?? '') ?? 0) + 1);
  const sets = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  const codeOf = new Map(sets.map((key, code) => [key, code]));
  const [codes, rest]: [ByteWriter, ByteWriter] = [makeByteWriter(), makeByteWriter()];
  for (const end of ends) {
    const code = codeOf.get(keys[end - 1] ?? '') ?? 0;
    codes.byte(code < TWO_BYTES ? code : TWO_BYTES + ((code - TWO_BYTES) >> 8));
    if (code >= TWO_BYTES) rest.byte((code - TWO_BYTES) & 255);
  }
  const file = makeByteWriter();
  file.text(`[${sets.join(',')}]`);
  file.number(ends.length);
  file.bytes(codes.done());
  file.bytes(rest.done());
  return file.done();
}

/**
 * Reads a column of so many texts.
 *
 * @param lengthsFile the part that `lengthsOf` names
 */
export function readColumn(file: Uint8Array, lengthsFile: Uint8Array, count: number): Column {
  const reader = makeByteReader(file);
  const lengths = makeByteReader(lengthsFile);
  const sets = JSON.parse(reader.text()) as string[][];
  const first = reader.bytes(reader.number());
  const codes = new Uint16Array(count);
  let at = 0;
  for (const byte of first) {
    const code = byte < TWO_BYTES ? byte : TWO_BYTES + (byte - TWO_BYTES) * 256 + reader.byte();
    const length = lengths.number();
    codes.fill(code, at, at + length);
    at += length;
  }
  return { sets, codes };
}

/** The files of the texts on each theme: for a query that only needs one of them. */
export function packThemeTexts(documents: readonly SearchDocument[]): Map<string, Uint8Array> {
  const writers = new Map<string, { file: ByteWriter; first: number; end: number; before: number }>();
  const finish = (runs: { file: ByteWriter; first: number; end: number; before: number }) => {
    runs.file.number(runs.first - runs.before);
    runs.file.number(runs.end - runs.first);
  };
  documents.forEach(({ themes }, number) => {
    for (const theme of themes) {
      const runs = writers.get(theme);
      if (!runs) writers.set(theme, { file: makeByteWriter(), first: number, end: number + 1, before: 0 });
      else if (runs.end === number) runs.end = number + 1;
      else {
        finish(runs);
        runs.before = runs.end;
        runs.first = number;
        runs.end = number + 1;
      }
    }
  });
  return new Map(
    [...writers].map(([theme, runs]) => {
      finish(runs);
      return [`on-${theme}`, runs.file.done()];
    }),
  );
}

/** Reads the texts on a theme, in order. */
export function readTexts(file: Uint8Array): Int32Array {
  const reader = makeByteReader(file);
  const texts: number[] = [];
  for (let end = 0; reader.left(); ) {
    const first = end + reader.number();
    end = first + reader.number();
    for (let text = first; text < end; text++) texts.push(text);
  }
  return Int32Array.from(texts);
}

/** Reads the visits. */
export function readVisits(file: Uint8Array): VisitColumns {
  const columns = JSON.parse(new TextDecoder().decode(file)) as VisitColumns;
  const ids = columns.ids.map((id, visit) =>
    id.startsWith('-') ? columns.values.authority[columns.codes.authority[visit] ?? 0] + id : id,
  );
  const region = columns.codes.authority.map((code) => columns.codes.region[code] ?? 0);
  const runs = columns.runs.length > 0 ? columns.runs : columns.lengths.map((_, visit) => visit);
  return { ...columns, ids, runs, codes: { ...columns.codes, region } };
}

/** For each text, its visit. */
export function visitOfText({ runs, lengths }: VisitColumns, count: number): Uint16Array {
  const visits = new Uint16Array(count);
  let at = 0;
  runs.forEach((visit, run) => {
    visits.fill(visit, at, at + (lengths[run] ?? 0));
    at += lengths[run] ?? 0;
  });
  return visits;
}
