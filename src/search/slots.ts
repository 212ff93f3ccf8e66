import { isCommonWord } from './query.ts';
import type { Store } from './store.ts';

/** What stands for one of the words of a sequence. */
export interface Slot {
  words: string[];
  /** 0 for a word with few occurrences, 1 for a frequent one, 2 for a common one: the higher, the later it is loaded. */
  cost: number;
}

/** So many words of a sequence are looked for before the texts that have them are read. */
const FIRST_WORDS = 2;

/** A sequence as slots, and those that are looked up first: the longest of the cheapest. */
export function slotsOf(
  sequence: readonly ReadonlySet<string>[],
  { isFrequent }: Pick<Store, 'isFrequent'>,
): { slots: Slot[]; first: Slot[] } {
  const slots = sequence.map((set): Slot => {
    const words = [...set];
    const frequent = words.some(isFrequent);
    return { words, cost: frequent ? (words.every(isCommonWord) ? 2 : 1) : 0 };
  });
  // A word that nothing stands for is in no text, and neither then is the sequence.
  if (slots.some(({ words }) => words.length === 0)) return { slots, first: [] };
  const cheapest = Math.min(...slots.map(({ cost }) => cost));
  const first = slots
    .filter(({ cost }) => cost === cheapest)
    .sort((a, b) => longest(b) - longest(a))
    .slice(0, FIRST_WORDS);
  return { slots, first };
}

function longest({ words }: Slot): number {
  return Math.max(...words.map(({ length }) => length));
}
