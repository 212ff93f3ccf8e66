/** A value in a table. Nothing (`undefined`) is what is not known, or does not apply: an empty cell. */
export type Cell = string | number | boolean | undefined;

/** Tells spreadsheet programs that the file is UTF-8: without it, Excel garbles every curly quotation mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet program takes for a formula when a text begins with it, full-width signs and leading white space
 * included. Quotations come from documents that we did not write, so such a text is guarded (OWASP, “CSV injection”).
 */
const FORMULA_START = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** What ends a cell: a comma or a line end, and, where a spreadsheet program goes by its country, a semicolon or a tab. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** Whether either may be so. Of a large collection's two million cells hardly one is. */
const UNUSUAL = /^[\s=+\-@＝＋－＠]|[",;\t\r\n]/;

/** One cell as RFC 4180 writes it: in quotation marks where it must be, with those within it doubled. */
function writeCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string' && !UNUSUAL.test(cell)) return cell;
  // Only a text can pass for a formula by mistake: a negative number is a number.
  const text = typeof cell === 'string' && FORMULA_START.test(cell) ? `'${cell}` : String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as the text of a CSV file, line by line: RFC 4180, lines that end in CR LF, UTF-8 with a byte order mark. A text
 * that begins with `=`, `+`, `-`, `@`, a tab or a line end gets an apostrophe before it. The same table always gives the
 * same text.
 *
 * @param header the names of the columns
 * @param rows a cell for each column
 * @throws RangeError when a row has more or fewer cells than there are columns
 */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Generator<string, void, undefined> {
  yield BYTE_ORDER_MARK + writeLine(header);
  let number = 0;
  for (const row of rows) {
    number++;
    if (row.length !== header.length) {
      throw new RangeError(`row ${number} has ${row.length} cells for ${header.length} columns`);
    }
    yield writeLine(row);
  }
}

function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** The same in one text, for a table that is short. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  return [...csvLines(header, rows)].join('');
}
