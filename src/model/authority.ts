import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { PartialDate } from './partial-date.ts';
import { WebAddress } from './source.ts';
import { VisitKind, VisitPeriod } from './visit-kind.ts';
import { words } from './words.ts';

/** The kinds of English council that run children's services. */
export const AUTHORITY_TYPES = [
  'metropolitan-borough',
  'london-borough',
  'unitary-authority',
  'county-council',
] as const;

/** What each kind of council is called on a page. */
export const AUTHORITY_TYPE_LABELS: Record<(typeof AUTHORITY_TYPES)[number], string> = {
  'metropolitan-borough': 'Metropolitan borough',
  'london-borough': 'London borough',
  'unitary-authority': 'Unitary authority',
  'county-council': 'County council',
};

/** A report that exists and is not held here, listed so that nothing old looks like the latest word. */
export const KnownReport = z
  .strictObject({
    kind: VisitKind,
    visited: VisitPeriod.optional().describe('When the visit took place, as far as known.'),
    published: PartialDate.optional().describe('When the report was published, as far as known.'),
    note: words.describe('How it is known to exist, in a sentence.'),
    source: words.describe('The title of the document that shows it.'),
    url: WebAddress.optional().describe('Where the report can be read, if known.'),
  })
  .refine((report) => report.visited ?? report.published, {
    error: 'needs a date: write visited, or published',
  })
  .meta({ id: 'KnownReport', description: 'A report that exists and is not held here.' });
export type KnownReport = z.infer<typeof KnownReport>;

/** A council that runs children’s services, or one that did and was abolished. */
export const Authority = z
  .strictObject({
    id: Identifier,
    name: words.describe('Its short name: Wigan.'),
    fullName: words.describe('Its full name: Wigan Metropolitan Borough Council.'),
    alsoCalled: z.array(words).default([]).describe('What else reports call it.'),
    region: words.describe('Its region, as the Office for National Statistics names it.'),
    type: z.enum(AUTHORITY_TYPES).describe('What kind of council it is.'),
    onsCode: z
      .string()
      .regex(/^E\d{8}$/, { error: 'is not an ONS code: E and eight digits' })
      .describe('Its code at the Office for National Statistics: E08000010.'),
    urn: z
      .string()
      .regex(/^\d{5,7}$/, { error: 'is not an Ofsted URN: five to seven digits' })
      .optional()
      .describe(
        'Its reference number at Ofsted, which is in the address of its page there. Only an abolished authority may be without.',
      ),
    neighbours: z
      .array(Identifier)
      .max(10)
      .default([])
      .describe('The ids of its ten statistical neighbours, nearest first: the authorities most like it.'),
    predecessors: z.array(Identifier).default([]).describe('The ids of the authorities that it replaced.'),
    abolished: z
      .strictObject({
        on: PartialDate.describe('The day on which others took over.'),
        replacedBy: z.array(Identifier).min(1).describe('The ids of the authorities that took over.'),
      })
      .optional()
      .describe('Only for an authority that was abolished: when, and what replaced it.'),
    reports: z.array(KnownReport).default([]).describe('Reports known to exist that are not held here.'),
  })
  .refine(({ urn, abolished }) => urn !== undefined || abolished !== undefined, {
    path: ['urn'],
    error: 'is missing: only an abolished authority may be without its Ofsted URN',
  })
  .meta({
    id: 'Authority',
    description: 'A council that runs children’s services, or one that did and was abolished.',
  });
export type Authority = z.infer<typeof Authority>;

/** Whether an authority runs children’s services today: whether it was not abolished. */
export function runsServices({ abolished }: Pick<Authority, 'abolished'>): boolean {
  return abolished === undefined;
}

/** The register file, `content/authorities.yaml`. */
export const AuthoritiesFile = z.strictObject({
  authorities: z.array(Authority).min(1).describe('Every authority, in alphabetical order.'),
});
