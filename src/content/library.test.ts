import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfLibrary } from '../../tests/fixtures/library.ts';
import { readLibrary } from './library.ts';
import { quotationReceipt, quotationsOf, sha256 } from './quotations.ts';
import { reportProblems } from './report.ts';

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ root, remove } = copyOfLibrary());
  writeReceipts();
});
afterEach(() => remove());

const VISIT = 'content/visits/northmoor-2024.md';
const RECEIPT = 'content/receipts/northmoor-2024.json';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(root, file), text);
function edit(file: string, from: string | RegExp, to: string): void {
  const text = read(file);
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${from} is not in ${file}.`);
  write(file, changed);
}
/** The problems of the library, a line each: file:line rule reason. */
const problems = () =>
  readLibrary(root).problems.map(
    ({ file, line, ruleId, reason }) => `${file}${line ? `:${line}` : ''} [${ruleId}] ${reason}`,
  );
/** The files of the problems and their rules. */
const rules = () => readLibrary(root).problems.map(({ file, ruleId }) => `${file} ${ruleId}`);

/** Whether what is gone was ever published is another question: see permanence.test.ts. */
const neverPublished = () => write('content/addresses.txt', '');

/** Writes the receipt that `npm run verify` would write. */
function writeReceipts(): void {
  const visit = readLibrary(root).library.visits.find(({ id }) => id === 'northmoor-2024');
  if (!visit) throw new Error('The fixture is not sound.');
  const sources = Object.fromEntries(
    Object.entries({ letter: 'letter.txt', 'council-news': 'council-news.txt' }).map(([id, file]) => {
      const document = sha256(readFileSync(join(root, 'sources', file)));
      const quotations = quotationsOf(visit)
        .filter(({ quote }) => quote.source === id)
        .map(({ quote }) => quotationReceipt(document, quote.text));
      return [id, { sha256: document, quotations }];
    }),
  );
  mkdirSync(join(root, 'content/receipts'), { recursive: true });
  write(RECEIPT, JSON.stringify({ visit: visit.id, sources }));
}

describe('a sound library', () => {
  test('is read whole, the newest visit first', () => {
    const { library, problems: none } = readLibrary(root);
    expect(reportProblems(none, 'people')).toBe('No problems.');
    expect(library.visits.map(({ id }) => id)).toEqual(['northmoor-2024', 'northmoor-2022']);
    expect(library.themes.map(({ id }) => id)).toEqual([
      'accommodation',
      'pathway-plans',
      'oversight',
      'practice',
    ]);
    expect(library.themes[0]?.ages).toEqual({ from: 16, to: 25 });
    expect(library.authorities.map(({ id }) => id)).toEqual(['northmoor', 'southmoor']);
    expect(library.corrections).toHaveLength(1);
    expect(Object.keys(library.receipts)).toEqual(['northmoor-2024']);
  });

  test('visits of one day are in the order of their ids', () => {
    write('content/visits/northmoor-2024-2.md', read(VISIT).replace('status: published', 'status: draft'));
    expect(readLibrary(root).library.visits.map(({ id }) => id)).toEqual([
      'northmoor-2024',
      'northmoor-2024-2',
      'northmoor-2022',
    ]);
  });

  test('files that begin with a dot are nobody’s business', () => {
    write('content/visits/.DS_Store', '');
    write('content/visits/.northmoor-2024.md.swp', '');
    expect(problems()).toEqual([]);
  });
});

describe('files that are missing or too many', () => {
  test.each(['content/themes.yaml', 'content/authorities.yaml', 'content/corrections.yaml'])(
    '%s is missing: one problem, and none in the files that refer to it',
    (file) => {
      rmSync(join(root, file));
      expect(problems()).toEqual([`${file} [missing-file] This file is missing.`]);
    },
  );

  test('no visits at all: nothing to say but what refers to them', () => {
    neverPublished();
    rmSync(join(root, 'content/visits'), { recursive: true });
    expect(rules()).toEqual(['content/corrections.yaml unknown-visit', `${RECEIPT} receipt`]);
  });

  test('a visit in a file that is not read', () => {
    write('content/visits/northmoor-2023.txt', 'x');
    write('content/visits/northmoor-2023.md.bak', 'x');
    expect(problems()).toEqual([
      'content/visits/northmoor-2023.md.bak [stray-file] Only files whose names end in .md are read here, and this is none.',
      'content/visits/northmoor-2023.txt [stray-file] Only files whose names end in .md are read here, and this is none.',
    ]);
  });

  test('the taxonomy broken: its own problems, and none of the visits', () => {
    edit('content/themes.yaml', '  - id: accommodation', '  - id: Accommodation');
    expect(problems()).toEqual([
      'content/themes.yaml:2 [invalid] `themes[0].id` is “Accommodation”, which is not an id: use lower-case letters a to z, digits and single hyphens, beginning with a letter.',
    ]);
  });
});

describe('what is there twice', () => {
  test('a theme', () => {
    neverPublished();
    edit('content/themes.yaml', '  - id: practice', '  - id: oversight');
    expect(problems()).toEqual([
      'content/themes.yaml:29 [duplicate-id] “oversight” is there twice: it stands on line 21 too.',
      'content/visits/northmoor-2022.md:26 [unknown-theme] “practice” is not a theme.',
    ]);
  });

  test('an authority', () => {
    edit('content/authorities.yaml', '  - id: southmoor', '  - id: northmoor');
    expect(rules()).toContain('content/authorities.yaml duplicate-id');
  });
});

describe('references from file to file', () => {
  test('to an earlier visit that is not held', () => {
    edit(VISIT, 'visit: northmoor-2022', 'visit: northmoor-2021');
    expect(problems()).toEqual([
      `${VISIT}:45 [unknown-visit] “northmoor-2021” is not one of the other visits that are held here.`,
    ]);
  });

  test('to a visit whose own file is broken: only that file has a problem', () => {
    edit('content/visits/northmoor-2022.md', 'kind: inspection', 'kind: inspektion');
    expect(rules()).toEqual(['content/visits/northmoor-2022.md not-allowed']);
  });

  test('of a correction to a visit, and to a finding, that are not there', () => {
    edit('content/corrections.yaml', 'finding: homes-suitable', 'finding: home-suitable');
    expect(problems()).toEqual([
      'content/corrections.yaml:4 [unknown-finding] “home-suitable” is not in the visit “northmoor-2024”.',
    ]);
    edit('content/corrections.yaml', 'visit: northmoor-2024', 'visit: northmoor-2014');
    expect(problems()).toEqual([
      'content/corrections.yaml:3 [unknown-visit] “northmoor-2014” is not a visit that is held here.',
    ]);
    edit('content/corrections.yaml', '    visit: northmoor-2014\n', '');
    expect(problems()).toEqual([
      'content/corrections.yaml:3 [unknown-finding] A finding is named (“home-suitable”), and not the visit it belongs to.',
    ]);
  });

  test('of a correction to a response or an action', () => {
    edit('content/corrections.yaml', 'finding: homes-suitable', 'finding: response-hale');
    expect(problems()).toEqual([]);
  });
});

describe('receipts', () => {
  test('a published visit without one', () => {
    rmSync(join(root, RECEIPT));
    expect(problems()).toEqual([
      `${VISIT}:57 [unproven-quotation] Nothing proves the quotations from “letter” (4 in this file): they were never checked.`,
      `${VISIT}:63 [unproven-quotation] Nothing proves the quotations from “council-news” (3 in this file): they were never checked.`,
    ]);
  });

  test('a draft may do without until it is published', () => {
    neverPublished();
    rmSync(join(root, RECEIPT));
    edit(VISIT, 'status: published', 'status: draft');
    expect(problems()).toEqual([]);
    expect(readLibrary(root).library.visits[0]?.status).toBe('draft');
  });

  test('a quotation that was changed', () => {
    edit(VISIT, 'Most care leavers live in safe', 'All care leavers live in safe');
    expect(rules()).toEqual([`${VISIT} unproven-quotation`]);
  });

  test('one that holds proof of what is quoted no more', () => {
    edit(VISIT, /\n> My adviser helped me get my own flat\n/, '\nIt was heard.\n');
    expect(problems()).toEqual([
      `${RECEIPT} [stale-receipt] This holds the fingerprint of a quotation that is not in ${VISIT} any more, or stood there in other words.`,
    ]);
  });

  test('one that is no JSON', () => {
    write(RECEIPT, '{');
    expect(problems()[0]).toBe(`${RECEIPT} [receipt] This receipt is not JSON.`);
  });

  test('one that is not sound', () => {
    write(RECEIPT, read(RECEIPT).replace(/"sha256":"./, '"sha256":"x'));
    expect(problems()[0]).toBe(
      `${RECEIPT} [receipt] This receipt is not sound: sources.letter.sha256 is not a SHA-256: 64 digits 0 to 9 and a to f.`,
    );
  });

  test('one of another visit', () => {
    write(RECEIPT, read(RECEIPT).replace('northmoor-2024', 'northmoor-2022'));
    expect(problems()[0]).toBe(
      `${RECEIPT} [receipt] This receipt is for the visit “northmoor-2022”, which is not its file’s name.`,
    );
  });

  test('one of a visit that is not held', () => {
    write('content/receipts/northmoor-2019.json', read(RECEIPT).replace('northmoor-2024', 'northmoor-2019'));
    expect(problems()).toEqual([
      'content/receipts/northmoor-2019.json [receipt] This receipt is for the visit “northmoor-2019”, which is not held here.',
    ]);
  });

  test('one that gives a document for two sources', () => {
    const receipt = JSON.parse(read(RECEIPT));
    receipt.sources['council-news'].sha256 = receipt.sources.letter.sha256;
    write(RECEIPT, JSON.stringify(receipt));
    expect(problems()[0]).toBe(`${RECEIPT} [receipt] This receipt gives one document for two sources.`);
  });

  test('__proto__ in one', () => {
    write(RECEIPT, read(RECEIPT).replace('"letter":', '"__proto__":'));
    expect(rules()).toEqual([`${VISIT} unproven-quotation`]);
  });
});
