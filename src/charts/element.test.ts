import { expect, test } from 'vitest';
import { keep, s } from './element.ts';

test('an element has its attributes in the order in which they are given, without what is undefined', () => {
  expect(s('rect', { width: 4, rx: undefined, height: 1.6, fill: 'none' }).page).toBe(
    '<rect width="4" height="1.6" fill="none" />',
  );
});

test('a page has the class, a picture the colour, of whatever stands in it too', () => {
  const dot = s('circle', { class: 'chart-ink', r: 2, color: '#000' });
  expect(dot).toEqual({
    page: '<circle class="chart-ink" r="2" />',
    picture: '<circle r="2" color="#000" />',
  });
  expect(s('g', dot)).toEqual({ page: `<g>${dot.page}</g>`, picture: `<g>${dot.picture}</g>` });
});

test('words and elements stand in their order', () => {
  const written = '<g><title>Homes</title> and <text x="0">health</text></g>';
  expect(s('g', s('title', 'Homes'), ' and ', s('text', { x: 0 }, 'health'))).toEqual({
    page: written,
    picture: written,
  });
});

test('an element of HTML is never written short', () => {
  expect(s('div', { class: 'chart-panel' }).page).toBe('<div class="chart-panel"></div>');
  expect(s('svg').page).toBe('<svg />');
});

test('nothing in words or attributes becomes markup, on a page or in a picture', () => {
  const hostile = `<script>alert("1")</script> & 'so' on`;
  const safe = `&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'so' on`;
  const written = `<text aria-label="${safe}">${safe}</text>`;
  expect(s('text', { 'aria-label': hostile }, hostile)).toEqual({ page: written, picture: written });
});

test('a part that is kept is the same part', () => {
  const part = s('g', { class: 'a' }, s('path', { d: 'M0 0' }));
  expect(keep(part)).toEqual(part);
});
