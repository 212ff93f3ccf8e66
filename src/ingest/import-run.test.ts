import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { readLibrary } from '../content/library.ts';
import { fileReader } from './file-reader.ts';
import { focusedVisitLetter, ilacsReport, typeset, writePdf } from './fixtures.ts';
import { type FileOutcome, type ImportOptions, importReports } from './import-run.ts';
import { readRegister } from './register.ts';

// Threads take their time to start where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const register = readRegister(process.cwd());
const LETTER = focusedVisitLetter('Wigan', '4 November 2024', '17 and 18 September 2024');

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  out = join(folder, 'content', 'visits');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const inspection = (place: string, dates: string) =>
  writePdf(
    typeset(
      ilacsReport({
        title: [`Inspection of ${place} local authority`, 'children’s services'],
        dates: `Inspection dates: ${dates}`,
      }),
    ),
  );

async function run(paths: string[], options: Partial<ImportOptions> = {}): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  const all = {
    out,
    factsOnly: false,
    dryRun: false,
    force: false,
    everyFact: false,
    threads: 2,
    register: () => register,
  };
  for await (const outcome of importReports({ ...all, ...options, paths })) outcomes.push(outcome);
  return outcomes;
}

const short = (outcomes: FileOutcome[]) =>
  outcomes.map(({ outcome, visit }) => `${outcome} ${visit ?? ''}`.trim());

/** What the whole check says of the folder, with the register and taxonomy of the project. */
function check(): string[] {
  mkdirSync(join(folder, 'content'), { recursive: true });
  for (const file of ['authorities.yaml', 'themes.yaml', 'corrections.yaml']) {
    cpSync(join(process.cwd(), 'content', file), join(folder, 'content', file));
  }
  const { library, problems } = readLibrary(folder);
  return [
    ...library.visits.map(({ id, findings }) => `${id}: ${findings.length} findings`),
    ...problems.map(({ reason }) => reason),
  ];
}

test('reports become drafts that pass the check, their quotations proven', async () => {
  const paths = [put('a.pdf', inspection('Wigan', '9 May to 20 May 2022')), put('b.md', LETTER)];
  const outcomes = await run(paths);
  expect(short(outcomes)).toEqual(['imported wigan-2022', 'imported wigan-2024']);
  expect(outcomes[0]?.record).toEqual({
    file: paths[0],
    ok: true,
    problems: [],
    authority: 'wigan',
    kind: 'inspection',
    framework: 'ILACS',
    visited: { start: '2022-05-09', end: '2022-05-20' },
    published: null,
    inspectors: ['Ada Byrne'],
    judgements: {
      overall: 'good',
      leaders: 'good',
      helpAndProtection: 'requires-improvement',
      childrenInCareAndCareLeavers: 'good',
    },
    improvements: 2,
    paragraphs: 4,
  });
  expect(check()).toEqual(['wigan-2024: 4 findings', 'wigan-2022: 7 findings']);
  const file = readFileSync(join(out, 'wigan-2022.md'), 'utf8');
  expect(file).toContain('status: draft');
  expect(file).toContain('\n:::finding{#p2 ');
  expect(file).toContain('tagged="rules"');
});

test('run again: what is there is skipped, without --force nothing is written over', async () => {
  const path = put('a.pdf', inspection('Wigan', '9 May to 20 May 2022'));
  await run([path]);
  const visit = join(out, 'wigan-2022.md');
  writeFileSync(visit, readFileSync(visit, 'utf8').replace('Wigan, May 2022', 'Wigan, edited'));
  const [again] = await run([path]);
  expect(again).toMatchObject({ outcome: 'skipped', visit: 'wigan-2022' });
  expect(again?.record.problems).toEqual([
    'It was imported before, as wigan-2022. Use --force to import it anew.',
  ]);
  expect(readFileSync(visit, 'utf8')).toContain('edited');
  // The same visit from another file is known by its facts.
  const other = put(
    'b.pdf',
    writePdf(
      typeset(ilacsReport({ title: ['Wigan Council', 'Inspection of children’s social care services'] })),
    ),
  );
  expect(short(await run([other]))).toEqual(['skipped wigan-2022']);
  expect(short(await run([path], { force: true }))).toEqual(['imported wigan-2022']);
  expect(readFileSync(visit, 'utf8')).not.toContain('edited');
});

test('several visits of one year and month, in the order of the files whatever the threads do', async () => {
  for (const [name, dates] of [
    ['a', '10 January to 14 January 2022'],
    ['b', '9 May to 20 May 2022'],
    ['c', '23 May to 27 May 2022'],
  ] as const) {
    put(`${name}.pdf`, inspection('Wigan', dates));
  }
  for (const threads of [1, 3]) {
    rmSync(join(folder, 'content'), { recursive: true, force: true });
    expect(short(await run([folder], { threads }))).toEqual([
      'imported wigan-2022',
      'imported wigan-2022-05',
      'imported wigan-2022-05-2',
    ]);
  }
  expect(check().slice(0, 3)).toEqual([
    'wigan-2022-05-2: 7 findings',
    'wigan-2022-05: 7 findings',
    'wigan-2022: 7 findings',
  ]);
});

test('--dry-run writes nothing; --facts-only writes the front matter alone, which passes the check', async () => {
  const path = put('a.pdf', inspection('Wigan', '9 May to 20 May 2022'));
  expect(short(await run([path], { dryRun: true }))).toEqual(['imported wigan-2022']);
  expect(existsSync(out)).toBe(false);
  expect(short(await run([path], { factsOnly: true }))).toEqual(['imported wigan-2022']);
  expect(readFileSync(join(out, 'wigan-2022.md'), 'utf8')).not.toMatch(/:::|whole/);
  expect(check()).toEqual(['wigan-2022: 0 findings']);
});

const KNOWN_FROM_NEWS = `---
title: Care leavers in Wigan
authority: wigan
kind: focused-visit
focus:
  - care-leavers
visited:
  before: 2024-12-15
  days: 2
inspectors: [Sophie Walsh]
sources:
  news-report:
    type: news-report
    title: A report in the newspaper
---

Inspectors found much to praise.

:::finding{#improve-1 themes="pathway-plans" assessment="improvement" source="news-report" voice="inspectorate"}
> are tenacious in their efforts to support all young people
:::

:::finding{#tenacious themes="leadership" assessment="strength" source="news-report" voice="inspectorate"}
> are tenacious in their efforts to support young people
:::
`;

test('a letter joins the visit that was known from the news, and says where the account differs', async () => {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'wigan-2024.md'), KNOWN_FROM_NEWS);
  const [outcome] = await run([put('letter.md', LETTER)]);
  expect(outcome).toMatchObject({ outcome: 'joined', visit: 'wigan-2024' });
  expect(outcome?.record.problems).toEqual([
    'The file said: before 2024-12-15. The report gives 2024-09-17 to 2024-09-18, which it says now.',
    'The file gives inspectors as Sophie Walsh; the report, as Ada Byrne.',
    '#improve-1 quotes the inspectors from “news-report” otherwise than the report has it, from: “all young people”.',
  ]);
  const file = readFileSync(join(out, 'wigan-2024.md'), 'utf8');
  expect(file).toContain('Inspectors found much to praise.');
  expect(file).toContain('visited:\n  start: 2024-09-17\n  end: 2024-09-18\n');
  expect(file).toContain('{#letter-improve-1 ');
  expect(check().filter((line) => !/news-report/.test(line))).toEqual(['wigan-2024: 6 findings']);
  expect(short(await run([join(folder, 'letter.md')]))).toEqual(['skipped wigan-2024']);
});

describe('a report joins the inspection that was known from the news', () => {
  const known = (judgements: string) =>
    KNOWN_FROM_NEWS.replace('kind: focused-visit\nfocus:\n  - care-leavers\n', 'kind: inspection\n')
      .replace(/visited:[\s\S]*?days: 2\n/, 'visited:\n  start: 2022-05-09\n  end: 2022-05-19\n')
      .replace('inspectors: [Sophie Walsh]\n', judgements);
  const joined = async (judgements: string) => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'wigan-2022.md'), known(judgements));
    const [outcome] = await run([put('report.pdf', inspection('Wigan', '9 May to 20 May 2022'))]);
    expect(outcome).toMatchObject({ outcome: 'joined', visit: 'wigan-2022' });
    expect(check().filter((line) => !/news-report/.test(line))).toEqual([
      expect.stringMatching(/^wigan-2022: \d+ findings$/),
    ]);
    const file = readFileSync(join(out, 'wigan-2022.md'), 'utf8');
    return { told: outcome?.record.problems.filter((problem) => !problem.startsWith('#')), file };
  };

  test('and its grades are taken where the file has none', async () => {
    const { told, file } = await joined('');
    expect(told).toEqual([
      'The file said: 2022-05-09 to 2022-05-19. The report gives 2022-05-09 to 2022-05-20, which it says now.',
    ]);
    expect(file).toContain('\njudgements:\n  overall: good\n');
    expect(file).toContain('\n  end: 2022-05-20\n');
  });

  test('and a grade that the file gives otherwise stays, and is told', async () => {
    const grades = ['overall: outstanding', 'leaders: good', 'helpAndProtection: requires-improvement'];
    const { told, file } = await joined(
      `judgements:\n${[...grades, 'childrenInCareAndCareLeavers: good'].map((line) => `  ${line}\n`).join('')}`,
    );
    expect(told?.at(-1)).toBe('The file gives overall as outstanding; the report, as good.');
    expect(file).toContain('\n  overall: outstanding\n');
  });
});

test('what a letter leaves open and the file has is not asked for', async () => {
  const bare = LETTER.replace(/Inspectors looked at .*\n/, '').replaceAll(
    / The inspector was .*|Ada Byrne\n/g,
    '',
  );
  const open = [
    'It names no inspector, or the names could not be read. Write inspectors: if it names any.',
    'What the visit looked at could not be read. Write focus: by the letter; until then it says the whole service.',
  ];
  const alone = await run([put('letter.md', bare)], { dryRun: true });
  expect(alone[0]?.record.problems).toEqual(open);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'wigan-2024.md'), KNOWN_FROM_NEWS);
  const [joined] = await run([join(folder, 'letter.md')]);
  expect(joined).toMatchObject({ outcome: 'joined', visit: 'wigan-2024' });
  for (const note of open) expect(joined?.record.problems).not.toContain(note);
});

test('a letter of autumn 2020 joins the visit that is held as an assurance visit', async () => {
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'wigan-2020.md'),
    KNOWN_FROM_NEWS.replace('kind: focused-visit', 'kind: assurance-visit').replace(
      /visited:[\s\S]*?days: 2/,
      'visited:\n  start: 2020-10',
    ),
  );
  const letter = LETTER.replace(/September 2024/g, 'October 2020').replace(
    '4 November 2024',
    '9 November 2020',
  );
  const [outcome] = await run([put('letter.md', letter)]);
  expect(outcome).toMatchObject({ outcome: 'joined', visit: 'wigan-2020' });
  expect(outcome?.record.problems).toContain(
    'The file calls it an assurance visit; the report, a focused visit.',
  );
});

describe('when it goes wrong', () => {
  test('each bad file gets one line that says what it is and what to do; the others go on', async () => {
    const good = inspection('Wigan', '9 May to 20 May 2022');
    put('1-page.pdf', '<!DOCTYPE html><html><body>Ofsted</body></html>');
    put('2-empty.pdf', '');
    put('3-cut.pdf', good.slice(0, 4000));
    put(
      '4-other.pdf',
      writePdf(
        typeset([
          { title: 'Soups' },
          { text: 'A book about soups and stews and what to eat with them, in sixty pages and more.' },
        ]),
      ),
    );
    put('5-large.pdf', '%PDF-1.7');
    truncateSync(join(folder, '5-large.pdf'), 200_000_000);
    put('6-unknown.pdf', inspection('Wiggan', '9 May to 20 May 2022'));
    put('7-good.pdf', good);
    const outcomes = await run([folder, join(folder, 'nowhere')]);
    expect(
      outcomes.map(({ file, outcome, record }) => [file.split('/').at(-1), outcome, ...record.problems]),
    ).toEqual([
      ['nowhere', 'failed', 'It does not exist. Check its name.'],
      [
        '1-page.pdf',
        'failed',
        'It is a web page, not a PDF. Open its address in a browser, and save the report itself from there.',
      ],
      ['2-empty.pdf', 'failed', 'It is empty. Download it again.'],
      ['3-cut.pdf', 'failed', 'It is cut off: the end of the PDF is missing. Download it again.'],
      [
        '4-other.pdf',
        'failed',
        'It is not a report on an authority’s children’s services. Give an Ofsted report or letter on a council’s children’s services.',
      ],
      ['5-large.pdf', 'failed', 'It has 200 MB; a report has under 5. Check that it is the right file.'],
      [
        '6-unknown.pdf',
        'failed',
        expect.stringMatching(/^No authority of the register is called “Wiggan”\. The nearest: .*wigan/),
      ],
      ['7-good.pdf', 'imported'],
    ]);
    expect(readdirSync(out)).toEqual(['wigan-2022.md']);
  });

  test('a folder named as a report, a link that leads nowhere, a pipe: each its line, and nothing waits', async () => {
    mkdirSync(join(folder, 'folder.pdf'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.pdf'));
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
    const paths = ['folder.pdf', 'link.pdf', 'pipe.pdf'].map((name) => join(folder, name));
    expect((await run(paths)).map(({ outcome, record }) => [outcome, ...record.problems])).toEqual([
      ['failed', 'There is no PDF, text or Markdown file in this folder. Give the folder of the reports.'],
      ['failed', 'It does not exist. Check its name.'],
      ['failed', 'It is neither a file nor a folder. Give the file of the report.'],
    ]);
  });

  test('a file that goes away before its turn', async () => {
    const read = fileReader({ ...register, factsOnly: false, imported: new Map() });
    expect(await read(join(folder, 'gone.pdf'))).toMatchObject({
      ok: false,
      record: { problems: ['It does not exist. Check its name.'] },
    });
  });

  test('one report twice, under names with spaces and accents, beside the folder of the visits', async () => {
    const report = inspection('Wigan', '9 May to 20 May 2022');
    put('a report.pdf', report);
    put('Überblick – été.pdf', report);
    out = join(folder, 'visits');
    expect(short(await run([folder]))).toEqual(['imported wigan-2022', 'skipped wigan-2022']);
    // The visit files are no reports, though they are Markdown.
    expect(short(await run([folder]))).toEqual(['skipped wigan-2022', 'skipped wigan-2022']);
  });

  test('a folder without reports', async () => {
    expect((await run([folder])).map(({ record }) => record.problems[0])).toEqual([
      'There is no PDF, text or Markdown file in this folder. Give the folder of the reports.',
    ]);
  });

  test('an output that is no folder, and one that may not be written to', async () => {
    const path = put('a.pdf', inspection('Wigan', '9 May to 20 May 2022'));
    const file = put('file', '');
    const problem = async (where: string) => (await run([path], { out: where }))[0]?.record.problems.at(-1);
    for (const where of [file, join(file, 'visits')])
      expect(await problem(where)).toMatch(/is no folder\. Give another one with --out\.$/);
    mkdirSync(out, { recursive: true });
    chmodSync(out, 0o500);
    // Nobody may make a folder there, the superuser neither.
    if (process.platform === 'linux') expect(await problem('/proc/visits')).toMatch(/may not be written to/);
    // The superuser may write everywhere else.
    if (process.getuid?.() !== 0) expect(await problem(out)).toMatch(/may not be written to/);
  });
});
