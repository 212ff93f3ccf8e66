import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEADER_POLICY, PAGE_POLICY } from './security-policy.ts';

/** The headers that public/_headers gives for a path, by their names. */
function headersFor(path: string): Record<string, string> {
  const rules = readFileSync('public/_headers', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const from = rules.indexOf(path);
  const after = rules.slice(from + 1);
  const until = after.findIndex((line) => !line.startsWith('  '));
  const own = from === -1 ? [] : after.slice(0, until === -1 ? undefined : until);
  return Object.fromEntries(
    own.map((line) => [line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
}

describe('the security policy', () => {
  it('allows nothing inline and no other host', () => {
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).not.toMatch(/unsafe|https?:|data:|\*/);
  });

  it('is the policy that every page carries', () => {
    expect(readFileSync('src/layouts/Page.astro', 'utf8')).toContain('PAGE_POLICY');
  });

  it('is the policy that the server sends, which forbids frames too', () => {
    expect(headersFor('/*')['Content-Security-Policy']).toBe(HEADER_POLICY);
    expect(HEADER_POLICY).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
  });

  it('is the policy in the settings for each server that docs/publishing.md gives', () => {
    const policies = readFileSync('docs/publishing.md', 'utf8').match(/default-src [^"]*(?=")/g);
    expect(policies).toEqual([HEADER_POLICY, HEADER_POLICY, HEADER_POLICY]);
  });

  it('comes with the headers that browsers need beside it', () => {
    expect(headersFor('/*')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': expect.stringContaining('camera=()'),
    });
    expect(headersFor('/assets/*')['Cache-Control']).toContain('immutable');
    expect(headersFor('/data/*')).toEqual({ 'Access-Control-Allow-Origin': '*' });
  });
});
