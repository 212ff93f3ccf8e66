import { describe, expect, it } from 'vitest';
import type { Results } from '../search/search.ts';
import { correctedQueries, countInWords, lackInWords } from './quotes-words.ts';

const results = (made: Partial<Results>) =>
  ({ total: 0, near: 0, missing: [], ...made }) as unknown as Results;

describe('countInWords', () => {
  it.each([
    ['All 275 quotations and findings, newest visit first.', { total: 275 }, false, false],
    ['12 with these filters, newest visit first.', { total: 12 }, false, true],
    ['1 result.', { total: 1 }, true, false],
    ['3 results. 10 come close.', { total: 3, near: 10 }, true, true],
    ['Nothing with these filters.', {}, true, true],
    ['Nothing has all of that. 2 come close.', { near: 2 }, true, false],
    [
      'Nothing here has “zebra” or “giraffe”. 1 comes close.',
      { near: 1, missing: ['zebra', 'giraffe'] },
      true,
      false,
    ],
  ])('%s', (words, made, asked, filtered) =>
    expect(countInWords(results(made), asked, filtered)).toBe(words),
  );
});

describe('lackInWords', () => {
  const label = (theme: string) => theme.toUpperCase();
  const lack = (made: Partial<Parameters<typeof lackInWords>[0]>) =>
    lackInWords({ lacks: [], instead: [], standIns: [], ...made }, label);
  it('says what is lacking, and what stands in for it', () => {
    expect(lack({ lacks: ['“a”', '“b”'] })).toBe('Does not have “a” or “b”.');
    expect(lack({ lacks: ['“flat”'], standIns: ['homes', 'money'] })).toBe(
      'Does not have “flat”, but is about HOMES and MONEY.',
    );
    expect(lack({ lacks: ['“kids”'], instead: ['children'] })).toBe(
      'Does not have “kids”, but says “children”.',
    );
    expect(lack({ lacks: ['“kids”', '“money”'], instead: ['children'], standIns: ['offer'] })).toBe(
      'Does not have “kids” or “money”, but says “children” and is about OFFER.',
    );
  });
});

describe('correctedQueries', () => {
  it('puts in the words used, and quotes the words typed', () => {
    const text = 'Pathway  pans -wigan persnal ';
    const corrections = [
      { typed: 'pans', used: 'plans', start: 9, end: 13 },
      { typed: 'persnal', used: 'personal', start: 21, end: 28 },
    ];
    expect(correctedQueries(text, corrections)).toEqual({
      used: 'Pathway  plans -wigan personal',
      asTyped: 'Pathway  “pans” -wigan “persnal”',
    });
  });
});
