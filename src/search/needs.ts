import type { Correction, Corrector } from './correct.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './normalise.ts';
import type { Need } from './postings.ts';
import { isCommon, isCommonWord, isCouncilWord, type Term } from './query.ts';
import type { ThemeWords } from './theme-words.ts';

/** A need, and how to speak of it. */
export interface NamedNeed extends Need {
  /** As a sentence names it: ‘“onus”’, or ‘the exact phrase “too much onus”’. */
  name: string;
  /** The words that make up an exact phrase of several words; empty for anything else. */
  phrase: string[];
  /** The ids of the themes that it is a word for, or part of one: they may stand in for it. */
  themes: string[];
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
  /** Whether a word may be a slip, and there was no corrector to tell. */
  wantsCorrector: boolean;
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

/** What a collection knows of words. */
export interface Knowledge {
  lexicon: Lexicon;
  /** Whether a word is part of an authority’s name. */
  isPlace: (word: string) => boolean;
  /** A word for a theme is never taken for a slip. */
  themeWords: ThemeWords;
  /** What puts slips right, once it is there: it is only fetched when a query has a word to put right. */
  corrector?: Corrector | undefined;
}

/**
 * Turns the terms of a query into needs, by the words that the collection has: other endings, words that begin
 * so, and, for a word that it does not have, the word that was probably meant. Common words are passed over,
 * and so is the “council” after a council’s name.
 */
export function planQuery(
  terms: readonly Term[],
  { lexicon, isPlace, themeWords, corrector }: Knowledge,
): Plan {
  const plan: Plan = { needs: [], excluded: [], corrections: [], missing: [], wantsCorrector: false };

  /** The words that will do where a word was typed; its correction is noted. */
  function allowed(term: Term, token: Token | undefined, word: string, last: boolean): string[] {
    if (term.literal) return [word];
    if (last && term.prefix) return lexicon.startingWith(word);
    const variants = lexicon.variants(word);
    if (variants.length > 0 || term.excluded) return variants;
    const unfinished = last && term.open ? lexicon.startingWith(word) : [];
    if (unfinished.length > 0) return unfinished;
    if (!token || themeWords.knows(word)) return [];
    if (!corrector) plan.wantsCorrector = true;
    const used = corrector?.(word);
    if (!used) return [];
    plan.corrections.push({ typed: word, used, start: token.start, end: token.end });
    return lexicon.variants(used);
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
  const themes = themeWords.themesOf(
    wanted.map((term) => (term.literal ? [] : term.words.map(({ word }) => word))),
  );
  let gap = 0;
  let afterPlace = false;
  for (const [at, term] of wanted.entries()) {
    const words = term.words.map(({ word }) => word);
    const council: boolean = afterPlace && !term.literal && words.every(isCouncilWord);
    afterPlace = council || words.some(isPlace);
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
    plan.needs.push({ ...need, name, phrase, themes: themes[at] ?? [], place: words.some(isPlace), gap });
    gap = 0;
  }
  plan.excluded = terms.filter((term) => term.excluded).map(needOf);
  return plan;
}

/**
 * The same needs with every exact phrase taken as its words, in any order and with any endings: what a text
 * must have to come near.
 */
export function relaxNeeds(needs: readonly NamedNeed[], lexicon: Lexicon): NamedNeed[] {
  return needs.flatMap((need) => {
    const telling = need.phrase.filter((word) => !isCommonWord(word));
    return need.phrase.length === 0
      ? need
      : (telling.length > 0 ? telling : need.phrase).map((word) => ({
          name: `“${word}”`,
          phrase: [],
          themes: [],
          place: false,
          gap: 0,
          exact: new Set([word]),
          sequences: [[new Set(lexicon.variants(word))]],
          literal: false,
        }));
  });
}
