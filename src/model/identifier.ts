import { z } from 'zod';
import { SLUG } from './slug.ts';

/** A name that stands in a URL for ever: lower-case ASCII letters, digits and single hyphens. */
export const Identifier = z
  .string()
  .max(80, { error: 'is longer than 80 characters' })
  .regex(SLUG, {
    error: 'is not an id: use lower-case letters a to z, digits and single hyphens, beginning with a letter',
  })
  // The one inherited property of every JavaScript object that has the form of an id.
  .refine((id) => id !== 'constructor', { error: 'is a word of the programming language: choose another' })
  .meta({ description: 'Lower-case letters, digits and hyphens. Permanent: it is part of a public URL.' });
