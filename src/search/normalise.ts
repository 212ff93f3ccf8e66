/** A word of a text as it is searched, and where it stands in the text as printed. */
export interface Token {
  /** Folded: lower case, no accents, no apostrophes. `leavers’` gives `leavers`, `£5m` stays `£5m`. */
  word: string;
  /** Its first UTF-16 unit in the text as printed. */
  start: number;
  /** The unit after its last. */
  end: number;
  /** Whether a hyphen, and nothing else, joins it to the word before: the `being` of `well-being`. */
  hyphened: boolean;
}

/**
 * What counts as a word in folded text. A number keeps its pound or per cent sign and its decimal point; an
 * apostrophe within a word belongs to it. Everything else divides words, so a hyphen counts as a space.
 */
const WORD =
  /[£$€]?\p{N}+(?:\.\p{N}+|,\p{N}{3}(?!\p{N}))*(?:%|[\p{L}\p{N}]*(?:'[\p{L}\p{N}]+)*)|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

const APOSTROPHE = /['‘’‛ʼ′`´]/gu;
const HYPHEN = /[\u2010-\u2013\u2212]/gu;
/** Marks that combine with the letter before, and marks that are not seen: joiners, directions, soft hyphens. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** One character as it is compared: compatibility forms resolved, lower case, bare of accents. May be empty. */
function fold(character: string): string {
  const plain = character.replace(APOSTROPHE, "'").replace(HYPHEN, '-');
  return plain.normalize('NFKD').toLowerCase().replace(UNSEEN, '').replace(HYPHEN, '-');
}

/**
 * The words of a text, in order. Case, accents, the shape of quotation marks, apostrophes and hyphens, and
 * characters that are not seen make no difference to a word; offsets always refer to the text as given.
 */
export function tokenise(text: string): Token[] {
  return PLAIN.test(text) ? tokensOf(foldPlain(text), PLAIN_WORD) : tokeniseAny(text);
}

/**
 * The words of a text as `tokenise` finds them, without their places and in half the time: for whoever goes through hundreds of
 * thousands of sentences. Only of a text in which no hyphen can join words, as in nine of ten; else `undefined`.
 */
export function unjoinedWords(text: string): readonly string[] | undefined {
  if (!PLAIN.test(text) || JOINED.test(text)) return undefined;
  const folded = foldPlain(text);
  const words = folded.match(PLAIN_WORD) ?? [];
  return MARKED.test(folded) ? words.map((word) => word.replace(MARKS, '')) : words;
}

/** A hyphen that follows a word: one between spaces joins nothing. */
const JOINED = /[^ ][-–]/;

/** Text of these characters alone, which nearly all text is, folds unit by unit: every offset stays what it was. */
const PLAIN = /^[\x20-\x7E‘’“”–—£€]*$/;

/** `WORD`, of such text folded: the same words, found in a third of the time, for nearly all that is tokenised. */
const PLAIN_WORD = /[£$€]?\d+(?:\.\d+|,\d{3}(?!\d))*(?:%|[a-z\d]*(?:'[a-z\d]+)*)|[a-z\d]+(?:'[a-z\d]+)*/g;

function foldPlain(text: string): string {
  return text.toLowerCase().replace(/[‘’`]/g, "'").replace(/–/g, '-');
}

/** What is left out of a word: apostrophes, and the commas of a number. */
const MARKS = /[',]/g;
/** What a text has if a word of it may have a mark: most have none, so it is asked once for all their words. */
const MARKED = /'|[^a-z],/;

/** The words of folded text, found by a global expression, with offsets into it. */
function tokensOf(folded: string, pattern: RegExp): Token[] {
  const tokens: Token[] = [];
  const marked = MARKED.test(folded);
  let previousEnd = -1;
  // Not `matchAll`, whose iterator costs as much as the search.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    const { 0: found, index: start } = match;
    const end = start + found.length;
    const hyphened = start === previousEnd + 1 && folded[previousEnd] === '-';
    tokens.push({ word: marked ? found.replace(MARKS, '') : found, start, end, hyphened });
    previousEnd = end;
  }
  return tokens;
}

function tokeniseAny(text: string): Token[] {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    const end = at + character.length;
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    // A combining accent belongs to the letter before it, so that a highlight covers both.
    if (!plain && ends.length > 0 && /\p{M}/u.test(character)) ends[ends.length - 1] = end;
    folded += plain;
    at = end;
  }
  return tokensOf(folded, WORD).map((token) => ({
    ...token,
    start: starts[token.start] ?? 0,
    end: ends[token.end - 1] ?? text.length,
  }));
}

/** A word as it may be matched from one place in a text: the word itself, or hyphened words written as one. */
export interface Form {
  word: string;
  /** How many words of the text it covers: 1, or more where hyphens join them. */
  span: number;
}

/** Up to how many hyphened words are also taken as one: `up-to-date` as `uptodate`. */
export const LONGEST_COMPOUND = 4;

/** For each word of a text, the forms that begin with it: `well-being` also counts as `wellbeing`. */
export function forms(tokens: readonly Token[]): Form[][] {
  return tokens.map((token, at) => {
    const found: Form[] = [{ word: token.word, span: 1 }];
    let word = token.word;
    for (let span = 2; span <= LONGEST_COMPOUND && tokens[at + span - 1]?.hyphened; span++) {
      word += tokens[at + span - 1]?.word ?? '';
      found.push({ word, span });
    }
    return found;
  });
}
