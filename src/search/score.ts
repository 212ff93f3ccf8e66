import type { SearchDocument } from './document.ts';
import type { NamedNeed } from './needs.ts';
import type { Token } from './normalise.ts';
import type { Match } from './postings.ts';

/** How soon a word’s repetition stops counting (BM25’s k1). */
const SATURATION = 1.2;
/** How much length counts (BM25’s b): 0.75, the usual, fills the first ten with scraps. */
const LENGTH_WEIGHT = 0.3;
/** What words side by side as typed add, as a part of the rarer one’s weight. */
const NEIGHBOUR_BONUS = 0.5;
/** A text under this many words is a fragment, and counts less. */
const FRAGMENT_WORDS = 8;
const FRAGMENT_WEIGHT = 0.75;

/**
 * Scores documents by BM25 over what a query needs, with a bonus where words typed side by side stand side by
 * side. Rounded to a hundredth, so that what is as good as equal is equal.
 */
export function makeScorer(documents: readonly SearchDocument[], tokens: readonly Token[][]) {
  const lengths = tokens.map((words) => words.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

  return (needs: readonly NamedNeed[], matches: readonly Map<number, Match>[]) => {
    const weights = matches.map((found) =>
      Math.log(1 + (documents.length - found.size + 0.5) / (found.size + 0.5)),
    );
    return (number: number): number => {
      const length = lengths[number] ?? 0;
      const damping = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / Math.max(1, average));
      let sum = 0;
      let inText = false;
      matches.forEach((found, at) => {
        const match = found.get(number);
        if (!match) return;
        const weight = weights[at] ?? 0;
        if (match.spans.length === 0) {
          // Its place, year or speaker answers: how long its text is makes no difference.
          sum += weight;
          return;
        }
        inText = true;
        sum += (weight * match.frequency * (SATURATION + 1)) / (match.frequency + damping);
        const before = matches[at - 1]?.get(number);
        if (before && followsOn(before, match, needs[at]?.gap ?? 0)) {
          sum += NEIGHBOUR_BONUS * Math.min(weight, weights[at - 1] ?? 0);
        }
      });
      const fragment = inText && length < FRAGMENT_WORDS ? FRAGMENT_WEIGHT : 1;
      return Math.round(sum * fragment * 100) / 100;
    };
  };
}

/** Whether a stretch of one match begins where one of the other ends, common words between them apart. */
function followsOn(before: Match, after: Match, gap: number): boolean {
  return before.spans.some(([, end]) => after.spans.some(([start]) => start === end + gap));
}
