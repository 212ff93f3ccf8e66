import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIXTURE_CONTEXT, FOCUSED_VISIT, fixture } from '../../tests/fixtures/library.ts';
import { anyTextAnd } from '../../tests/fixtures/texts.ts';
import { readVisit } from './visit-file.ts';

const GOOD = fixture(FOCUSED_VISIT);

/** What means something to Markdown, to YAML, to directives, to HTML or to this reader. */
const SIGNS = [
  ...'[]{}()<>*_`#:|&!-+=~"\'“”‘’\\/@%?,.;\n\t ',
  '\n\n',
  '---',
  '\n---\n',
  ':::',
  '\n:::\n',
  ':::finding{#a themes="practice" assessment="strength" source="letter"}\n',
  ':::plain\n',
  '::from{source="letter"}\n',
  '> ',
  '\n> ',
  '- ',
  '1. ',
  '    ',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '&#106;avascript:',
  '&#x202E;',
  '\u202E',
  '\u0000',
  '\uD800',
  '__proto__: x\n',
  'constructor',
  '&a [*a]',
  '"\\u0000"',
  '#{x}.y',
];
const hostile = anyTextAnd(SIGNS, 20);

/** The good file, changed in one to four places: something put in, left out, or put in another place. */
const edited = fc
  .array(fc.tuple(fc.nat(GOOD.length), fc.nat(60), fc.array(hostile, { maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((edits) =>
    edits.reduce((text, [at, length, signs]) => {
      const removed = signs.length % 2 === 0 ? length : 0;
      return text.slice(0, at) + signs.join('') + text.slice(at + removed);
    }, GOOD),
  );

/** Whatever a file holds: a visit or what is wrong, never both, never neither, and never anything dangerous. */
function isWellBehaved(text: string): void {
  const { visit, problems } = readVisit(text, FOCUSED_VISIT, FIXTURE_CONTEXT);
  expect(visit === undefined).toBe(problems.length > 0);
  for (const problem of problems) {
    expect(problem.file).toBe(FOCUSED_VISIT);
    expect(problem.reason).toMatch(/\S.*[.:”]$/su);
    expect(problem.note).toMatch(/\S/);
    expect(problem.reason).not.toMatch(/undefined|\[object|NaN/);
    expect(problem.note).not.toMatch(/undefined|\[object|NaN/);
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
  }
  const html = `${visit?.summary ?? ''}${visit?.plain ?? ''}`;
  expect(html.replace(/<\/?(?:p|em|strong|ul|ol|li|br)>|<a href="https?:[^"<>]*">|<\/a>/g, '')).not.toMatch(
    /</,
  );
  expect(html).not.toMatch(/<script|<[^>]*\son\w+=|href="javascript:/i);
  // Only what a source says is a quotation, and every quotation is there to be checked.
  for (const { quotes } of visit?.findings ?? [])
    for (const { text: words } of quotes) expect(words).toMatch(/\S/);
}

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isWellBehaved), { numRuns: 200 });
});

test('any text of the signs that mean something', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 40 }), (signs) => isWellBehaved(signs.join(''))),
    { numRuns: 300 },
  );
});

test('any such text as front matter', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 30 }), (signs) =>
      isWellBehaved(`---\n${signs.join('')}\n---\n\nA summary.\n`),
    ),
    { numRuns: 300 },
  );
});

test('any such text as a body', () => {
  const head = GOOD.slice(0, GOOD.indexOf('\n---\n', 4) + 5);
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 40 }), (signs) => isWellBehaved(head + signs.join(''))),
    { numRuns: 300 },
  );
});

test('the good file, changed', () => {
  fc.assert(fc.property(edited, isWellBehaved), { numRuns: 500 });
});
