import { z } from 'zod';

/**
 * A whole number, written in digits. The reader gives every value as the text that was written, so that
 * nothing is guessed: an empty value is no zero, and `1e1` no ten.
 */
export function wholeNumber(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/, { error: 'is not a whole number: write digits only', abort: true })
    .transform(Number)
    .pipe(z.number().min(minimum, { abort: true }).max(maximum, { abort: true }));
}
