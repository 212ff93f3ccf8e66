import type { Need } from './needs.ts';
import { forms, LONGEST_COMPOUND, tokenise } from './normalise.ts';
import { OWN_WORDS } from './quality.ts';
import { isCommonWord } from './query.ts';
import { needSpans, type Span, sequenceEnd } from './spans.ts';
import type { Store } from './store.ts';
import type { HeldWord } from './word-file.ts';

/** The texts that answer a need. */
export interface Found {
  /** In order. */
  texts: Int32Array;
  /** How often each has it, in tenths: the words as typed count ten, their other endings eight. */
  frequencies: Uint16Array;
  /** What its words say of each text (see quality.ts), or `ABOUT`. */
  qualities: Uint8Array;
  /** The stretches of a text that answer; none while the positions of its words are not loaded. */
  spansOf: (text: number) => readonly Span[];
}

/** Stands in the place of a quality where a text’s place, year or speaker answers; `OWN_WORDS` may be added. */
export const ABOUT = 16;

/** What a word as typed counts, in tenths, and what its other endings do. */
const EXACT = 10;
const VARIANT = 8;

/** So few texts are read to see whether a phrase is in them, rather than that more of its words are loaded. */
const FEW_TO_READ = 3;
/** So many words of a phrase are looked for before that. */
const FIRST_WORDS = 2;

/** Texts in order, with how often each answers and its quality. */
export type Entries = Pick<Found, 'texts' | 'frequencies' | 'qualities'>;

/** Finds the texts that answer a need, loading what that takes. */
export async function findNeed(need: Need, store: Store): Promise<Found> {
  const [first] = need.sequences;
  const single = need.sequences.length === 1 && first?.length === 1;
  const { entries, spansOf } = single
    ? await findWord(first[0] ?? new Set(), need, store)
    : await findSequences(need, store);
  const about = await findAbout(need, store);
  const aboutEntries = makeEntries(
    [...about].map(([text, own]) => ({ text, frequency: EXACT, quality: ABOUT + (own ? OWN_WORDS : 0) })),
  );
  return { ...(about.size > 0 ? unite(entries, aboutEntries, false) : entries), spansOf };
}

function makeEntries(list: { text: number; frequency: number; quality: number }[]): Entries {
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
function unite(a: Entries, b: Entries, add: boolean): Entries {
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

/** One word: how often each text has it is known without its positions. */
async function findWord(words: ReadonlySet<string>, need: Need, store: Store) {
  await store.loadFamilies([...words]);
  const held = [...words].flatMap((word) => store.word(word) ?? []);
  const each = held.map(({ word, texts, weights }): Entries => {
    const worth = need.exact.has(word) ? EXACT : VARIANT;
    return {
      texts,
      frequencies: Uint16Array.from(weights, (weight) => ((weight >> 4) + 1) * worth),
      qualities: weights.map((weight) => weight & 15),
    };
  });
  const entries = uniteAll(each);
  return { entries, spansOf: (text: number) => held.flatMap((word) => spansIn(word, text)) };
}

/** All lists as one, two by two, so that many short ones are no more work than a few long ones. */
export function uniteAll(lists: readonly Entries[]): Entries {
  if (lists.length < 2) return lists[0] ?? makeEntries([]);
  const half = lists.length >> 1;
  return unite(uniteAll(lists.slice(0, half)), uniteAll(lists.slice(half)), true);
}

/** Where a word stands in a text. */
function spansIn(word: HeldWord, text: number): Span[] {
  const number = placeOf(word.texts, text);
  const positions = word.positions();
  if (!positions || number < 0) return [];
  const spans: Span[] = [];
  const { starts, at } = positions;
  for (let each = starts[word.first + number] ?? 0; each < (starts[word.first + number + 1] ?? 0); each++) {
    const from = at[each] ?? 0;
    spans.push([from, from + (positions.spans[each] ?? 1)]);
  }
  return spans;
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

/* ---- Words side by side ------------------------------------------------------------------------------------ */

/** A stretch of a text that answers. */
interface Stretch {
  text: number;
  span: Span;
  exact: boolean;
  quality: number;
}

async function findSequences(need: Need, store: Store) {
  const stretches = (
    await Promise.all(need.sequences.map((sequence) => findSequence(sequence, need, store)))
  ).flat();
  const byText = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const others = byText.get(stretch.text) ?? [];
    byText.set(stretch.text, others);
    const same = others.find(({ span }) => span[0] === stretch.span[0] && span[1] === stretch.span[1]);
    if (same) same.exact ||= stretch.exact;
    else others.push(stretch);
  }
  const entries = makeEntries(
    [...byText].map(([text, found]) => ({
      text,
      frequency: found.reduce((sum, { exact }) => sum + (exact ? EXACT : VARIANT), 0),
      quality: found[0]?.quality ?? 0,
    })),
  );
  return { entries, spansOf: (text: number) => (byText.get(text) ?? []).map(({ span }) => span) };
}

/** What stands for one of the words of a sequence. */
interface Slot {
  words: string[];
  /** 0 for a word with few occurrences, 1 for a frequent one, 2 for a common one: the higher, the later it is loaded. */
  cost: number;
}

/**
 * Where a sequence of words stands. Its rarer words are looked up first, at about the distance that they must
 * have; the few texts that then may have it are read, and only where there are many are all its words looked up.
 */
async function findSequence(
  sequence: readonly ReadonlySet<string>[],
  need: Need,
  store: Store,
): Promise<Stretch[]> {
  const slots = sequence.map((set): Slot => {
    const words = [...set];
    const frequent = words.some(store.isFrequent);
    return { words, cost: frequent ? (words.every(isCommonWord) ? 2 : 1) : 0 };
  });
  if (slots.some(({ words }) => words.length === 0)) return [];
  const cheapest = Math.min(...slots.map(({ cost }) => cost));
  const first = slots
    .filter(({ cost }) => cost === cheapest)
    .sort((a, b) => longest(b) - longest(a))
    .slice(0, FIRST_WORDS);
  const rounds: ((slot: Slot) => boolean)[] = [
    (slot) => first.includes(slot),
    ({ cost }) => cost <= cheapest,
    ({ cost }) => cost <= 1,
    () => true,
  ];
  for (const wanted of rounds) {
    const looked = slots.map(wanted);
    const words = slots.filter((_, at) => looked[at]).flatMap((slot) => slot.words);
    await store.loadFamilies(words);
    await store.loadPositions(words);
    const partial = join(slots, looked, need, store);
    if (looked.every(Boolean)) {
      return partial.map(({ text, from, most, exact, quality }) => ({
        text,
        span: [from, most],
        exact,
        quality,
      }));
    }
    const texts = [...new Set(partial.map(({ text }) => text))];
    if (texts.length <= FEW_TO_READ) {
      return readSequence(
        sequence,
        need,
        store,
        new Map(partial.map(({ text, quality }) => [text, quality])),
      );
    }
  }
  return [];
}

function longest({ words }: Slot): number {
  return Math.max(...words.map(({ length }) => length));
}

/** Where a sequence stands in texts, by reading them. */
async function readSequence(
  sequence: readonly ReadonlySet<string>[],
  need: Need,
  store: Store,
  qualities: ReadonlyMap<number, number>,
): Promise<Stretch[]> {
  const texts = [...qualities.keys()];
  const documents = await Promise.all(texts.map(store.document));
  return documents.flatMap((document, at) => {
    const text = texts[at] ?? 0;
    const found = needSpans(forms(tokenise(document.text)), { ...need, sequences: [[...sequence]] });
    return found.map((stretch): Stretch => ({ text, ...stretch, quality: qualities.get(text) ?? 0 }));
  });
}

/** A stretch of a text that answers as far as was looked: it ends between two words, for what lies between may have hyphens. */
interface Partial {
  text: number;
  from: number;
  least: number;
  most: number;
  exact: boolean;
  quality: number;
}

/** Joins the occurrences of the words that are looked up, each at a distance from the one before that the others leave. */
function join(slots: readonly Slot[], looked: readonly boolean[], need: Need, store: Store): Partial[] {
  let partial: Partial[] | undefined;
  let skipped = 0;
  slots.forEach((slot, at) => {
    if (!looked[at]) {
      skipped++;
      return;
    }
    const here = occurrences(slot, need, store);
    partial = partial ? extend(partial, here, skipped) : here;
    skipped = 0;
  });
  return partial ?? [];
}

/** Everywhere that the words of a slot stand, by text and place. */
function occurrences({ words }: Slot, need: Need, store: Store): Partial[] {
  const all: Partial[] = [];
  for (const word of words) {
    const held = store.word(word);
    const positions = held?.positions();
    if (!held || !positions) continue;
    const exact = need.exact.has(word);
    held.texts.forEach((text, number) => {
      const quality = (held.weights[number] ?? 0) & 15;
      const here = held.first + number;
      for (let at = positions.starts[here] ?? 0; at < (positions.starts[here + 1] ?? 0); at++) {
        const from = positions.at[at] ?? 0;
        const to = from + (positions.spans[at] ?? 1);
        all.push({ text, from, least: to, most: to, exact, quality });
      }
    });
  }
  return words.length === 1 ? all : all.sort((a, b) => a.text - b.text || a.from - b.from);
}

/** Goes on from stretches with a word’s occurrences, so many words that were not looked up lying between. */
function extend(before: readonly Partial[], here: readonly Partial[], skipped: number): Partial[] {
  const extended: Partial[] = [];
  let start = 0;
  for (const stretch of before) {
    while (start < here.length && (here[start]?.text ?? 0) < stretch.text) start++;
    for (let at = start; here[at]?.text === stretch.text; at++) {
      const next = here[at] as Partial;
      if (next.from < stretch.least + skipped) continue;
      if (next.from > stretch.most + skipped * LONGEST_COMPOUND) break;
      extended.push({ ...stretch, least: next.least, most: next.most });
    }
  }
  return extended;
}

/* ---- What a text is about ----------------------------------------------------------------------------------- */

/** By text: whether it is in our own words. */
type About = Map<number, boolean>;

/** The texts whose place, year or speaker answers a need, and whether each is in our own words. */
async function findAbout(need: Need, store: Store): Promise<About> {
  const found: About = new Map();
  for (const sequence of need.sequences) {
    const slots = sequence.map((words) => [...words]);
    const loaded = slots.filter((words) => words.every(store.isLoaded));
    const answers = (word: string) => {
      const held = store.word(word);
      return held && (need.literal ? held.speaker : held.runs.length > 0);
    };
    if (slots.length === 0 || !loaded.every((words) => words.some(answers))) continue;
    await store.loadFamilies(slots.flat());
    if (!slots.every((words) => words.some(answers))) continue;
    const spoken = need.literal ? await spokenTexts(sequence, store) : undefined;
    const [first, ...rest] = slots.map((words) => textsAbout(words, store));
    for (const [text, own] of first ?? []) {
      if (rest.every((others) => others.has(text)) && (!spoken || spoken.has(text))) found.set(text, own);
    }
  }
  return found;
}

function textsAbout(words: readonly string[], store: Store): About {
  const texts: About = new Map();
  for (const word of words) {
    for (const [first, length, own] of store.word(word)?.runs ?? []) {
      for (let text = first; text < first + length; text++) texts.set(text, own);
    }
  }
  return texts;
}

/** The texts of the speakers in whose name a sequence stands, word for word. */
async function spokenTexts(sequence: readonly ReadonlySet<string>[], store: Store): Promise<Set<number>> {
  const found = new Set<number>();
  for (const [name, texts] of Object.entries(await store.speakers())) {
    const places = forms(tokenise(name));
    if (!places.some((_, at) => sequenceEnd(places, at, sequence) >= 0)) continue;
    for (const text of texts) found.add(text);
  }
  return found;
}
