import { createHash } from 'node:crypto';
import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { BLOCK_SIZE, divideBlocks, packBlock } from './blocks.ts';
import { makeByteWriter } from './bytes.ts';
import { packColumns, packThemeTexts } from './columns.ts';
import type { SearchDocument } from './document.ts';
import { packWords, type WordDirectory, type WordSizes } from './pack-words.ts';

/** What is searched: the texts in their order of precedence, and what a query may be about beyond them. */
export interface SearchData {
  documents: readonly SearchDocument[];
  /** Inspectors’ and the public’s words for each theme, by the theme’s id. */
  themeWords: Readonly<Record<string, readonly string[]>>;
  /** The authorities most like each authority, by id. */
  neighbours: Readonly<Record<string, readonly string[]>>;
}

/** What a browser must know before it can ask for anything else. */
export interface Root {
  /** How many texts there are, and how many words they have on average. */
  count: number;
  averageLength: number;
  words: WordDirectory;
  /** How many texts each block holds, in order. */
  blocks: number[];
  /** The parts that follow in the same file, each with how many bytes it has. */
  here: [name: string, length: number][];
}

/** The sizes by which an index is cut into files. */
export interface Sizes extends WordSizes {
  /** About how many characters of text a block holds. */
  block: number;
  /** An index of at most so many bytes, before they are compressed, is one file. */
  whole: number;
}

/** Measured: see docs/benchmarks.md. */
export const SIZES: Sizes = {
  shard: 8_500,
  frequent: 3_000,
  apart: 7_000,
  block: BLOCK_SIZE,
  whole: 400_000,
};

/** The name of the part that is fetched first. */
export const ROOT = 'root';

/** An index as files, by their names without folder or ending, not yet compressed. */
export function packIndex(
  { documents, themeWords, neighbours }: SearchData,
  sizes: Sizes = SIZES,
): Map<string, Uint8Array> {
  const { directory, parts, averageLength } = packWords(documents, sizes, Object.values(themeWords).flat());
  const blocks = divideBlocks(documents, sizes.block);
  blocks.forEach((block, at) => {
    parts.set(`b${at}`, encode(packBlock(block)));
  });
  for (const [name, part] of packColumns(documents)) parts.set(name, part);
  const themeTexts = packThemeTexts(documents);
  // A theme that no text is on has a part too: a query may ask for it.
  for (const theme of Object.keys(themeWords)) {
    parts.set(`on-${theme}`, themeTexts.get(`on-${theme}`) ?? new Uint8Array());
  }
  parts.set('themes', encode(themeWords));
  parts.set('neighbours', encode(neighboursWithin(documents, neighbours)));
  parts.set('speakers', encode(speakersOf(documents)));
  const size = [...parts.values()].reduce((sum, { length }) => sum + length, 0);
  const here = size <= sizes.whole ? [...parts] : [];
  const root: Root = {
    count: documents.length,
    averageLength: Math.round(averageLength * 100) / 100,
    words: directory,
    blocks: blocks.map(({ length }) => length),
    here: here.map(([name, { length }]) => [name, length]),
  };
  const file = makeByteWriter();
  file.text(JSON.stringify(root));
  for (const [, part] of here) file.bytes(part);
  return new Map([[ROOT, file.done()], ...(here.length > 0 ? [] : parts)]);
}

/** An index as it is published: compressed here, so that no host need do it, in a folder named by what it holds. */
export function publishIndex(data: SearchData): { folder: string; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const hash = createHash('sha256');
  for (const [name, part] of packIndex(data)) {
    files.set(name, compress(name, part));
    hash.update(name).update(part);
  }
  return { folder: hash.digest('hex').slice(0, 12), files };
}

/** Where one file holds parts of many kinds, codes that change more often are the shorter ones. */
const UNLIKE_PARTS: ZlibOptions = { memLevel: 4 };

/** A block of sentences, as `packIndex` names it. */
const BLOCK = /^b\d+$/;

/**
 * Compresses a part. Columns of numbers repeat nothing: there it is better not to look for repetitions. Sentences always do.
 * To look for them further back than usual takes half as long again, for a thousandth of the bytes.
 */
function compress(name: string, part: Uint8Array): Uint8Array {
  const options = name === ROOT ? UNLIKE_PARTS : {};
  const usual = deflateRawSync(part, options);
  if (BLOCK.test(name)) return usual;
  const plain = deflateRawSync(part, { strategy: constants.Z_HUFFMAN_ONLY });
  return plain.length < usual.length ? plain : usual;
}

/** The neighbours in which something can be found; most of a small collection’s authorities have none. */
function neighboursWithin(
  documents: readonly SearchDocument[],
  neighbours: SearchData['neighbours'],
): Record<string, string[]> {
  const held = new Set(documents.map(({ visit }) => visit.authority));
  return Object.fromEntries(
    Object.entries(neighbours)
      .map(([authority, near]): [string, string[]] => [authority, near.filter((id) => held.has(id))])
      .filter(([, near]) => near.length > 0),
  );
}

/** The names of speakers, and the texts in which each speaks. */
function speakersOf(documents: readonly SearchDocument[]): Record<string, number[]> {
  const texts: Record<string, number[]> = Object.create(null);
  documents.forEach(({ speaker }, number) => {
    if (!speaker) return;
    const held = texts[speaker] ?? [];
    texts[speaker] = held;
    held.push(number);
  });
  return texts;
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
