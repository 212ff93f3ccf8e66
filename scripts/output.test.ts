import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginOutput, dropOutput, type Output, publishOutput } from './output.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inspection-insights-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The number of a process that is over. */
const OVER = spawnSync(process.execPath, ['--version']).pid;

const write = (folder: string, words: string) => writeFileSync(join(folder, 'index.html'), words);
const site = () => readFileSync(join(root, 'dist/index.html'), 'utf8');
const left = () => readdirSync(join(root, '.cache/builds'));
/** A build that goes well. */
function build(words: string): void {
  const output = beginOutput(root);
  write(output.folder, words);
  publishOutput(output);
}
/** Makes what a build has written look like that of a process that was killed. */
function kill({ folder, aside }: Output): void {
  for (const path of [folder, aside]) {
    if (existsSync(path)) renameSync(path, path.replace(`${process.pid}-`, `${OVER}-`));
  }
}

test('a site takes the place of the last one, whole, and nothing is left behind', () => {
  build('first');
  writeFileSync(join(root, 'dist/old.html'), '');
  build('second');
  expect(site()).toBe('second');
  expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
  expect(left()).toEqual([]);
});

test('a build that fails leaves the last site as it was', () => {
  build('first');
  const output = beginOutput(root);
  write(output.folder, 'half of it');
  dropOutput(output);
  expect(site()).toBe('first');
  expect(left()).toEqual([]);
});

describe('a build that is killed', () => {
  test.each<[string, (output: Output) => void]>([
    ['before it has written anything', () => {}],
    ['while it writes', ({ folder }) => write(folder, 'half of it')],
    ['when its site is whole and not in its place', ({ folder }) => write(folder, 'second')],
    [
      'in the moment between the two renamings',
      ({ folder, site, aside }) => {
        write(folder, 'second');
        renameSync(site, aside);
      },
    ],
  ])('%s costs nothing: the next one finds the last good site', (_when, does) => {
    build('first');
    const killed = beginOutput(root);
    does(killed);
    kill(killed);
    const next = beginOutput(root);
    expect(site()).toBe('first');
    expect(left()).toEqual([next.folder.split('/').at(-1)]);
    write(next.folder, 'third');
    publishOutput(next);
    expect(site()).toBe('third');
  });

  test('when its site is in its place has done what it had to', () => {
    build('first');
    const killed = beginOutput(root);
    write(killed.folder, 'second');
    renameSync(killed.site, killed.aside);
    renameSync(killed.folder, killed.site);
    kill(killed);
    beginOutput(root);
    expect(site()).toBe('second');
  });
});

describe('two builds at once', () => {
  test('have a folder each, and the one that ends last stays', () => {
    const [one, other] = [beginOutput(root), beginOutput(root)];
    write(one.folder, 'one');
    write(other.folder, 'other');
    publishOutput(other);
    publishOutput(one);
    expect(site()).toBe('one');
    expect(left()).toEqual([]);
  });

  test('may end in the same moment', () => {
    build('first');
    const [one, other] = [beginOutput(root), beginOutput(root)];
    write(one.folder, 'one');
    write(other.folder, 'other');
    renameSync(other.site, other.aside);
    publishOutput(one);
    // The other goes on where it was: the place that it had emptied is taken again.
    publishOutput(other);
    expect(site()).toBe('other');
    expect(left()).toEqual([]);
  });
});

test('what cannot be put in its place is said, and the last site stays', () => {
  build('first');
  const output = beginOutput(root);
  rmSync(output.folder, { recursive: true });
  expect(() => publishOutput(output)).toThrow('ENOENT');
  expect(site()).toBe('first');
});
