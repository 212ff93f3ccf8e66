import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIXTURE_CONTEXT } from '../../tests/fixtures/library.ts';
import { anyTextAnd } from '../../tests/fixtures/texts.ts';
import { readVisit } from '../content/visit-file.ts';
import { ilacsReport, typeset, writePdf } from './fixtures.ts';
import { importReport } from './import-report.ts';

const context = {
  authorities: ['Northmoor', 'Southmoor'].map((name) => ({
    id: name.toLowerCase(),
    name,
    fullName: `${name} Council`,
    alsoCalled: [],
    region: 'North West',
    type: 'metropolitan-borough' as const,
    onsCode: 'E08000999',
    urn: '80999',
    neighbours: [],
    predecessors: [],
    reports: [],
  })),
  themes: FIXTURE_CONTEXT.themes,
  propose: () => ({ themes: ['practice'], assessment: 'context' as const }),
  factsOnly: false,
};

const REPORT = writePdf(typeset(ilacsReport()));

/** Lines as letters and reports have them, and what could be taken for something else in a visit file. */
const LINES = [
  'Inspection of Northmoor local authority children’s services',
  'Focused visit to Northmoor children’s services',
  'Inspection dates: 9 May to 20 May 2022',
  'Lead inspector: Ada Byrne, Her Majesty’s Inspector',
  'What needs to improve?',
  'The experiences and progress of care leavers: good',
  '1. Most care leavers live in suitable accommodation.',
  '2. Plans are not always updated: “too late”, they say.',
  '• The quality of plans for children in need.',
  ':::',
  ':::finding{#a themes="practice"}',
  '::from{source="x"}',
  '---',
  '--- js',
  '> [!x](javascript:alert(1)) <script>alert(1)</script>',
  '\u202E\u0007\u0000\uF06E\uFFFE',
  '\uE000 \uFFFD a\uFFFDb',
  '&#x202E; &amp; *a* _b_ `c` \\',
  '{a} "b" #c {#d .e}',
  '__proto__: constructor',
];
const line = anyTextAnd(LINES, 60);

/** Whatever a document holds: a draft that the reader takes as it is, or what is wrong with the document. */
async function isWellBehaved(bytes: Uint8Array): Promise<void> {
  const imported = await importReport(bytes, 'a-report', context);
  if (!imported.ok) {
    expect(imported.record.problems.length).toBeGreaterThan(0);
    for (const problem of imported.record.problems) {
      expect(problem).toMatch(/\S/);
      expect(problem).not.toMatch(/undefined|\[object|NaN/);
    }
    return;
  }
  const { draft, record } = imported.report;
  const year = (record.visited?.start ?? record.published ?? '').slice(0, 4);
  const file = `content/visits/${record.authority}-${year}.md`;
  const { problems } = readVisit(draft.text, file, FIXTURE_CONTEXT);
  expect(problems.map(({ line: number, reason }) => `${number}: ${reason}`)).toEqual([]);
}

test('any text of such lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), (lines) =>
      isWellBehaved(Buffer.from(lines.join('\n'))),
    ),
    { numRuns: 150 },
  );
});

test('a report, with such lines in it', async () => {
  const good = [
    ...[
      'Inspection of Northmoor local authority children’s services',
      'Inspection dates: 9 May to 20 May 2022',
    ],
    ...[
      'Lead inspector: Ada Byrne, Her Majesty’s Inspector',
      'Children get the right help at the right time.',
    ],
    ...['What needs to improve?', '• The quality of plans for children in need.'],
    ...['The experiences and progress of care leavers', '1. Most care leavers live in suitable homes.'],
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length), line), { maxLength: 8 }), (inserted) => {
      const lines = [...good];
      for (const [at, words] of inserted) lines.splice(at, 0, '', words, '');
      return isWellBehaved(Buffer.from(lines.join('\n')));
    }),
    { numRuns: 150 },
  );
});

test('a PDF with such words on its pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 6 }), (texts) =>
      isWellBehaved(writePdf(typeset(ilacsReport({ introduction: texts.map((text) => `a${text}`) })))),
    ),
    { numRuns: 20 },
  );
});

test('a PDF whose bytes were changed, left out or put in', async () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(REPORT.length - 1), removed: fc.nat(40), put: fc.uint8Array({ maxLength: 20 }) }),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(edits, (changes) => {
      let bytes = Buffer.from(REPORT);
      for (const { at, removed, put } of changes) {
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);
      }
      return isWellBehaved(new Uint8Array(bytes));
    }),
    { numRuns: 40 },
  );
});
