import { z } from 'zod';
import type { Action, Finding, Response } from './finding.ts';
import { Ages, FocusArea } from './focus.ts';
import { Identifier } from './identifier.ts';
import { Judgements } from './judgement.ts';
import { PartialDate } from './partial-date.ts';
import { Source } from './source.ts';
import { VisitKind, VisitPeriod } from './visit-kind.ts';
import { words } from './words.ts';

/** A number that the record gives. */
export const Figure = z
  .strictObject({
    label: words.meta({
      description: 'What was counted, in your own words.',
      examples: ['Care leavers whom the council supports'],
    }),
    value: words.meta({
      description: 'The number as the source gives it: 324, 50% or £5m.',
      examples: ['324', '50%', '£5m'],
    }),
    period: words.optional().meta({
      description: 'The time it is about, as the source gives it.',
      examples: ['past year'],
    }),
    source: words.meta({ description: 'The id of the source that gives it.', examples: ['letter'] }),
    finding: Identifier.optional().describe('The id of the finding it belongs to.'),
  })
  .meta({ id: 'Figure', description: 'A number that the record gives.' });
export type Figure = z.infer<typeof Figure>;

/** An earlier visit that the record mentions. */
export const EarlierVisit = z
  .strictObject({
    date: PartialDate.describe('When it was, as far as the record says.'),
    kind: VisitKind.optional(),
    says: words.meta({
      description: 'What the record says of it, in a sentence of your own.',
      examples: ['The letter counts four areas in which the council has made progress since then.'],
    }),
    source: words.meta({ description: 'The id of the source that mentions it.', examples: ['letter'] }),
    visit: Identifier.optional().meta({
      description: 'The id of that visit, if it is held here.',
      examples: ['wigan-2020'],
    }),
  })
  .meta({ id: 'EarlierVisit', description: 'An earlier visit that the record mentions.' });
export type EarlierVisit = z.infer<typeof EarlierVisit>;

const shared = {
  title: words
    .max(120)
    .meta({ description: 'Its title on this site.', examples: ['Care leavers in Wiltshire, January 2022'] }),
  authority: Identifier.meta({
    description: 'The id of the authority, from content/authorities.yaml.',
    examples: ['wiltshire'],
  }),
  status: z
    .enum(['published', 'draft'])
    .default('published')
    .describe('draft keeps it out of the published site. Leave out when published.'),
  ages: Ages.optional(),
  visited: VisitPeriod,
  published: PartialDate.optional().describe('When the letter was published. Leave out when unknown.'),
  inspectors: z
    .array(words)
    .min(1)
    .optional()
    .meta({
      description: 'The inspectors whom the record names. Leave out when it names none.',
      examples: [['Kendra Bell', 'Steve Lowe']],
    }),
  sources: z
    .record(Identifier, Source)
    .refine((sources) => Object.keys(sources).length > 0, { error: 'names no source: add at least one' })
    .meta({
      description: 'The documents that the visit is known from, each under an id of its own.',
      examples: [
        {
          letter: {
            type: 'inspectorate-letter',
            title: 'Focused visit to Wiltshire children’s services',
            publisher: 'Ofsted',
          },
        },
      ],
    }),
  figures: z
    .array(Figure)
    .default([])
    .meta({
      description: 'Numbers that the record gives.',
      examples: [[{ label: 'Care leavers whom the council supports', value: '324', source: 'letter' }]],
    }),
  previous: z
    .array(EarlierVisit)
    .default([])
    .meta({
      description: 'Earlier visits that the record mentions.',
      examples: [
        [{ date: '2023-09', says: 'The letter counts progress in four areas since then.', source: 'letter' }],
      ],
    }),
};

const wholeService = z
  .array(FocusArea)
  .min(1)
  .default(['whole-service'])
  .meta({
    description: 'What it looked at. Left out, it is the whole service.',
    examples: [['whole-service']],
  });

const graded = { focus: wholeService, judgements: Judgements.optional() };

/** The front matter of a visit file. Which fields it may have depends on the kind of visit. */
export const FrontMatter = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('focused-visit'),
      focus: z
        .array(FocusArea)
        .min(1)
        .meta({ description: 'What the visit looked at.', examples: [['care-leavers']] }),
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

/** What the body of a visit file says. */
export interface VisitBody {
  /** The first paragraph of the summary, as plain text. */
  standfirst: string;
  /** The rest of the summary, as safe HTML. */
  summary: string;
  /** The summary for the young people the visit was about, as safe HTML; empty where there is none. */
  plain: string;
  findings: Finding[];
  responses: Response[];
  actions: Action[];
}

/** One inspection visit: the front matter of its file, and what its body says. */
export type Visit = FrontMatter &
  VisitBody & {
    /** `<authority>-<year>[-<month>][-n]`: the name of its file, and part of its URL. */
    id: string;
    /** Where it is, relative to the project: `content/visits/wigan-2024.md`. */
    file: string;
  };

/**
 * The name of a visit file: an authority's id and a year, perhaps a month (always two digits), and a number
 * from 2 on where the authority had more than one visit then.
 */
export const VISIT_ID =
  /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*?)-((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?(?:-([2-9]))?$/;

/** Whether we hold the whole letter or report, so that what it leaves out was not said. */
export function holdsWholeRecord(visit: Pick<Visit, 'sources'>): boolean {
  return Object.values(visit.sources).some((source) => source.whole === true);
}
