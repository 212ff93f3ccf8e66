import { z } from 'zod';

/**
 * How inspectors assessed what a finding is about, most urgent first. Read from what they wrote
 * ("what needs to improve", "area for priority action"), never scored from tone.
 */
export const ASSESSMENTS = ['priority-action', 'improvement', 'mixed', 'strength', 'context'] as const;

export const Assessment = z.enum(ASSESSMENTS).meta({
  id: 'Assessment',
  description:
    'How inspectors assessed it: priority-action, improvement (needs to improve), mixed, strength, or context (a fact without a judgement).',
});
export type Assessment = z.infer<typeof Assessment>;

/** The assessments that give a theme a stance: all but context. */
export type Judged = Exclude<Assessment, 'context'>;

/** The judged assessments, most urgent first. */
export const JUDGED: readonly Judged[] = ['priority-action', 'improvement', 'mixed', 'strength'];

/** What each assessment is called on a page. */
export const ASSESSMENT_LABELS: Record<Assessment, string> = {
  'priority-action': 'Priority action',
  improvement: 'Needs to improve',
  mixed: 'Mixed picture',
  strength: 'Strength',
  context: 'Context',
};
