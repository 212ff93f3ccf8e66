/** Texts in order, with how often each answers a need and its quality. */
export interface Entries {
  texts: Int32Array;
  /** How often each has it, in tenths: the words as typed count ten, their other endings eight. */
  frequencies: Uint16Array;
  /** What its words say of each text (see quality.ts), or that it is about what was asked (see find.ts). */
  qualities: Uint8Array;
}

/** What a word as typed counts, in tenths, and what its other endings do. */
export const EXACT = 10;
export const VARIANT = 8;

/** Entries from a list in any order. */
export function makeEntries(list: { text: number; frequency: number; quality: number }[]): Entries {
  list.sort((a, b) => a.text - b.text);
  return {
    texts: Int32Array.from(list, ({ text }) => text),
    frequencies: Uint16Array.from(list, ({ frequency }) => frequency),
    qualities: Uint8Array.from(list, ({ quality }) => quality),
  };
}

/**
 * The texts of either of two lists. Of a text in both, the first list’s quality stands.
 *
 * @param add whether both of its frequencies count, and not only the first list’s
 */
export function unite(a: Entries, b: Entries, add: boolean): Entries {
  const most = a.texts.length + b.texts.length;
  const texts = new Int32Array(most);
  const frequencies = new Uint16Array(most);
  const qualities = new Uint8Array(most);
  let count = 0;
  for (let at = 0, bt = 0; at < a.texts.length || bt < b.texts.length; count++) {
    const [left, right] = [a.texts[at] ?? Number.POSITIVE_INFINITY, b.texts[bt] ?? Number.POSITIVE_INFINITY];
    texts[count] = Math.min(left, right);
    frequencies[count] =
      (left <= right ? (a.frequencies[at] ?? 0) : 0) +
      (right < left || (add && left === right) ? (b.frequencies[bt] ?? 0) : 0);
    qualities[count] = (left <= right ? a.qualities[at] : b.qualities[bt]) ?? 0;
    if (left <= right) at++;
    if (right <= left) bt++;
  }
  return {
    texts: texts.subarray(0, count),
    frequencies: frequencies.subarray(0, count),
    qualities: qualities.subarray(0, count),
  };
}

/** All lists as one, two by two, so that many short ones are no more work than a few long ones. */
export function uniteAll(lists: readonly Entries[]): Entries {
  if (lists.length < 2) return lists[0] ?? makeEntries([]);
  const half = lists.length >> 1;
  return unite(uniteAll(lists.slice(0, half)), uniteAll(lists.slice(half)), true);
}

/** The place of a number in a sorted list, or -1. */
export function placeOf(sorted: Int32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
