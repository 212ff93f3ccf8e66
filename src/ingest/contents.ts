import type { Line } from './line.ts';

/** Whether a line of a table of contents ends here: with the number of a page. */
function endsWithPage(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (/^\d{1,3}$/.test(line.cells.at(-1)?.text ?? '') || /(?:\.{3,}|\s)\s*\d{1,3}$/.test(line.text))
  );
}

/** The lines without the table of contents: from its heading on, all entries, each of which ends with a page's number. */
export function withoutContents(lines: readonly Line[]): Line[] {
  const from = lines.findIndex((line) => /^(?:table of )?contents$/i.test(line.text));
  if (from === -1) return [...lines];
  let to = from + 1;
  for (;;) {
    // An entry may run over three lines, and its number stand on the last.
    const last = [2, 1, 0].find((ahead) => {
      const line = lines[to + ahead];
      return endsWithPage(line) && line?.page === lines[to]?.page;
    });
    if (last === undefined) break;
    to += last + 1;
  }
  return [...lines.slice(0, from), ...lines.slice(to)];
}
