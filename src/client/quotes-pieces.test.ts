import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../search/query.ts';
import { cutText } from './quotes-pieces.ts';

/** Pieces in short: what is quoted in « », what is marked in [ ]. */
const short = (text: string, quoted: Range[], marks: Range[]) =>
  cutText(text, quoted, marks)
    .map((piece) => {
      const inner = piece.parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('');
      return piece.quoted ? `«${inner}»` : inner;
    })
    .join('');

describe('cutText', () => {
  it.each<[string, Range[], Range[]]>([
    ['too much onus', [], []],
    [
      '[too] much [onus]',
      [],
      [
        [0, 3],
        [9, 13],
      ],
    ],
    ['too «much» onus', [[4, 8]], []],
    [
      '[too] «[much] on»us',
      [[4, 11]],
      [
        [0, 3],
        [4, 8],
      ],
    ],
    ['to[o ]«[mu]ch onus»', [[4, 13]], [[2, 6]]],
    ['«[too much onus]»', [[0, 13]], [[0, 13]]],
  ])('%s', (expected, quoted, marks) => expect(short('too much onus', quoted, marks)).toBe(expected));

  it('loses and adds nothing', () => {
    const ranges = fc
      .uniqueArray(fc.nat(30), { maxLength: 8 })
      .map((ends) => ends.sort((a, b) => a - b))
      .map((ends) => ends.flatMap((end, at): Range[] => (at % 2 === 1 ? [[ends[at - 1] ?? 0, end]] : [])));
    fc.assert(
      fc.property(fc.string({ minLength: 31, maxLength: 40 }), ranges, ranges, (text, quoted, marks) => {
        const pieces = cutText(text, quoted, marks);
        expect(pieces.flatMap(({ parts }) => parts.map((part) => part.text)).join('')).toBe(text);
      }),
    );
  });
});
