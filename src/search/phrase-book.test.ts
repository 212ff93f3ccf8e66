import { describe, expect, it } from 'vitest';
import { makePhraseBook } from './phrase-book.ts';

const words = makePhraseBook({
  accommodation: ['flat', 'sofa surfing', 'homeless'],
  'local-offer': ['driving lessons', 'money'],
  independence: ['money'],
  relationships: ['never turns up'],
});

describe('makePhraseBook', () => {
  it('finds what it stands for by a word, with any ending', () => {
    expect(words.idsOf([['flats']])).toEqual([['accommodation']]);
    expect(words.idsOf([['money']])).toEqual([['local-offer', 'independence']]);
  });

  it('finds what it stands for by a phrase, and only by the whole of it', () => {
    expect(words.idsOf([['they'], ['never'], ['turn'], ['up']])).toEqual([
      [],
      ['relationships'],
      ['relationships'],
      ['relationships'],
    ]);
    expect(words.idsOf([['sofa']])).toEqual([[]]);
  });
});
