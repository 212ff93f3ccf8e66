import { z } from 'zod';
import type { Action, Finding, Response } from './finding.ts';
import { Ages, FocusArea } from './focus.ts';
import { Identifier } from './identifier.ts';
import { Judgements } from './judgement.ts';
import { PartialDate } from './partial-date.ts';
import { Source } from './source.ts';
import { VisitKind, VisitPeriod } from './visit-kind.ts';

/** A number that the record gives. */
export const Figure = z
  .strictObject({
    label: z.string().min(1).describe('What was counted, in your own words.'),
    value: z.string().min(1).describe('The number as the source gives it: 324, 50% or £5m.'),
    period: z.string().min(1).optional().describe('The time it is about, as the source gives it.'),
    source: z.string().min(1).describe('The id of the source that gives it.'),
    finding: Identifier.optional().describe('The id of the finding it belongs to.'),
  })
  .meta({ id: 'Figure', description: 'A number that the record gives.' });
export type Figure = z.infer<typeof Figure>;

/** An earlier visit that the record mentions. */
export const EarlierVisit = z
  .strictObject({
    date: PartialDate.describe('When it was, as far as the record says.'),
    kind: VisitKind.optional(),
    says: z.string().min(1).describe('What the record says of it, in a sentence of your own.'),
    source: z.string().min(1).describe('The id of the source that mentions it.'),
    visit: Identifier.optional().describe('The id of that visit, if it is held here.'),
  })
  .meta({ id: 'EarlierVisit', description: 'An earlier visit that the record mentions.' });
export type EarlierVisit = z.infer<typeof EarlierVisit>;

const shared = {
  title: z
    .string()
    .min(1)
    .max(120)
    .describe('Its title on this site: Care leavers in Wiltshire, January 2022.'),
  authority: Identifier.describe('The id of the authority, from content/authorities.yaml.'),
  status: z
    .enum(['published', 'draft'])
    .default('published')
    .describe('draft keeps it out of the published site. Leave out when published.'),
  ages: Ages.optional(),
  visited: VisitPeriod,
  published: PartialDate.optional().describe('When the letter was published. Leave out when unknown.'),
  inspectors: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('The inspectors whom the record names. Leave out when it names none.'),
  sources: z
    .record(Identifier, Source)
    .refine((sources) => Object.keys(sources).length > 0, { error: 'names no source: add at least one' })
    .describe('The documents that the visit is known from, each under an id of its own.'),
  figures: z.array(Figure).default([]).describe('Numbers that the record gives.'),
  previous: z.array(EarlierVisit).default([]).describe('Earlier visits that the record mentions.'),
};

const wholeService = z
  .array(FocusArea)
  .min(1)
  .default(['whole-service'])
  .describe('What it looked at. Left out, it is the whole service.');

const graded = { focus: wholeService, judgements: Judgements.optional() };

/** The front matter of a visit file. Which fields it may have depends on the kind of visit. */
export const FrontMatter = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('focused-visit'),
      focus: z.array(FocusArea).min(1).describe('What the visit looked at.'),
      ...shared,
    }),
    z.strictObject({ kind: z.literal('assurance-visit'), focus: wholeService, ...shared }),
    z.strictObject({ kind: z.literal('monitoring-visit'), focus: wholeService, ...shared }),
    z.strictObject({ kind: z.literal('joint-inspection'), focus: wholeService, ...shared }),
    z.strictObject({ kind: z.literal('inspection'), ...graded, ...shared }),
    z.strictObject({ kind: z.literal('single-inspection'), ...graded, ...shared }),
    z.strictObject({ kind: z.literal('looked-after-children-inspection'), ...graded, ...shared }),
    z.strictObject({ kind: z.literal('lscb-review'), ...graded, ...shared }),
  ])
  .meta({ id: 'FrontMatter', description: 'The front matter of a visit file.' });
export type FrontMatter = z.infer<typeof FrontMatter>;

/** One inspection visit: the front matter of its file, and what its body says. */
export type Visit = FrontMatter & {
  /** `<authority>-<year>[-<month>][-n]`: the name of its file, and part of its URL. */
  id: string;
  /** Where it is, relative to the project: `content/visits/wigan-2024.md`. */
  file: string;
  /** The first paragraph of the summary, as plain text. */
  standfirst: string;
  /** The rest of the summary, as safe HTML. */
  summary: string;
  /** The summary for the young people the visit was about, as safe HTML; empty where there is none. */
  plain: string;
  findings: Finding[];
  responses: Response[];
  actions: Action[];
};

/** The name of a visit file: an authority's id and a year, perhaps a month, perhaps a number. */
export const VISIT_ID = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*?)-(\d{4})(?:-(\d{2}))?(?:-([1-9]\d?))?$/;

/** Whether we hold the whole letter or report, so that what it leaves out was not said. */
export function holdsWholeRecord(visit: Pick<Visit, 'sources'>): boolean {
  return Object.values(visit.sources).some((source) => source.whole === true);
}
