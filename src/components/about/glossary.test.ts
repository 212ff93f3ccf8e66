import { describe, expect, it } from 'vitest';
import { GLOSSARY } from './glossary.ts';

describe('the glossary', () => {
  it('is in alphabetical order, so that a term can be found', () => {
    const terms = GLOSSARY.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...terms].sort());
  });

  it('explains each term in whole sentences, under an anchor of its own', () => {
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
    for (const { id, meaning } of GLOSSARY) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning).toMatch(/\.$/);
    }
  });

  it('has the words that a reader of a letter meets first', () => {
    expect(GLOSSARY.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'care-leaver',
        'focused-visit',
        'personal-adviser',
        'pathway-plan',
        'local-offer',
      ]),
    );
  });
});
