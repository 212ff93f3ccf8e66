import type { FocusArea } from '../model/focus.ts';
import type { Passage } from './report.ts';

const AREAS: [RegExp, FocusArea][] = [
  [
    /front door|contacts? and referral|referral and assessment|multi-agency safeguarding hub|thresholds/,
    'front-door',
  ],
  [/exploitation|extra-?familial|missing|harm outside/, 'extra-familial-risk'],
  [
    /children in need|child(?:ren)? protection|subject to (?:a )?child|help and protection|in need of protection/,
    'children-in-need-and-protection',
  ],
  [/permanence|adoption/, 'permanence'],
  [/placement|sufficiency/, 'placement-decisions'],
  [/care leavers?|care-experienced/, 'care-leavers'],
  [
    /children (?:in|who (?:come into|are in|enter)) care|looked after|entering care|children coming into care/,
    'children-in-care',
  ],
  [/covid|pandemic/, 'covid-arrangements'],
];

/**
 * What a letter says that inspectors looked at: "Inspectors looked at the local authority’s arrangements for care
 * leavers." Empty where no such sentence names a known area.
 */
export function focusOf(passages: readonly Passage[]): FocusArea[] {
  const opening = passages
    .filter(({ improvement }) => !improvement)
    .slice(0, 8)
    .flatMap(({ texts }) => texts)
    .join(' ')
    .toLowerCase()
    .replace(/[‘’]/g, "'");
  const sentence =
    /\b(?:inspectors? (?:looked at|evaluated|considered|reviewed|focused on)|the (?:visit|focus of the visit) (?:looked at|focused on|was)|arrangements for) .{3,500}?\.(?=\s|$)/.exec(
      opening,
    )?.[0];
  if (!sentence) return [];
  return AREAS.filter(([pattern]) => pattern.test(sentence)).map(([, area]) => area);
}
