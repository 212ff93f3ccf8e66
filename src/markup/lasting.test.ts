import { afterEach, expect, test, vi } from 'vitest';
import { html } from './html.ts';
import { inOnePage, lasting, pageBytes } from './lasting.ts';

const decoder = new TextDecoder();

afterEach(() => {
  vi.unstubAllEnvs();
});

test('in development, lasting markup is the markup', () => {
  expect(lasting(html`<p>${'It’s safe'}</p>`).markup).toBe('<p>It’s safe</p>');
});

test('in a build a sign stands for it, and the bytes of a page have it in its place', () => {
  vi.stubEnv('DEV', false);
  const [first, second] = [lasting(html`<p>${'“Quoted”'}</p>`), lasting(html`<p>two</p>`)];
  expect(first.markup).not.toContain('Quoted');
  const bytesOf = pageBytes();
  const page = html`<main>${second}${first} – ${first}</main>`;
  expect(decoder.decode(bytesOf(['<html>', page.markup, '</html>']))).toBe(
    '<html><main><p>two</p><p>“Quoted”</p> – <p>“Quoted”</p></main></html>',
  );
});

test('what stands in one page alone is in its place there, and stands for nothing in the next', () => {
  expect(inOnePage(html`<p>${'It’s safe'}</p>`).markup).toBe('<p>It’s safe</p>');
  vi.stubEnv('DEV', false);
  const bytesOf = pageBytes();
  const section = inOnePage(html`<p>${'“Quoted”'}</p>`);
  const page = html`<main>${section}${lasting(html`<p>lasts</p>`)}</main>`;
  expect(section.markup).not.toContain('Quoted');
  expect(decoder.decode(bytesOf([page.markup]))).toBe('<main><p>“Quoted”</p><p>lasts</p></main>');
  expect(() => bytesOf([section.markup])).toThrow('Nothing is held');
});

test('the bytes of each page are its own, however long the one before was', () => {
  const bytesOf = pageBytes();
  const long = '“'.repeat(10_000);
  expect(decoder.decode(bytesOf([long]))).toBe(long);
  expect(decoder.decode(bytesOf(['short']))).toBe('short');
  expect(decoder.decode(bytesOf(['\u{1F600}', 'é']))).toBe('\u{1F600}é');
  expect(bytesOf([])).toHaveLength(0);
});

test('a sign that stands for nothing is refused', () => {
  expect(() => pageBytes()(['\uE000999999\uE001'])).toThrow('Nothing is held');
});
