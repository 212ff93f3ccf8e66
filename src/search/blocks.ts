import { documentId, type SearchDocument, type SearchSource, type SearchVisit } from './document.ts';
import type { Range } from './query.ts';

type Speaking = Pick<SearchDocument, 'voice' | 'speaker' | 'roles'>;

/** Neighbouring texts as they are fetched: what they have in common is written once, the rest column by column. */
export interface Block {
  visits: SearchVisit[];
  sources: SearchSource[];
  speakers: Speaking[];
  themes: string[];
  assessments: string[];
  /** The columns: an entry for each text, in order. Numbers point into the lists above; -1 is none. */
  kind: SearchDocument['kind'][];
  part: SearchDocument['part'][];
  text: string[];
  /** How many sentences follow this one in its paragraph; 0 too for a text that is no sentence of one. */
  following: number[];
  /** The stretches that are verbatim, by the number of the text. */
  quoted: Record<number, Range[]>;
  passage: string[];
  visit: number[];
  source: number[];
  speaking: number[];
  assessment: number[];
  theme: number[][];
}

/** About how many characters of text a block holds. */
export const BLOCK_SIZE = 22_000;

/** Numbers things by what they say, so that each is written once. */
function numbering<T>() {
  const list: T[] = [];
  const numbers = new Map<T, number>();
  const alike = new Map<string, number>();
  const numberOf = (item: T): number => {
    const same = numbers.get(item);
    if (same !== undefined) return same;
    const key = JSON.stringify(item);
    const number = alike.get(key) ?? list.push(item) - 1;
    alike.set(key, number);
    numbers.set(item, number);
    return number;
  };
  return { list, numberOf };
}

/** Cuts documents into neighbourhoods of about so many characters; a passage is never cut. */
export function divideBlocks(documents: readonly SearchDocument[], size = BLOCK_SIZE): SearchDocument[][] {
  const blocks: SearchDocument[][] = [];
  let block: SearchDocument[] = [];
  let held = 0;
  let before: SearchDocument | undefined;
  for (const document of documents) {
    const same = before && before.visit.id === document.visit.id && before.passage === document.passage;
    if (held >= size && !same) {
      blocks.push(block);
      block = [];
      held = 0;
    }
    block.push(document);
    held += document.text.length;
    before = document;
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Packs neighbouring texts for the download. */
export function packBlock(documents: readonly SearchDocument[]): Block {
  const visits = numbering<SearchVisit>();
  const sources = numbering<SearchSource>();
  const speakers = numbering<Speaking>();
  const themes = numbering<string>();
  const assessments = numbering<string>();
  let speaking: Speaking = { voice: 'editor', roles: [] };
  const speakingOf = ({ voice, speaker, roles }: SearchDocument): Speaking => {
    // The sentences of a quotation share it, and it is written out to be compared once for them all.
    const same = voice === speaking.voice && speaker === speaking.speaker && roles === speaking.roles;
    if (!same) speaking = { voice, speaker, roles };
    return speaking;
  };
  return {
    kind: documents.map(({ kind }) => kind),
    part: documents.map(({ part }) => part),
    text: documents.map(({ text }) => text),
    following: documents.map(({ paragraph }) =>
      paragraph ? paragraph.sentences.length - 1 - paragraph.at : 0,
    ),
    quoted: Object.fromEntries(
      documents.flatMap(({ quoted }, at) => (quoted.length > 0 ? [[at, quoted] as const] : [])),
    ),
    passage: documents.map(({ passage }) => passage),
    visit: documents.map(({ visit }) => visits.numberOf(visit)),
    source: documents.map(({ source }) => sources.numberOf(source)),
    speaking: documents.map((document) => speakers.numberOf(speakingOf(document))),
    assessment: documents.map(({ assessment }) => (assessment ? assessments.numberOf(assessment) : -1)),
    theme: documents.map((document) => document.themes.map(themes.numberOf)),
    visits: visits.list,
    sources: sources.list,
    speakers: speakers.list,
    themes: themes.list,
    assessments: assessments.list,
  };
}

/** @throws if a number in a column points at nothing */
function entry<T>(list: readonly T[], number: number | undefined): T {
  const found = list[number ?? -1];
  if (found === undefined)
    throw new Error('The search index is damaged: it points at something it does not hold.');
  return found;
}

/**
 * Unpacks what `packBlock` made.
 *
 * @throws if the block is damaged
 */
export function unpackBlock(block: Block): SearchDocument[] {
  const textsOf = new Map<string, number>();
  const paragraphs = paragraphsOf(block);
  return block.text.map((text, at): SearchDocument => {
    const visit = entry(block.visits, block.visit[at]);
    const passage = entry(block.passage, at);
    const place = `${visit.id}#${passage}`;
    const number = textsOf.get(place) ?? 0;
    textsOf.set(place, number + 1);
    const assessment = block.assessment[at] ?? -1;
    return {
      id: documentId(visit.id, passage, number),
      kind: entry(block.kind, at),
      text,
      paragraph: paragraphs[at],
      quoted: block.quoted[at] ?? [],
      ...entry(block.speakers, block.speaking[at]),
      passage,
      part: entry(block.part, at),
      assessment:
        assessment < 0 ? undefined : (entry(block.assessments, assessment) as SearchDocument['assessment']),
      themes: entry(block.theme, at).map((theme) => entry(block.themes, theme)),
      visit,
      source: entry(block.sources, block.source[at]),
    };
  });
}

/** For each text that is a sentence of a paragraph, the paragraph. */
function paragraphsOf({ text, following }: Block): SearchDocument['paragraph'][] {
  const paragraphs: SearchDocument['paragraph'][] = [];
  for (let first = 0; first < text.length; first++) {
    const more = following[first] ?? 0;
    if (more === 0) {
      paragraphs.push(undefined);
      continue;
    }
    const sentences = text.slice(first, first + more + 1);
    for (let at = 0; at <= more; at++) paragraphs.push({ sentences, at });
    first += more;
  }
  return paragraphs;
}
