import { describe, expect, test } from 'vitest';
import { reportProblems } from './report.ts';
import { readYaml } from './yaml.ts';

const read = (text: string) => readYaml(text, 'a.yaml');

describe('values stay the text that was written', () => {
  test.each([
    ['2024', '2024'],
    ['1.10', '1.10'],
    ['12:30', '12:30'],
    ['2024-09-17', '2024-09-17'],
    ['true', 'true'],
    ['no', 'no'],
    ['0x12', '0x12'],
    ['1e3', '1e3'],
    ['"80579"', '80579'],
    ["'it''s'", "it's"],
    ['', ''],
    ['10:30am', '10:30am'],
    ['>-\n  two\n  lines', 'two lines'],
  ])('%s', (written, value) => {
    expect(read(`a: ${written}\n`)).toMatchObject({ value: { a: value }, problems: [] });
  });

  test('remarks on lines of their own are left out', () => {
    expect(read('# one\na: b\n# two\n')).toMatchObject({ value: { a: 'b' }, problems: [] });
  });
});

describe('places', () => {
  const yaml = readYaml('sources:\n  letter:\n    type: x\nfocus: [a, b]\n', 'a.md', 2);

  test.each([
    [['sources', 'letter', 'type'], 4, 11],
    [['focus', 1], 5, 12],
    [['sources', 'letter', 'title'], 4, 5],
    [['nothing'], 2, 1],
    [[], 2, 1],
  ])('%j stands on line %i, column %i', (path, line, column) => {
    expect(yaml.placeOf(path)).toEqual({ file: 'a.md', line, column });
  });

  test('of keys', () => {
    expect(yaml.placeOfKey(['sources'], 'letter')).toEqual({ file: 'a.md', line: 3, column: 3 });
    expect(yaml.placeOfKey([], 'nothing')).toMatchObject({ file: 'a.md', line: 2 });
  });
});

/** Mistakes, each with the place and the rule of its one problem. */
const MISTAKES: [what: string, text: string, place: string, rule: string][] = [
  ['a colon in a value', 'a: b: c', '1:4', 'yaml-colon'],
  ['a colon at the end of a value', 'a: b c:', '1:4', 'yaml-colon'],
  ['no space after a colon', 'a: b\nc:d\n', '2:2', 'yaml-colon'],
  ['a quotation mark that is not closed', 'a: "b\nc: d\n', '1:4', 'yaml-quote'],
  ['a quotation mark that is closed lines below', 'a: "b\nc: "d"\n', '1:4', 'yaml-quote'],
  ['an apostrophe in single quotation marks', "a: 'b's'", '1:4', 'yaml-quote'],
  ['words after a quotation', 'a: "b" c', '1:4', 'yaml-quote'],
  ['a bracket that is not closed', 'a: [b, c\nd: e\n', '1:4', 'yaml-bracket'],
  ['a brace that is not closed', 'a: {b: c\nd: e\n', '1:4', 'yaml-bracket'],
  ['a value that begins with @', 'a: @b', '1:4', 'yaml-mark'],
  ['a value that begins with a percent sign', 'a: %b', '1:4', 'yaml-mark'],
  ['a value that begins with a dash', 'a: - b', '1:4', 'yaml-mark'],
  ['a tab', 'a:\n\tb: c', '2:1', 'yaml-tab'],
  ['a line too far in', 'a: b\n  c: d\n', '1:1', 'yaml-indent'],
  ['a line not far enough in', 'a:\n   b: c\n  d: e\n', '3:3', 'yaml-indent'],
  ['a line without a field', 'a: b\nc\n', '2:1', 'yaml-line'],
  ['a value on two lines', 'a: b\n  c\n', '1:4', 'yaml-runs-on'],
  ['a quoted value on two lines', 'a: "b\n  c"\n', '1:4', 'yaml-runs-on'],
  ['an entry too far in', 'a:\n  - b\n   - c\n', '2:5', 'yaml-runs-on'],
  ['a number sign', 'a: b #2', '1:4', 'yaml-remark'],
  ['a remark behind a value', 'a: b # not sure', '1:4', 'yaml-remark'],
  ['an anchor', 'a: &b c', '1:7', 'yaml-mark'],
  ['a tag', 'a: !b c', '1:7', 'yaml-mark'],
  ['a tag of YAML’s own', 'a: !!int 1', '1:10', 'yaml-mark'],
  ['an alias', 'a: *b', '1:4', 'yaml-alias'],
  ['a merge', 'a: {b: c}\n<<: *a', '2:5', 'yaml-alias'],
  ['null', 'a: null', '1:4', 'yaml-null'],
  ['a tilde', 'a: ~', '1:4', 'yaml-null'],
  ['a field twice', 'a: b\nc: d\na: e', '3:1', 'yaml-key'],
  ['a field twice, further in', 'a:\n  b: c\n  b: d', '3:3', 'yaml-key'],
  ['__proto__', '__proto__:\n  a: b', '1:1', 'yaml-key'],
  ['constructor', 'a:\n  constructor: b', '2:3', 'yaml-key'],
  ['a field named by a list', '[a]: b', '1:1', 'yaml-key'],
  ['a second document', 'a: b\n---\nc: d', '2:1', 'yaml-end'],
  ['an end before the end', 'a: b\n...\nc: d', '3:1', 'yaml-end'],
  ['an invisible character as a code', 'a: "b\\u202Ec"', '1:4', 'hidden-character'],
  ['10,000 brackets', `a: ${'['.repeat(10_000)}`, '1:', 'yaml-depth'],
  ['10,000 braces', `a: ${'{b: '.repeat(10_000)}`, '1:', 'yaml-depth'],
];

describe('mistakes', () => {
  test.each(MISTAKES)('%s', (_what, text, place, rule) => {
    const { problems } = read(text);
    expect(problems.map(({ ruleId }) => ruleId)).toEqual([rule]);
    expect(`${problems[0]?.line}:${problems[0]?.column}`).toMatch(new RegExp(`^${place}`));
  });

  test('an alias cannot make a small text huge', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [index, name] of [...'bcdefghi'].entries()) {
      const last = 'abcdefghi'[index];
      bomb.push(`${name}: &${name} [*${last}, *${last}, *${last}, *${last}, *${last}, *${last}]`);
    }
    const { value, problems } = read(bomb.join('\n'));
    expect(value).toBeUndefined();
    expect(problems.some(({ ruleId }) => ruleId === 'yaml-alias')).toBe(true);
  });

  test('nothing reaches the prototype of anything', () => {
    read('__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('as an editor is told of them', async () => {
    const told = MISTAKES.map(([what, text]) => {
      const shown = text.length > 200 ? `${text.slice(0, 40)}…` : text;
      const report = reportProblems(read(text).problems, 'people').split('\n').slice(2, -2).join('\n');
      return `## ${what}\n\n${shown.trimEnd().replace(/^/gm, '| ').replace(/\t/g, '⇥')}\n\n${report.replace(/:\d{3,}/, ':…')}\n`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot('./messages/yaml.txt');
  });
});
