import { describe, expect, it } from 'vitest';
import { numberInWords, sizeInWords } from './file-size.ts';

describe('sizeInWords', () => {
  it.each([
    [1, '1 byte'],
    [640, '640 bytes'],
    [1000, '1 kB'],
    [83_600, '84 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_234_567, '1.2 MB'],
  ])('says %i as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});

describe('numberInWords', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234, '1,234'],
    [1_234_567, '1,234,567'],
  ])('says %i as %s', (number, words) => {
    expect(numberInWords(number)).toBe(words);
  });
});
