import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { PartialDate } from './partial-date.ts';
import { words } from './words.ts';

/** Why something published was taken down for good. */
const WITHDRAWAL_REASONS = ['privacy', 'correction'] as const;

/** A mistake that was published and put right, or something that was taken down. */
export const Correction = z
  .strictObject({
    date: PartialDate.describe('The day on which it was put right.'),
    visit: Identifier.optional().describe('The id of the visit it concerns, if one.'),
    finding: Identifier.optional().describe('The id of the finding it concerns, if one.'),
    withdrawn: z
      .enum(WITHDRAWAL_REASONS)
      .optional()
      .describe(
        'Only where the finding, or with none the whole visit, was taken down for good: privacy (to protect a person) or correction (it should not have said that).',
      ),
    what: words.describe(
      'What was wrong and what it says now, in a sentence or two; of what was withdrawn, why, without repeating it.',
    ),
  })
  .meta({
    id: 'Correction',
    description: 'A mistake that was published and put right, or something taken down.',
  });
export type Correction = z.infer<typeof Correction>;

/** The entry of something that was taken down: its address stays, with a notice. */
export type Withdrawal = Correction & Required<Pick<Correction, 'visit' | 'withdrawn'>>;

/** Whether an entry of the log says that something was taken down for good. */
export function isWithdrawal(correction: Correction): correction is Withdrawal {
  return correction.withdrawn !== undefined && correction.visit !== undefined;
}

/** What a page says of why something was taken down. */
export const WITHDRAWAL_LABELS: Record<Withdrawal['withdrawn'], string> = {
  privacy: 'withdrawn to protect a person’s privacy',
  correction: 'withdrawn as a correction',
};

/** The log of corrections, `content/corrections.yaml`, newest first. */
export const CorrectionsFile = z.strictObject({
  corrections: z.array(Correction).describe('Every correction, newest first.'),
});
