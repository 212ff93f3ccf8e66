import { z } from 'zod';
import { earliestDay, formatDate, formatDateRange, latestDay, PartialDate } from './partial-date.ts';
import { wholeNumber } from './whole-number.ts';

/** The kinds of visit, as Ofsted has named them over the years. */
export const VISIT_KINDS = [
  'focused-visit',
  'assurance-visit',
  'monitoring-visit',
  'inspection',
  'single-inspection',
  'joint-inspection',
  'looked-after-children-inspection',
  'lscb-review',
] as const;

export const VisitKind = z.enum(VISIT_KINDS).meta({
  id: 'VisitKind',
  description:
    'focused-visit, assurance-visit (autumn 2020), monitoring-visit, inspection (ILACS, 2018 on), single-inspection (2013 to 2017), joint-inspection, looked-after-children-inspection or lscb-review.',
});
export type VisitKind = z.infer<typeof VisitKind>;

/** What each kind of visit is called on a page. */
export const VISIT_KIND_LABELS: Record<VisitKind, string> = {
  'focused-visit': 'Focused visit',
  'assurance-visit': 'Focused assurance visit',
  'monitoring-visit': 'Monitoring visit',
  inspection: 'Inspection',
  'single-inspection': 'Single inspection',
  'joint-inspection': 'Joint inspection',
  'looked-after-children-inspection': 'Inspection of services for looked after children',
  'lscb-review': 'Review of the Local Safeguarding Children Board',
};

/** When inspectors were there: its first day (and last), or the day before which it must have been. */
export const VisitPeriod = z
  .strictObject({
    start: PartialDate.optional().describe('The first day, as far as it is known.'),
    end: PartialDate.optional().describe('The last day. Leave out when it is not known or the same.'),
    before: PartialDate.optional().describe('Where only a report of the visit is dated: that date.'),
    days: wholeNumber(1, 60)
      .optional()
      .meta({
        description: 'How many days it lasted, where the record says so but gives no dates.',
        examples: ['2'],
      }),
  })
  .superRefine((period, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!period.start && !period.before) {
      problem('start', 'is missing: write start, or before when only a report of the visit is dated');
    } else if (period.end && !period.start) {
      problem('end', 'needs a start: beside before, write days');
    }
    if (period.start && period.before)
      problem('before', 'cannot stand beside start: keep the one that is known');
    if (period.start && period.end && earliestDay(period.end) < earliestDay(period.start)) {
      problem('end', `is before the start (${period.start})`);
    }
  })
  .meta({
    id: 'VisitPeriod',
    description: 'When inspectors were there, as far as it is known.',
    examples: [{ start: '2024-09-17', end: '2024-09-18' }],
  });
export type VisitPeriod = z.infer<typeof VisitPeriod>;

/** When a visit took place, in few words: "17 and 18 September 2024", or "before 15 December 2024". */
export function formatWhen(period: VisitPeriod): string {
  return period.start
    ? formatDateRange(period.start, period.end)
    : `before ${formatDate(period.before ?? '')}`;
}

/** When a visit took place, with all that is known of it: "before 15 December 2024, over 2 days; the dates are not in the record". */
export function formatPeriod(period: VisitPeriod): string {
  const days = period.days ? `, over ${period.days === 1 ? 'one day' : `${period.days} days`}` : '';
  return formatWhen(period) + days + (period.start ? '' : '; the dates are not in the record');
}

/** The day by which a visit is put in order: its first possible day, or the last before which it was. */
export function periodDay(period: VisitPeriod): string {
  return period.start ? earliestDay(period.start) : latestDay(period.before ?? '');
}
