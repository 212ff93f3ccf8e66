import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfLibrary } from '../../tests/fixtures/library.ts';
import { readLibrary } from './library.ts';
import { unlisted, unlistedNote } from './permanence.ts';
import { reportProblems } from './report.ts';

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ root, remove } = copyOfLibrary());
});
afterEach(() => remove());

const VISIT = 'content/visits/northmoor-2024.md';
const LOG = 'content/corrections.yaml';
const REDIRECTS = 'content/redirects.yaml';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(root, file), text);
function edit(file: string, from: string | RegExp, to: string): void {
  const changed = read(file).replace(from, () => to);
  if (changed === read(file)) throw new Error(`${from} is not in ${file}.`);
  write(file, changed);
}
/** Everything that is wrong, but that nobody has checked the quotations of the fixtures. */
const problems = () => readLibrary(root).problems.filter(({ ruleId }) => ruleId !== 'unproven-quotation');
const told = () => reportProblems(problems(), 'people');
const rules = () => problems().map(({ file, ruleId, field }) => `${file} ${ruleId} ${field ?? ''}`.trim());

const PLANS = /:::finding\{#plans-not-updated[\s\S]*?\n:::\n/;
const redirects = (...rows: [from: string, to: string][]) =>
  write(
    REDIRECTS,
    `redirects:\n${rows.map(([from, to]) => `  - from: ${from}\n    to: ${to}\n    date: 2026-12-01\n    why: They said the same.\n`).join('')}`,
  );
const withdraw = (...lines: string[]) =>
  write(
    LOG,
    `corrections:\n  - date: 2026-12-01\n${lines.map((line) => `    ${line}\n`).join('')}    what: It was about one person.\n`,
  );

test('the fixtures themselves are sound', () => expect(told()).toBe('No problems.'));

describe('what an editor is told of addresses that lead nowhere', () => {
  const cases: [what: string, change: () => void][] = [
    ['a finding is gone', () => edit(VISIT, PLANS, '')],
    ['a finding has another id', () => edit(VISIT, '{#plans-not-updated', '{#plans-not-up-to-date')],
    [
      'a visit is gone',
      () => {
        rmSync(join(root, 'content/visits/northmoor-2022.md'));
        edit(VISIT, /^ {4}visit: northmoor-2022\n/m, '');
      },
    ],
    [
      'a visit is a draft again',
      () => edit('content/visits/northmoor-2022.md', 'kind: inspection', 'kind: inspection\nstatus: draft'),
    ],
    [
      'a theme has another id',
      () => {
        edit('content/themes.yaml', '  - id: practice', '  - id: quality-of-practice');
        edit('content/visits/northmoor-2022.md', 'themes="practice', 'themes="quality-of-practice');
      },
    ],
    ['a redirect from what is there', () => redirects(['/visits/northmoor-2024/#homes-suitable', '/about/'])],
    [
      'a redirect to nothing',
      () => {
        edit(VISIT, PLANS, '');
        redirects(['/visits/northmoor-2024/#plans-not-updated', '/visits/northmoor-2024/#plans']);
      },
    ],
    [
      'redirects one behind the other',
      () =>
        redirects(
          ['/visits/northmoor-2024/#a', '/visits/northmoor-2024/#b'],
          ['/visits/northmoor-2024/#b', '/visits/northmoor-2024/#homes-suitable'],
        ),
    ],
    [
      'redirects in a circle',
      () =>
        redirects(
          ['/visits/northmoor-2024/#a', '/visits/northmoor-2024/#b'],
          ['/visits/northmoor-2024/#b', '/visits/northmoor-2024/#a'],
        ),
    ],
    ['two redirects of one address', () => redirects(['/old/', '/visits/'], ['/old/', '/themes/'])],
    [
      'a redirect of a page to a file',
      () => redirects(['/visits/northmoor-2019/', '/data/visits/northmoor-2022.json']),
    ],
    ['a redirect to another site', () => redirects(['/old/', 'https://example.org/'])],
    [
      'a finding is withdrawn, and its words are there',
      () => withdraw('visit: northmoor-2024', 'finding: plans-not-updated', 'withdrawn: privacy'),
    ],
    [
      'a visit is withdrawn, and its words are there',
      () => withdraw('visit: northmoor-2022', 'withdrawn: correction'),
    ],
    ['nothing is named that was withdrawn', () => withdraw('withdrawn: privacy')],
    [
      'no such reason',
      () => withdraw('visit: northmoor-2024', 'finding: plans-not-updated', 'withdrawn: libel'),
    ],
    [
      'the list was merged by hand',
      () => write('content/addresses.txt', `${read('content/addresses.txt')}<<<<<<< HEAD\n`),
    ],
  ];

  test('is helpful', async () => {
    const all = cases.map(([what, change]) => {
      remove();
      ({ root, remove } = copyOfLibrary());
      change();
      return `## ${what}\n\n${told()}\n`;
    });
    await expect(all.join('\n')).toMatchFileSnapshot('./messages/addresses.txt');
  });
});

describe('an address that was published', () => {
  test('may lead elsewhere, to another finding, visit or page', () => {
    edit(VISIT, PLANS, '');
    redirects(['/visits/northmoor-2024/#plans-not-updated', '/visits/northmoor-2022/#practice-varies']);
    expect(told()).toBe('No problems.');
  });

  test('takes what stood within it along, where the new page has the same ids', () => {
    rmSync(join(root, 'content/visits/northmoor-2022.md'));
    edit(VISIT, /^ {4}visit: northmoor-2022\n/m, '');
    redirects(
      ['/visits/northmoor-2022/', '/visits/northmoor-2024/'],
      ['/data/visits/northmoor-2022.json', '/data/visits/northmoor-2024.json'],
    );
    expect(rules()).toEqual(['content/addresses.txt gone-address /visits/northmoor-2022/#practice-varies']);
    edit(VISIT, '#opening-times', '#practice-varies');
    expect(rules()).toEqual(['content/addresses.txt gone-address /visits/northmoor-2024/#opening-times']);
  });

  test('may be withdrawn: a finding', () => {
    edit(VISIT, PLANS, '');
    withdraw('visit: northmoor-2024', 'finding: plans-not-updated', 'withdrawn: privacy');
    expect(told()).toBe('No problems.');
  });

  test('may be withdrawn: a visit with all that was in it', () => {
    rmSync(join(root, 'content/visits/northmoor-2022.md'));
    edit(VISIT, /^ {4}visit: northmoor-2022\n/m, '');
    withdraw('visit: northmoor-2022', 'withdrawn: correction');
    expect(told()).toBe('No problems.');
  });

  test('may lead to what was withdrawn later: its reader finds the notice', () => {
    edit(VISIT, PLANS, '');
    withdraw('visit: northmoor-2024', 'finding: plans-not-updated', 'withdrawn: privacy');
    redirects(['/visits/northmoor-2024/#plans', '/visits/northmoor-2024/#plans-not-updated']);
    expect(told()).toBe('No problems.');
  });

  test('of a file that cannot be read is not said to be gone', () => {
    edit(VISIT, 'kind: focused-visit', 'kind: visit');
    expect(rules()).toEqual([`${VISIT} not-allowed kind`]);
  });

  test.each([LOG, REDIRECTS, 'content/themes.yaml', 'content/authorities.yaml'])(
    'is not said to be gone while %s cannot be read',
    (file) => {
      edit(VISIT, PLANS, '');
      write(file, `${read(file)}\n  : :\n`);
      expect(rules().filter((rule) => rule.includes('gone') && !rule.includes('plans'))).toEqual([]);
    },
  );

  test('may not be an id of another finding once it was withdrawn', () => {
    withdraw('visit: northmoor-2024', 'finding: homes-suitable', 'withdrawn: privacy');
    expect(rules()).toEqual([`${VISIT} withdrawn-text #homes-suitable`]);
  });
});

test('nothing was published, and nothing has moved, where there are no such files', () => {
  for (const file of ['content/addresses.txt', REDIRECTS]) rmSync(join(root, file));
  edit(VISIT, PLANS, '');
  expect(told()).toBe('No problems.');
  expect(unlisted(readLibrary(root).library)).toHaveLength(22);
});

test('what is new is told apart from what was listed, and is no problem', () => {
  expect(unlisted(readLibrary(root).library)).toEqual([]);
  edit('content/addresses.txt', ' #homes-suitable', '');
  const { library } = readLibrary(root);
  expect(told()).toBe('No problems.');
  expect(unlisted(library)).toEqual(['/visits/northmoor-2024/#homes-suitable']);
  expect(unlistedNote(unlisted(library))).toMatchInlineSnapshot(`
    "One address is not in content/addresses.txt yet: /visits/northmoor-2024/#homes-suitable
    Before you publish, run: npm run addresses"
  `);
  expect(unlistedNote(['/a/', '/b/', '/c/', '/d/', '/e/', '/f/'])).toContain('6 addresses are not in');
});
