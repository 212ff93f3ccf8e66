import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainBlock } from './plain-block.ts';
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

/** A block as its parts are handed over: from an opening line to the closing one. */
const block = fc
  .tuple(
    opening,
    fc.array(
      fc.oneof(
        words,
        words.map((text) => `> Most ${text}`),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([first, lines]) => [first, lines.join('\n\n'), ':::'].join('\n'));

test('a block of plain words is read as the Markdown parser reads it', () => {
  const text = `${OPENING}\n> Most have a “safe” home \\[they\\] like: 16\\. of 20 (80%).\n\nThe editor’s words – plain.\n:::`;
  expect(plainBlock(text, 7)).toStrictEqual(parseMarkdown(text, 7)[0]);
});

test('whatever a block holds, it is read as the Markdown parser reads it or not at all', () => {
  let read = 0;
  fc.assert(
    fc.property(block, fc.integer({ min: 1, max: 900 }), (text, line) => {
      const plain = plainBlock(text, line);
      if (!plain) return;
      read++;
      expect([plain]).toStrictEqual(parseMarkdown(text, line));
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
  expect(plainBlock(`${OPENING}\n${inside}\n:::`, 1)).toBeUndefined();
});
