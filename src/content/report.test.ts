import { describe, expect, test } from 'vitest';
import { FIXTURE_CONTEXT, FOCUSED_VISIT, fixture } from '../../tests/fixtures/library.ts';
import { problemAt } from './problem.ts';
import { REPORT_FORMATS, reportProblems } from './report.ts';
import { readVisit } from './visit-file.ts';

const broken = fixture(FOCUSED_VISIT)
  .replace('title: Care leavers in', 'title: “100%” care leavers, in')
  .replace('start: 2024-09-17', 'start: 17 September 2024')
  .replace('inspectors:\n  - Ruth Amos\n  - Idris Bell', 'inspectors: Ruth Amos, Idris Bell')
  .replace('assessment="strength"', 'assessment="strenght"');
const { problems } = readVisit(broken, FOCUSED_VISIT, FIXTURE_CONTEXT);

describe('problems as they are reported', () => {
  test('for people', () => {
    expect(reportProblems(problems, 'people')).toMatchSnapshot();
  });

  test('for continuous integration: an annotation a line, its signs escaped', () => {
    const report = reportProblems(problems, 'ci');
    expect(report.split('\n')).toHaveLength(problems.length);
    expect(report).toMatchSnapshot();
  });

  test('as JSON', () => {
    const report = reportProblems(problems, 'json');
    expect(JSON.parse(report)).toHaveLength(problems.length);
    expect(report).toMatchSnapshot();
  });

  test('of a file as a whole, without a line', () => {
    const facts = { rule: 'missing-file', what: 'This file is missing.', todo: 'Put it back.' };
    const [problem] = [problemAt({ file: 'content/a,b:c.yaml' }, facts)];
    expect(reportProblems([problem], 'people')).toBe(
      'content/a,b:c.yaml\n\n  content/a,b:c.yaml  [missing-file]\n    This file is missing.\n    → Put it back.\n\n1 problem in 1 file.',
    );
    expect(reportProblems([problem], 'ci')).toBe(
      '::error file=content/a%2Cb%3Ac.yaml,title=missing-file::This file is missing. Put it back.',
    );
  });

  test('several files, each under its name', () => {
    const facts = { rule: 'r', what: 'What.', todo: 'Todo.' };
    const report = reportProblems(
      [
        problemAt({ file: 'a.md' }, facts),
        problemAt({ file: 'b.md' }, facts),
        problemAt({ file: 'a.md' }, facts),
      ],
      'people',
    );
    expect(report.match(/^\S+\.md$/gm)).toEqual(['a.md', 'b.md']);
    expect(report).toMatch(/3 problems in 2 files\.$/);
  });

  test('what a file holds is no command to the terminal or the forge that shows them', () => {
    const what = 'There is no \u001B[2J“\n::error::x” \u202Ehere.';
    const problem = problemAt({ file: 'a\u0007.md' }, { rule: 'r', field: '\u009Bf', what, todo: 'Todo.' });
    for (const format of ['people', 'ci'] as const) {
      expect(reportProblems([problem], format)).not.toMatch(/(?!\n)\p{C}/u);
    }
    expect(reportProblems([problem], 'ci').split('\n')).toHaveLength(1);
  });

  test('more of one file than anybody mends at once: the first hundred, and how many more', () => {
    const facts = { rule: 'r', what: 'x'.repeat(3000), todo: 'Todo.' };
    const many = Array.from({ length: 20_000 }, () => problemAt({ file: 'a.md', line: 1 }, facts));
    const report = reportProblems(many, 'people');
    expect(report.match(/\[r\]/g)).toHaveLength(100);
    expect(report).toMatch(
      /… and 19900 more in this file, once these are mended\.\n\n20000 problems in 1 file\.$/,
    );
    expect(report.length).toBeLessThan(210_000);
    expect(JSON.parse(reportProblems(many, 'json'))).toHaveLength(20_000);
  });

  test('none', () => {
    expect(REPORT_FORMATS.map((format) => reportProblems([], format))).toEqual(['No problems.', '', '[]']);
  });

  test('a list of allowed values that is too long to read is left to the file it comes from', () => {
    const allowed = Array.from({ length: 160 }, (_, index) => `authority-${index}`);
    const problem = problemAt({ file: 'a.md' }, { rule: 'r', what: 'What.', todo: 'Todo.', allowed });
    expect(reportProblems([problem], 'people')).not.toContain('Allowed');
    expect(JSON.parse(reportProblems([problem], 'json'))[0].allowed).toHaveLength(160);
  });
});
