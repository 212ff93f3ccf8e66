import { type Entries, EXACT, placeOf, VARIANT } from './entries.ts';
import type { Need } from './needs.ts';
import { forms, LONGEST_COMPOUND, tokenise } from './normalise.ts';
import { type Slot, slotsOf } from './slots.ts';
import { needSpans, type Span } from './spans.ts';
import type { Store } from './store.ts';

/** So few texts are read to see whether a phrase is in them, rather than that more of its words are loaded. */
const FEW_TO_READ = 3;

/**
 * Stretches of texts that answer, as far as was looked: rows of so many numbers, for of a frequent phrase there are a
 * hundred thousand. A stretch ends between two words, for what lies between may have hyphens.
 */
interface Stretches {
  rows: Int32Array;
  count: number;
}

/** What stands at each place of a row; `exact` is 1 where the words are as typed, `quality` that of the text. */
type Stretch = [text: number, from: number, least: number, most: number, exact: number, quality: number];
const WIDTH = 6;

function makeStretches(): Stretches {
  return { rows: new Int32Array(), count: 0 };
}

function add(to: Stretches, stretch: Stretch): void {
  const at = to.count++ * WIDTH;
  if (at === to.rows.length) {
    const larger = new Int32Array(Math.max(16 * WIDTH, at * 2));
    larger.set(to.rows);
    to.rows = larger;
  }
  to.rows.set(stretch, at);
}

function stretchAt({ rows }: Stretches, at: number): Stretch {
  return [...rows.subarray(at * WIDTH, (at + 1) * WIDTH)] as Stretch;
}

function textAt({ rows, count }: Stretches, at: number): number {
  return at < count ? (rows[at * WIDTH] ?? 0) : Number.POSITIVE_INFINITY;
}

/** The same stretches by text and place; of those that are the same, one, which is exact if any of them is. */
function inOrder({ rows, count }: Stretches): Stretches {
  const compare = (a: number, b: number, place: number) =>
    (rows[a * WIDTH + place] ?? 0) - (rows[b * WIDTH + place] ?? 0);
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => compare(a, b, 0) || compare(a, b, 1) || compare(a, b, 3) || compare(b, a, 4),
  );
  const sorted = makeStretches();
  order.forEach((each, at) => {
    const last = order[at - 1] ?? -1;
    const same = last >= 0 && [0, 1, 3].every((place) => compare(each, last, place) === 0);
    if (!same) add(sorted, stretchAt({ rows, count }, each));
  });
  return sorted;
}

/** The texts in which any of a need’s sequences of words stands, and where. */
export async function findSequences(
  need: Need,
  store: Store,
): Promise<{ entries: Entries; spansOf: (text: number) => readonly Span[] }> {
  const each = await Promise.all(need.sequences.map((sequence) => findSequence(sequence, need, store)));
  const all = makeStretches();
  for (const found of each) for (let at = 0; at < found.count; at++) add(all, stretchAt(found, at));
  const stretches = inOrder(all);
  /** Where the stretches of each text begin, and after the last where they end. */
  const starts: number[] = [];
  for (let at = 0; at <= stretches.count; at++)
    if (at === 0 || textAt(stretches, at) !== textAt(stretches, at - 1)) starts.push(at);
  const firsts = Int32Array.from(starts.slice(0, -1));
  const texts = firsts.map((at) => textAt(stretches, at));
  const stretchesOf = (number: number) => {
    const found: Stretch[] = [];
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++)
      found.push(stretchAt(stretches, at));
    return found;
  };
  return {
    entries: {
      texts,
      frequencies: Uint16Array.from(texts, (_, number) =>
        stretchesOf(number).reduce((sum, [, , , , exact]) => sum + (exact ? EXACT : VARIANT), 0),
      ),
      qualities: Uint8Array.from(firsts, (at) => stretchAt(stretches, at)[5]),
    },
    spansOf: (text) => stretchesOf(placeOf(texts, text)).map(([, from, , most]): Span => [from, most]),
  };
}

/**
 * Where a sequence of words stands. Its rarer words are looked up first, at about the distance that they must
 * have; the few texts that then may have it are read, and only where there are many are all its words looked up.
 */
async function findSequence(
  sequence: readonly ReadonlySet<string>[],
  need: Need,
  store: Store,
): Promise<Stretches> {
  const { slots, first } = slotsOf(sequence, store);
  if (first.length === 0) return makeStretches();
  const cheapest = Math.min(...first.map(({ cost }) => cost));
  const rounds: ((slot: Slot) => boolean)[] = [
    (slot) => first.includes(slot),
    ({ cost }) => cost <= cheapest,
    ({ cost }) => cost <= 1,
    () => true,
  ];
  let found = makeStretches();
  for (const wanted of rounds) {
    const looked = slots.map(wanted);
    const words = slots.filter((_, at) => looked[at]).flatMap((slot) => slot.words);
    await store.loadFamilies(words);
    await store.loadPositions(words);
    found = join(slots, looked, need, store);
    if (looked.every(Boolean)) break;
    const qualities = new Map<number, number>();
    for (let at = 0; at < found.count && qualities.size <= FEW_TO_READ; at++) {
      const [text, , , , , quality] = stretchAt(found, at);
      qualities.set(text, quality);
    }
    if (qualities.size <= FEW_TO_READ) return readSequence(sequence, need, store, qualities);
  }
  return found;
}

/** Where a sequence stands in texts, by reading them. */
async function readSequence(
  sequence: readonly ReadonlySet<string>[],
  need: Need,
  store: Store,
  qualities: ReadonlyMap<number, number>,
): Promise<Stretches> {
  const stretches = makeStretches();
  const texts = [...qualities.keys()];
  const documents = await Promise.all(texts.map(store.document));
  documents.forEach((document, at) => {
    const text = texts[at] ?? 0;
    const found = needSpans(forms(tokenise(document.text)), { ...need, sequences: [[...sequence]] });
    for (const { span, exact } of found)
      add(stretches, [text, span[0], span[1], span[1], Number(exact), qualities.get(text) ?? 0]);
  });
  return stretches;
}

/** Joins the occurrences of the words that are looked up, each at a distance from the one before that the others leave. */
function join(slots: readonly Slot[], looked: readonly boolean[], need: Need, store: Store): Stretches {
  let joined: Stretches | undefined;
  let skipped = 0;
  slots.forEach((slot, at) => {
    if (!looked[at]) {
      skipped++;
      return;
    }
    const here = occurrences(slot, need, store);
    joined = joined ? extend(joined, here, skipped) : here;
    skipped = 0;
  });
  return joined ?? makeStretches();
}

/** Everywhere that the words of a slot stand, by text and place. */
function occurrences({ words }: Slot, need: Need, store: Store): Stretches {
  const all = makeStretches();
  for (const word of words) {
    const held = store.word(word);
    const positions = held?.positions();
    if (!held || !positions) continue;
    const exact = Number(need.exact.has(word));
    held.texts.forEach((text, number) => {
      const here = held.first + number;
      for (let at = positions.starts[here] ?? 0; at < (positions.starts[here + 1] ?? 0); at++) {
        const from = positions.at[at] ?? 0;
        const to = from + (positions.spans[at] ?? 1);
        add(all, [text, from, to, to, exact, (held.weights[number] ?? 0) & 15]);
      }
    });
  }
  return words.length === 1 ? all : inOrder(all);
}

/** Goes on from stretches with a word’s occurrences, so many words that were not looked up lying between. */
function extend(before: Stretches, here: Stretches, skipped: number): Stretches {
  const extended = makeStretches();
  let start = 0;
  for (let number = 0; number < before.count; number++) {
    const text = textAt(before, number);
    while (textAt(here, start) < text) start++;
    if (textAt(here, start) !== text) continue;
    const [, first, least, most, exact, quality] = stretchAt(before, number);
    for (let at = start; textAt(here, at) === text; at++) {
      const [, from, nextLeast, nextMost] = stretchAt(here, at);
      if (from < least + skipped) continue;
      if (from > most + skipped * LONGEST_COMPOUND) break;
      add(extended, [text, first, nextLeast, nextMost, exact, quality]);
    }
  }
  return extended;
}
