import type { SearchDocument } from '../src/search/document.ts';
import { tokenise } from '../src/search/normalise.ts';
import { isCommonWord } from '../src/search/query.ts';

/** A query that somebody makes who remembers a sentence, and the sentence. */
export interface KnownQuery {
  text: string;
  /** The number of the text that should be found. */
  wanted: number;
}

export interface Queries {
  phrase: KnownQuery[];
  words: KnownQuery[];
  typo: KnownQuery[];
  /** What somebody types who looks for a subject. */
  subject: string[];
  /** Of words that are in a great part of all texts. */
  frequent: string[];
}

/** How many sentences are remembered. */
const KNOWN = 60;

/** The same queries for the same texts: sentences are taken at equal distances. */
export function makeQueries(documents: readonly SearchDocument[]): Queries {
  const joined = documents.map(
    ({ text }) =>
      ` ${tokenise(text)
        .map(({ word }) => word)
        .join(' ')} `,
  );
  const texts = new Map<string, number>();
  const wordsOf = documents.map(({ text }) => tokenise(text).map(({ word }) => word));
  for (const words of wordsOf) for (const word of new Set(words)) texts.set(word, (texts.get(word) ?? 0) + 1);
  const queries: Queries = {
    phrase: [],
    words: [],
    typo: [],
    subject: [
      'unsuitable accommodation',
      'pathway plans reviewed',
      'personal adviser keeping in touch',
      'mental health support',
      'management oversight recorded',
      'homelessness',
      'apprenticeships and training',
      'wigan accommodation',
    ],
    frequent: ['children in care', 'care leavers', 'young people', 'care leavers support', '"care leavers"'],
  };
  const step = Math.floor(documents.length / KNOWN);
  for (let number = 0; number < KNOWN; number++) {
    let wanted = number * step + 7;
    while ((wordsOf[wanted]?.length ?? 99) < 10 && wanted < documents.length) wanted++;
    const words = wordsOf[wanted] ?? [];
    // The words that are remembered are the telling ones.
    const telling = [...new Set(words)]
      .filter((word) => /^[a-z]{4,}$/.test(word) && !isCommonWord(word))
      .sort((a, b) => (texts.get(a) ?? 0) - (texts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, 2 + (number % 2));
    // Where so few words do not tell a sentence from many others, nobody could find it by them.
    const alike = wordsOf.filter((other) => telling.every((word) => other.includes(word)));
    if (alike.length > 5) continue;
    // So is a phrase: five words about the rarest.
    const from = Math.max(0, Math.min(words.indexOf(telling[0] ?? '') - (number % 5), words.length - 5));
    const phrase = ` ${words.slice(from, from + 5).join(' ')} `;
    if (joined.filter((other) => other.includes(phrase)).length > 5) continue;
    queries.phrase.push({ text: `"${words.slice(from, from + 5).join(' ')}"`, wanted });
    queries.words.push({ text: `${telling.join(' ')} `, wanted });
    const slipped = telling.find((word) => word.length >= 6);
    if (!slipped) continue;
    const others = telling.filter((word) => word !== slipped);
    queries.typo.push({ text: `${[...others, slip(slipped, number)].join(' ')} `, wanted });
  }
  return queries;
}

/** A word with one slip of the key: a letter left out, two swapped, one twice, or a wrong one. */
function slip(word: string, kind: number): string {
  const at = 2 + (kind % (word.length - 3));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  if (kind % 4 === 0) return before + after;
  if (kind % 4 === 1) return before + (after[0] ?? '') + letter + after.slice(1);
  if (kind % 4 === 2) return before + letter + letter + after;
  return `${before}${letter === 'e' ? 'a' : 'e'}${after}`;
}
