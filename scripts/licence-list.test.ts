import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licencePage, notAllowed } from './licence-list.ts';

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('every package has a licence that is allowed', () => {
  expect(Object.keys(lockfile.packages).length).toBeGreaterThan(100);
  expect(notAllowed(lockfile)).toEqual([]);
});

test('docs/licences.md is up to date: else run npm run licences', () => {
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencePage(lockfile));
});

test('another licence, or none, is told', () => {
  const packages = {
    '': { license: 'Proprietary' },
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT AND GPL-3.0-only' },
    'node_modules/@c/d': { version: '3.0.0' },
  };
  expect(notAllowed({ packages })).toEqual(['@c/d 3.0.0: unknown', 'b 2.0.0: MIT AND GPL-3.0-only']);
});
