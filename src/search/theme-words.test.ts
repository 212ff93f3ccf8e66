import { describe, expect, it } from 'vitest';
import { makeThemeWords } from './theme-words.ts';

const words = makeThemeWords({
  accommodation: ['flat', 'sofa surfing', 'homeless'],
  'local-offer': ['driving lessons', 'money'],
  independence: ['money'],
  relationships: ['never turns up'],
});

describe('makeThemeWords', () => {
  it('finds a theme by a word, with any ending', () => {
    expect(words.themesOf([['flats']])).toEqual([['accommodation']]);
    expect(words.themesOf([['money']])).toEqual([['local-offer', 'independence']]);
  });

  it('finds a theme by a phrase, and only by the whole of it', () => {
    expect(words.themesOf([['they'], ['never'], ['turn'], ['up']])).toEqual([
      [],
      ['relationships'],
      ['relationships'],
      ['relationships'],
    ]);
    expect(words.themesOf([['sofa']])).toEqual([[]]);
  });
});
