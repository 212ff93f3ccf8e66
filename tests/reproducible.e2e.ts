import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildCopy } from './project.ts';
import { DIST } from './site.ts';

test('a build in another folder, language and time zone is the same to the byte', async () => {
  test.setTimeout(180_000);
  const again = await buildCopy('built-elsewhere', {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  const [first, second] = [fingerprints(DIST), fingerprints(again)];
  expect(first.size).toBeGreaterThan(50);
  const files = new Set([...first.keys(), ...second.keys()]);
  const differing = [...files].filter((file) => first.get(file) !== second.get(file));
  expect(differing, 'files that differ, unless dist/ is older than src/ and content/').toEqual([]);
});

/** The SHA-256 of every file of a built site, by its path. */
function fingerprints(folder: string): Map<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  const fingerprint = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return new Map(files.map((file) => [file, fingerprint(file)]));
}
