import { expect, test } from 'vitest';
import { makeFinding, makeVisit } from '../insight/fixtures.ts';
import { dataFileSize, dataFiles } from './data-files.ts';
import { tableAddress } from './download-address.ts';
import { makeCollection } from './fixtures.ts';
import { tableCsv, tablesOf } from './tables.ts';

// Three findings whose words are too long to be made bytes at once.
const findings = ['a', 'b', 'c'].map((id) => makeFinding({ id, words: [`${id} – `.repeat(30_000)] }));
const collection = makeCollection({ visits: [makeVisit({ findings })] });

test('the file of a table is its lines, however long it is', () => {
  for (const table of tablesOf(collection)) {
    const held = dataFiles(collection).get(tableAddress(table.id)) ?? [];
    expect(Buffer.from(held).toString('utf8')).toBe([...tableCsv(table)].join(''));
  }
});

test('every file is as large as a page says', () => {
  for (const [address, content] of dataFiles(collection))
    expect(dataFileSize(collection, address)).toBe(content.length);
  expect(() => dataFileSize(collection, '/data/none.csv')).toThrow('There is no file /data/none.csv');
});
