import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommon, LONGEST_QUERY, parseQuery } from './query.ts';

/** Terms in short: `-` excluded, `*` prefix, “ ” literal, `…` still open. */
const short = (text: string) =>
  parseQuery(text).map(({ words, literal, prefix, excluded, open }) => {
    const inner = words.map(({ word }) => word).join(' ');
    return `${excluded ? '-' : ''}${literal ? `“${inner}”` : inner}${prefix ? '*' : ''}${open ? '…' : ''}`;
  });

describe('parseQuery', () => {
  it('reads words, phrases, exclusions and prefixes', () => {
    expect(short('homes "at the right time, to help them" -wigan inspect* ')).toEqual([
      'homes',
      '“at the right time to help them”',
      '-wigan',
      'inspect*',
    ]);
  });

  it.each(['"too much onus"', '“too much onus”', '”too much onus“', '„too much onus“', '“too much onus"'])(
    'takes quotation marks of any shape: %s',
    (text) => expect(short(text)).toEqual(['“too much onus”']),
  );

  it('passes over a lone quotation mark', () => {
    expect(short('"too much')).toEqual(['too', 'much…']);
    expect(short('too much”')).toEqual(['too', 'much']);
    expect(short('"a b" "c')).toEqual(['“a b”', 'c…']);
  });

  it('excludes a phrase, and not what follows a hyphen or a lone dash', () => {
    expect(short('homes -"too much" well-being - x ')).toEqual(['homes', '-“too much”', 'well being', 'x']);
  });

  it('knows which word may still be being typed', () => {
    expect(short('care leav')).toEqual(['care', 'leav…']);
    expect(short('care leav ')).toEqual(['care', 'leav']);
  });

  it('says where each word stands', () => {
    const text = '-“Too much” Pathway pans';
    expect(
      parseQuery(text).flatMap(({ words }) => words.map(({ start, end }) => text.slice(start, end))),
    ).toEqual(['Too', 'much', 'Pathway', 'pans']);
    expect(parseQuery(text).map(({ typed }) => typed)).toEqual(['Too much', 'Pathway', 'pans']);
  });

  it.each(['', '   ', '"', '""', '*', '-', '--', '???', '“ ”', '\u0000\u0007', '<>'])(
    'finds nothing to ask for in %j',
    (text) => expect(parseQuery(text)).toEqual([]),
  );

  it('takes markup and the characters of regular expressions as words', () => {
    expect(short('<script>alert(1)</script> ')).toEqual(['script alert 1 script']);
    expect(short('(a+)+$ [b-c] ')).toEqual(['a', 'b c']);
  });

  it('reads no more than so much of a long query, and takes no time over it', () => {
    const terms = parseQuery(`${'a '.repeat(5000)}"`);
    expect(terms.length).toBeLessThanOrEqual(32);
    expect(parseQuery(`${'x'.repeat(10_000)}`)[0]?.words[0]?.word).toHaveLength(LONGEST_QUERY);
  });

  it('reads anything at all without complaint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const { words } of parseQuery(text)) expect(words.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('isCommon', () => {
  it('is so of common words, unless they are quoted or cut short', () => {
    expect(parseQuery('the "the" the* homes ').map(isCommon)).toEqual([true, false, false, false]);
  });
});
