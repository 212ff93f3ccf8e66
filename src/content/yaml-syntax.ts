import { stringify } from 'yaml';
import type { ProblemFacts } from './problem.ts';

/** What the parser says of a mistake. */
interface SyntaxError {
  code: string;
  message: string;
}

/** What is wrong with a text that is no YAML, in an editor's words, and where; lines and columns from 1. */
type SyntaxProblem = ProblemFacts & { line: number; column: number };

/** A field on a line of its own, or as the first of an entry: its indentation, its name, its value. */
const FIELD = /^(\s*(?:- +)*)([\w-]+):(?: +(.*?))?\s*$/;

/**
 * Puts the parser's first error into words, from what editors get wrong: the line that is to be mended is often
 * not the one on which the parser gave up.
 *
 * @param at where the parser gave up
 */
export function syntaxProblem(
  { code, message }: SyntaxError,
  text: string,
  at: { line: number; col: number },
): SyntaxProblem {
  const lines = text.split('\n');
  return (
    tooDeep(message, at) ??
    tab(code, at) ??
    openQuote(lines, at.line) ??
    openBracket(code, message, lines, at.line) ??
    wordsAfterQuote(lines, at.line) ??
    colonInValue(lines, at.line) ??
    beginsWithMark(code, lines, at.line) ??
    noSpaceAfterColon(lines, at.line) ??
    unevenIndent(code, lines, at.line) ?? {
      line: at.line,
      column: at.col,
      rule: 'yaml',
      what: `This cannot be read as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
      todo: 'Compare with the example in CONTRIBUTING.md.',
    }
  );
}

/** Brackets in brackets in brackets: the parser gives up before the machine does. */
export const TOO_DEEP: ProblemFacts = {
  rule: 'yaml-depth',
  what: 'This YAML is nested too deeply to be read.',
  todo: 'Write it flat, as in the example in CONTRIBUTING.md.',
};

function tooDeep(message: string, at: { line: number; col: number }): SyntaxProblem | undefined {
  return /call stack/i.test(message) ? { ...TOO_DEEP, line: at.line, column: at.col } : undefined;
}

function tab(code: string, at: { line: number; col: number }): SyntaxProblem | undefined {
  if (code !== 'TAB_AS_INDENT') return undefined;
  return {
    line: at.line,
    column: at.col,
    rule: 'yaml-tab',
    what: 'This line begins with a tab, and YAML allows spaces only.',
    todo: 'Put two spaces for each level instead.',
  };
}

/** A value that opens with a quotation mark which is not closed on its line. */
function openQuote(lines: string[], upTo: number): SyntaxProblem | undefined {
  for (const [index, line] of lines.slice(0, upTo).entries()) {
    const [, indent = '', name = '', value = ''] = FIELD.exec(line) ?? [];
    const mark = value.charAt(0);
    if ((mark === '"' || mark === "'") && !value.slice(1).includes(mark)) {
      return {
        line: index + 1,
        column: line.indexOf(mark) + 1,
        rule: 'yaml-quote',
        field: name,
        what: `The mark ${mark} that opens here is not closed on this line.`,
        got: value,
        todo: instead(`${indent.trimStart()}${name}: ${value}${mark}`),
      };
    }
  }
  return undefined;
}

function openBracket(
  code: string,
  message: string,
  lines: string[],
  upTo: number,
): SyntaxProblem | undefined {
  if (!/flow (?:sequence|map)/i.test(message) && code !== 'MISSING_CHAR') return undefined;
  for (let index = Math.min(upTo, lines.length) - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    const [, indent = '', name = '', value = ''] = FIELD.exec(line) ?? [];
    const [open, close] = value.startsWith('[') ? ['[', ']'] : ['{', '}'];
    if (value.startsWith(open ?? '') && !value.includes(close ?? '')) {
      return {
        line: index + 1,
        column: line.indexOf(open ?? '') + 1,
        rule: 'yaml-bracket',
        field: name,
        what: `The bracket ${open} that opens here is not closed on this line.`,
        got: value,
        todo: instead(`${indent.trimStart()}${name}: ${value.replace(/,$/, '')}${close}`),
      };
    }
  }
  return undefined;
}

/** A value in quotation marks that goes on after them: 'Children's services'. */
function wordsAfterQuote(lines: string[], number: number): SyntaxProblem | undefined {
  const line = lines[number - 1] ?? '';
  const [, indent = '', name = '', value = ''] = FIELD.exec(line) ?? [];
  const mark = value.charAt(0);
  if (mark !== '"' && mark !== "'") return undefined;
  if (!value.slice(1, -1).includes(mark)) return undefined;
  const words = value.endsWith(mark) ? value.slice(1, -1) : value;
  return {
    line: number,
    column: line.indexOf(mark) + 1,
    rule: 'yaml-quote',
    field: name,
    what: `The value of \`${name}\` ends at the second ${mark}, and more follows.`,
    got: value,
    todo: instead(`${indent.trimStart()}${field(name, words)}`),
  };
}

/** A value with ": " in it, which YAML takes for another field. */
function colonInValue(lines: string[], number: number): SyntaxProblem | undefined {
  const line = lines[number - 1] ?? '';
  const [, indent = '', name = '', value = ''] = FIELD.exec(line) ?? [];
  if (!/: |:$/.test(value) || /^["'[{]/.test(value)) return undefined;
  return {
    line: number,
    column: line.indexOf(value) + 1,
    rule: 'yaml-colon',
    field: name,
    what: `The value of \`${name}\` holds a colon with a space after it, which YAML takes for the end of a field’s name.`,
    got: value,
    todo: instead(`${indent.trimStart()}${field(name, value)}`),
  };
}

/** A value that begins with a character that YAML keeps for itself. */
function beginsWithMark(code: string, lines: string[], number: number): SyntaxProblem | undefined {
  const line = lines[number - 1] ?? '';
  const [, indent = '', name = '', value = ''] = FIELD.exec(line) ?? [];
  if (!value || (code !== 'BAD_SCALAR_START' && !value.startsWith('- '))) return undefined;
  return {
    line: number,
    column: line.indexOf(value) + 1,
    rule: 'yaml-mark',
    field: name,
    what: `The value of \`${name}\` begins with “${value.charAt(0)}”, which has a meaning of its own in YAML.`,
    got: value,
    todo: instead(`${indent.trimStart()}${field(name, value)}`),
  };
}

function noSpaceAfterColon(lines: string[], number: number): SyntaxProblem | undefined {
  const line = lines[number - 1] ?? '';
  const [, indent = '', name, value] = /^(\s*(?:- +)*)([\w-]+):(\S.*)$/.exec(line) ?? [];
  if (name === undefined) {
    if (/:/.test(line) || line.trim() === '') return undefined;
    return {
      line: number,
      column: line.search(/\S/) + 1,
      rule: 'yaml-line',
      what: `“${line.trim().slice(0, 60)}” is neither a field nor an entry of a list.`,
      got: line.trim(),
      todo: 'Write a field as `name: value` and an entry as `- value`. A long value goes on one line.',
    };
  }
  return {
    line: number,
    column: line.indexOf(':') + 1,
    rule: 'yaml-colon',
    field: name,
    what: `There is no space after the colon of \`${name}\`.`,
    got: line.trim(),
    todo: instead(`${indent.trimStart()}${name}: ${value}`),
  };
}

/** Lines of one group that begin in different columns. */
function unevenIndent(code: string, lines: string[], number: number): SyntaxProblem | undefined {
  if (!['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT'].includes(code)) return undefined;
  const line = lines[number - 1] ?? '';
  const next = lines[number] ?? '';
  const indentOf = (text: string) => text.search(/\S|$/);
  const name = FIELD.exec(line)?.[2];
  const isValueFollowedByDeeper = FIELD.exec(line)?.[3] && indentOf(next) > indentOf(line);
  return {
    line: number,
    column: indentOf(line) + 1,
    rule: 'yaml-indent',
    field: name,
    what: isValueFollowedByDeeper
      ? `This line begins in column ${indentOf(line) + 1} and the next one further in, in column ${indentOf(next) + 1}, although this field already has its value.`
      : `This line begins in column ${indentOf(line) + 1}, which fits none of the lines above it.`,
    todo: 'Begin lines that belong together in the same column, two spaces further in for each level.',
  };
}

/** A field and its value with the quotation marks that it needs. */
function field(name: string, value: string): string {
  return stringify({ [name]: value }, { schema: 'failsafe', lineWidth: 0 }).trimEnd();
}

function instead(line: string): string {
  return `Write \`${line}\``;
}
