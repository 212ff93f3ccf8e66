import { z } from 'zod';

/**
 * The parts of the Children’s Social Care National Framework (Department for Education, December 2023), to which
 * Ofsted refers each point of what needs to improve since inspections of January 2025.
 */
export const NATIONAL_FRAMEWORK = [
  'outcome-1',
  'outcome-2',
  'outcome-3',
  'outcome-4',
  'enabler-1',
  'enabler-2',
  'enabler-3',
  'principle-1',
  'principle-2',
  'principle-3',
  'principle-4',
  'principle-5',
  'principle-6',
] as const;

export const NationalFramework = z.enum(NATIONAL_FRAMEWORK).meta({
  id: 'NationalFramework',
  description:
    'A part of the Children’s Social Care National Framework: outcome-1 to outcome-4, enabler-1 to enabler-3 or principle-1 to principle-6.',
});
export type NationalFramework = z.infer<typeof NationalFramework>;
