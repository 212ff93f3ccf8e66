/** Words in a row, as a sentence lists them: "a", "a and b", "a, b and c"; nothing gives an empty text. */
export function listInWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A label as it stands within a sentence: "Needs to improve" gives "needs to improve". */
export function withinSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** A phrase as it begins a sentence: "the earlier visit" gives "The earlier visit". */
export function beginSentence(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/**
 * The first words of a text, up to so many characters, with an ellipsis where there are more. Words are whole, and a
 * mark of punctuation does not stand before the ellipsis.
 */
export function openingWords(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters + 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || text.slice(0, characters);
  return `${words.replace(/[^\p{L}\p{N}]+$/u, '')} …`;
}
