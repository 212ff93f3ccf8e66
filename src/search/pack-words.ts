import { type ByteWriter, makeByteWriter, writeSortedText } from './bytes.ts';
import type { SearchDocument } from './document.ts';
import { LONGEST_COMPOUND, type Token, tokenise, unjoinedWords } from './normalise.ts';
import { lengthClass, OWN_WORDS } from './quality.ts';
import { isCommonWord, isCouncilWord } from './query.ts';
import { familyOf } from './stem.ts';
import { MOST_REPEATS, vocabularyPart, WORD_FLAGS } from './word-file.ts';

/** How the words of a collection are divided into files: what a browser must know to find one. */
export interface WordDirectory {
  /** The family with which each shard begins, in order; the first is empty. */
  shards: string[];
  /** The families that are so frequent that each has a file of its own, in order. */
  frequent: string[];
  /** Of these, by their place in the list, those whose positions are in a file apart. */
  apart: number[];
}

/** The sizes that decide what goes where. */
export interface WordSizes {
  /** About how many bytes a shard may grow to, before it is compressed. */
  shard: number;
  /** From so many postings a family has a file of its own. */
  frequent: number;
  /** From so many, its positions are in a file apart, for queries that can do without them. */
  apart: number;
}

/** What one word stands in. */
interface Posted {
  word: string;
  family: string;
  /** The range of its occurrences in the sorted columns. */
  from: number;
  to: number;
  /** The texts that it is about, as runs: first text, how many, and whether they are in our own words. */
  runs: [first: number, length: number, own: boolean][];
  /** How many texts have it, in their text or as their place, year or speaker. */
  texts: number;
  place: boolean;
  speaker: boolean;
}

/** All occurrences of all words, by word, text and place in the text. */
interface Occurrences {
  texts: Int32Array;
  /** Four times the number of the word in its text, and one less than how many words of the text it covers. */
  places: Int32Array;
  qualities: Uint8Array;
}

/** Packed words: the directory, the files by name, and for each text how many words it has. */
export interface PackedWords {
  directory: WordDirectory;
  parts: Map<string, Uint8Array>;
  averageLength: number;
}

/** The words of an authority’s names that tell it from others: `wigan`, and not `council`. */
function placeWords(places: readonly string[]): string[] {
  const words = places.flatMap((place) => tokenise(place)).map(({ word }) => word);
  return words.filter((word) => !isCouncilWord(word));
}

/**
 * Packs the words of documents, whose order is their number.
 *
 * @param themePhrases words and phrases for themes
 */
export function packWords(
  documents: readonly SearchDocument[],
  sizes: WordSizes,
  themePhrases: readonly string[],
): PackedWords {
  const { posted, occurrences, averageLength } = collect(documents);
  const families = groupFamilies(posted);
  const columns: Columns = {
    list: makeByteWriter(),
    texts: makeByteWriter(),
    about: makeByteWriter(),
    weights: makeByteWriter(),
    positions: makeByteWriter(),
  };
  const parts = new Map<string, Uint8Array>();
  const directory: WordDirectory = { shards: [''], frequent: [], apart: [] };
  const shards: Posted[][] = [[]];
  let size = 0;
  for (const [family, members] of families) {
    const postings = members.reduce((sum, { from, to, runs }) => sum + to - from + runs.length, 0);
    if (postings >= sizes.frequent) {
      const number = directory.frequent.push(family) - 1;
      const apart = postings >= sizes.apart;
      if (apart) directory.apart.push(number);
      const written = writeWords(
        members.map((word) => ({ word, listed: false, held: true, theme: false })),
        occurrences,
        !apart,
        columns,
      );
      parts.set(`f${number}`, written.words);
      if (apart) parts.set(`p${number}`, written.positions);
      continue;
    }
    const bytes = members.reduce((sum, { word }) => sum + word.length, 0) + postings * 3;
    if (size > 0 && size + bytes > sizes.shard) {
      directory.shards.push(family);
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(...members);
    size += bytes;
  }

  const themeFamilies = new Set(
    themePhrases.flatMap((phrase) => tokenise(phrase).map(({ word }) => familyOf(word))),
  );
  const listed: Posted[][] = shards.map(() => []);
  let shard = 0;
  for (const word of posted) {
    while (shard + 1 < shards.length && word.word >= (directory.shards[shard + 1] ?? '')) shard++;
    listed[shard]?.push(word);
  }
  shards.forEach((held, at) => {
    const here = new Set(held);
    const list = new Set(listed[at]);
    const [from, end] = [directory.shards[at] ?? '', directory.shards[at + 1]];
    const themes = [...themeFamilies].filter(
      (family) => family >= from && (end === undefined || family < end),
    );
    const all = [...new Set([...held, ...list])];
    const known = new Set(all.map(({ word }) => word));
    all.push(...themes.filter((family) => !known.has(family)).map(wordOfTheme));
    const entries = all.sort(byWord).map((word) => ({
      word,
      listed: list.has(word),
      held: here.has(word),
      theme: themes.includes(word.word),
    }));
    parts.set(`w${at}`, writeWords(entries, occurrences, true, columns).words);
  });
  for (const [letter, words] of byFirstLetter(posted))
    parts.set(vocabularyPart(letter), writeVocabulary(words));
  return { directory, parts, averageLength };
}

/** A family that is in no text, but has a word for a theme. */
function wordOfTheme(family: string): Posted {
  return { word: family, family, from: 0, to: 0, runs: [], texts: 0, place: false, speaker: false };
}

function byWord(a: { word: string }, b: { word: string }): number {
  return a.word < b.word ? -1 : Number(a.word > b.word);
}

/** Words by family, in order of families, each family’s words in order. */
function groupFamilies(posted: readonly Posted[]): [string, Posted[]][] {
  const families = new Map<string, Posted[]>();
  for (const word of posted) {
    const family = families.get(word.family);
    if (family) family.push(word);
    else families.set(word.family, [word]);
  }
  return [...families].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Goes through all documents once and puts every word’s occurrences side by side. */
function collect(documents: readonly SearchDocument[]) {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  // Room for every word from the start, where words are not unusually short: rows that outgrow it are collected late.
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const column = () => ({ values: new Int32Array((characters >> 2) + 1), length: 0 });
  type Column = ReturnType<typeof column>;
  const push = (to: Column, value: number) => {
    if (to.length === to.values.length) {
      const larger = new Int32Array(to.length * 2);
      larger.set(to.values);
      to.values = larger;
    }
    to.values[to.length++] = value;
  };
  // The words of all texts in order, and for each text, where its own end.
  const [words, places] = [column(), column()];
  const ends = new Int32Array(documents.length);
  const add = (word: string, at: number, span: number) => {
    push(words, numberOf(word));
    push(places, at * 4 + span - 1);
  };
  /** Adds the words of a text, and tells how many they are. */
  const addText = (text: string): number => {
    const unjoined = unjoinedWords(text);
    if (unjoined) {
      unjoined.forEach((word, at) => {
        add(word, at, 1);
      });
      return unjoined.length;
    }
    const tokens = tokenise(text);
    tokens.forEach(({ word }, at) => {
      add(word, at, 1);
      if (tokens[at + 1]?.hyphened) addCompounds(tokens, at, (joined, span) => add(joined, at, span));
    });
    return tokens.length;
  };
  const documentQualities = new Uint8Array(documents.length);
  const about = new Map<number, { runs: Posted['runs']; place: boolean; speaker: boolean }>();
  const addAbout = (word: string, document: number, own: boolean, kind: 'place' | 'speaker' | 'year') => {
    const number = numberOf(word);
    const entry = about.get(number) ?? { runs: [], place: false, speaker: false };
    about.set(number, entry);
    if (kind === 'place' && !isCommonWord(word)) entry.place = true;
    if (kind === 'speaker') entry.speaker = true;
    const last = entry.runs.at(-1);
    if (!last || last[0] + last[1] < document || last[2] !== own) {
      if (!last || last[0] + last[1] <= document) entry.runs.push([document, 1, own]);
    } else if (last[0] + last[1] === document) last[1]++;
  };
  const placesOf = new Map<readonly string[], string[]>();
  let total = 0;

  documents.forEach((document, number) => {
    const own = document.kind === 'words';
    const length = addText(document.text);
    total += length;
    documentQualities[number] = lengthClass(length) + (own ? OWN_WORDS : 0);
    ends[number] = words.length;
    const { visit, speaker } = document;
    const named = placesOf.get(visit.places) ?? placeWords(visit.places);
    placesOf.set(visit.places, named);
    for (const word of named) addAbout(word, number, own, 'place');
    addAbout(String(visit.year), number, own, 'year');
    if (speaker) for (const { word } of tokenise(speaker)) addAbout(word, number, own, 'speaker');
  });

  // Occurrences in order of their words: counted, then each put where its word’s begin.
  const starts = new Int32Array(numbers.size + 1);
  for (let at = 0; at < words.length; at++) {
    const next = (words.values[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let word = 0; word < numbers.size; word++)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const occurrences: Occurrences = {
    texts: new Int32Array(words.length),
    places: new Int32Array(words.length),
    qualities: documentQualities,
  };
  for (let at = 0, text = 0; at < words.length; at++) {
    while (at === ends[text]) text++;
    const word = words.values[at] ?? 0;
    const to = next[word] ?? 0;
    next[word] = to + 1;
    occurrences.texts[to] = text;
    occurrences.places[to] = places.values[at] ?? 0;
  }
  const posted = [...numbers.keys()].sort().map((word): Posted => {
    const number = numberOf(word);
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
    const { runs, place, speaker } = about.get(number) ?? { runs: [], place: false, speaker: false };
    return {
      word,
      family: familyOf(word),
      from,
      to,
      runs,
      texts: countTexts(occurrences, from, to, runs),
      place,
      speaker,
    };
  });
  return { posted, occurrences, averageLength: total / Math.max(1, documents.length) };
}

function addCompounds(tokens: readonly Token[], at: number, add: (word: string, span: number) => void): void {
  let word = tokens[at]?.word ?? '';
  for (let span = 2; span <= LONGEST_COMPOUND && tokens[at + span - 1]?.hyphened; span++) {
    word += tokens[at + span - 1]?.word ?? '';
    add(word, span);
  }
}

/** How many texts have a word, in their text or in what they are about. */
function countTexts({ texts }: Occurrences, from: number, to: number, runs: Posted['runs']): number {
  let count = runs.reduce((sum, [, length]) => sum + length, 0);
  let run = 0;
  for (let at = from; at < to; at++) {
    const text = texts[at] ?? 0;
    if (at > from && texts[at - 1] === text) continue;
    while (run < runs.length && (runs[run]?.[0] ?? 0) + (runs[run]?.[1] ?? 0) <= text) run++;
    if (run === runs.length || text < (runs[run]?.[0] ?? 0)) count++;
  }
  return count;
}

interface Entry {
  word: Posted;
  /** Whether a word that begins so is looked for in this file. */
  listed: boolean;
  /** Whether its occurrences are in this file. */
  held: boolean;
  /** Whether its family has a word for a theme. */
  theme: boolean;
}

/** The columns of a file of words, like with like so that they compress well. */
interface Columns {
  list: ByteWriter;
  texts: ByteWriter;
  about: ByteWriter;
  weights: ByteWriter;
  positions: ByteWriter;
}

/**
 * A file of words: the list of them, then the texts that have each, the runs that are about it, the qualities of the
 * texts, and the positions in them (apart, if so wanted).
 *
 * @param into empty columns, which are empty again afterwards: one set does for all files
 */
function writeWords(entries: readonly Entry[], occurrences: Occurrences, whole: boolean, into: Columns) {
  into.list.number(entries.length);
  let before = '';
  for (const { word, listed, held, theme } of entries) {
    writeSortedText(into.list, word.word, before);
    before = word.word;
    const spanned = isSpanned(word, occurrences);
    into.list.byte(
      (listed ? WORD_FLAGS.listed : 0) |
        (held ? WORD_FLAGS.held : 0) |
        (word.place ? WORD_FLAGS.place : 0) |
        (word.speaker ? WORD_FLAGS.speaker : 0) |
        (spanned ? WORD_FLAGS.spanned : 0) |
        (theme ? WORD_FLAGS.theme : 0),
    );
    if (!held) continue;
    into.list.number(writePostings(word, occurrences, spanned, into));
    into.list.number(word.runs.length);
    writeRuns(word.runs, into.about);
  }
  const { list, texts, about, weights, positions } = into;
  const file = [list, texts, about, weights];
  if (whole) return { words: joined([...file, positions]), positions: new Uint8Array() };
  return { words: joined(file), positions: joined([positions]) };
}

/** Whether a word stands for several words of a text anywhere. */
function isSpanned({ from, to }: Posted, { places }: Occurrences): boolean {
  for (let at = from; at < to; at++) if (((places[at] ?? 0) & 3) > 0) return true;
  return false;
}

/** Writes the texts that have a word, and where in them it stands. Returns how many they are. */
function writePostings(
  { from, to }: Posted,
  { texts, places, qualities }: Occurrences,
  spanned: boolean,
  into: Columns,
): number {
  let count = 0;
  let last = -1;
  for (let at = from; at < to; count++) {
    const text = texts[at] ?? 0;
    let end = at + 1;
    while (end < to && texts[end] === text) end++;
    into.texts.number(text - last - 1);
    into.weights.byte((Math.min(end - at, MOST_REPEATS) - 1) * 16 + (qualities[text] ?? 0));
    if (end - at >= MOST_REPEATS) into.positions.number(end - at - MOST_REPEATS);
    let before = 0;
    for (let each = at; each < end; each++) {
      const place = (places[each] ?? 0) >> 2;
      into.positions.number(place - before);
      before = place;
      if (spanned) into.positions.byte((places[each] ?? 0) & 3);
    }
    last = text;
    at = end;
  }
  return count;
}

function writeRuns(runs: Posted['runs'], into: ByteWriter): void {
  let end = 0;
  for (const [first, length, own] of runs) {
    into.number(first - end);
    into.number(length * 2 + Number(own));
    end = first + length;
  }
}

/** What writers hold, one after the other; it leaves them empty. */
function joined(writers: readonly ByteWriter[]): Uint8Array {
  const all = makeByteWriter();
  for (const writer of writers) writer.moveTo(all);
  return all.done();
}

function byFirstLetter(posted: readonly Posted[]): Map<string, Posted[]> {
  // There is a part for every letter, for a browser asks for one without knowing which there are.
  const letters = new Map<string, Posted[]>(
    [...'abcdefghijklmnopqrstuvwxyz', ''].map((letter) => [letter, []]),
  );
  for (const word of posted) (letters.get(word.word.charAt(0)) ?? letters.get(''))?.push(word);
  return letters;
}

/** Words with how many texts have each: what a slip of the key is put right by. */
function writeVocabulary(posted: readonly Posted[]): Uint8Array {
  const list = makeByteWriter();
  const counts = makeByteWriter();
  list.number(posted.length);
  let before = '';
  for (const { word, texts } of posted) {
    writeSortedText(list, word, before);
    counts.number(texts);
    before = word;
  }
  return joined([list, counts]);
}
