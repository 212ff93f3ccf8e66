import { expect, test } from 'vitest';
import { link, percent, place, words, wrap } from './drawing.ts';

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
  expect(place(3, 4).page).toBe('<g transform="translate(3 4)" />');
  expect(place('25%', 4).page).toBe('<svg x="25%" y="4" overflow="visible" />');
});

test('words are escaped, and coloured by class on a page and by attribute in a picture', () => {
  const set = '<text y="1" font-size="13" font-weight="700" text-anchor="end" fill="currentColor"';
  expect(words(0, 1, 'a < b', { bold: true, anchor: 'end', size: 13, colour: 'soft' })).toEqual({
    page: `${set} class="chart-soft">a &lt; b</text>`,
    picture: `${set} color="#55565a">a &lt; b</text>`,
  });
});

test('what leads on from a page leads nowhere in a picture, and has no colour of a link there', () => {
  const named = words(0, 1, 'Homes', { colour: 'link' });
  expect(link('/a?b&c', 'say "b"', named)).toEqual({
    page: '<a href="/a?b&amp;c"><title>say &quot;b&quot;</title><text y="1" fill="currentColor" class="chart-link">Homes</text></a>',
    picture: '<g><text y="1" fill="currentColor">Homes</text></g>',
  });
});
