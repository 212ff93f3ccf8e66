import { type Token, tokenise } from './normalise.ts';

/** A stretch of a text: its first UTF-16 unit, and the unit after its last. */
export type Range = [start: number, end: number];

/** One thing that a query asks for, or asks to leave out. */
export interface Term {
  /** What was typed, without marks of quotation, exclusion or prefix. */
  typed: string;
  /** Its words in order, with offsets into the query; they must stand side by side. Never empty. */
  words: Token[];
  /** In double quotation marks: these words and no others, in this order. */
  literal: boolean;
  /** Ends in `*`: anything that begins with its last word will do. */
  prefix: boolean;
  /** Begins with `-`: what has it is left out. */
  excluded: boolean;
  /** The query ends with it, so it may be a word that is still being typed. */
  open: boolean;
}

/** How much of a query is read, in UTF-16 units: a long paragraph, and a limit to what a hostile link can cost. */
export const LONGEST_QUERY = 1000;

/** How many terms of a query are read. */
const MOST_TERMS = 32;

const QUOTE = '"“”„‟″＂';
/** “Words in double quotation marks of any shape”, or else a run without spaces. A lone mark is passed over. */
const PIECE = new RegExp(`(-?)[${QUOTE}]([^${QUOTE}]*)[${QUOTE}]|[^\\s${QUOTE}]+`, 'gu');

/** Words too common to be demanded of a result, unless in quotation marks or when a query has no others. */
const COMMON = new Set(
  (
    'a about am an and any are as at be been being by can could did do does for from get got had has have how i if in into ' +
    'is it its me my of on or our said say says so some than that the their them then there these they this those to us was we ' +
    'were what when where which who whom whose why will with would you your arent cant didnt doesnt doing dont hasnt havent isnt wont'
  ).split(' '),
);

/**
 * Reads a query as typed: words, “phrases”, -excluded, prefix*. There is no wrong query: whatever is not one of
 * these is a word or is passed over.
 */
export function parseQuery(text: string): Term[] {
  const query = text.slice(0, LONGEST_QUERY);
  const terms: Term[] = [];
  for (const match of query.matchAll(PIECE)) {
    const phrase = match[2];
    const excluded = phrase === undefined ? /^-[^-]/.test(match[0]) : match[1] === '-';
    const offset = match.index + (phrase === undefined ? Number(excluded) : (match[1] ?? '').length + 1);
    const typed = phrase ?? match[0].slice(Number(excluded));
    const words = tokenise(typed).map((token) => ({
      ...token,
      start: token.start + offset,
      end: token.end + offset,
    }));
    const last = words.at(-1);
    if (!last) continue;
    terms.push({
      typed: query.slice(words[0]?.start, last.end),
      words,
      literal: phrase !== undefined,
      prefix: phrase === undefined && query[last.end] === '*',
      excluded,
      open: last.end === query.length,
    });
    if (terms.length === MOST_TERMS) break;
  }
  return terms;
}

/** Whether a term is a word so common that a result need not have it. */
export function isCommon(term: Term): boolean {
  return !term.literal && !term.prefix && term.words.every(({ word }) => COMMON.has(word));
}

/** Words that only say that a place is a council’s. */
const COUNCIL = new Set(['authority', 'borough', 'city', 'council', 'councils', 'county', 'metropolitan']);

/** Whether a word only says that the name before it is a council’s: the `Council` of “Wigan Council”. */
export function isCouncilWord(word: string): boolean {
  return COUNCIL.has(word);
}

/** Whether a word is too common to tell one text from another. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}
