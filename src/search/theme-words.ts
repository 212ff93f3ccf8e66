import { tokenise } from './normalise.ts';
import { stem } from './stem.ts';

/** Inspectors’ and the public’s words for themes, as a query is looked up in them. */
export interface ThemeWords {
  /** For each term of a query, given as its folded words, the ids of the themes that it is a word for or part of one. */
  themesOf: (terms: readonly string[][]) => string[][];
}

/** @param phrases words and phrases for each theme, by the theme’s id */
export function makeThemeWords(phrases: Readonly<Record<string, readonly string[]>>): ThemeWords {
  const themesByPhrase = new Map<string, string[]>();
  let longest = 0;
  for (const [theme, list] of Object.entries(phrases)) {
    for (const phrase of list) {
      const stems = tokenise(phrase).map(({ word }) => stem(word));
      const key = stems.join(' ');
      themesByPhrase.set(key, [...new Set([...(themesByPhrase.get(key) ?? []), theme])]);
      longest = Math.max(longest, stems.length);
    }
  }
  return {
    themesOf(terms) {
      const words = terms.flatMap((term, at) => term.map((word) => ({ stem: stem(word), term: at })));
      const found = terms.map(() => new Set<string>());
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
          const stretch = words.slice(from, to);
          const themes = themesByPhrase.get(stretch.map((word) => word.stem).join(' ')) ?? [];
          for (const { term } of stretch) for (const theme of themes) found[term]?.add(theme);
        }
      }
      return found.map((themes) => [...themes]);
    },
  };
}
