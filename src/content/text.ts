import { type Problem, problemAt } from './problem.ts';

/**
 * What shows nothing, turns the reading direction or means something of its own in one font only: it could hide
 * what a text says, or is no character at all, so that no feed or drawing may hold it. U+FFFD stands where bytes
 * could not be read.
 */
const HIDDEN =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFD]/u;

/**
 * What is not among the letters and marks that nearly all texts are made of: Latin, curly quotation marks, dashes.
 * Only a text that holds such a character can hold a hidden one, and this is found out in a tenth of the time.
 */
const UNUSUAL = /[^\t\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027]/;

/** Line ends as `\n`, Unicode in its composed form, no byte order mark: the same text from every editor. */
export function normaliseText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** A text on one line: white space of any kind and length as a single space, and none around it. */
export function onOneLine(text: string): string {
  // Most spaces stand alone and stay as they are: to put one in the place of each takes six times as long.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** The first character of a text that nobody can see, by its number (`U+202E`), and where it stands. */
export function hiddenCharacter(text: string): { code: string; index: number } | undefined {
  const found = UNUSUAL.test(text) ? HIDDEN.exec(text) : undefined;
  return found ? { code: codeOf(found[0]), index: found.index } : undefined;
}

/** A text with every character that nobody can see written as its number: what a terminal may be shown. */
export function withHiddenShown(text: string): string {
  return text.replace(new RegExp(HIDDEN, 'gu'), (character) => `<${codeOf(character)}>`);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The lines of a text with a character that nobody can see: a problem each. */
export function hiddenCharacters(text: string, file: string): Problem[] {
  if (!hiddenCharacter(text)) return [];
  return text.split('\n').flatMap((line, index) => {
    const hidden = hiddenCharacter(line);
    if (!hidden) return [];
    const place = { file, line: index + 1, column: hidden.index + 1 };
    if (hidden.code === 'U+FFFD') {
      return problemAt(place, {
        rule: 'unreadable-character',
        what: 'There is a character here that could not be read (U+FFFD).',
        got: hidden.code,
        todo: 'Save the file as UTF-8, and type the character again.',
      });
    }
    return problemAt(place, {
      rule: 'hidden-character',
      what: `There is an invisible character here (${hidden.code}), which could hide what the text says.`,
      got: hidden.code,
      todo: 'Delete it: retype the words around it if you cannot see it.',
    });
  });
}
