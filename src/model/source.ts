import { z } from 'zod';
import { PartialDate } from './partial-date.ts';
import { words } from './words.ts';

/** The kinds of document that a visit is known from. */
export const SOURCE_TYPES = [
  'inspectorate-letter',
  'inspectorate-report',
  'council-news',
  'news-report',
] as const;

/** What each kind of document is called within a sentence. */
export const SOURCE_TYPE_LABELS: Record<(typeof SOURCE_TYPES)[number], string> = {
  'inspectorate-letter': 'Ofsted’s letter',
  'inspectorate-report': 'Ofsted’s report',
  'council-news': 'the council’s own account',
  'news-report': 'a newspaper’s report',
};

/** The licences that a source may be published under. */
export const LICENCES = ['OGL-3.0'] as const;

/** Only web addresses: never `javascript:` or `data:`. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'is not a web address: it must begin with https:// or http://' })
  .meta({
    description: 'A web address that begins with https:// or http://.',
    examples: ['https://reports.ofsted.gov.uk/provider/44/80580'],
  });

/** A document that findings and quotations are taken from. What is not known is left out, never guessed. */
export const Source = z
  .strictObject({
    type: z
      .enum(SOURCE_TYPES)
      .describe('What kind of document it is. It decides whose words an unmarked quotation is.'),
    title: words.meta({
      description: 'Its title as printed, or a description when it has none (say so in note).',
      examples: ['Focused visit to Wiltshire children’s services'],
    }),
    publisher: words.optional().meta({
      description: 'Who published it. Leave out when unknown.',
      examples: ['Ofsted', 'Wiltshire Council'],
    }),
    author: words.optional().meta({
      description: 'Who wrote it, where that is signed. Leave out when unknown.',
      examples: ['Kendra Bell'],
    }),
    published: PartialDate.optional().describe('When it was published. Leave out when unknown.'),
    url: WebAddress.optional().describe('Where it can be read. Leave out when unknown.'),
    retrieved: PartialDate.optional().describe('The day on which it was read at that address.'),
    licence: z
      .enum(LICENCES)
      .optional()
      .describe(
        'OGL-3.0 for Crown copyright under the Open Government Licence. Leave out for anything else.',
      ),
    whole: z
      .stringbool({ truthy: ['true'], falsy: ['false'] })
      .optional()
      .describe(
        'true when we hold the whole letter or report of this visit: then what it leaves out was not said.',
      ),
    note: words.optional().meta({
      description: 'What a reader should know of it, in a sentence.',
      examples: ['The council’s own account of the letter, which we do not hold.'],
    }),
  })
  .meta({ id: 'Source', description: 'A document that findings and quotations are taken from.' });
export type Source = z.infer<typeof Source>;
export type SourceType = Source['type'];

/** Whether a source is the inspectorate's own document, so that its unmarked words are the inspectors'. */
export function isInspectorates(source: Pick<Source, 'type'>): boolean {
  return source.type === 'inspectorate-letter' || source.type === 'inspectorate-report';
}
