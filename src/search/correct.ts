import Fuse from 'fuse.js/basic';

/** A word that was typed, and the word of the collection that was searched for instead. */
export interface Correction {
  typed: string;
  used: string;
  /** Where the word stands in the query as typed. */
  start: number;
  end: number;
}

/** Finds the word of a vocabulary that somebody may have meant, if one is near enough. */
export type Corrector = (word: string) => string | undefined;

/** Under four letters nearly every word is near another; over this many nobody types a word. */
const SHORTEST = 4;
const LONGEST = 32;
/** From this many letters two slips are forgiven. In shorter words two slips make another word of it (police, place). */
const TWO_SLIPS = 8;

/**
 * A corrector over a vocabulary. Fuse.js proposes the words that look alike; of these, the fewest slips decide,
 * then the same first letter, then how many texts have the word, then the alphabet. A number is never corrected.
 *
 * @param vocabulary each word with the number of texts that have it
 */
export function makeCorrector(vocabulary: ReadonlyMap<string, number>): Corrector {
  const words = [...vocabulary.keys()].filter((word) => word.length >= SHORTEST - 1 && !/\p{N}/u.test(word));
  // Two slips in four letters score 0.5. Fuse.js looks near the beginning of a word only, unless told not to.
  const fuse = new Fuse(words, {
    includeScore: true,
    threshold: 0.5,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || /\p{N}/u.test(word)) return undefined;
    const most = word.length < TWO_SLIPS ? 1 : 2;
    const near = fuse
      .search(word)
      .map(({ item }) => ({
        item,
        slips: slipsBetween(word, item, most),
        otherwise: Number(item[0] !== word[0]),
        texts: vocabulary.get(item) ?? 0,
      }))
      .filter(({ slips }) => slips <= most);
    near.sort(
      (a, b) =>
        a.slips - b.slips || a.otherwise - b.otherwise || b.texts - a.texts || (a.item < b.item ? -1 : 1),
    );
    return near[0]?.item;
  };
}

/**
 * How many slips of a key lie between two words: a letter too many, one too few, a wrong one, or two neighbours
 * swapped (the optimal string alignment distance). Anything over `most` may come back as `most + 1`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(!same));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      }
      next.push(slips);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
