import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { link, percent, place, words, wrap } from './drawing.ts';

const svg = (element: Element) => toHtml(element, { space: 'svg' });

test.each([
  ['', 10, ['']],
  ['short', 10, ['short']],
  ['exactly ten', 11, ['exactly ten']],
  ['exactly ten', 10, ['exactly', 'ten']],
  ['Kensington and Chelsea', 11, ['Kensington', 'and Chelsea']],
  ['Bournemouth, Christchurch and Poole', 11, ['Bournemouth,', 'Christchurch', 'and Poole']],
])('wraps “%s” at %i characters', (text, characters, lines) => {
  expect(wrap(text, characters)).toEqual(lines);
});

test('shares are written without needless digits', () => {
  expect([0, 12.5, 100 / 3, 100].map(percent)).toEqual(['0%', '12.5%', '33.33%', '100%']);
});

test('things stand at pixels or at shares of the width', () => {
  expect(svg(place(3, 4))).toBe('<g transform="translate(3 4)"></g>');
  expect(svg(place('25%', 4))).toBe('<svg x="25%" y="4" overflow="visible"></svg>');
});

test('words and links are escaped, and coloured by class and by attribute', () => {
  expect(svg(words(0, 1, 'a < b', { bold: true, anchor: 'end', size: 13, colour: 'soft' }))).toBe(
    '<text x="0" y="1" font-size="13" font-weight="700" text-anchor="end" fill="currentColor" class="chart-soft" color="#55565a">a &#x3C; b</text>',
  );
  expect(svg(link('/a?b&c', 'say "b"'))).toBe('<a href="/a?b&#x26;c"><title>say "b"</title></a>');
});
