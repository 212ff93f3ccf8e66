/** The fewest words of a text of each length class but the first, which holds the fragments. */
const CLASS_STARTS = [8, 12, 16, 21, 27, 35, 47];
/** How many words stand for a class when texts are ranked. */
const CLASS_WORDS = [5, 10, 14, 18, 24, 31, 40, 56];

/** A text under eight words. */
export const FRAGMENT = 0;

/** The length class of a text of so many words, from 0 (a fragment) to 7. */
export function lengthClass(words: number): number {
  let found = 0;
  while (found < CLASS_STARTS.length && words >= (CLASS_STARTS[found] ?? 0)) found++;
  return found;
}

/** How long a text of a length class counts as, in words. */
export function classWords(lengthClass: number): number {
  return CLASS_WORDS[lengthClass] ?? 0;
}

/*
 * A text’s quality, as every word of it carries it, is its length class, and 8 more where the text is in our own
 * words: of equals, quotations come first.
 */
export const OWN_WORDS = 8;
