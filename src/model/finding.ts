import { z } from 'zod';
import { Assessment } from './assessment.ts';
import { Group } from './focus.ts';
import { Identifier } from './identifier.ts';
import { NationalFramework } from './national-framework.ts';
import { PartialDate } from './partial-date.ts';
import { type Quote, Voice } from './quote.ts';
import { words } from './words.ts';

/** Several values in one attribute, separated by spaces: `themes="accommodation independence"`. */
const spaced = words.transform((text) => text.split(/\s+/));

/** Several roles in one attribute, separated by semicolons. */
const roles = words.transform((text) =>
  text
    .split(';')
    .map((role) => role.trim())
    .filter(Boolean),
);

/** Several headings in one attribute, separated by ›. */
const headings = words.transform((text) =>
  text
    .split('›')
    .map((heading) => heading.trim())
    .filter(Boolean),
);

const speaking = {
  voice: Voice.optional().describe(
    'Whose words its quotations are. May be left out when the source is Ofsted’s own document, or when there is no quotation.',
  ),
  speaker: words.optional().meta({
    description: 'Who said or wrote it, as the source names them.',
    examples: ['Laura Mayes'],
  }),
  role: roles.optional().meta({
    description: 'The speaker’s role; several are separated by semicolons.',
    examples: ['Deputy Leader; Cabinet Member for Children’s Services'],
  }),
  named: words.optional().meta({
    description:
      'Why a care leaver is named here: needed wherever voice is care-leaver and a speaker is given.',
    examples: ['She spoke at a public meeting under her own name.'],
  }),
};

const id = Identifier.meta({
  description: 'Its permanent name in this visit, written {#like-this}: a public URL.',
  examples: ['homes-suitable'],
});
const source = words.meta({ description: 'The id of the source it is taken from.', examples: ['letter'] });

/** The attributes of `:::finding{…}`. */
export const FindingAttributes = z.strictObject({
  id,
  themes: spaced.optional().meta({
    description: 'One to three theme ids, separated by spaces. Only a context finding may have none.',
    examples: ['accommodation independence'],
  }),
  assessment: Assessment,
  source,
  ...speaking,
  group: Group.optional(),
  change: z
    .enum(['better', 'worse', 'same'])
    .optional()
    .describe('Where inspectors themselves say that it changed: better, worse or same.'),
  since: PartialDate.optional().describe('The earlier point that inspectors compare with.'),
  tagged: z
    .enum(['rules'])
    .optional()
    .describe('rules: themes and assessment were proposed by rule and no editor has confirmed them.'),
  framework: words
    .transform((text) => text.split(/\s+/))
    .pipe(z.array(NationalFramework))
    .optional()
    .meta({
      description: 'The parts of the National Framework that the report refers it to, separated by spaces.',
      examples: ['outcome-3 enabler-2'],
    }),
  heading: headings.optional().meta({
    description: 'The headings that the report prints right above it, the greatest first, separated by ›.',
    examples: ['The experiences and progress of care leavers: good'],
  }),
});

/** The attributes of `:::response{…}`: what the council, or a young person, said. */
export const ResponseAttributes = z.strictObject({
  id,
  source,
  ...speaking,
  themes: spaced.optional().describe('The theme ids it answers to, if any.'),
});

/** The attributes of `:::action{…}`: what the council says it does, did or will do. */
export const ActionAttributes = z.strictObject({
  id,
  source,
  ...speaking,
  status: z
    .enum(['done', 'under-way', 'promised'])
    .describe('done, under-way or promised, on the council’s word.'),
  themes: spaced.optional().describe('The theme ids it belongs to, if any.'),
});

/** The attributes of `::from{…}`: the quotations after it come from elsewhere. */
export const FromAttributes = z.strictObject({ source, ...speaking });

/** What a finding, a response and an action have in common. */
interface Passage {
  id: string;
  /** The editor's own words, a paragraph each; words between “ ” in them are verbatim. */
  words: string[];
  quotes: Quote[];
  themes: string[];
  /** The id of the source within the visit. */
  source: string;
  /** The line of the visit file on which it begins. */
  line: number;
}

/** One thing that inspectors found. */
export interface Finding extends Passage {
  assessment: Assessment;
  group?: Group | undefined;
  change?: 'better' | 'worse' | 'same' | undefined;
  since?: PartialDate | undefined;
  /** Whether its themes and assessment are proposals by rule that no editor has confirmed. */
  proposed: boolean;
  /** The parts of the National Framework that the report refers it to. */
  framework?: NationalFramework[] | undefined;
  /** The headings that the report prints right above it, the greatest first. */
  headings?: string[] | undefined;
}

/** What the council, or a young person, said about the visit. */
export interface Response extends Passage {}

/** What the council says it does, did or will do. */
export interface Action extends Passage {
  status: z.infer<typeof ActionAttributes>['status'];
}

/** What each status of an action is called on a page. */
export const ACTION_LABELS: Record<Action['status'], string> = {
  done: 'Done',
  'under-way': 'Under way',
  promised: 'Promised',
};

/** What inspectors say has happened since an earlier point, in words. */
export const CHANGE_LABELS: Record<NonNullable<Finding['change']>, string> = {
  better: 'Inspectors say this got better',
  worse: 'Inspectors say this got worse',
  same: 'Inspectors say this has not changed',
};
