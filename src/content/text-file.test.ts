import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfLibrary, FOCUSED_VISIT, fixture } from '../../tests/fixtures/library.ts';
import { readLibrary } from './library.ts';
import { reportProblems } from './report.ts';

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ root, remove } = copyOfLibrary());
});
afterEach(() => remove());

const THEMES = 'content/themes.yaml';
const RECEIPT = 'content/receipts/northmoor-2024.json';
const path = (file: string) => join(root, file);

/** What may stand where a file of the content should, and what the editor of each is told. */
const HOSTILE: [what: string, file: string, put: (file: string) => void][] = [
  ['a visit that is a link', FOCUSED_VISIT, (file) => symlinkSync('/etc/passwd', file)],
  ['a visit that is a link to nothing', FOCUSED_VISIT, (file) => symlinkSync('nowhere', file)],
  ['a visit that is a folder', FOCUSED_VISIT, (file) => mkdirSync(file)],
  ['a visit that is a pipe', FOCUSED_VISIT, (file) => execFileSync('mkfifo', [file])],
  [
    'a visit in Latin-1',
    FOCUSED_VISIT,
    (file) => writeFileSync(file, Buffer.from(`${fixture(FOCUSED_VISIT)}caf\u00E9\n`, 'latin1')),
  ],
  [
    'a visit in UTF-16',
    FOCUSED_VISIT,
    (file) => writeFileSync(file, Buffer.from(`\uFEFF${fixture(FOCUSED_VISIT)}`, 'utf16le')),
  ],
  [
    'a visit with zero bytes',
    FOCUSED_VISIT,
    (file) => writeFileSync(file, fixture(FOCUSED_VISIT).replaceAll('e', '\0')),
  ],
  ['a visit of 10 MB', FOCUSED_VISIT, (file) => writeFileSync(file, 'x'.repeat(10_000_000))],
  ['a visit of 30,000 lines', FOCUSED_VISIT, (file) => writeFileSync(file, '\n'.repeat(30_000))],
  ['a taxonomy of 10 MB', THEMES, (file) => writeFileSync(file, '- a\n'.repeat(2_500_000))],
  ['a taxonomy of 30,000 lines', THEMES, (file) => writeFileSync(file, '- a\n'.repeat(30_000))],
  ['a taxonomy of one long line', THEMES, (file) => writeFileSync(file, `themes: ${'['.repeat(400_000)}`)],
  ['a taxonomy that is a link', THEMES, (file) => symlinkSync('/etc/passwd', file)],
  ['a taxonomy in Latin-1', THEMES, (file) => writeFileSync(file, Buffer.from('a: \u00E9', 'latin1'))],
  ['a receipt that is a link', RECEIPT, (file) => symlinkSync('/etc/passwd', file)],
  ['a receipt of 10 MB', RECEIPT, (file) => writeFileSync(file, '['.repeat(10_000_000))],
  ['a receipt of brackets', RECEIPT, (file) => writeFileSync(file, '['.repeat(900_000))],
  ['a folder that is a link', 'content/visits', (file) => symlinkSync('/etc', file)],
  ['a folder that is a file', 'content/receipts', (file) => writeFileSync(file, 'x')],
];

describe('what is put where a file of the content should be', () => {
  test.each(HOSTILE)('%s is refused, without a look at what is in it', (_what, file, put) => {
    rmSync(path(file), { recursive: true, force: true });
    mkdirSync(path('content/receipts'), { recursive: true });
    if (file === 'content/receipts') rmSync(path(file), { recursive: true });
    put(path(file));
    const { problems } = readLibrary(root);
    expect(problems.filter((problem) => problem.file === file)).toHaveLength(1);
    expect(reportProblems(problems, 'people')).not.toContain('root:');
  });

  test('as an editor is told of it', async () => {
    const told: string[] = [];
    for (const [what, file, put] of HOSTILE) {
      const library = copyOfLibrary();
      mkdirSync(join(library.root, 'content/receipts'), { recursive: true });
      rmSync(join(library.root, file), { recursive: true, force: true });
      put(join(library.root, file));
      const own = readLibrary(library.root).problems.filter((problem) => problem.file === file);
      told.push(`## ${what}\n\n${reportProblems(own, 'people').split('\n').slice(2, -2).join('\n')}\n`);
      library.remove();
    }
    await expect(told.join('\n')).toMatchFileSnapshot('./messages/no-text.txt');
  });
});

test('a file is read whatever its line ends, with or without a byte order mark', () => {
  const read = () => readLibrary(root).problems.map(({ ruleId }) => ruleId);
  const before = read();
  for (const file of [FOCUSED_VISIT, THEMES]) {
    writeFileSync(path(file), `\uFEFF${fixture(file).replaceAll('\n', '\r\n')}`);
  }
  expect(read()).toEqual(before);
});
