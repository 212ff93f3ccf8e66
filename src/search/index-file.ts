import { documentId, type SearchDocument, type SearchSource, type SearchVisit } from './document.ts';
import type { Range } from './query.ts';

/** What is searched: the texts, and the words for each theme, by the theme’s id. */
export interface SearchData {
  documents: SearchDocument[];
  themeWords: Record<string, string[]>;
}

type Speaking = Pick<SearchDocument, 'voice' | 'speaker' | 'roles'>;

/** Search data as it is downloaded: what texts have in common is written once, the rest column by column. */
export interface IndexFile {
  themeWords: Record<string, string[]>;
  visits: SearchVisit[];
  sources: SearchSource[];
  speakers: Speaking[];
  themes: string[];
  assessments: string[];
  /** The columns: an entry for each text, in order. Numbers point into the lists above; -1 is none. */
  kind: SearchDocument['kind'][];
  part: SearchDocument['part'][];
  text: string[];
  quoted: Range[][];
  passage: string[];
  visit: number[];
  source: number[];
  speaking: number[];
  assessment: number[];
  theme: number[][];
}

/** Numbers things by what they say, so that each is written once. */
function numbering<T>() {
  const list: T[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (item: T): number => {
    const key = JSON.stringify(item);
    const number = numbers.get(key) ?? list.push(item) - 1;
    numbers.set(key, number);
    return number;
  };
  return { list, numberOf };
}

/** Packs search data for the download. */
export function packIndex({ documents, themeWords }: SearchData): IndexFile {
  const visits = numbering<SearchVisit>();
  const sources = numbering<SearchSource>();
  const speakers = numbering<Speaking>();
  const themes = numbering<string>();
  const assessments = numbering<string>();
  return {
    themeWords,
    kind: documents.map(({ kind }) => kind),
    part: documents.map(({ part }) => part),
    text: documents.map(({ text }) => text),
    quoted: documents.map(({ quoted }) => quoted),
    passage: documents.map(({ passage }) => passage),
    visit: documents.map(({ visit }) => visits.numberOf(visit)),
    source: documents.map(({ source }) => sources.numberOf(source)),
    speaking: documents.map(({ voice, speaker, roles }) => speakers.numberOf({ voice, speaker, roles })),
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
 * Unpacks what `packIndex` made.
 *
 * @throws if the file is damaged
 */
export function unpackIndex(file: IndexFile): SearchData {
  const textsOf = new Map<string, number>();
  const documents = file.text.map((text, at): SearchDocument => {
    const visit = entry(file.visits, file.visit[at]);
    const passage = entry(file.passage, at);
    const place = `${visit.id}#${passage}`;
    const number = textsOf.get(place) ?? 0;
    textsOf.set(place, number + 1);
    const assessment = file.assessment[at] ?? -1;
    return {
      id: documentId(visit.id, passage, number),
      kind: entry(file.kind, at),
      text,
      quoted: entry(file.quoted, at),
      ...entry(file.speakers, file.speaking[at]),
      passage,
      part: entry(file.part, at),
      assessment:
        assessment < 0 ? undefined : (entry(file.assessments, assessment) as SearchDocument['assessment']),
      themes: entry(file.theme, at).map((theme) => entry(file.themes, theme)),
      visit,
      source: entry(file.sources, file.source[at]),
    };
  });
  return { documents, themeWords: file.themeWords };
}
