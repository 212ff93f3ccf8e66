import { tokenise } from './normalise.ts';
import { stem } from './stem.ts';

/** Words and phrases that stand for something: the public’s words for a theme, or for what inspectors write. */
export interface PhraseBook {
  /** For each term of a query, given as its folded words, what it is a phrase for or part of one, as ids. */
  idsOf: (terms: readonly string[][]) => string[][];
}

/** @param phrases words and phrases, by the id of what they stand for; a phrase counts only whole, with any endings */
export function makePhraseBook(phrases: Readonly<Record<string, readonly string[]>>): PhraseBook {
  const idsByPhrase = new Map<string, string[]>();
  let longest = 0;
  for (const [id, list] of Object.entries(phrases)) {
    for (const phrase of list) {
      const stems = tokenise(phrase).map(({ word }) => stem(word));
      const key = stems.join(' ');
      idsByPhrase.set(key, [...new Set([...(idsByPhrase.get(key) ?? []), id])]);
      longest = Math.max(longest, stems.length);
    }
  }
  return {
    idsOf(terms) {
      const words = terms.flatMap((term, at) => term.map((word) => ({ stem: stem(word), term: at })));
      const found = terms.map(() => new Set<string>());
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
          const stretch = words.slice(from, to);
          const ids = idsByPhrase.get(stretch.map((word) => word.stem).join(' ')) ?? [];
          for (const { term } of stretch) for (const id of ids) found[term]?.add(id);
        }
      }
      return found.map((ids) => [...ids]);
    },
  };
}
