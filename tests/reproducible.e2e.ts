import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder, copyProject, startAstro, startScript } from './project.ts';
import { DIST } from './site.ts';

test('a build in another folder, language and time zone is the same to the byte, cache cold or warm', async () => {
  test.setTimeout(240_000);
  const folder = copyProject('built-elsewhere');
  const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const [first, cold] = [fingerprints(DIST), fingerprints(await buildFolder(folder, elsewhere))];
  expect(first.size).toBeGreaterThan(50);
  const files = new Set([...first.keys(), ...cold.keys()]);
  const differing = [...files].filter((file) => first.get(file) !== cold.get(file));
  expect(differing, 'files that differ, unless dist/ is older than src/ and content/').toEqual([]);
  // Without --force, whatever Astro has kept of the first build is used.
  const warm = startAstro(folder, ['build']);
  expect(await warm.done(), warm.output()).toBe(0);
  expect(fingerprints(join(folder, 'dist'))).toEqual(cold);

  // Nor does what it has kept hide content that is not sound.
  const file = join(folder, 'content/visits/wirral-2024.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('themes="pathway-plans"', 'themes="pathway-planz"'));
  const broken = startAstro(folder, ['build']);
  expect(await broken.done()).not.toBe(0);
  expect(broken.output()).toContain('Write `themes="pathway-plans"`');
});

test('a build that is killed, or fails, leaves the last good site whole; the next one clears up', async () => {
  test.setTimeout(240_000);
  const folder = copyProject('killed');
  const [site, builds] = [join(folder, 'dist'), join(folder, '.cache/builds')];
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), 'the last good site');
  const build = () => startScript(folder, 'build.ts');

  for (const moment of [/building|Building|vite/i, /generating static routes/, /\/about\/index\.html/]) {
    const killed = build();
    // Looked at often: the moments are short, and a build that has ended cannot be killed.
    await expect.poll(killed.output, { timeout: 90_000, intervals: [10] }).toMatch(moment);
    await killed.stop('SIGKILL');
    expect(readdirSync(site), `killed at ${moment}`).toEqual(['index.html']);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last good site');
    expect(readdirSync(builds)).toHaveLength(1);
  }

  const log = join(folder, 'content/corrections.yaml');
  writeFileSync(log, 'corrections: none');
  const failed = build();
  expect(await failed.done()).toBe(1);
  expect(failed.output()).toContain('dist/ is as it was before');
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last good site');
  expect(readdirSync(builds)).toEqual([]);

  writeFileSync(log, 'corrections: []');
  const two = [build(), build()];
  for (const one of two) expect(await one.done(), one.output()).toBe(0);
  expect(fingerprints(site)).toEqual(fingerprints(DIST));
  expect(readdirSync(builds)).toEqual([]);
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
