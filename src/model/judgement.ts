import { z } from 'zod';
import { earliestDay, type PartialDate } from './partial-date.ts';

/** The grades, best first. `adequate` was the third grade before November 2013. */
export const GRADES = ['outstanding', 'good', 'adequate', 'requires-improvement', 'inadequate'] as const;

/** What each grade is called on a page. */
export const GRADE_LABELS: Record<(typeof GRADES)[number], string> = {
  outstanding: 'Outstanding',
  good: 'Good',
  adequate: 'Adequate',
  'requires-improvement': 'Requires improvement to be good',
  inadequate: 'Inadequate',
};

/**
 * A judgement as the record gives it: a grade; `not-inspected`, where the report says so; or
 * `not-read`, where the report has it and nobody has read it yet. A judgement that the framework does
 * not have is left out altogether.
 */
export const Judgement = z.enum([...GRADES, 'not-inspected', 'not-read']).meta({
  id: 'Judgement',
  description:
    'outstanding, good, adequate (before November 2013), requires-improvement or inadequate; not-inspected where the report says so; not-read where nobody has read it yet.',
});
export type Judgement = z.infer<typeof Judgement>;

/** What each judgement is about, as the reports call it. */
export const JUDGEMENT_LABELS = {
  overall: 'Overall effectiveness',
  leaders: 'The impact of leaders on social work practice with children and families',
  helpAndProtection: 'The experiences and progress of children who need help and protection',
  childrenInCare: 'The experiences and progress of children in care',
  careLeavers: 'The experiences and progress of care leavers',
  childrenInCareAndCareLeavers: 'The experiences and progress of children in care and care leavers',
  adoption: 'Adoption performance',
  lscb: 'The effectiveness of the Local Safeguarding Children Board',
} as const;
export type JudgementKey = keyof typeof JUDGEMENT_LABELS;

const key = (about: string) => Judgement.optional().describe(about);

/** The judgements of a graded inspection, each under its own name. */
export const Judgements = z
  .strictObject({
    overall: key(JUDGEMENT_LABELS.overall),
    leaders: key(JUDGEMENT_LABELS.leaders),
    helpAndProtection: key(JUDGEMENT_LABELS.helpAndProtection),
    childrenInCare: key(JUDGEMENT_LABELS.childrenInCare),
    careLeavers: key(JUDGEMENT_LABELS.careLeavers),
    childrenInCareAndCareLeavers: key(JUDGEMENT_LABELS.childrenInCareAndCareLeavers),
    adoption: key(JUDGEMENT_LABELS.adoption),
    lscb: key(JUDGEMENT_LABELS.lscb),
  })
  .meta({
    id: 'Judgements',
    description: 'The grades of an inspection, as its framework has them.',
    examples: [
      {
        overall: 'good',
        leaders: 'good',
        helpAndProtection: 'requires-improvement',
        childrenInCare: 'good',
        careLeavers: 'outstanding',
      },
    ],
  });
export type Judgements = z.infer<typeof Judgements>;

/** Which judgements a framework makes: all of `required`, and perhaps some of `optional`. */
export interface JudgementSet {
  framework: string;
  required: readonly JudgementKey[];
  optional: readonly JudgementKey[];
  /** The grades that it can give. */
  grades: readonly (typeof GRADES)[number][];
}

/** The four grades since November 2013. */
const FOUR_GRADES = GRADES.filter((grade) => grade !== 'adequate');

const ILACS_2018: JudgementSet = {
  framework: 'ILACS, 2018 to 2022',
  required: ['overall', 'leaders', 'helpAndProtection', 'childrenInCareAndCareLeavers'],
  optional: [],
  grades: FOUR_GRADES,
};
const ILACS_2023: JudgementSet = {
  framework: 'ILACS, January 2023 to March 2026',
  required: ['overall', 'leaders', 'helpAndProtection', 'childrenInCare', 'careLeavers'],
  optional: [],
  grades: FOUR_GRADES,
};
const ILACS_2026: JudgementSet = {
  framework: 'ILACS, from April 2026',
  required: ['leaders', 'helpAndProtection', 'childrenInCare', 'careLeavers'],
  optional: [],
  grades: FOUR_GRADES,
};
const SIF: JudgementSet = {
  framework: 'Single inspection framework, 2013 to 2017',
  required: ['overall', 'helpAndProtection', 'childrenInCare', 'adoption', 'careLeavers', 'leaders'],
  optional: ['lscb'],
  grades: FOUR_GRADES,
};
const EARLIER: JudgementSet = {
  framework: 'Before the single inspection framework',
  required: ['overall'],
  optional: Object.keys(JUDGEMENT_LABELS).filter((name) => name !== 'overall') as JudgementKey[],
  grades: GRADES,
};

/**
 * The judgements that an inspection of a kind made at a time, by the framework in force on the day the
 * inspection began (Ofsted's ILACS framework: care leavers apart from January 2023; no overall
 * effectiveness from April 2026). `undefined` for kinds of visit that are never graded.
 */
export function judgementSet(kind: string, began: PartialDate): JudgementSet | undefined {
  if (kind === 'single-inspection') return SIF;
  if (kind === 'looked-after-children-inspection' || kind === 'lscb-review') return EARLIER;
  if (kind !== 'inspection') return undefined;
  const day = earliestDay(began);
  if (day < '2023-01-01') return ILACS_2018;
  return day < '2026-04-01' ? ILACS_2023 : ILACS_2026;
}
