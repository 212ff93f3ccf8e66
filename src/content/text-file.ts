import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problemAt } from './problem.ts';

/** Twenty times the largest file of the content, in bytes: what is larger is not read at all. */
const LARGEST = 2_000_000;

/**
 * Reads a file of the content as text. Only a file of its own is read, never one elsewhere that a link leads to:
 * what is published, or shown in a message, is what was reviewed.
 *
 * @param root the folder that holds `content/`
 * @param file its path from there
 * @returns its text; or, where it is no file, too large or not UTF-8, the problem
 */
export function readTextFile(
  root: string,
  file: string,
): { text: string; problem?: undefined } | { text?: undefined; problem: Problem } {
  const refuse = (rule: string, what: string, todo: string, line?: number) => ({
    problem: problemAt({ file, line }, { rule, what, todo }),
  });
  const path = join(root, file);
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) {
    return refuse(
      'not-a-file',
      'This is a link to another file, and links are not followed: only what stands in content/ is published.',
      'Put the file itself in its place.',
    );
  }
  if (!entry.isFile()) {
    return refuse(
      'not-a-file',
      entry.isDirectory() ? 'This is a folder with the name of a file.' : 'This is not an ordinary file.',
      'Move it out of content, or give it another name.',
    );
  }
  if (entry.size > LARGEST) {
    return refuse(
      'too-long',
      `The file has ${entry.size} bytes; ${LARGEST} are the most that is read.`,
      'Check that it is the right file.',
    );
  }
  const bytes = readFileSync(path);
  // UTF-16 begins with one of these two marks, or gives every plain letter a zero byte.
  const isWide = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
  if (isWide || bytes.includes(0)) {
    return refuse(
      'encoding',
      'The file is no plain text, or a text that was saved as UTF-16.',
      'Save it as UTF-8.',
    );
  }
  if (!isUtf8(bytes)) {
    return refuse(
      'encoding',
      'The file is not in UTF-8: this line has a character that was saved in another encoding.',
      'Save the file as UTF-8, and look whether its accents, quotation marks and dashes are right.',
      lineOfFirstFault(bytes),
    );
  }
  return { text: bytes.toString('utf8') };
}

/** The line of the first byte that is not UTF-8. No byte of a longer character is a line end, so lines are told apart first. */
function lineOfFirstFault(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split(/\r\n?|\n/);
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}
