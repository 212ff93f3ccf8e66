import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from './plain-words.ts';
import { parseMarkdown } from './prose.ts';

const OPENING = ':::finding{#p1 themes="health voice" assessment="strength" source="letter"}';

/** What means something to Markdown, at the start of a line or within it, and ordinary words. */
const signs = fc.constantFrom(
  ...'[]{}()<>*_`#:|&!-+=~"\'“”‘’\\/@%?,.;1aZé£−\t ',
  '\n',
  '\n\n',
  '> ',
  '\n\n> ',
  '\n>',
  '- ',
  '1. ',
  '1) ',
  '16\\. ',
  '\\- ',
  '    ',
  '::from{source="letter"}',
  ':::',
  '[a]: b',
  'https://example.org ',
  '&amp;',
  '\u00A0',
  '\u2028',
  '\uFEFF',
  '\u0000',
  '\uD800',
  'Most care leavers ',
  '(a) ',
  '12 ',
);
const words = fc.oneof(
  fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const value = fc.string({ unit: fc.constantFrom(...'ab {}&;\\#=.<›é“'), maxLength: 6 });
const opening = fc.oneof(
  fc.constant(OPENING),
  fc.constant(':::plain'),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('#p1', '#p-1', 'id="a"', 'class="b"'),
        value.map((text) => `heading="${text}"`),
        value.map((text) => `since="${text}"`),
      ),
    )
    .map((attributes) => `:::finding{${attributes.join(' ')}}`),
);

const lines = fc
  .array(
    fc.oneof(
      words,
      words.map((text) => `> Most ${text}`),
      words.map((text) => `Most ${text}`),
    ),
    { maxLength: 4 },
  )
  .map((all) => all.join('\n\n'));

/** A block as it is handed over: from an opening line to the closing one. */
const block = fc.tuple(opening, lines).map(([first, inside]) => `${first}\n${inside}\n:::`);

test('a block of plain words is read as the Markdown parser reads it', () => {
  const text = `${OPENING}\n> Most have a “safe” home \\[they\\] like: 16\\. of 20 (80%).\n\nThe editor’s words – plain.\n:::`;
  expect(plainWords(text, 7)).toStrictEqual(parseMarkdown(text, 7));
});

test('prose of plain words is read as the Markdown parser reads it', () => {
  const text = '\n\n\nMost have a safe home.\n\n> “Most” do.\n\n\nThe editor’s words – plain.\n';
  expect(plainWords(text, 7)).toStrictEqual(parseMarkdown(text, 7));
});

test.each([
  ['a block', block],
  ['prose', lines],
])('whatever %s holds, it is read as the Markdown parser reads it or not at all', (_what, part) => {
  let read = 0;
  fc.assert(
    fc.property(part, fc.integer({ min: 1, max: 900 }), (text, line) => {
      const plain = plainWords(text, line);
      if (!plain || plain.length === 0) return;
      read++;
      expect(plain).toStrictEqual(parseMarkdown(text, line));
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(300);
});

test.each([
  ['emphasis', '> Most *care leavers* have a home.'],
  ['a character reference', '> Most &#x202E; have a home.'],
  ['a list', '> 16. Most have a home.'],
  ['a quotation of two lines', '> Most have\n> a home.'],
  ['a quotation that runs on', '> Most have\na home.'],
  ['a ::from line', '::from{source="news" voice="council"}'],
  ['a backslash that ends a line', '> Most have\\'],
])('%s takes the Markdown parser', (_what, inside) => {
  expect(plainWords(`${OPENING}\n${inside}\n:::`, 1)).toBeUndefined();
});
