/** A text as the rules read it: lower case, plain apostrophes and hyphens, single spaces. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The sentences of a folded text. A full stop within a number or after a single letter ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[^\s.]{2}[.!?]['")]*)\s+(?=\S)/).filter((sentence) => /[a-z]/.test(sentence));
}

/** The words of a folded text in the singular, parted at hyphens: "children's well-being" is `children`, `well`, `being`. */
export function stemsOf(text: string): string[] {
  return (text.match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? []).map(stem);
}

function stem(word: string): string {
  const bare = word.replace(/'(?:s)?$/, '');
  return /[^aius]s$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare;
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.match(/[a-z0-9]+(?:['-][a-z0-9]+)*/gi)?.length ?? 0;
}
