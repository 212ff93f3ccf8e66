import { z } from 'zod';
import { wholeNumber } from './whole-number.ts';

/** What a visit set out to look at, in Ofsted's own terms. */
export const FOCUS_AREAS = [
  'front-door',
  'children-in-need-and-protection',
  'extra-familial-risk',
  'children-in-care',
  'permanence',
  'care-leavers',
  'placement-decisions',
  'covid-arrangements',
  'whole-service',
] as const;

export const FocusArea = z.enum(FOCUS_AREAS).meta({
  id: 'FocusArea',
  description: 'An area of work that the visit set out to look at; whole-service is everything.',
});
export type FocusArea = z.infer<typeof FocusArea>;

/** What each focus area is called on a page, fit to follow "looked at". */
export const FOCUS_LABELS: Record<FocusArea, string> = {
  'front-door': 'the front door',
  'children-in-need-and-protection': 'children in need and child protection',
  'extra-familial-risk': 'children at risk outside the family',
  'children-in-care': 'children in care',
  permanence: 'permanence',
  'care-leavers': 'care leavers',
  'placement-decisions': 'decisions about placements',
  'covid-arrangements': 'arrangements during the pandemic',
  'whole-service': 'the whole of children’s services',
};

/** The children and young people that a finding is about. */
export const GROUPS = [
  'care-leavers',
  'children-in-care',
  'disabled-children',
  'vulnerable-adolescents',
  'children-experiencing-neglect',
  'families',
] as const;

export const Group = z.enum(GROUPS).meta({
  id: 'Group',
  description: 'The children or young people a finding is about, where the visit’s focus does not say it.',
});
export type Group = z.infer<typeof Group>;

/** What each group is called on a page. */
export const GROUP_LABELS: Record<Group, string> = {
  'care-leavers': 'care leavers',
  'children-in-care': 'children in care',
  'disabled-children': 'disabled children',
  'vulnerable-adolescents': 'vulnerable adolescents',
  'children-experiencing-neglect': 'children experiencing neglect',
  families: 'families who need early help',
};

/** The one group that a focus area is about, where it is about one. */
export const GROUP_OF_FOCUS: Partial<Record<FocusArea, Group>> = {
  'care-leavers': 'care-leavers',
  'children-in-care': 'children-in-care',
};

/** The ages that a visit or a theme is about, both ends included, in years. */
export const Ages = z
  .strictObject({
    from: wholeNumber(0, 25).meta({ description: 'The youngest age, in years.', examples: ['18'] }),
    to: wholeNumber(0, 25).meta({ description: 'The oldest age, in years.', examples: ['25'] }),
  })
  .refine((ages) => ages.from <= ages.to, {
    error: ({ input }) => `is younger than from (${(input as { from: number }).from})`,
    path: ['to'],
  })
  .meta({
    id: 'Ages',
    description: 'The ages looked at, where the record gives them.',
    examples: [{ from: '18', to: '25' }],
  });
export type Ages = z.infer<typeof Ages>;
