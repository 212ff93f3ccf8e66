import { stem } from './stem.ts';

/** The words of a collection, and how a typed word is found among them. */
export interface Lexicon {
  /** The collection’s words that a typed word stands for: itself, and its other endings. Empty if it has none. */
  variants: (word: string) => string[];
  /** The collection’s words that begin so. */
  startingWith: (beginning: string) => string[];
}

/** `50` finds `50%` and `5m` finds `£5m`; the other way round nothing is forgiven, for 50% is not 50. */
function bareNumber(word: string): string {
  return word.replace(/^[£$€](?=\p{N})|%$/gu, '');
}

/** @param vocabulary each word with the number of texts that have it */
export function makeLexicon(vocabulary: ReadonlyMap<string, number>): Lexicon {
  const sorted = [...vocabulary.keys()].sort();
  const families = new Map<string, string[]>();
  for (const word of sorted) {
    for (const key of new Set([stem(word), bareNumber(word)])) {
      const family = families.get(key);
      if (family) family.push(word);
      else families.set(key, [word]);
    }
  }
  return {
    variants(word) {
      const family = families.get(stem(word)) ?? [];
      return vocabulary.has(word) && !family.includes(word) ? [word, ...family] : family;
    },
    startingWith(beginning) {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < beginning) low = middle + 1;
        else high = middle;
      }
      let end = low;
      while (sorted[end]?.startsWith(beginning)) end++;
      return sorted.slice(low, end);
    },
  };
}
