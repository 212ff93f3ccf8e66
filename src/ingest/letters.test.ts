import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test, vi } from 'vitest';
import { withoutContents } from './contents.ts';
import { readDocument } from './document.ts';
import { clearFurniture } from './furniture.ts';
import { type ImportRecord, importReport } from './import-report.ts';
import { blocksOf } from './paragraphs.ts';
import { proposer } from './propose.ts';
import { readRegister } from './register.ts';
import { type Report, readReport } from './report.ts';
import { withoutTeam } from './team.ts';

/**
 * Real reports, for those who have them: the folder that LETTERS names, or `../shared/letters` beside the project. What
 * is expected of them was established by reading them.
 */
const FOLDER = process.env.LETTERS ?? join(process.cwd(), '..', 'shared', 'letters');
const FACTS = JSON.parse(readFileSync(join(import.meta.dirname, 'letters.facts.json'), 'utf8')) as Expected[];

type Expected = Pick<ImportRecord, 'file'> & {
  kind: string | null;
  framework: string;
  authority: string;
  visited: { start: string; end: string };
  published: string | null;
  inspectors: string[];
  judgements: Record<string, string>;
  improvements: number;
  paragraphs: number;
};

// The longest reports take a second or two where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const held = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
const there = FACTS.filter(({ file }) => held.includes(file));
if (there.length === 0) {
  console.warn(
    `Real reports are not checked: none is in ${FOLDER}. Set LETTERS to the folder that holds them.`,
  );
}

const { authorities, themes } = readRegister(process.cwd());
const context = {
  authorities,
  themes: themes.map(({ id }) => id),
  propose: proposer(themes),
  factsOnly: false,
};

describe.skipIf(there.length === 0)('real reports', () => {
  test.each(there.map((expected) => [expected.file, expected] as const))(
    '%s: every fact',
    async (file, expected) => {
      const imported = await importReport(readFileSync(join(FOLDER, file)), file, context);
      if (expected.kind === null) {
        expect(imported).toMatchObject({ ok: false, record: { problems: [expect.any(String)] } });
        return;
      }
      if (!imported.ok) throw new Error(imported.record.problems.join(' '));
      const { record } = imported.report;
      const {
        kind,
        framework,
        authority,
        visited,
        published,
        inspectors,
        judgements,
        improvements,
        paragraphs,
      } = record;
      expect({
        kind,
        framework,
        authority,
        visited,
        published,
        inspectors,
        judgements,
        improvements,
        paragraphs,
      }).toEqual({
        kind: expected.kind,
        framework: expected.framework,
        authority: expected.authority,
        visited: expected.visited,
        published: expected.published,
        inspectors: expected.inspectors,
        judgements: expected.judgements,
        improvements: expected.improvements,
        paragraphs: expected.paragraphs,
      });
    },
  );

  test.each(there.filter(({ kind }) => kind !== null).map(({ file }) => file))(
    '%s: the words of the body arrive, once and in order',
    async (file) => {
      const bytes = readFileSync(join(FOLDER, file));
      const report = readReport(await readDocument(bytes), authorities) as Report;
      const arrived = wordsOf(
        report.passages
          .flatMap(({ above, number, texts }) => [...above, ...(number ? [`${number}.`] : []), ...texts])
          .join(' '),
      );
      const printed = wordsOf(await plainText(bytes));
      const apart = wordsOf(await apartFromBody(bytes));
      const { lost, strange } = compare(body(printed, arrived), arrived);
      // pdf.js runs some headings in italics together with the words before them.
      expect(strange.length / arrived.length).toBeLessThanOrEqual(0.002);
      expect(without(lost, apart).length / arrived.length).toBeLessThanOrEqual(0.005);
    },
  );
});

/** What is printed and is no part of the body: title page, contents, running feet, footnotes, the list of the team. */
async function apartFromBody(bytes: Uint8Array): Promise<string> {
  const { lines, footnotes, furniture } = clearFurniture(await readDocument(bytes));
  const body = withoutContents(lines);
  const contents = lines.filter((line) => !body.includes(line));
  const titlePage = lines.filter(({ page }) => page === 1);
  const { team } = withoutTeam(blocksOf(body, 'pdf'));
  const findings = lines.slice(lines.findLastIndex(({ text }) => /^Record of main findings/.test(text)));
  const apart = [
    ...furniture,
    ...footnotes,
    ...contents,
    ...titlePage,
    ...(findings.length < 20 ? findings : []),
  ];
  return [...apart.map(({ text }) => text), ...team, 'The inspection team The inspection team'].join(' ');
}

/** Words without others, each taken away once. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

/** The words of a PDF as pdf.js gives them, page by page, without any reading of ours. */
async function plainText(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await loading.destroy();
  return pages.join('\n');
}

/** Words for comparing: parted at hyphens, since lines end there, without bullets and footnote marks. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\uE000-\uF8FF\u25A0-\u25FF\u2022\u00AD]/g, ' ')
    .replace(/-/g, '- ')
    .split(/\s+/)
    .map((word) => word.replace(/(?<=[\p{L}?,.;)])\d{1,2}$|(?<=^\d+)\.$/u, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The printed words from the body's first words on, until the last page's address and terms. */
function body(printed: string[], arrived: readonly string[]): string[] {
  const opening = arrived.slice(0, 6).join(' ');
  const from = printed.findIndex((_, index) => printed.slice(index, index + 6).join(' ') === opening);
  const back = printed.findLastIndex((_, index) =>
    /^(?:The Office for Standards in Education|Any complaints about the inspection)/.test(
      printed.slice(index, index + 6).join(' '),
    ),
  );
  return printed.slice(Math.max(0, from), back === -1 ? undefined : back);
}

/**
 * The printed words that are missing among those that arrived, and the words that arrived and are not printed, going
 * through both in order.
 */
function compare(
  printed: readonly string[],
  arrived: readonly string[],
): { lost: string[]; strange: string[] } {
  let at = 0;
  const lost: string[] = [];
  const strange: string[] = [];
  for (const [index, word] of arrived.entries()) {
    const next = arrived[index + 1];
    const limit = Math.min(printed.length, at + 700);
    let found = -1;
    for (let place = at; place < limit && found === -1; place++) {
      if (printed[place] === word && (place === at || next === undefined || printed[place + 1] === next))
        found = place;
    }
    if (found === -1) strange.push(word);
    else {
      lost.push(...printed.slice(at, found));
      at = found + 1;
    }
  }
  return { lost: [...lost, ...printed.slice(at)], strange };
}
