import type { Correction } from './correct.ts';
import type { Token } from './normalise.ts';
import { isCommon, isCommonWord, isCouncilWord, type Term } from './query.ts';
import { stem } from './stem.ts';

/** What a text must have: one of some sequences of words, side by side; any of a set will do at each place. */
export interface Need {
  /** The words as typed (folded), to be weighed above their other endings. */
  exact: ReadonlySet<string>;
  /** The words apart come first; after them, where hyphens join them, every way of writing them together. */
  sequences: ReadonlySet<string>[][];
  /**
   * In quotation marks. Then only the text and the speaker’s name may answer, word for word; else the place, the
   * year and any part of the speaker’s name may answer as well.
   */
  literal: boolean;
}

/** A need, and how to speak of it. */
export interface NamedNeed extends Need {
  /** As a sentence names it: ‘“onus”’, or ‘the exact phrase “too much onus”’. */
  name: string;
  /** The words that make up an exact phrase of several words; empty for anything else. */
  phrase: string[];
  /** Its words as typed: what is left of it where nothing has them side by side. */
  words: string[];
  /** The term of the query that it is made from, by its place among those that are not excluded. */
  term: number;
  /** Whether it asks for a place: what lacks it is no answer at all. */
  place: boolean;
  /** How many common words were passed over between the term before and this one. */
  gap: number;
}

/** What a query comes to in a collection. */
export interface Plan {
  /** What every hit has. */
  needs: NamedNeed[];
  /** What no hit has. */
  excluded: Need[];
  corrections: Correction[];
  /** Words as typed that nothing in the collection answers. */
  missing: string[];
}

/** Hyphens up to this many are tried both as a space and as nothing: `well-being` also finds `wellbeing`. */
const MOST_HYPHENS = 3;

/** The ways of writing words that hyphens join: with a space for each hyphen, or with nothing. */
function spellings(words: readonly Token[]): string[][] {
  const hyphens = words.filter(({ hyphened }, at) => hyphened && at > 0).length;
  let written: string[][] = [[]];
  words.forEach(({ word, hyphened }, at) => {
    const apart = written.map((sequence) => [...sequence, word]);
    const joined =
      hyphened && at > 0 && hyphens <= MOST_HYPHENS
        ? written.map((sequence) => [...sequence.slice(0, -1), (sequence.at(-1) ?? '') + word])
        : [];
    written = [...apart, ...joined];
  });
  return written;
}

/** What a collection knows of words. Each answer is `undefined` where it is not known yet: then it is noted as wanted. */
export interface Knowledge {
  /** The collection’s words that a typed word stands for: itself, and its other endings. */
  variants: (word: string) => string[] | undefined;
  startingWith: (beginning: string) => string[] | undefined;
  /** Whether a word is part of an authority’s name. */
  isPlace: (word: string) => boolean;
  /** Whether a word is one of those for a theme: then it is never taken for a slip. */
  isThemeWord: (word: string) => boolean;
  /** The word that was probably meant: `null` if none is near. */
  correct: (word: string) => string | null | undefined;
}

/** An unfinished word of fewer letters is not completed: there would be too many to choose from. */
const SHORTEST_BEGINNING = 4;

/**
 * Turns the terms of a query into needs, by the words that the collection has: other endings, words that begin
 * so, and, for a word that it does not have, the word that was probably meant. Common words are passed over,
 * and so is the “council” after a council’s name.
 */
export function planQuery(terms: readonly Term[], knowledge: Knowledge): Plan {
  const plan: Plan = { needs: [], excluded: [], corrections: [], missing: [] };

  /** The words that will do where a word was typed. */
  function allowed(term: Term, token: Token | undefined, word: string, last: boolean): string[] {
    if (term.literal) return [word];
    if (last && term.prefix) return knowledge.startingWith(word) ?? [];
    const variants = knowledge.variants(word);
    if (!variants || variants.length > 0 || term.excluded) return variants ?? [];
    const unfinished = last && term.open && word.length >= SHORTEST_BEGINNING;
    const longer = unfinished ? knowledge.startingWith(word) : [];
    if (!longer || longer.length > 0) return longer ?? [];
    return token ? corrected(word, token) : [];
  }

  /** The words that were probably meant by one that the collection does not have; the correction is noted. */
  function corrected(word: string, { start, end }: Token): string[] {
    const used = knowledge.isThemeWord(word) ? undefined : knowledge.correct(word);
    if (!used) return [];
    plan.corrections.push({ typed: word, used, start, end });
    return knowledge.variants(used) ?? [];
  }

  function needOf(term: Term): Need {
    const [apart = [], ...others] = spellings(term.words);
    const sequence = (words: string[], tokens?: readonly Token[]) =>
      words.map((word, at) => new Set(allowed(term, tokens?.[at], word, at === words.length - 1)));
    const otherSequences = others.map((words) => sequence(words));
    // A spelling that the collection knows settles it: only else can a word of the term be a slip.
    const known = otherSequences.some((words) => words.every((set) => set.size > 0));
    return {
      exact: new Set(others.flat().concat(apart)),
      sequences: [sequence(apart, known ? undefined : term.words), ...otherSequences],
      literal: term.literal,
    };
  }

  const wanted = terms.filter((term) => !term.excluded);
  const telling = wanted.some((term) => !isCommon(term));
  let gap = 0;
  let afterPlace = false;
  for (const [at, term] of wanted.entries()) {
    const words = term.words.map(({ word }) => word);
    const council: boolean = afterPlace && !term.literal && words.every(isCouncilWord);
    const place = !term.literal && words.some(knowledge.isPlace);
    afterPlace = council || place;
    if (council || (telling && isCommon(term))) {
      gap += words.length;
      continue;
    }
    const need = needOf(term);
    const phrase = term.literal && words.length > 1 ? words : [];
    const name = phrase.length > 0 ? `the exact phrase “${term.typed}”` : `“${term.typed}”`;
    if (
      phrase.length === 0 &&
      !need.sequences.some((sequence) => sequence.every((words) => words.size > 0))
    ) {
      plan.missing.push(term.typed);
    }
    plan.needs.push({ ...need, name, phrase, words, term: at, place, gap });
    gap = 0;
  }
  plan.excluded = terms.filter((term) => term.excluded).map(needOf);
  return plan;
}

/** Of the words of a family, those that a typed word stands for: itself, its other endings, and a number with its sign. */
export function variantsIn(family: readonly string[], word: string): string[] {
  const typed = stem(word);
  return family.filter((each) => stem(each) === typed || !/[£$€%]/.test(word));
}

/**
 * The same needs with every phrase, and all that hyphens join and that nothing has, taken as its words, in any order and
 * with any endings: what a text must have to come near.
 *
 * @param isFound whether any text answers a need
 * @param variants the collection’s words that a word stands for
 */
export function relaxNeeds(
  needs: readonly NamedNeed[],
  isFound: (need: NamedNeed) => boolean,
  variants: (word: string) => string[],
): NamedNeed[] {
  return needs.flatMap((need) => {
    const words = relaxedWords(need, isFound);
    if (words.length === 0) return [need];
    return words.map(
      (word): NamedNeed => ({
        name: `“${word}”`,
        phrase: [],
        words: [word],
        term: need.term,
        place: false,
        gap: 0,
        exact: new Set([word]),
        // A text that has the words joined, “wellbeing” for “well-being”, has each of them.
        sequences: [[new Set(variants(word))], ...need.sequences.slice(1)],
        literal: false,
      }),
    );
  });
}

/** The words that a need is taken as where it is not found; none for what stands for itself. */
export function relaxedWords(need: NamedNeed, isFound: (need: NamedNeed) => boolean): string[] {
  if (need.phrase.length === 0 && (need.words.length < 2 || isFound(need))) return [];
  const telling = need.words.filter((word) => !isCommonWord(word));
  return telling.length > 0 ? telling : need.words;
}
