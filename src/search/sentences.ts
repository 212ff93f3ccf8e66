/** Where a sentence may end: its full stop, what closes after it, white space, and what a sentence begins with. */
const END = /([.!?][”’"')\]]*)\s+(?=[“‘"'([]?[\p{Lu}\p{N}◼■•])/gu;

/** Full stops that end no sentence: abbreviations, and the initials of a name. */
const ABBREVIATION = /(?:^|[\s(“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc|cf|vs|para|paras|approx)\.$/;

/** However its stops fall, a sentence is cut after so many words. */
const MOST_WORDS = 400;

/** The sentences of a paragraph, in order, without the white space between them. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(END)) {
    const end = match.index + (match[1]?.length ?? 0);
    const sentence = paragraph.slice(from, end);
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    from = match.index + match[0].length;
  }
  if (from < paragraph.length) sentences.push(paragraph.slice(from));
  return sentences.flatMap(cutLong);
}

function cutLong(sentence: string): string[] {
  // It has no more words than characters.
  if (sentence.length <= MOST_WORDS) return [sentence];
  const words = sentence.split(/(?<=\s)/);
  if (words.length <= MOST_WORDS) return [sentence];
  return Array.from({ length: Math.ceil(words.length / MOST_WORDS) }, (_, part) =>
    words
      .slice(part * MOST_WORDS, (part + 1) * MOST_WORDS)
      .join('')
      .trim(),
  );
}
