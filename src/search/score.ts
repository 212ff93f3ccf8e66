import { ABOUT, type Found } from './find.ts';
import type { NamedNeed } from './needs.ts';
import { classWords, FRAGMENT, OWN_WORDS } from './quality.ts';
import type { Span } from './spans.ts';
import type { Store } from './store.ts';

/** How soon a word’s repetition stops counting (BM25’s k1). */
const SATURATION = 1.2;
/** How much length counts (BM25’s b): 0.75, the usual, fills the first ten with scraps. */
const LENGTH_WEIGHT = 0.3;
/** What words side by side as typed add, as a part of the rarer one’s weight. */
const NEIGHBOUR_BONUS = 0.5;
/** A text under this many words is a fragment, and counts less. */
const FRAGMENT_WEIGHT = 0.75;
/**
 * From so many texts a need is frequent. Whether it stands beside a rarer one makes little difference and would cost
 * much to know, so that is asked only of two frequent ones, or of two that are not.
 */
const FREQUENT = 5_000;

/** Scores are compared to a hundredth, so that what is as good as equal is equal. */
export const SCORE_STEP = 100;

/** Whether the needs at two places are such that their standing side by side counts. */
function areNeighbours(found: readonly Found[], at: number): boolean {
  const [before, after] = [found[at - 1]?.texts.length, found[at]?.texts.length];
  return before !== undefined && after !== undefined && before >= FREQUENT === after >= FREQUENT;
}

/** What a text says to a need: how often it has it (in tenths), and its quality. */
export interface Answer {
  frequency: number;
  quality: number;
  spans: () => readonly Span[];
}

/** Scores texts, in hundredths. */
export interface Scorer {
  /** From a text’s answer to each need, `undefined` where it lacks it. */
  score: (answers: readonly (Answer | undefined)[]) => number;
  /** No text that has these of the needs scores more. */
  most: (has: readonly boolean[]) => number;
}

/**
 * Scores a text by BM25 over what a query needs, with a bonus where words typed side by side stand side by side.
 *
 * @param count how many texts there are, and how many words they have on average
 */
export function makeScorer(
  count: number,
  averageLength: number,
  needs: readonly NamedNeed[],
  found: readonly Found[],
): Scorer {
  const weights = found.map(({ texts }) => Math.log(1 + (count - texts.length + 0.5) / (texts.length + 0.5)));
  const neighbours = found.map((_, at) => areNeighbours(found, at));
  const damping = Array.from(
    { length: OWN_WORDS },
    (_, each) =>
      SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * classWords(each)) / Math.max(1, averageLength)),
  );
  /** What an answer counts on its own. */
  const worth = ({ quality, frequency }: Answer, weight: number) => {
    // Where its place, year or speaker answers, how long its text is makes no difference.
    if (quality >= ABOUT) return weight;
    const often = frequency / 10;
    return (weight * often * (SATURATION + 1)) / (often + (damping[quality % OWN_WORDS] ?? 0));
  };
  const score = (answers: readonly (Answer | undefined)[]) => {
    let sum = 0;
    let fragment = false;
    answers.forEach((answer, at) => {
      if (!answer) return;
      const weight = weights[at] ?? 0;
      sum += worth(answer, weight);
      if (answer.quality >= ABOUT) return;
      fragment ||= answer.quality % OWN_WORDS === FRAGMENT;
      const before = neighbours[at] ? answers[at - 1] : undefined;
      if (before && followsOn(before.spans(), answer.spans(), needs[at]?.gap ?? 0)) {
        sum += NEIGHBOUR_BONUS * Math.min(weight, weights[at - 1] ?? 0);
      }
    });
    return Math.round(sum * (fragment ? FRAGMENT_WEIGHT : 1) * SCORE_STEP);
  };
  const most = (has: readonly boolean[]) => {
    const sum = weights.reduce((sum, weight, at) => (has[at] ? sum + weight : sum), 0);
    return Math.ceil(sum * (SATURATION + 1 + NEIGHBOUR_BONUS) * SCORE_STEP);
  };
  return { score, most };
}

/** Whether a stretch of one answer begins where one of the other ends, common words between them apart. */
function followsOn(before: readonly Span[], after: readonly Span[], gap: number): boolean {
  return before.some(([, end]) => after.some(([start]) => start === end + gap));
}

/** Loads the positions of words whose standing side by side counts. */
export async function loadNeighbours(
  needs: readonly NamedNeed[],
  found: readonly Found[],
  store: Store,
): Promise<void> {
  const beside = needs.filter((_, at) => areNeighbours(found, at) || areNeighbours(found, at + 1));
  const words = beside.flatMap(({ sequences }) =>
    sequences.length === 1 ? [...(sequences[0]?.[0] ?? [])] : [],
  );
  await store.loadPositions(words);
}
