import { expect, test } from 'vitest';
import { beginSentence, listInWords, openingWords, withinSentence } from './phrase.ts';

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

test.each([
  ['Most care leavers live well.', 40, 'Most care leavers live well.'],
  ['Most care leavers live well.', 20, 'Most care leavers …'],
  ['Most care leavers, in homes of their own, live well.', 18, 'Most care leavers …'],
  ['Accommodation', 4, 'Acco …'],
  ['', 4, ''],
])('opens “%s” within %i characters as “%s”', (text, characters, opening) => {
  expect(openingWords(text, characters)).toBe(opening);
});
