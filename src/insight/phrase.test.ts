import { expect, test } from 'vitest';
import { beginSentence, listInWords, withinSentence } from './phrase.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j as “%s”', (words, listed) => {
  expect(listInWords(words)).toBe(listed);
});

test('changes the case of the first letter only', () => {
  expect(withinSentence('Strength in Wirral')).toBe('strength in Wirral');
  expect(beginSentence('the visit to Wigan')).toBe('The visit to Wigan');
  expect(beginSentence('')).toBe('');
});
