import { expect, test } from 'vitest';
import { utf8 } from './utf8.ts';

test.each([
  ['nothing', ''],
  ['letters', 'Wigan'],
  ['curly marks', '“Don’t” – they said'],
  ['a pair of surrogates', 'a\u{1F600}b'],
  ['half of one', 'a\uD83Db'],
  ['what ends in half of one', 'ab\uD83D'],
  ['a zero', '\u0000’'],
  ['more than there is room for', '’é\u{1F600}x'.repeat(200_000)],
])('the bytes of %s are those that Node gives', (_, text) => {
  expect(Buffer.compare(utf8(text), Buffer.from(text))).toBe(0);
});

test('the bytes of a text stay when others are asked for', () => {
  const first = utf8('first’');
  utf8('other”');
  expect(Buffer.from(first).toString()).toBe('first’');
});
