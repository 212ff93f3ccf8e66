import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { PartialDate } from './partial-date.ts';
import { words } from './words.ts';

/** A mistake that was published and put right. */
export const Correction = z
  .strictObject({
    date: PartialDate.describe('The day on which it was put right.'),
    visit: Identifier.optional().describe('The id of the visit it concerns, if one.'),
    finding: Identifier.optional().describe('The id of the finding it concerns, if one.'),
    what: words.describe('What was wrong and what it says now, in a sentence or two.'),
  })
  .meta({ id: 'Correction', description: 'A mistake that was published and put right.' });
export type Correction = z.infer<typeof Correction>;

/** The log of corrections, `content/corrections.yaml`, newest first. */
export const CorrectionsFile = z.strictObject({
  corrections: z.array(Correction).describe('Every correction, newest first.'),
});
