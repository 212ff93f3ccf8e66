import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readVisit } from '../src/content/visit-file.ts';
import { focusedVisitLetter, ilacsReport, typeset, writePdf } from '../src/ingest/fixtures.ts';
import { copyOfLibrary, FIXTURE_CONTEXT } from '../tests/fixtures/library.ts';

// Each test runs commands, which take their time to start where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let root: string;
let remove: () => void;
beforeEach(() => {
  ({ root, remove } = copyOfLibrary());
  mkdirSync(join(root, 'reports'));
});
afterEach(() => remove());

/** A command of the project in the temporary library. */
function run(script: string, ...args: string[]) {
  const { CI: _, ...env } = process.env;
  return spawnSync(process.execPath, [resolve('scripts', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
}

/** An import that is at work, whose lines can be read. */
const begin = () =>
  spawn(process.execPath, [resolve('scripts/import.ts'), 'reports'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** As many reports, each on a visit in a month of its own. */
function putReports(count: number): void {
  for (let month = 1; month <= count; month++) {
    const date = new Date(Date.UTC(2018, month, 5)).toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const report = writePdf(typeset(ilacsReport({ dates: `Inspection dates: ${date} to ${date}` })));
    writeFileSync(join(root, 'reports', `${String(month).padStart(2, '0')}.pdf`), report);
  }
}

const visits = () =>
  readdirSync(join(root, 'content/visits')).filter((name) => /^northmoor-(?:2018|2019)/.test(name));

test('an import that is killed leaves no half file, and goes on when it is run again', async () => {
  const count = 12;
  putReports(count);
  const killed = begin();
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const whole = visits();
  expect(whole.length).toBeGreaterThan(0);
  for (const name of whole) {
    const { problems } = readVisit(
      readFileSync(join(root, 'content/visits', name), 'utf8'),
      `content/visits/${name}`,
      FIXTURE_CONTEXT,
    );
    expect(problems).toEqual([]);
  }
  const { status, stdout, stderr } = run('import.ts', 'reports');
  expect(stderr).toBe(`${count - whole.length} imported, ${whole.length} skipped, 0 failed\n`);
  expect(stdout.split('\n').filter((line) => line.startsWith('skipped'))).toHaveLength(whole.length);
  expect(status).toBe(0);
  expect(visits()).toHaveLength(count);
});

test('whoever has read enough lines may go: the import ends without a word', async () => {
  putReports(3);
  const import_ = begin();
  let told = '';
  import_.stderr.on('data', (data) => {
    told += data;
  });
  import_.stdout.destroy();
  const [status] = await once(import_, 'exit');
  expect({ told, status }).toEqual({ told: '', status: 1 });
});

test('an argument that there is not, and none at all: how it is used', () => {
  const unknown = run('import.ts', '--bogus', 'reports');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch(/^Unknown option '--bogus'.*[\s\S]*npm run import -- <files or folders>/);
  expect(run('import.ts').status).toBe(2);
  expect(run('import.ts', '--help').status).toBe(0);
});

const KNOWN_FROM_NEWS = `---
title: Care leavers in Northmoor
authority: northmoor
kind: focused-visit
focus: [care-leavers]
visited:
  before: 2020-03-01
sources:
  news-report:
    type: news-report
    title: A report in the newspaper
---

Inspectors found much to praise.

:::finding{#praise themes="practice" assessment="strength" source="news-report" voice="inspectorate"}
> are tenacious in their efforts
:::
`;

test('a visit known from the news, proven, and joined by its letter passes the check', () => {
  writeFileSync(join(root, 'content/visits/northmoor-2020.md'), KNOWN_FROM_NEWS);
  writeFileSync(join(root, 'reports/news.txt'), 'Leaders “are tenacious in their efforts”, it says.');
  expect(run('verify.ts', 'northmoor-2020', 'news-report', 'reports/news.txt').status).toBe(0);
  for (const source of ['letter', 'council-news'])
    expect(run('verify.ts', 'northmoor-2024', source, `sources/${source}.txt`).status).toBe(0);
  writeFileSync(
    join(root, 'reports/letter.md'),
    focusedVisitLetter('Northmoor', '4 February 2020', '14 and 15 January 2020'),
  );
  const { stdout, status } = run('import.ts', 'reports/letter.md');
  expect(stdout).toMatch(/^joined {4}reports\/letter.md {2}→ northmoor-2020\n/);
  expect(status).toBe(0);
  const check = run('check.ts');
  expect(check.stderr).toBe('');
  expect(check.stdout).toContain('3 visits, 4 themes, 2 authorities: no problems.');
  expect(check.status).toBe(0);
});
