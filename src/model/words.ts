import { z } from 'zod';

/** Ten times the longest sentence that a field holds, in characters. */
const LONGEST = 2000;

/** Words of an editor's, on one line: never empty, never endless, and without the blanks around them. */
export const words = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST)
  .regex(/^[^\n]*$/, { error: 'runs over several lines: write it on one' });
