import type { Judged } from '../model/assessment.ts';
import { beginSentence, withinSentence } from './phrase.ts';
import { isSilence, STANCE_LABELS, type Stance } from './stance.ts';

/** What a comparison of two stances comes to. The codes are public: they stand in exports. */
export type VerdictCode =
  // One authority, earlier and later, both judged.
  | 'improved'
  | 'partly-improved'
  | 'still-priority-action'
  | 'still-improvement'
  | 'still-mixed'
  | 'strength-kept'
  | 'now-mixed'
  | 'now-improvement'
  | 'now-priority-action'
  // Two authorities, or two visits of which it is not known which came first; both judged.
  | 'alike'
  | 'differ'
  // A silence on one side or both.
  | 'no-longer-mentioned'
  | 'newly-mentioned'
  | 'not-mentioned'
  | 'not-known'
  | 'not-looked-at'
  // Both judged, and yet nothing can be claimed (comparison.ts decides when).
  | 'not-like-for-like';

/**
 * What a verdict claims: that things got `better`, `worse`, `partly` better, or stayed the `same`; `none`
 * claims no direction.
 */
export type Tone = 'better' | 'worse' | 'same' | 'partly' | 'none';

/** A comparison of two stances, with the short phrase that a page shows. */
export interface Verdict {
  code: VerdictCode;
  label: string;
  tone: Tone;
}

/** A stance within a sentence: "needs to improve". */
function words(stance: Stance): string {
  return withinSentence(STANCE_LABELS[stance]);
}

/** From the most urgent to the best. */
const RANK: Record<Judged, number> = { 'priority-action': 0, improvement: 1, mixed: 2, strength: 3 };

const UNCHANGED: Record<Judged, Verdict> = {
  'priority-action': { code: 'still-priority-action', label: 'Still a priority action', tone: 'same' },
  improvement: { code: 'still-improvement', label: 'Still needs to improve', tone: 'same' },
  mixed: { code: 'still-mixed', label: 'Still mixed', tone: 'same' },
  strength: { code: 'strength-kept', label: 'Strength kept', tone: 'same' },
};

const DECLINED_TO: Record<Exclude<Judged, 'strength'>, Verdict> = {
  'priority-action': { code: 'now-priority-action', label: 'Now a priority action', tone: 'worse' },
  improvement: { code: 'now-improvement', label: 'Now needs to improve', tone: 'worse' },
  mixed: { code: 'now-mixed', label: 'Now mixed', tone: 'worse' },
};

/** The verdict on two judged stances of one authority that are like for like. */
function direction(earlier: Judged, later: Judged): Verdict {
  if (earlier === later) return UNCHANGED[later];
  if (later === 'strength') return { code: 'improved', label: 'Improved', tone: 'better' };
  if (RANK[later] > RANK[earlier])
    return { code: 'partly-improved', label: 'Partly improved', tone: 'partly' };
  return DECLINED_TO[later];
}

/** The label where one of two visits, or neither, looked at a theme. */
function notLookedAt(earlier: Stance, later: Stance): string {
  if (earlier === later) return 'Cannot be compared: neither visit looked at this';
  const which = earlier === 'not-looked-at' ? 'earlier' : 'later';
  return `Cannot be compared: the ${which} visit did not look at this`;
}

/** The label where one of two accounts, or neither, says anything of a theme. */
function notKnown(earlier: Stance, later: Stance): string {
  if (earlier === later) return 'Not in the accounts we hold of either visit';
  return earlier === 'not-known'
    ? `Not in the account we hold of the earlier visit; in the later, ${words(later)}`
    : `Not in the account we hold of the later visit; in the earlier, ${words(earlier)}`;
}

/**
 * What became of a theme between an earlier and a later visit to one authority, given that they can be
 * compared like for like (comparison.ts sees to that). Total: every ordered pair of stances has an answer,
 * and a silence on either side never claims a direction. When both sides are silent, the reason that rules
 * out more comes first: not looked at, then not known, then not mentioned.
 */
export function verdict(earlier: Stance, later: Stance): Verdict {
  if (earlier === 'not-looked-at' || later === 'not-looked-at') {
    return { code: 'not-looked-at', label: notLookedAt(earlier, later), tone: 'none' };
  }
  if (earlier === 'not-known' || later === 'not-known') {
    return { code: 'not-known', label: notKnown(earlier, later), tone: 'none' };
  }
  if (later === 'not-mentioned') {
    return earlier === 'not-mentioned'
      ? { code: 'not-mentioned', label: 'Not mentioned either time', tone: 'none' }
      : {
          code: 'no-longer-mentioned',
          label: `Not mentioned this time; before, ${words(earlier)}`,
          tone: 'none',
        };
  }
  if (earlier === 'not-mentioned') {
    return { code: 'newly-mentioned', label: `Newly mentioned: ${words(later)}`, tone: 'none' };
  }
  return direction(earlier, later);
}

/** Where an authority stands on a theme. */
export interface Standing {
  stance: Stance;
  /** Fit to follow "in": the authority's short name, "Wigan". */
  place: string;
}

/** Who has what: "strength in Wirral", "not in the account we hold of Wigan". */
function standing({ stance, place }: Standing): string {
  if (stance === 'not-known') return `not in the account we hold of ${place}`;
  return `${words(stance)} in ${place}`;
}

/** What two authorities have alike: "strength in both", "not looked at in either". */
function alike(stance: Stance): string {
  if (stance === 'not-known') return 'not in the accounts we hold of either';
  return `${words(stance)} in ${isSilence(stance) ? 'either' : 'both'}`;
}

/** What kind of contrast two stances make; of two silences the one that rules out more. */
function contrastCode(a: Stance, b: Stance): VerdictCode {
  for (const silence of ['not-looked-at', 'not-known', 'not-mentioned'] as const) {
    if (a === silence || b === silence) return silence;
  }
  return a === b ? 'alike' : 'differ';
}

/**
 * How two authorities stand on a theme, `a` first. It names who has what, and never claims a direction:
 * between two authorities there is no earlier and later. Total: every ordered pair of stances has an answer.
 */
export function contrast(a: Standing, b: Standing): Verdict {
  const code = contrastCode(a.stance, b.stance);
  const joint = isSilence(a.stance) || isSilence(b.stance) ? '; ' : ', ';
  const label = a.stance === b.stance ? alike(a.stance) : standing(a) + joint + standing(b);
  return { code, label: beginSentence(label), tone: 'none' };
}
