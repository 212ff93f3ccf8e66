import { describe, expect, test } from 'vitest';
import { hiddenCharacter, hiddenCharacters, normaliseText, onOneLine, withHiddenShown } from './text.ts';

test('a text is the same from every editor', () => {
  expect(normaliseText('\uFEFFone\r\ntwo\rthree\ncafe\u0301')).toBe('one\ntwo\nthree\ncaf\u00E9');
});

test('only a mark at the very start is a byte order mark', () => {
  expect(normaliseText('one\uFEFF')).toBe('one\uFEFF');
});

describe('hiddenCharacter', () => {
  test.each([
    ['zero-width space', '\u200B', 'U+200B'],
    ['zero-width joiner', '\u200D', 'U+200D'],
    ['right-to-left override', '\u202E', 'U+202E'],
    ['isolate', '\u2066', 'U+2066'],
    ['soft hyphen', '\u00AD', 'U+00AD'],
    ['byte order mark', '\uFEFF', 'U+FEFF'],
    ['null', '\0', 'U+0000'],
    ['backspace', '\b', 'U+0008'],
    ['next line', '\u0085', 'U+0085'],
    ['line separator', '\u2028', 'U+2028'],
    ['tag letter', '\u{E0061}', 'U+E0061'],
    ['variation selector', '\uFE0F', 'U+FE0F'],
    ['Hangul filler', '\u3164', 'U+3164'],
    ['half of a pair', '\uD800', 'U+D800'],
    ['what is no character, and may not stand in XML', '\uFFFE', 'U+FFFE'],
    ['blank Braille', '\u2800', 'U+2800'],
    ['private use, as of bullets from a PDF', '\uF06E', 'U+F06E'],
    ['what stands for bytes that could not be read', '\uFFFD', 'U+FFFD'],
  ])('finds a %s', (_name, character, code) => {
    expect(hiddenCharacter(`ab${character}c`)).toEqual({ code, index: 2 });
  });

  test.each(['plain', 'tab\there', 'line\nhere', 'café', '“curly” ’s – — …', 'a\u00A0b', '£5m', 'Ŵyn'])(
    'finds none in “%s”',
    (text) => expect(hiddenCharacter(text)).toBeUndefined(),
  );
});

test('no hidden character is taken for a usual one', () => {
  const hidden =
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
  const all = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));
  const missed = all.filter((character) => hidden.test(character) && !hiddenCharacter(`a${character}`));
  expect(missed).toEqual(['\t', '\n']);
});

test.each([
  [' one  two ', 'one two'],
  ['one\ntwo\r\n\tthree', 'one two three'],
  ['\u00A0one\u00A0two\u2003', 'one two'],
  ['one two', 'one two'],
  [' \n ', ''],
])('%j is put on one line', (text, line) => expect(onOneLine(text)).toBe(line));

test('what a terminal is shown holds none', () => {
  expect(withHiddenShown('a\u001B[2Jb\u202Ec\nd\u{E0061}')).toBe('a<U+001B>[2Jb<U+202E>c\nd<U+E0061>');
});

test('every line with a hidden character is a problem, at its place', () => {
  const problems = hiddenCharacters('one\ntw\u200Bo\nthree\n\u202Efour', 'a.md');
  expect(problems.map(({ line, column, actual }) => [line, column, actual])).toEqual([
    [2, 3, 'U+200B'],
    [4, 1, 'U+202E'],
  ]);
});
