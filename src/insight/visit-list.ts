import type { Library } from '../content/library.ts';
import { visitAddress } from '../model/address.ts';
import type { Authority } from '../model/authority.ts';
import { FOCUS_LABELS } from '../model/focus.ts';
import { yearOf } from '../model/partial-date.ts';
import { holdsWholeRecord, type Visit } from '../model/visit.ts';
import { formatPeriod, periodDay, VISIT_KIND_LABELS } from '../model/visit-kind.ts';
import { lookedAt } from './coverage.ts';
import { countValues, VISIT_FIELDS, type VisitEntry, type VisitField } from './narrowing.ts';
import { beginSentence } from './phrase.ts';

/** So many of the newest visits are in the list of visits; where there are more, each year has a page. */
export const NEWEST_LISTED = 48;

/** A visit as a list shows it. */
export function visitEntry(visit: Visit, { name }: Pick<Authority, 'name'>): VisitEntry {
  const { areas, ages, record } = lookedAt(visit);
  const draft = visit.status === 'draft' ? ' · Draft' : '';
  return {
    id: visit.id,
    address: visitAddress(visit.id),
    title: visit.title,
    eyebrow: `${name} · ${VISIT_KIND_LABELS[visit.kind]}${draft}`,
    standfirst: visit.standfirst,
    facts: `Visited ${formatPeriod(visit.visited)}. Looked at ${ages ? `${areas} ${ages}` : areas}. Known from ${record}.`,
    fields: {
      council: [visit.authority],
      kind: [visit.kind],
      focus: visit.focus,
      year: [String(yearOf(periodDay(visit.visited)))],
      record: [holdsWholeRecord(visit) ? 'whole' : 'account'],
    },
  };
}

const made = new WeakMap<Library, VisitEntry[]>();

/** Every visit of a library as a list shows it, newest first: made once, however many pages ask. */
export function entriesOf(library: Library): VisitEntry[] {
  const held = made.get(library);
  if (held) return held;
  const places = new Map(library.authorities.map((authority) => [authority.id, authority]));
  const entries = library.visits.map((visit) =>
    visitEntry(visit, places.get(visit.authority) ?? { name: visit.authority }),
  );
  made.set(library, entries);
  return entries;
}

/** The entry of one visit. @throws where the library does not hold it */
export function entryOf(library: Library, visit: string): VisitEntry {
  const entry = entriesOf(library).find(({ id }) => id === visit);
  if (!entry) throw new Error(`The library holds no visit “${visit}”.`);
  return entry;
}

/** The entries by the year they are listed under, the newest year first; within it they keep their order. */
export function entriesByYear(entries: readonly VisitEntry[]): { year: string; entries: VisitEntry[] }[] {
  const years = new Map<string, VisitEntry[]>();
  for (const entry of entries) {
    const year = entry.fields.year[0] ?? '';
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, own]) => ({ year, entries: own })).sort((a, b) => (a.year < b.year ? 1 : -1));
}

/** One way of narrowing the list: a field, and the values that occur in it with how often. */
export interface VisitFacet {
  name: VisitField;
  label: string;
  /** In the order of their labels. */
  values: { value: string; label: string; count: number }[];
}

const FIELD_LABELS: Record<VisitField, string> = {
  council: 'Council',
  kind: 'Kind of visit',
  focus: 'Looked at',
  year: 'Year',
  record: 'Known from',
};

/** Every way of narrowing a list of visits. */
export function visitFacets(
  entries: readonly VisitEntry[],
  authorities: readonly Pick<Authority, 'id' | 'name'>[],
): VisitFacet[] {
  const names = new Map(authorities.map(({ id, name }) => [id, name]));
  const labels: Record<VisitField, (value: string) => string> = {
    council: (id) => names.get(id) ?? id,
    kind: (kind) => VISIT_KIND_LABELS[kind as Visit['kind']],
    focus: (area) => beginSentence(FOCUS_LABELS[area as Visit['focus'][number]]),
    year: (year) => year,
    record: (record) => (record === 'whole' ? 'Ofsted’s whole letter' : 'An account of it'),
  };
  return VISIT_FIELDS.map((name) => {
    const values = [...countValues(entries, name)].map(([value, count]) => ({
      value,
      label: labels[name](value),
      count,
    }));
    return { name, label: FIELD_LABELS[name], values: values.sort((a, b) => (a.label < b.label ? -1 : 1)) };
  });
}
