import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { fileWriter } from './write-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-files-'));

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file is written at its address, below the path that the site is served under, in a folder that is made', () => {
  const write = fileWriter(pathToFileURL(`${folder}/`), '/inspections/');
  const [visit, other, top] = ['visits/wigan-2024/index.html', 'visits/wigan-2024/data.json', 'robots.txt'];
  for (const file of [visit, other, top]) write(`/inspections/${file}`, Buffer.from(file));
  for (const file of [visit, other, top]) expect(readFileSync(join(folder, file), 'utf8')).toBe(file);
});
