import type { Assessment, Judged } from '../model/assessment.ts';

/**
 * Why a visit says nothing of a theme, three different things: `not-mentioned`, we hold the whole letter
 * and it is silent; `not-known`, we hold only an account of it and the letter may say more;
 * `not-looked-at`, it lies outside the visit's focus or ages.
 */
export type Silence = 'not-mentioned' | 'not-known' | 'not-looked-at';

/** Where a visit stands on a theme: how its findings judge it, or why there are none. */
export type Stance = Judged | Silence;

/** Every stance: the judged ones, most urgent first, then the silences, the most telling first. */
export const STANCES: readonly Stance[] = [
  'priority-action',
  'improvement',
  'mixed',
  'strength',
  'not-mentioned',
  'not-known',
  'not-looked-at',
];

/**
 * What each stance is called on a page. The judged ones repeat ASSESSMENT_LABELS (a test holds them
 * together), because the browser needs them and the model's file would bring zod along.
 */
export const STANCE_LABELS: Record<Stance, string> = {
  'priority-action': 'Priority action',
  improvement: 'Needs to improve',
  mixed: 'Mixed picture',
  strength: 'Strength',
  'not-mentioned': 'Not mentioned',
  'not-known': 'Not known',
  'not-looked-at': 'Not looked at',
};

/** What each silence means, in a sentence: for keys and explanations. */
export const SILENCE_MEANINGS: Record<Silence, string> = {
  'not-mentioned': 'We hold the whole letter or report, and it says nothing about this.',
  'not-known': 'We hold only an account of the letter, which says nothing about this; the letter may.',
  'not-looked-at': 'This was outside what the visit looked at.',
};

/** Whether a stance is one of the three silences. */
export function isSilence(stance: Stance): stance is Silence {
  return stance === 'not-mentioned' || stance === 'not-known' || stance === 'not-looked-at';
}

/** How many judged findings there are of each kind. */
export type Counts = Record<Judged, number>;

/** No findings of any kind. */
export const NO_COUNTS: Readonly<Counts> = { 'priority-action': 0, improvement: 0, mixed: 0, strength: 0 };

/** Counts the judged findings among some; context is left out. */
export function countJudged(findings: Iterable<{ assessment: Assessment }>): Counts {
  const counts: Counts = { ...NO_COUNTS };
  for (const { assessment } of findings) if (assessment !== 'context') counts[assessment] += 1;
  return counts;
}

/** The counts of two sets of findings together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    'priority-action': a['priority-action'] + b['priority-action'],
    improvement: a.improvement + b.improvement,
    mixed: a.mixed + b.mixed,
    strength: a.strength + b.strength,
  };
}

/**
 * The stance that counted findings give: a priority action outranks all; needs to improve beside strength,
 * or any mixed finding, is a mixed picture. `undefined` when nothing was judged.
 */
export function stanceOfCounts(counts: Counts): Judged | undefined {
  if (counts['priority-action'] > 0) return 'priority-action';
  if (counts.mixed > 0 || (counts.improvement > 0 && counts.strength > 0)) return 'mixed';
  if (counts.improvement > 0) return 'improvement';
  return counts.strength > 0 ? 'strength' : undefined;
}

/** The stance that findings give; context gives none, so it may be `undefined`. */
export function stanceOn(findings: Iterable<{ assessment: Assessment }>): Judged | undefined {
  return stanceOfCounts(countJudged(findings));
}

/**
 * Counts as a reader is told them: "7 strengths, 1 mixed, 2 to improve". Kinds of which
 * there are none are left out; nothing at all gives an empty text.
 */
export function countsInWords(counts: Counts): string {
  const words: Record<Judged, string> = {
    'priority-action': counts['priority-action'] === 1 ? 'priority action' : 'priority actions',
    improvement: 'to improve',
    mixed: 'mixed',
    strength: counts.strength === 1 ? 'strength' : 'strengths',
  };
  return (['strength', 'mixed', 'improvement', 'priority-action'] as const)
    .filter((judged) => counts[judged] > 0)
    .map((judged) => `${counts[judged]} ${words[judged]}`)
    .join(', ');
}
