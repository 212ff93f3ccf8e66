import { type Problem, problemAt } from './problem.ts';

/** Five times the longest file of the content, in characters. */
const LONGEST_FILE = 500_000;

/** Five times as many lines as any file of the content has: an empty one too costs the parser its time. */
const MOST_LINES = 20_000;

/** Ten times the longest paragraph of any report: the Markdown parser takes its time over what is longer. */
const LONGEST_STRETCH = 20_000;

/** A hundred times the marks of Markdown in any paragraph: the parser weighs each against all the others. */
const MOST_MARKS = 1000;

/** A list in a quotation in a list is deep enough; the parser is slow at hundreds and gives up at thousands. */
const DEEPEST = 12;

/** A list is nested by blanks too; no list is nested so deeply. */
const MOST_BLANKS = 80;

/** The marks of quotations and lists with which a line begins. */
const MARKS = /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*/;

/** A line that opens or closes a block stays, so that the block stays whole. */
const KEPT = /^\s*:{2,}.{0,2000}$/;

/** What is wrong with a file that is longer than anybody would write, which is then not read. */
export function tooLong(text: string, file: string): Problem | undefined {
  const lines = text.split('\n').length;
  if (text.length <= LONGEST_FILE && lines <= MOST_LINES) return undefined;
  const [has, most] =
    lines > MOST_LINES ? [`${lines} lines`, MOST_LINES] : [`${text.length} characters`, LONGEST_FILE];
  return problemAt(
    { file, line: 1 },
    {
      rule: 'too-long',
      field: 'file',
      what: `The file has ${has}; ${most} are the most that is read.`,
      todo: 'Check that it is the right file.',
    },
  );
}

/**
 * A body without the stretches that nobody would write and that would hold the parser up, each blanked, and a
 * problem for each of them.
 */
export function withinReason(body: string, file: string): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = body.split('\n');
  const blank = (from: number, to: number, what: string, todo: string) => {
    problems.push(problemAt({ file, line: from + 1 }, { rule: 'too-much', what, todo }));
    for (let line = from; line < to; line++) if (!KEPT.test(lines[line] ?? '')) lines[line] = '';
  };
  for (let from = 0; from < lines.length; from++) {
    let [to, length] = [from, 0];
    while (to < lines.length && lines[to]?.trim()) length += (lines[to++]?.length ?? 0) + 1;
    if (length > LONGEST_STRETCH) {
      blank(
        from,
        to,
        `There are ${length} characters here without an empty line; ${LONGEST_STRETCH} are the most that can be read.`,
        'Divide them into paragraphs.',
      );
    }
    const marks =
      lines
        .slice(from, to)
        .join('')
        .match(/[*_`<[\]]/g)?.length ?? 0;
    if (marks > MOST_MARKS) {
      blank(
        from,
        to,
        `There are ${marks} marks of Markdown (such as * or [) here without an empty line; ${MOST_MARKS} are the most that can be read.`,
        'Remove the marks, or divide the text into paragraphs.',
      );
    }
    for (let line = from; line < to; line++) {
      if (isTooDeep(lines[line] ?? '')) {
        const what =
          'This line begins with more quotations, lists or blanks within one another than can be read.';
        blank(line, line + 1, what, 'Write it as a paragraph, or as a quotation with one >');
      }
    }
    from = to;
  }
  return { text: lines.join('\n'), problems };
}

function isTooDeep(line: string): boolean {
  const marks = MARKS.exec(line)?.[0].replace(/[\s\d.]/g, '') ?? '';
  return marks.length > DEEPEST || line.search(/[^ \t]/) > MOST_BLANKS;
}

/** Nested too deeply for the parser, in a way that no line shows by itself. */
export function tooDeep(file: string, line: number): Problem {
  return problemAt(
    { file, line },
    {
      rule: 'too-much',
      what: 'Something here is nested too deeply to be read.',
      todo: 'Write it as plain paragraphs.',
    },
  );
}
