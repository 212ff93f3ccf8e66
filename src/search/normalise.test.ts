import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms, tokenise, unjoinedWords } from './normalise.ts';

const words = (text: string) => tokenise(text).map(({ word }) => word);
/** The stretch of the text as printed that each word covers. */
const printed = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));

describe('tokenise', () => {
  it('folds case, accents and compatibility forms', () => {
    expect(words('Café NAÏVE ﬁnd ２０２４')).toEqual(['cafe', 'naive', 'find', '2024']);
  });

  it.each(["care leavers' plans", 'care leavers’ plans', 'care leaversʼ plans', 'care leavers plans'])(
    'takes every apostrophe alike: %s',
    (text) => expect(words(text)).toEqual(['care', 'leavers', 'plans']),
  );

  it('keeps an apostrophe’s letters together and leaves marks of quotation out', () => {
    expect(words("the council's ‘best parents’ don’t")).toEqual([
      'the',
      'councils',
      'best',
      'parents',
      'dont',
    ]);
  });

  it.each(['well-being', 'well‐being', 'well‑being', 'well–being', 'well−being'])(
    'divides at every hyphen: %s',
    (text) => {
      expect(words(text)).toEqual(['well', 'being']);
      expect(tokenise(text)[1]?.hyphened).toBe(true);
    },
  );

  it('knows a hyphen from a dash', () => {
    expect(tokenise('16- and 17-year-olds').map(({ word, hyphened }) => [word, hyphened])).toEqual([
      ['16', false],
      ['and', false],
      ['17', false],
      ['year', true],
      ['olds', true],
    ]);
    expect(tokenise('home—and')[1]?.hyphened).toBe(false);
  });

  it('keeps numbers with their signs', () => {
    expect(words('£5m, 50% of 1,000 and 1.5.')).toEqual(['£5m', '50%', 'of', '1000', 'and', '1.5']);
    expect(words('£ 5 % 24,25')).toEqual(['5', '24', '25']);
  });

  it('gives offsets into the text as printed', () => {
    const text = 'The “Ｃafe\u0301” of care leavers’ accom\u00ADmodation – 50%';
    expect(printed(text)).toEqual([
      'The',
      'Ｃafe\u0301',
      'of',
      'care',
      'leavers',
      'accom\u00ADmodation',
      '50%',
    ]);
    expect(words(text)).toContain('accommodation');
  });

  it('gives offsets in UTF-16 units', () => {
    expect(printed('😀 homes 😀')).toEqual(['homes']);
    expect(tokenise('😀 homes')[0]?.start).toBe(3);
  });

  it('is not disturbed by control characters, directions or halves of characters', () => {
    expect(words('\u0000care\u0007 \u202Eleavers\u202C \uD800')).toEqual(['care', 'leavers']);
    expect(words('מטופלים יוצאי')).toEqual(['מטופלים', 'יוצאי']);
  });
});

describe('tokenise, of text without rare characters', () => {
  it('finds the words that it finds beside one', () => {
    const character = fc.constantFrom(...'aZ019', ...` '’‘\`",.%£$€-–—_“”`);
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), (text) => {
        expect(tokenise(`${text} é`)).toEqual([...tokenise(text), expect.objectContaining({ word: 'e' })]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('forms', () => {
  it('also takes hyphened words as one', () => {
    expect(forms(tokenise('emotional well-being')).map((at) => at.map(({ word }) => word))).toEqual([
      ['emotional'],
      ['well', 'wellbeing'],
      ['being'],
    ]);
    expect(forms(tokenise('up-to-date'))[0]).toEqual([
      { word: 'up', span: 1 },
      { word: 'upto', span: 2 },
      { word: 'uptodate', span: 3 },
    ]);
  });
});

describe('unjoinedWords', () => {
  it.each(['“Don’t wait,” – she said: £5m, 1,000 of 24,25, and 50%.', 'no words: – . ’', '', 'one – two'])(
    'are the words of a text in which no hyphen joins any: %s',
    (text) => {
      expect(unjoinedWords(text)).toEqual(words(text));
      expect(unjoinedWords(text)).toBeDefined();
    },
  );

  it.each(['well-being', '50%–60%', 'home–and', 'café', 'a\u00ADb'])(
    'are not told of a text with a hyphen or with rarer characters: %s',
    (text) => expect(unjoinedWords(text)).toBeUndefined(),
  );

  it('are those of any text of which they are told, and none of them is joined', () => {
    const text = fc.string({
      unit: fc.constantFrom(..."ab ’'`–-,.%£59“”é\u0301K"),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (given) => {
        const told = unjoinedWords(given);
        if (!told) return;
        expect(told).toEqual(words(given));
        expect(tokenise(given).some(({ hyphened }) => hyphened)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
