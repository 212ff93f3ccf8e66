import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { keep, type Manner, s, write } from './element.ts';

test('an element has its attributes in the order in which they are given, without what is undefined', () => {
  expect(write(s('rect', { width: 4, class: undefined, height: 1.6, fill: 'none' }))).toBe(
    '<rect width="4" height="1.6" fill="none" />',
  );
});

test('attributes may be left out, and words and elements stand in their order', () => {
  expect(write(s('g', s('title', 'Homes'), ' and ', s('text', { x: 0 }, 'health')))).toBe(
    '<g><title>Homes</title> and <text x="0">health</text></g>',
  );
});

test('an element of HTML is never written short', () => {
  expect(write(s('div', { class: 'chart-panel' }))).toBe('<div class="chart-panel"></div>');
  expect(write(s('svg'))).toBe('<svg />');
});

test('nothing in words or attributes becomes markup', () => {
  const hostile = `<script>alert("1")</script> & 'so' on`;
  const written = write(s('text', { 'aria-label': hostile }, hostile));
  expect(written).not.toContain('<script');
  expect(written).toBe(
    `<text aria-label="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'so' on">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'so' on</text>`,
  );
});

test('a drawing reads as the library for such trees writes it', () => {
  const drawing = s(
    'g',
    { transform: 'translate(9 0)' },
    s('path', { d: 'M0 0', fill: 'none' }),
    s('text', { x: 2 }, 'a < b'),
  );
  const normal = (text: string) => text.replaceAll('&lt;', '&#x3C;').replaceAll(' />', '></path>');
  expect(normal(write(drawing))).toBe(toHtml(drawing, { space: 'svg' }));
});

test('what is neither an element nor words is refused', () => {
  expect(() => write({ type: 'comment', value: 'no' })).toThrow(
    'A drawing holds elements and words, not a comment.',
  );
});

test('an element that is kept is written once in each manner', () => {
  let asked = 0;
  const counted: Manner = {
    without: 'class',
    instead: (element) => {
      asked++;
      return element;
    },
  };
  const kept = keep(s('g', { class: 'a' }, s('path', { d: 'M0 0' })));
  const drawing = s('svg', kept, kept);
  expect(write(drawing)).toBe(
    '<svg><g class="a"><path d="M0 0" /></g><g class="a"><path d="M0 0" /></g></svg>',
  );
  expect(write(drawing, counted)).toBe('<svg><g><path d="M0 0" /></g><g><path d="M0 0" /></g></svg>');
  expect(asked).toBe(3);
  write(kept, counted);
  expect(asked).toBe(3);
});
