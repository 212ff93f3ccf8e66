import { expect, test } from 'vitest';
import { withImportsAhead } from './fetch-ahead.ts';

const scripts: Record<string, string> = {
  '/site/assets/page.js': `import{a as b}from"./shared.js";import"./plain.js";let c=()=>import("./later.js");b(c)`,
  '/site/assets/shared.js': `import*as d from'./deep.js';export{d as a}`,
  '/site/assets/plain.js': `import{a}from"./shared.js"`,
  '/site/assets/deep.js': '',
};
const read = (address: string) => scripts[address] ?? '';
const page =
  '<head><script async type="module" src="/site/assets/page.js"></script><title>Page</title></head>';

test('what an early script imports, and what that imports, is fetched with it, each once', () => {
  const links = [...withImportsAhead(page, read).matchAll(/<link rel="modulepreload" href="([^"]+)">/g)];
  expect(links.map(([, address]) => address)).toEqual([
    '/site/assets/shared.js',
    '/site/assets/deep.js',
    '/site/assets/plain.js',
  ]);
});

test('the rest of the page stays as it was', () => {
  expect(withImportsAhead(page, read).replace(/<link[^>]*>/g, '')).toBe(page);
});

test('a page without an early script is a mistake', () => {
  expect(() => withImportsAhead('<script type="module" src="/a.js"></script>', read)).toThrow('runs early');
});
