import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, writeCsv } from './csv.ts';

/** The line that a table of one cell writes after its header. */
function written(cell: Cell): string {
  return writeCsv(['a'], [[cell]]).split('a\r\n')[1] ?? '';
}

/** A small reader of RFC 4180, to read back what was written. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of text.slice(1).matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('writeCsv', () => {
  it('begins with a byte order mark and ends every line with CR LF', () => {
    expect(writeCsv(['visit', 'days'], [['wigan-2024', 2]])).toBe('\uFEFFvisit,days\r\nwigan-2024,2\r\n');
  });

  it('writes a header alone for a table without rows', () => {
    expect(writeCsv(['visit'], [])).toBe('\uFEFFvisit\r\n');
  });

  it('leaves an unknown value empty, and tells it from false and nought', () => {
    expect(writeCsv(['a', 'b', 'c'], [[undefined, false, 0]])).toContain('\r\n,false,0\r\n');
  });

  it.each([
    ['education, employment and training', '"education, employment and training"\r\n'],
    ['a "destination" panel', '"a ""destination"" panel"\r\n'],
    ['one line\nand another', '"one line\nand another"\r\n'],
    ['a cell;=1+1', '"a cell;=1+1"\r\n'],
    ['a cell\t=1+1', '"a cell\t=1+1"\r\n'],
    ['“curly” quotation marks and £5m', '“curly” quotation marks and £5m\r\n'],
  ])('quotes only what needs it: %j', (text, line) => {
    expect(written(text)).toBe(line);
  });

  it.each([
    ['=HYPERLINK("https://evil.example","here")', `"'=HYPERLINK(""https://evil.example"",""here"")"\r\n`],
    ['+44', "'+44\r\n"],
    ['-1', "'-1\r\n"],
    ['@SUM(A1)', "'@SUM(A1)\r\n"],
    ['\tcmd', `"'\tcmd"\r\n`],
    ['\n=1', `"'\n=1"\r\n`],
    ['  =1', "'  =1\r\n"],
    ['\u00A0=1', "'\u00A0=1\r\n"],
    ['＝1', "'＝1\r\n"],
    ['＋1', "'＋1\r\n"],
    ['－1', "'－1\r\n"],
    ['＠SUM(A1)', "'＠SUM(A1)\r\n"],
    ['\r=1', `"'\r=1"\r\n`],
  ])('guards a text that a spreadsheet would take for a formula: %j', (text, line) => {
    expect(written(text)).toBe(line);
  });

  it('guards neither numbers nor a sign further on', () => {
    expect(written(-1)).toBe('-1\r\n');
    expect(written('50% = half')).toBe('50% = half\r\n');
  });

  it('writes what can be read back', () => {
    const rows = [
      ['a,b', 'c"d"', 'e\r\nf', ''],
      ['“too much onus”', "care leavers'", '–', 'é'],
    ];
    expect(readCsv(writeCsv(['w', 'x', 'y', 'z'], rows))).toEqual([['w', 'x', 'y', 'z'], ...rows]);
  });

  it('writes any text so that it can be read back, and so that no cell of it passes for a formula', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...'=+-@＝＋－＠",;\'\t\r\n \u00A0'), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const row = cells.map((signs) => signs.join(''));
        const [, read = []] = readCsv(writeCsv(row.map(String), [row])).slice(-2);
        const guarded = read.map((cell, index) => (cell === `'${row[index]}` ? row[index] : cell));
        expect(guarded).toEqual(row);
        expect(read.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('refuses a row that does not fit its columns', () => {
    expect(() => writeCsv(['a', 'b'], [['1', '2'], ['1']])).toThrow('row 2 has 1 cells for 2 columns');
  });
});
