import { expect, test } from 'vitest';
import { BLANK_PAGE, BLANK_PAGE_WITH_FEED, filled, frameOf } from './frame.ts';

const { title, description, main } = BLANK_PAGE;
const RENDERED = `<title>${title} – Site</title><meta content="${description}"><link href="https://site.example/a/b/"><main>${main.markup}</main>`;
const page = {
  title: 'Wigan & “Wirral”',
  description: 'What "inspectors" found',
  main: { markup: '<p>a &amp; b</p>' },
};

test('a page is the frame with its own title, description, address and what stands in it', () => {
  expect(filled(frameOf(RENDERED, '/a/b/'), page, '/c/d/').join('')).toBe(
    '<title>Wigan &amp; “Wirral” – Site</title><meta content="What &quot;inspectors&quot; found"><link href="https://site.example/c/d/"><main><p>a &amp; b</p></main>',
  );
});

test('a frame may have a title twice, and may have none', () => {
  expect(filled(frameOf(`${title}${title}${main.markup}`, '/a/'), page, '/b/').join('')).toBe(
    'Wigan &amp; “Wirral”Wigan &amp; “Wirral”<p>a &amp; b</p>',
  );
  expect(filled(frameOf(main.markup, '/a/'), page, '/b/').join('')).toBe('<p>a &amp; b</p>');
});

test('what looks like a blank within a page is left as it is', () => {
  const hostile = { ...page, title: description, main: { markup: `${title}/a/b/` } };
  expect(filled(frameOf(RENDERED, '/a/b/'), hostile, '/c/d/').join('')).toContain(
    `<main>${title}/a/b/</main>`,
  );
});

test('a page without room for what stands in it is no frame', () => {
  expect(() => frameOf('<main></main>', '/a/b/')).toThrow(
    'The page at /a/b/ has no blank for what stands in it.',
  );
});

test('a page of a kind that has feeds names its own, and one without is refused', () => {
  const { feed } = BLANK_PAGE_WITH_FEED;
  const frame = frameOf(`<link title="${feed?.title}" href="${feed?.href}">${main.markup}`, '/a/');
  const own = { title: 'Visits to "Wigan"', href: '/wigan/feed.xml?a&b' };
  expect(filled(frame, { ...page, feed: own }, '/b/').join('')).toBe(
    '<link title="Visits to &quot;Wigan&quot;" href="/wigan/feed.xml?a&amp;b"><p>a &amp; b</p>',
  );
  expect(() => filled(frame, page, '/b/')).toThrow(
    'The page at /b/ has no feed, and its frame has a place for one.',
  );
});
