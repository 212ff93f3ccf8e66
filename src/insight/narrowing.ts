/* What the list of visits is narrowed with, in the browser too: so nothing here may need the model’s schemas. */

/** The fields by which the list of visits can be narrowed. */
export const VISIT_FIELDS = ['council', 'kind', 'focus', 'year', 'record'] as const;
export type VisitField = (typeof VISIT_FIELDS)[number];

/** A visit as a list shows it: plain JSON, so that a page at build time and a browser show the same. */
export interface VisitEntry {
  /** The id of the visit. */
  id: string;
  /** Its page. */
  address: string;
  title: string;
  /** The place and the kind of visit: "Wigan · Focused visit". */
  eyebrow: string;
  standfirst: string;
  /** When it was, what it looked at and what it is known from, in sentences. */
  facts: string;
  /** What it has in each field that the list can be narrowed by; of focus it may have several. */
  fields: Record<VisitField, string[]>;
}

/** How many entries have each value of a field. */
export function countValues(entries: readonly VisitEntry[], field: VisitField): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of entries) {
    for (const value of fields[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** What a list is narrowed to: at most one value a field. */
export type Narrowing = Partial<Record<VisitField, string>>;

/**
 * The entries that have what is asked for in every field, and, per field, how many there would be of each of its values
 * beside what the other fields ask for.
 */
export function narrowed(
  entries: readonly VisitEntry[],
  asked: Narrowing,
): { entries: VisitEntry[]; counts: Record<VisitField, Map<string, number>> } {
  const fits = ({ fields }: VisitEntry, except?: VisitField) =>
    VISIT_FIELDS.every((field) => {
      const value = asked[field];
      return field === except || !value || fields[field].includes(value);
    });
  const counted = (field: VisitField) =>
    countValues(
      entries.filter((entry) => fits(entry, field)),
      field,
    );
  return {
    entries: entries.filter((entry) => fits(entry)),
    counts: {
      council: counted('council'),
      kind: counted('kind'),
      focus: counted('focus'),
      year: counted('year'),
      record: counted('record'),
    },
  };
}
