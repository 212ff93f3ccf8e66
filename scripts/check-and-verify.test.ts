import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfLibrary } from '../tests/fixtures/library.ts';

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ root, remove } = copyOfLibrary());
});
afterEach(() => remove());

const VISIT = 'content/visits/northmoor-2024.md';
const RECEIPT = 'content/receipts/northmoor-2024.json';
const LIST = 'content/addresses.txt';
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Runs a script of the project in the temporary library, as npm does. */
function run(script: string, args: string[], env: Record<string, string> = {}) {
  const { CI: _, ...outside } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...outside, ...env },
  });
  return { status, stdout, stderr };
}
const check = (...args: string[]) => run('check.ts', args);
const verify = (...args: string[]) => run('verify.ts', args);
const verifyAll = () => {
  verify('northmoor-2024', 'letter', 'sources/letter.txt');
  verify('northmoor-2024', 'council-news', 'sources/council-news.txt');
};

describe('npm run check:content', () => {
  test('says what is held where nothing is wrong', () => {
    verifyAll();
    expect(check()).toEqual({
      status: 0,
      stdout: '2 visits, 4 themes, 2 authorities: no problems.\n',
      stderr: '',
    });
  });

  test('says what is new and not on the list of addresses that last, and does not fail for it', () => {
    verifyAll();
    writeFileSync(join(root, LIST), read(LIST).replace(' #homes-suitable', ''));
    expect(check()).toEqual({
      status: 0,
      stdout:
        '2 visits, 4 themes, 2 authorities: no problems.\nOne address is not in content/addresses.txt yet: /visits/northmoor-2024/#homes-suitable\nBefore you publish, run: npm run addresses\n',
      stderr: '',
    });
    const { status, stdout } = check('--format', 'ci');
    expect(status).toBe(0);
    expect(stdout).toContain('::warning file=content/addresses.txt');
    expect(JSON.parse(check('--format', 'json').stdout)).toEqual([]);
  });

  test('fails, and tells people what to do', () => {
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain(`${VISIT}:57:1  sources.letter  [unproven-quotation]`);
    expect(stdout).toContain('npm run verify -- northmoor-2024 letter <file of the source>');
  });

  test('writes annotations in continuous integration, without being asked', () => {
    const { status, stdout } = run('check.ts', [], { CI: 'true' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=content\/visits\/northmoor-2024\.md,line=57/);
    expect(run('check.ts', ['--format', 'people'], { CI: 'true' }).stdout).toContain('→');
  });

  test('writes JSON for other programs, also where nothing is wrong', () => {
    expect(JSON.parse(check('--format', 'json').stdout)).toHaveLength(2);
    verifyAll();
    expect(check('--format', 'json')).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  test.each([{ args: ['--format', 'xml'] }, { args: ['--formt'] }, { args: ['content'] }])(
    'says how it is used where $args is not understood',
    ({ args }) => {
      const { status, stdout } = check(...args);
      expect(status).toBe(2);
      expect(stdout).toContain('npm run check:content');
    },
  );

  test('says how it is used when asked', () => {
    expect(check('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('npm run verify', () => {
  test('writes a receipt when every quotation is in the source', () => {
    const { status, stdout } = verify('northmoor-2024', 'letter', 'sources/letter.txt');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `All 4 quotations from “letter” are in sources/letter.txt. Receipt: ${RECEIPT}\n`,
    });
    const { visit, sources } = JSON.parse(read(RECEIPT));
    expect(visit).toBe('northmoor-2024');
    expect(Object.keys(sources)).toEqual(['letter']);
    expect(sources.letter.quotations).toHaveLength(4);
  });

  test('keeps the other sources’ receipts, and writes the same bytes each time', () => {
    verifyAll();
    const once = read(RECEIPT);
    expect(Object.keys(JSON.parse(once).sources)).toEqual(['council-news', 'letter']);
    verifyAll();
    expect(read(RECEIPT)).toBe(once);
  });

  test('leaves nothing half written behind', () => {
    verifyAll();
    expect(readdirSync(join(root, 'content/receipts'))).toEqual(['northmoor-2024.json']);
  });

  test('writes none when a word differs, and says which', () => {
    writeFileSync(
      join(root, VISIT),
      read(VISIT).replace('suitable accommodation that is', 'suitable homes that are'),
    );
    const { status, stderr } = verify('northmoor-2024', 'letter', 'sources/letter.txt');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `1 of 4 quotations are not in sources/letter.txt; no receipt was written.\n\n${VISIT}:59  #homes-suitable\n    not in the source from: “homes that are well-matched to their needs.”\n`,
    );
    expect(existsSync(join(root, RECEIPT))).toBe(false);
  });

  test('leaves an old receipt alone when a word differs', () => {
    verifyAll();
    const once = read(RECEIPT);
    writeFileSync(join(root, 'sources/letter.txt'), read('sources/letter.txt').replace('Most', 'Many'));
    expect(verify('northmoor-2024', 'letter', 'sources/letter.txt').status).toBe(1);
    expect(read(RECEIPT)).toBe(once);
  });

  test('takes out what proves nothing any more, without the source', () => {
    verifyAll();
    const once = read(RECEIPT);
    writeFileSync(
      join(root, VISIT),
      read(VISIT).replace(/\n> My adviser helped me get my own flat\n/, '\nIt was heard.\n'),
    );
    const { status, stdout } = check();
    expect({ status, stdout: stdout.includes('npm run verify -- northmoor-2024 --prune') }).toEqual({
      status: 1,
      stdout: true,
    });
    expect(verify('northmoor-2024', '--prune')).toEqual({
      status: 0,
      stdout: `${RECEIPT} holds what proves the quotations of ${VISIT}, and no more.\n`,
      stderr: '',
    });
    expect(check().status).toBe(0);
    const proofs = (text: string) => text.match(/[0-9a-f]{64}/g) ?? [];
    expect(proofs(once).filter((proof) => !read(RECEIPT).includes(proof))).toHaveLength(1);
    expect(proofs(read(RECEIPT)).filter((proof) => !once.includes(proof))).toEqual([]);
  });

  test('has nothing to take out where there are no receipts', () => {
    expect(verify('northmoor-2022', '--prune')).toMatchObject({ status: 1, stdout: '' });
    expect(verify('--prune')).toMatchObject({ status: 2 });
  });

  test('checks a draft too', () => {
    writeFileSync(join(root, VISIT), read(VISIT).replace('status: published', 'status: draft'));
    expect(verify('northmoor-2024', 'letter', 'sources/letter.txt').status).toBe(0);
  });

  test.each([
    ['no arguments', [], 2, 'npm run verify -- <visit> <source id> <file of the source>'],
    ['too many', ['northmoor-2024', 'letter', 'sources/letter.txt', 'x'], 2, 'npm run verify --'],
    [
      'an unknown visit',
      ['northmoor-1999', 'letter', 'sources/letter.txt'],
      1,
      'Those held: northmoor-2024, northmoor-2022',
    ],
    [
      'an unknown source',
      ['northmoor-2024', 'news', 'sources/letter.txt'],
      1,
      'Its sources: letter, council-news',
    ],
    [
      'a source that everything has',
      ['northmoor-2024', 'constructor', 'sources/letter.txt'],
      1,
      'has no source',
    ],
    ['a file that is not there', ['northmoor-2024', 'letter', 'sources/nothing.txt'], 1, 'cannot be read'],
    ['a folder', ['northmoor-2024', 'letter', 'sources'], 1, 'cannot be read'],
    [
      'a source without quotations',
      ['northmoor-2022', 'report', 'sources/letter.txt'],
      1,
      'nothing to check',
    ],
  ])('refuses %s', (_what, args, status, message) => {
    const refused = verify(...args);
    expect(refused.status).toBe(status);
    expect(refused.stderr).toContain(message);
    expect(refused.stderr).not.toContain('    at ');
  });

  test('refuses a file that says it is a PDF and is none', () => {
    writeFileSync(join(root, 'sources/letter.pdf'), '%PDF-1.7 nothing');
    const { status, stderr } = verify('northmoor-2024', 'letter', 'sources/letter.pdf');
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be read');
  });

  test('refuses one document for two sources', () => {
    writeFileSync(
      join(root, 'sources/both.txt'),
      read('sources/letter.txt') + read('sources/council-news.txt'),
    );
    expect(verify('northmoor-2024', 'letter', 'sources/both.txt').status).toBe(0);
    const { status, stderr } = verify('northmoor-2024', 'council-news', 'sources/both.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('is the document of the source “letter” already');
  });

  test('shows the problems of a visit file that cannot be read', () => {
    writeFileSync(join(root, VISIT), read(VISIT).replace('kind: focused-visit', 'kind: visit'));
    const { status, stderr } = verify('northmoor-2024', 'letter', 'sources/letter.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('Write `kind: focused-visit`');
  });

  test('works without a receipts folder', () => {
    rmSync(join(root, 'content/receipts'), { recursive: true, force: true });
    expect(verify('northmoor-2024', 'letter', 'sources/letter.txt').status).toBe(0);
  });
});
