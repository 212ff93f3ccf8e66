import { type Entries, EXACT, makeEntries, placeOf, unite, uniteAll, VARIANT } from './entries.ts';
import type { Need } from './needs.ts';
import { forms, tokenise } from './normalise.ts';
import { OWN_WORDS } from './quality.ts';
import { slotsOf } from './slots.ts';
import { type Span, sequenceEnd } from './spans.ts';
import type { Store } from './store.ts';
import type { HeldWord } from './word-file.ts';

/** The texts that answer a need. */
export interface Found extends Entries {
  /** The stretches of a text that answer; none while the positions of its words are not loaded. */
  spansOf: (text: number) => readonly Span[];
}

/** Stands in the place of a quality where a text’s place, year or speaker answers; `OWN_WORDS` may be added. */
export const ABOUT = 16;

/** Phrases are seldom asked for, so how to find them is fetched when one is. */
export function loadSequences(): Promise<typeof import('./sequences.ts')> {
  return import('./sequences.ts');
}

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

/** Several words side by side. Those that are looked up first are on their way while how to look them up is. */
async function findSequences(need: Need, store: Store) {
  const words = need.sequences
    .flatMap((sequence) => slotsOf(sequence, store).first)
    .flatMap((slot) => slot.words);
  const [sequences] = await Promise.all([loadSequences(), store.loadFamilies(words)]);
  return sequences.findSequences(need, store);
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
