import type { SearchDocument } from './document.ts';
import { type Form, forms, type Token, tokenise } from './normalise.ts';
import { isCommonWord, isCouncilWord } from './query.ts';

/** What a document must have: one of some sequences of words, side by side; any of a set will do at each place. */
export interface Need {
  /** The words as typed (folded), to be weighed above their other endings. */
  exact: ReadonlySet<string>;
  sequences: ReadonlySet<string>[][];
  /**
   * In quotation marks. Then only the text and the speaker’s name may answer, word for word; else the place, the
   * year and any part of the speaker’s name may answer as well.
   */
  literal: boolean;
}

/** How a document answers a need. */
export interface Match {
  /** The stretches of its words that do: first word, and the word after the last. Empty if its place or speaker does. */
  spans: [from: number, to: number][];
  /** How often, other endings counting a little less. */
  frequency: number;
}

/** The words of all documents, the other way round: from a word to where it stands. */
export interface Postings {
  /** How many documents have each word, in their text or as their place, year or speaker. */
  vocabulary: Map<string, number>;
  /** Whether a word is part of an authority’s name, and tells it from others. */
  isPlace: (word: string) => boolean;
  /** The words of each document’s text. */
  tokens: Token[][];
  /** The documents that answer a need, by their number. */
  find: (need: Need) => Map<number, Match>;
}

/** What another ending of a word counts beside the word as typed. */
const VARIANT_WEIGHT = 0.8;

interface Posting {
  document: number;
  at: number;
  span: number;
}

/** The words of an authority’s names that tell it from others: `wigan`, and not `council`. */
function placeWords({ visit }: SearchDocument): string[] {
  const words = visit.places.flatMap((place) => tokenise(place)).map(({ word }) => word);
  return words.filter((word) => !isCouncilWord(word));
}

/** What a document is about beyond its text: its place, its year and who is speaking. */
function aboutWords(document: SearchDocument): string[] {
  const { visit, speaker } = document;
  return [...placeWords(document), String(visit.year), ...tokenise(speaker ?? '').map(({ word }) => word)];
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Indexes documents in memory: their order is their number. */
export function makePostings(documents: readonly SearchDocument[]): Postings {
  const inText = new Map<string, Posting[]>();
  const about = new Map<string, number[]>();
  const tokens: Token[][] = [];
  const formsOf: Form[][][] = [];
  const speakers = documents.map(({ speaker }) => forms(tokenise(speaker ?? '')));
  documents.forEach((document, number) => {
    const words = tokenise(document.text);
    const places = forms(words);
    tokens.push(words);
    formsOf.push(places);
    places.forEach((found, at) => {
      for (const { word, span } of found) addTo(inText, word, { document: number, at, span });
    });
    for (const word of new Set(aboutWords(document))) addTo(about, word, number);
  });

  const places = new Set(documents.flatMap(placeWords).filter((word) => !isCommonWord(word)));
  const vocabulary = new Map<string, number>();
  for (const word of new Set([...inText.keys(), ...about.keys()])) {
    const having = new Set(about.get(word));
    for (const { document } of inText.get(word) ?? []) having.add(document);
    vocabulary.set(word, having.size);
  }

  /** Where a sequence ends that begins at a word of a document: the word after its last, or -1. */
  function sequenceEnd(places: Form[][], at: number, sequence: ReadonlySet<string>[], next: number): number {
    if (next === sequence.length) return at;
    for (const { word, span } of places[at] ?? []) {
      if (!sequence[next]?.has(word)) continue;
      const end = sequenceEnd(places, at + span, sequence, next + 1);
      if (end >= 0) return end;
    }
    return -1;
  }

  function findSequence(sequence: ReadonlySet<string>[], need: Need, found: Map<number, Match>): void {
    for (const first of sequence[0] ?? []) {
      for (const { document, at, span } of inText.get(first) ?? []) {
        const end = sequenceEnd(formsOf[document] ?? [], at + span, sequence, 1);
        const match = found.get(document) ?? { spans: [], frequency: 0 };
        if (end < 0 || match.spans.some(([from, to]) => from === at && to === end)) continue;
        match.spans.push([at, end]);
        match.frequency += need.exact.has(first) ? 1 : VARIANT_WEIGHT;
        found.set(document, match);
      }
    }
  }

  function findAbout(sequence: ReadonlySet<string>[], literal: boolean, found: Map<number, Match>): void {
    const [first = [], ...rest] = sequence.map(
      (words) => new Set([...words].flatMap((word) => about.get(word) ?? [])),
    );
    for (const document of first) {
      if (found.has(document) || !rest.every((others) => others.has(document))) continue;
      const name = speakers[document] ?? [];
      if (!literal || name.some((_, at) => sequenceEnd(name, at, sequence, 0) >= 0)) {
        found.set(document, { spans: [], frequency: 1 });
      }
    }
  }

  return {
    vocabulary,
    isPlace: (word) => places.has(word),
    tokens,
    find(need) {
      const found = new Map<number, Match>();
      for (const sequence of need.sequences) findSequence(sequence, need, found);
      for (const sequence of need.sequences) findAbout(sequence, need.literal, found);
      return found;
    },
  };
}
