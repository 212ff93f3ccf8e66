import { type Block, unpackBlock } from './blocks.ts';
import { makeByteReader, readSortedText } from './bytes.ts';
import {
  type Column,
  lengthsOf,
  readColumn,
  readTexts,
  readVisits,
  type TextFacet,
  type VisitColumns,
  visitOfText,
} from './columns.ts';
import type { SearchDocument } from './document.ts';
import type { Root } from './pack.ts';
import { familyOf } from './stem.ts';
import { type HeldWord, readWords, vocabularyPart, type WordFile } from './word-file.ts';

/** Gets a part of the index by its name, decompressed. */
export type FetchPart = (name: string) => Promise<Uint8Array>;

/** The index as a query sees it: what was fetched is at hand, and what was not can be loaded. */
export interface Store {
  count: number;
  averageLength: number;
  /** The words of a word’s family; `undefined` where its file is not loaded. */
  family: (word: string) => readonly string[] | undefined;
  /** Loads the files of the families of words. */
  loadFamilies: (words: readonly string[]) => Promise<void>;
  /** A word of the collection; `undefined` if it has none such, or its family is not loaded. */
  word: (word: string) => HeldWord | undefined;
  /** The words that begin so; `undefined` where not all files that list them are loaded. */
  startingWith: (beginning: string) => string[] | undefined;
  loadStartingWith: (beginning: string) => Promise<void>;
  /** Whether the family of a word is so frequent that it has a file of its own. */
  isFrequent: (word: string) => boolean;
  isLoaded: (word: string) => boolean;
  /** Whether a word’s family has a word for a theme; `undefined` where its shard is not loaded. */
  isThemeWord: (word: string) => boolean | undefined;
  /** Loads the positions of words whose families are loaded. */
  loadPositions: (words: readonly string[]) => Promise<void>;
  document: (number: number) => Promise<SearchDocument>;
  visits: () => Promise<{ columns: VisitColumns; ofText: Uint16Array }>;
  column: (facet: TextFacet) => Promise<Column>;
  /** The words with the first letter of a word, each with how many texts have it. */
  vocabulary: (word: string) => Promise<Map<string, number>>;
  /** The texts on a theme, in order. */
  textsOn: (theme: string) => Promise<Int32Array>;
  themeWords: () => Promise<Record<string, string[]>>;
  neighbours: () => Promise<Record<string, string[]>>;
  /** For each speaker’s name, the texts in which they speak. */
  speakers: () => Promise<Record<string, number[]>>;
}

/** How many blocks of texts are kept, beside those that are being read. */
const MOST_BLOCKS = 12;

/**
 * Opens an index by its root.
 *
 * @param fetchPart gets the parts that are not in the root’s own file; what it rejects with, loading rejects with,
 *   and the part is asked for anew next time
 */
export function openStore(rootFile: Uint8Array, fetchPart: FetchPart): Store {
  const reader = makeByteReader(rootFile);
  const root = JSON.parse(reader.text()) as Root;
  const here = new Map(root.here.map(([name, length]) => [name, reader.bytes(length)]));
  const { shards } = root.words;
  const frequent = new Map(root.words.frequent.map((family, number) => [family, number]));
  const apart = new Set(root.words.apart);
  const loaded = new Map<string, WordFile>();
  const blockStarts = starts(root.blocks);

  const getPart: FetchPart = async (name) => here.get(name) ?? fetchPart(name);
  const made = new Map<string, Promise<unknown>>();
  /** Makes something once, however often it is asked for; what could not be made is tried anew. */
  const makeOnce = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(name);
    if (known) return known as Promise<T>;
    const making = make();
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
  const readOnce = <T>(name: string, read: (part: Uint8Array) => T): Promise<T> =>
    makeOnce(name, async () => read(await getPart(name)));
  const parse = (part: Uint8Array) => JSON.parse(new TextDecoder().decode(part));

  const shardOf = (word: string) => lastAtMost(shards, word);
  const fileOf = (family: string) => {
    const number = frequent.get(family);
    return number === undefined ? `w${shardOf(family)}` : `f${number}`;
  };

  function loadFile(name: string): Promise<void> {
    return readOnce(name, (part) => {
      loaded.set(name, readWords(part, name[0] === 'w' || !apart.has(Number(name.slice(1)))));
    });
  }

  async function loadFiles(names: Iterable<string>): Promise<void> {
    await Promise.all([...new Set(names)].map(loadFile));
  }

  /** The shards that list the words that begin so: the first, and the one after the last. */
  function shardsOf(beginning: string): [number, number] {
    let last = shardOf(beginning);
    const first = last;
    while (shards[last + 1]?.startsWith(beginning)) last++;
    return [first, last + 1];
  }

  const blocks = new Map<number, Promise<SearchDocument[]>>();
  function block(number: number): Promise<SearchDocument[]> {
    const held = blocks.get(number);
    if (held) {
      blocks.delete(number);
      blocks.set(number, held);
      return held;
    }
    const read = getPart(`b${number}`).then((part) => unpackBlock(parse(part) as Block));
    blocks.set(number, read);
    read.catch(() => blocks.delete(number));
    for (const [oldest] of blocks) {
      if (blocks.size <= MOST_BLOCKS) break;
      blocks.delete(oldest);
    }
    return read;
  }

  return {
    count: root.count,
    averageLength: root.averageLength,
    family(word) {
      const family = familyOf(word);
      return loaded.get(fileOf(family))?.words.filter((other) => familyOf(other) === family);
    },
    loadFamilies: (words) => loadFiles(words.map((word) => fileOf(familyOf(word)))),
    word(word) {
      const file = loaded.get(fileOf(familyOf(word)));
      const at = file ? lastAtMost(file.words, word) : -1;
      return file?.words[at] === word ? file.word(at) : undefined;
    },
    startingWith(beginning) {
      const [first, end] = shardsOf(beginning);
      const found: string[] = [];
      for (let shard = first; shard < end; shard++) {
        const words = loaded.get(`w${shard}`)?.listed;
        if (!words) return undefined;
        for (const word of words) if (word.startsWith(beginning)) found.push(word);
      }
      return found.every((word) => loaded.has(fileOf(familyOf(word)))) ? found : undefined;
    },
    async loadStartingWith(beginning) {
      const [first, end] = shardsOf(beginning);
      const numbers = Array.from({ length: end - first }, (_, at) => first + at);
      await loadFiles(numbers.map((number) => `w${number}`));
      const words = numbers.flatMap((number) => loaded.get(`w${number}`)?.listed ?? []);
      await loadFiles(
        words.filter((word) => word.startsWith(beginning)).map((word) => fileOf(familyOf(word))),
      );
    },
    isFrequent: (word) => frequent.has(familyOf(word)),
    isThemeWord(word) {
      const family = familyOf(word);
      return loaded.get(`w${shardOf(family)}`)?.themeFamilies.has(family);
    },
    isLoaded: (word) => loaded.has(fileOf(familyOf(word))),
    async loadPositions(words) {
      const numbers = words
        .map((word) => frequent.get(familyOf(word)) ?? -1)
        .filter((number) => apart.has(number));
      await Promise.all(
        [...new Set(numbers)].map((number) =>
          readOnce(`p${number}`, (part) => loaded.get(`f${number}`)?.addPositions(part)),
        ),
      );
    },
    async document(number) {
      const at = lastAtMost(blockStarts, number);
      const found = (await block(at))[number - (blockStarts[at] ?? 0)];
      if (!found) throw new Error(`The search index is damaged: it has no text ${number}.`);
      return found;
    },
    visits: () =>
      readOnce('visits', (part) => {
        const columns = readVisits(part);
        return { columns, ofText: visitOfText(columns, root.count) };
      }),
    column: (facet) =>
      makeOnce(facet, async () => {
        const lengths = readOnce(lengthsOf(facet), (part) => part);
        const [codesPart, lengthsPart] = await Promise.all([getPart(facet), lengths]);
        return readColumn(codesPart, lengthsPart, root.count);
      }),
    vocabulary: (word) => readOnce(vocabularyPart(word), readVocabulary),
    textsOn: (theme) => readOnce(`on-${theme}`, readTexts),
    themeWords: () => readOnce('themes', parse),
    neighbours: () => readOnce('neighbours', parse),
    speakers: () => readOnce('speakers', parse),
  };
}

function starts(lengths: readonly number[]): number[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return at - length;
  });
}

/** The place of the last of a sorted list that is not after a value; 0 where all are. */
function lastAtMost<T extends string | number>(sorted: readonly T[], value: T): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Every word of the collection with how many texts have it. */
function readVocabulary(file: Uint8Array): Map<string, number> {
  const reader = makeByteReader(file);
  let word = '';
  const words = Array.from({ length: reader.number() }, () => {
    word = readSortedText(reader, word);
    return word;
  });
  return new Map(words.map((each) => [each, reader.number()]));
}
