import { makeByteReader, readSortedText } from './bytes.ts';

/** What a file of words says of a word, a bit each. */
export const WORD_FLAGS = {
  /** It is found here by its beginning. */
  listed: 1,
  /** What it stands in is held here. */
  held: 2,
  /** It is part of an authority’s name. */
  place: 4,
  /** It is part of a speaker’s name. */
  speaker: 8,
  /** Somewhere it stands for several words that hyphens join. */
  spanned: 16,
  /** Its family has a word for a theme, which is never taken for a slip; it need not be in any text. */
  theme: 32,
};

/** A word that is in one text more often counts as so often. */
export const MOST_REPEATS = 16;

/** Where the words of a file stand in their texts. */
export interface Positions {
  /** For each text of each word, one after the other, and after the last, where its positions begin. */
  starts: Int32Array;
  /** The number of the word in its text, from 0. */
  at: Uint16Array;
  /** How many words of the text it covers. */
  spans: Uint8Array;
}

/** A word and what it stands in. */
export interface HeldWord {
  word: string;
  place: boolean;
  speaker: boolean;
  /** The texts that have it, in order. */
  texts: Int32Array;
  /** For each of them, its quality, and 16 times one less than how often it has the word. */
  weights: Uint8Array;
  /** The texts that it is about. */
  runs: [first: number, length: number, own: boolean][];
  /** Where, among the texts of all words of its file, its own begin. */
  first: number;
  /** The positions of all words of its file; `undefined` while they are in a file apart. */
  positions: () => Positions | undefined;
}

/**
 * A file of words, read into few long rows: an object for each of its thousand words, of which a query asks for one or
 * two, would take many times the memory.
 */
export interface WordFile {
  /** The words that are found here by their beginning, in order. */
  listed: string[];
  /** The families here that have a word for a theme. */
  themeFamilies: Set<string>;
  /** The words that are held here, in order. */
  words: string[];
  /** The nth word that is held here. */
  word: (number: number) => HeldWord;
  /** Adds the positions that are in a file apart. */
  addPositions: (file: Uint8Array) => void;
}

/** @param whole whether positions are in the same file */
export function readWords(file: Uint8Array, whole: boolean): WordFile {
  const reader = makeByteReader(file);
  const [listed, words]: [string[], string[]] = [[], []];
  const themeFamilies = new Set<string>();
  const [flags, counts, runCounts]: [number[], number[], number[]] = [[], [], []];
  const entryCount = reader.number();
  let before = '';
  for (let at = 0; at < entryCount; at++) {
    before = readSortedText(reader, before);
    const flag = reader.byte();
    if (flag & WORD_FLAGS.listed) listed.push(before);
    if (flag & WORD_FLAGS.theme) themeFamilies.add(before);
    if (!(flag & WORD_FLAGS.held)) continue;
    words.push(before);
    flags.push(flag);
    counts.push(reader.number());
    runCounts.push(reader.number());
  }
  const firsts = startsOf(counts);
  const total = firsts[words.length] ?? 0;
  const texts = new Int32Array(total);
  counts.forEach((count, word) => {
    let text = -1;
    const first = firsts[word] ?? 0;
    for (let at = first; at < first + count; at++) {
      text += reader.number() + 1;
      texts[at] = text;
    }
  });
  const runs = new Map<number, HeldWord['runs']>();
  runCounts.forEach((count, word) => {
    if (count > 0) runs.set(word, readRuns(reader, count));
  });
  const weights = reader.bytes(total);
  let positions: Positions | undefined;
  const addPositions = (from: ReturnType<typeof makeByteReader>) => {
    positions = readPositions(from, weights, firsts, flags);
  };
  if (whole) addPositions(reader);
  return {
    listed,
    themeFamilies,
    words,
    word(number) {
      const [first, end] = [firsts[number] ?? 0, firsts[number + 1] ?? 0];
      const flag = flags[number] ?? 0;
      return {
        word: words[number] ?? '',
        place: (flag & WORD_FLAGS.place) > 0,
        speaker: (flag & WORD_FLAGS.speaker) > 0,
        texts: texts.subarray(first, end),
        weights: weights.subarray(first, end),
        runs: runs.get(number) ?? [],
        first,
        positions: () => positions,
      };
    },
    addPositions: (apart) => addPositions(makeByteReader(apart)),
  };
}

/** Where each of some counts begins, and where the last ends. */
function startsOf(counts: readonly number[]): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, at) => {
    starts[at + 1] = (starts[at] ?? 0) + count;
  });
  return starts;
}

function readRuns(reader: ReturnType<typeof makeByteReader>, count: number): HeldWord['runs'] {
  let end = 0;
  return Array.from({ length: count }, () => {
    const first = end + reader.number();
    const length = reader.number();
    end = first + (length >> 1);
    return [first, length >> 1, (length & 1) > 0];
  });
}

function readPositions(
  reader: ReturnType<typeof makeByteReader>,
  weights: Uint8Array,
  firsts: Int32Array,
  flags: readonly number[],
): Positions {
  const starts = new Int32Array(weights.length + 1);
  let [at, spans] = [new Uint16Array(weights.length * 2), new Uint8Array(weights.length * 2)];
  let next = 0;
  for (let word = 0; word + 1 < firsts.length; word++) {
    const spanned = ((flags[word] ?? 0) & WORD_FLAGS.spanned) > 0;
    for (let number = firsts[word] ?? 0; number < (firsts[word + 1] ?? 0); number++) {
      starts[number] = next;
      let repeats = ((weights[number] ?? 0) >> 4) + 1;
      if (repeats === MOST_REPEATS) repeats += reader.number();
      if (next + repeats > at.length) {
        const [moreAt, moreSpans] = [
          new Uint16Array((next + repeats) * 2),
          new Uint8Array((next + repeats) * 2),
        ];
        moreAt.set(at);
        moreSpans.set(spans);
        [at, spans] = [moreAt, moreSpans];
      }
      let place = 0;
      for (let each = 0; each < repeats; each++, next++) {
        place += reader.number();
        at[next] = place;
        spans[next] = spanned ? reader.byte() + 1 : 1;
      }
    }
  }
  starts[weights.length] = next;
  return { starts, at: at.slice(0, next), spans: spans.slice(0, next) };
}

/** The part that holds the words with a first letter from a to z; all others are in one. */
export function vocabularyPart(word: string): string {
  return `v${/^[a-z]/.exec(word)?.[0] ?? ''}`;
}
