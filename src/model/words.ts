import { z } from 'zod';

/** Words of an editor's, on one line: never empty, and without the blanks around them. */
export const words = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, { error: 'runs over several lines: write it on one' });
