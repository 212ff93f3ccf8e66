import { z } from 'zod';
import { Identifier } from './identifier.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256: 64 digits 0 to 9 and a to f' });

/**
 * Proof that a visit's quotations were found in their sources. A receipt is bound to the document it was
 * made from: it cannot serve for another.
 */
export const Receipts = z.strictObject({
  visit: Identifier.describe('The id of the visit.'),
  sources: z
    .record(
      Identifier,
      z.strictObject({
        sha256: Sha256.describe('The SHA-256 of the file that was checked.'),
        quotations: z
          .array(Sha256)
          .describe(
            'For each quotation: the SHA-256 of the file’s SHA-256 and the quotation’s normalised words.',
          ),
      }),
    )
    .describe('The sources that were checked, by their ids within the visit.'),
});
export type Receipts = z.infer<typeof Receipts>;
