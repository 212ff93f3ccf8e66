import type { Problem } from './problem.ts';
import { withHiddenShown } from './text.ts';

/** The forms in which problems can be reported. */
export const REPORT_FORMATS = ['people', 'ci', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** So many allowed values are listed for people; of more, as of authorities, the message names the file. */
const LISTED = 40;

/** So many problems of one file are listed for people: nobody mends more before looking again. */
const LISTED_OF_A_FILE = 100;

/**
 * All problems in a form: for people, as annotations for continuous integration, or as JSON. In the first two, which are
 * shown in terminals, what a file holds cannot pass for a command to them.
 */
export function reportProblems(problems: readonly Problem[], format: ReportFormat): string {
  if (format === 'json') return JSON.stringify(problems.map(asData), null, 2);
  return withHiddenShown(format === 'ci' ? problems.map(asAnnotation).join('\n') : forPeople(problems));
}

/** What happened, why and what to do, a paragraph a problem, under the name of its file. */
function forPeople(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems.';
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const ofFile = files.get(problem.file ?? '');
    if (ofFile) ofFile.push(problem);
    else files.set(problem.file ?? '', [problem]);
  }
  const parts = [...files].map(([file, ofFile]) => {
    const more = ofFile.length - LISTED_OF_A_FILE;
    const rest = more > 0 ? [`  … and ${more} more in this file, once these are mended.`] : [];
    return [file, ...ofFile.slice(0, LISTED_OF_A_FILE).map(paragraph), ...rest].join('\n\n');
  });
  const [count, places] = [problems.length, files.size];
  const sum = `${count} ${count === 1 ? 'problem' : 'problems'} in ${places} ${places === 1 ? 'file' : 'files'}.`;
  return [...parts, sum].join('\n\n');
}

function paragraph(problem: Problem): string {
  const where = problem.line ? `${problem.file}:${problem.line}:${problem.column ?? 1}` : problem.file;
  const lines = [
    `  ${where}${problem.field ? `  ${cut(problem.field)}` : ''}  [${problem.ruleId}]`,
    `    ${cut(problem.reason)}`,
    `    → ${cut(problem.note ?? '').replace(/\n/g, '\n        ')}`,
  ];
  const expected = problem.expected ?? [];
  if (expected.length > 0 && expected.length <= LISTED) lines.push(`    Allowed: ${expected.join(', ')}`);
  return lines.join('\n');
}

/** So much is shown of a sentence: it may quote a line of the file that is far longer than anybody would write. */
const LONGEST_SHOWN = 2000;

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A workflow command that public forges show beside the line. */
function asAnnotation(problem: Problem): string {
  const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const place = problem.line ? `,line=${problem.line},col=${problem.column ?? 1}` : '';
  const title = property(cut(problem.field ?? problem.ruleId ?? 'content'));
  return `::error file=${property(problem.file ?? '')}${place},title=${title}::${escaped(`${cut(problem.reason)} ${cut(problem.note ?? '')}`)}`;
}

function asData(problem: Problem): Record<string, unknown> {
  return {
    file: problem.file,
    line: problem.line,
    column: problem.column,
    field: problem.field,
    rule: problem.ruleId,
    what: problem.reason,
    got: problem.actual,
    allowed: problem.expected,
    todo: problem.note,
  };
}
