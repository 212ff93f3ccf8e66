import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedIn, standsIn, standsItselfIn } from './published.ts';

let folder: string;
const FILES = {
  'index.html': '<main id="page-main">',
  '404.html': '',
  _headers: '',
  _redirects: '',
  'feed.xml': '',
  'assets/style.abc123.css': '',
  'search/abc123/root.bin': '',
  'compare/parts/york-2024/index.html': '',
  'visits/york-2024/index.html':
    '<main id="page-main"><article class="passage stack" id="hub" data-x></article><article class="passage" id="nurse">Ämter</article><h2 id="page-sources"></h2><div class="former note" id="old" data-x>',
  'visits/york-2020/index.html': '<meta name="robots" content="noindex"><main id="page-main">',
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspection-insights-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is published is every page, file and passage, and nothing whose name changes with what it holds', () => {
  const redirects = [
    { from: '/visits/york-2020/', to: '/visits/york-2024/', date: '2026-12-01', why: 'It was held twice.' },
  ];
  expect(publishedIn(folder, { redirects, corrections: [], addresses: [] })).toEqual([
    '/',
    '/feed.xml',
    '/visits/york-2024/',
    '/visits/york-2024/#hub',
    '/visits/york-2024/#nurse',
  ]);
});

test.each([
  ['/', true, true],
  ['/feed.xml', true, true],
  ['/visits/york-2024/', true, true],
  ['/visits/york-2024/#hub', true, true],
  ['/visits/york-2024/#old', true, false],
  ['/visits/york-2020/', true, false],
  ['/visits/york-2024/#gone', false, false],
  ['/visits/', false, false],
  ['/visits/york-2019/#hub', false, false],
  ['/nothing.svg', false, false],
])('at %s something stands: %s, and something of its own: %s', (address, stands, itself) => {
  expect(standsIn(folder)(address)).toBe(stands);
  expect(standsItselfIn(folder)(address)).toBe(itself);
});
