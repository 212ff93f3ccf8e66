import type { Judgement, JudgementKey } from '../model/judgement.ts';
import { type JudgementSet, judgementSet } from '../model/judgement.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import { matchAuthority, type RegisterEntry } from './authority-match.ts';
import { withoutContents } from './contents.ts';
import type { Period } from './dates.ts';
import { clearFurniture } from './furniture.ts';
import { pointsOf } from './improvements.ts';
import { labelledInspectors, signatory } from './inspectors.ts';
import { gradesInHeadings, overallInSentence, readJudgementTable } from './judgements.ts';
import { recogniseEither } from './kind.ts';
import { joinLines, type Line, type LinedDocument, UNREAD } from './line.ts';
import { type Block, blocksOf, type Heading, type Paragraph } from './paragraphs.ts';
import { headingsAbove, type Section, sectionUnder } from './sections.ts';
import { withoutTeam } from './team.ts';
import { readLetterHead, readTitlePage, type TitlePage } from './title-page.ts';

/** Something that an editor must know of a report that was read: what it is and what to do. */
export interface Note {
  what: string;
  todo: string;
  /** The field of the visit file that is to be written: where it is written already, there is nothing to do. */
  field?: 'focus' | 'inspectors';
}

/** A note as an editor reads it. */
export function noteInWords({ what, todo }: Note): string {
  return `${what} ${todo}`;
}

/** A passage of the body: a numbered paragraph, an unnumbered one, or a point of what needs to improve. */
export interface Passage {
  /** Its permanent name: `p12`, `improve-3` or, for unnumbered words, `children-in-care-summary-1`. */
  id: string;
  section: Section;
  /** The headings printed right above it. */
  above: string[];
  /** Its words: the paragraph, then the points beneath it. */
  texts: string[];
  number?: number | undefined;
  /** Whether it says what needs to improve. */
  improvement: boolean;
  /** The page on which it begins. */
  page: number;
}

/** A report or letter, read. */
export interface Report {
  kind: VisitKind;
  framework: string;
  letter: boolean;
  /** The id of the authority; `undefined` where no name of the register fits. */
  authority: string | undefined;
  title: string;
  periods: Period[];
  /** The date of publication that is printed in it. */
  published?: string | undefined;
  inspectors: string[];
  judgements: Partial<Record<JudgementKey, Judgement>>;
  passages: Passage[];
  /** Whether it names the Open Government Licence. */
  openLicence: boolean;
  /** Whether its file is read from beginning to end; words may be missing of one that is damaged. */
  whole: boolean;
  notes: Note[];
}

/** A document that is no report, with what it is. */
export interface NoReport {
  kind: undefined;
  what: string;
}

/** Reads a report or a letter from its lines. Pure: what it answers depends on the document and the register only. */
export function readReport(document: LinedDocument, register: readonly RegisterEntry[]): Report | NoReport {
  const { lines } = clearFurniture(document);
  const opening = lines.filter(({ page }) => page <= 3).slice(0, 160);
  const page = readTitlePage(lines);
  const letterHead = readLetterHead(lines);
  const recognised = recogniseEither(page.title, letterHead.title, joinLines(opening));
  if (!recognised.kind) return recognised;
  const { kind, framework, letter } = recognised;
  const head =
    letter && /^dear\b/im.test(opening.map(({ text }) => text).join('\n'))
      ? letterHead
      : fuller(page, letterHead, letter);

  const notes: Note[] = [];
  if (document.damaged)
    notes.push({
      what: 'A part of the file is damaged, and words may be missing.',
      todo: 'Download it again, and import it anew with --force.',
    });
  const unread = document.lines.reduce((sum, { text }) => sum + text.split(UNREAD).length - 1, 0);
  if (unread > 0)
    notes.push({
      what: `${unread === 1 ? 'A character' : `${unread} characters`} could not be read: in the draft “${UNREAD}” stands for ${unread === 1 ? 'it' : 'each'}.`,
      todo: 'Write what the document has there.',
    });
  const periods = credible(head.periods, notes);
  const [start] = periods;
  const match = matchAuthority(head.authorityNames, register, start?.start);
  const authority = 'id' in match ? match.id : undefined;
  if (!('id' in match)) notes.push(unknownAuthority(head.authorityNames, match.nearest));

  const titleLines = new Set(lines.slice(0, head.end));
  const table = letter ? undefined : titleTable(lines, kind);
  const body = withoutBackMatter(
    withoutContents(lines.filter((line) => !titleLines.has(line) && !table?.lines.has(line))),
  );
  const { blocks, team } = withoutTeam(blocksOf(body.lines, document.format));
  const inspectors = inspectorsOf(head, team, lines, letter);
  const judgements = judgementsOf(
    { kind, title: head.title },
    start?.start ?? head.published,
    table,
    blocks,
    notes,
  );
  const passages = passagesOf(blocks);
  if (inspectors.length === 0)
    notes.push({
      what: 'It names no inspector, or the names could not be read.',
      todo: 'Write inspectors: if it names any.',
      field: 'inspectors',
    });
  if (passages.length === 0)
    notes.push({ what: 'No paragraph of its text could be read.', todo: 'Check that the file is whole.' });
  return {
    kind,
    framework,
    letter,
    authority,
    title: head.title,
    periods,
    published: head.published,
    inspectors,
    judgements,
    passages,
    openLicence: lines.some((line) => /Open Government Licen[cs]e/i.test(line.text)),
    whole: !document.damaged,
    notes,
  };
}

/** Letters without a salutation are set like reports: what the one reading lacks the other may have. */
function fuller(page: TitlePage, letterHead: TitlePage, letter: boolean): TitlePage {
  if (!letter || page.periods.length > 0) return page;
  return { ...letterHead, end: Math.max(page.end, letterHead.end) };
}

/** No inspection has kept inspectors on site for longer than this without a break. */
const MOST_DAYS = 45;

/** The periods on site, unless they run backwards or over months: then a year or a month is misprinted, and none is taken. */
function credible(periods: readonly Period[], notes: Note[]): Period[] {
  const todo = 'Write visited: from the title page.';
  if (periods.length === 0) notes.push({ what: 'The dates of the visit could not be read.', todo });
  const days = ({ start, end }: Period) => (Date.parse(end) - Date.parse(start)) / 86_400_000;
  const isOdd = periods.some(
    (period, index) => days(period) > MOST_DAYS || period.start < (periods[index - 1]?.end ?? ''),
  );
  if (!isOdd) return [...periods];
  const printed = periods
    .map(({ start, end }) => (start === end ? start : `${start} to ${end}`))
    .join(', then ');
  notes.push({ what: `The dates of the visit cannot be right as printed: ${printed}.`, todo });
  return [];
}

function unknownAuthority(names: readonly string[], nearest: readonly string[]): Note {
  const [name = ''] = names;
  const proposal = nearest.length > 0 ? ` The nearest: ${nearest.join(', ')}.` : '';
  return {
    what: `No authority of the register is called “${name}”.${proposal}`,
    todo: 'Add this name to alsoCalled: of its authority in content/authorities.yaml, and import again.',
  };
}

/** The table of judgements: on the first pages, or, in the oldest reports, at the end. */
function titleTable(lines: readonly Line[], kind: VisitKind) {
  const from =
    kind === 'looked-after-children-inspection'
      ? lines.findLastIndex((line) => /^record of main findings/i.test(line.text))
      : 0;
  const until =
    kind === 'looked-after-children-inspection'
      ? lines.length
      : lines.findIndex(
          (line) =>
            line.page > 2 || /^(?:contents|executive summary|what needs to improve\??)$/i.test(line.text),
        );
  return readJudgementTable(lines.slice(Math.max(0, from), until === -1 ? lines.length : until));
}

/** The words with which the pages after the text begin. */
const BACK_MATTER =
  /^(?:Any complaints about (?:the|this) inspection|The Office for Standards in Education, Children|Ofsted is proud to use recycled paper|If you would like a copy of this document in a different format|Yours (?:sincerely|faithfully|truly)\b)/i;

function withoutBackMatter(lines: readonly Line[]): { lines: Line[] } {
  const end = lines.findIndex((line, index) => index > lines.length * 0.3 && BACK_MATTER.test(line.text));
  return { lines: end === -1 ? [...lines] : lines.slice(0, end) };
}

/** Inspectors are named on the title page, in the list of the team, or in a letter's opening or signature. */
function inspectorsOf(
  head: TitlePage,
  team: readonly string[],
  lines: readonly Line[],
  letter: boolean,
): string[] {
  const named = [...head.inspectors, ...labelledInspectors(team, /^\s*$/)];
  if (named.length > 0) return [...new Set(named)];
  return letter ? signatory(lines.map(({ text }) => text)) : [];
}

/** A single inspection whose title names the board reviewed it too, which has a judgement. */
const BOARD = /safeguarding children.{0,3}board/i;

/**
 * The judgements of the table, compared with those that headings repeat. Where they disagree, neither is taken: the
 * judgement is not read, and a note says why.
 */
function judgementsOf(
  { kind, title }: { kind: VisitKind; title: string },
  began: string | undefined,
  table: ReturnType<typeof readJudgementTable> | undefined,
  blocks: readonly Block[],
  notes: Note[],
): Report['judgements'] {
  const set = judgementSet(kind, began ?? '2018-01-01');
  if (!set || !table) return {};
  const known = [...set.required, ...set.optional];
  const judgements: Report['judgements'] = {};
  const headings = gradesInHeadings(blocks).filter(({ key }) => known.includes(key));
  const stated = overallInSentence(
    blocks.slice(0, 12).flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  );
  const inTable: Report['judgements'] = { overall: stated, ...table.grades };
  for (const key of known) {
    const repeated = headings.filter((heading) => heading.key === key);
    const [first] = repeated;
    const isOne = repeated.every(({ grade }) => grade === first?.grade);
    const grade = inTable[key] ?? (isOne ? first?.grade : undefined);
    const isDue =
      set.required.includes(key) || (kind === 'single-inspection' && key === 'lscb' && BOARD.test(title));
    const doubt = grade
      ? doubtOf(key, grade, repeated, set)
      : isDue && `The grade for “${key}” could not be read.`;
    if (doubt) {
      notes.push({
        what: doubt,
        todo: `Look at the report, and write judgements.${key}: in the visit file. Until then it is not-read.`,
      });
      judgements[key] = 'not-read';
    } else if (grade) judgements[key] = grade;
  }
  const graded = [...Object.keys(table.grades), ...gradesInHeadings(blocks).map(({ key }) => key)];
  for (const key of new Set(graded as JudgementKey[])) {
    if (known.includes(key)) continue;
    notes.push({
      what: `It gives a grade for “${key}”, which the framework of the time (${set.framework}) does not have.`,
      todo: 'Check the dates of the inspection.',
    });
  }
  return judgements;
}

/** Why a grade is not believed: the framework of the time did not give it, or a heading says otherwise. */
function doubtOf(
  key: JudgementKey,
  grade: Judgement,
  repeated: ReturnType<typeof gradesInHeadings>,
  { framework, grades }: JudgementSet,
): string | undefined {
  if (grade !== 'not-inspected' && !grades.some((known) => known === grade))
    return `It says ${grade} for “${key}”, which was no grade of the framework of the time (${framework}).`;
  const against = repeated.find((heading) => heading.grade !== grade);
  return (
    against &&
    `The table says ${grade} for “${key}”, and a heading says ${against.grade}: “${against.heading}”.`
  );
}

/** The passages of the body, in its order, each with its permanent id. */
function passagesOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  const isNumbered = blocks.some((block) => block.kind === 'paragraph' && block.number !== undefined);
  const name = namer(isNumbered);
  let open: Heading[] = [];
  let above: string[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      open = [...headingsAbove(open, block), block];
      above.push(block.text);
      continue;
    }
    const section = sectionUnder(open);
    for (const { paragraph, improvement } of pointsOf(block, section, neighbours(blocks, index))) {
      passages.push({
        id: name(paragraph.number, improvement, section),
        section,
        above,
        texts: paragraph.parts.map(({ text }) => text).filter(Boolean),
        number: paragraph.number,
        improvement,
        page: paragraph.parts[0]?.lines[0]?.page ?? 1,
      });
      above = [];
    }
  }
  return passages;
}

/**
 * Gives passages their permanent ids: `improve-3` for the third point of what needs to improve, `p12` for paragraph 12 (the
 * twelfth, where a report has no numbers), and the section with a number for unnumbered words of a numbered report.
 */
function namer(isNumbered: boolean) {
  const counts = new Map<string, number>();
  const next = (what: string) => {
    const number = (counts.get(what) ?? 0) + 1;
    counts.set(what, number);
    return number;
  };
  return (number: number | undefined, improvement: boolean, { topic, role }: Section): string => {
    if (improvement) return `improve-${next('improve')}`;
    if (number !== undefined) {
      const times = next(`p${number}`);
      return times === 1 ? `p${number}` : `p${number}-${times}`;
    }
    if (!isNumbered) return `p${next('p')}`;
    const name = [topic, role === 'findings' && topic ? undefined : role].filter(Boolean).join('-');
    return `${name}-${next(name)}`;
  };
}

/** The paragraphs that stand under the same heading. */
function neighbours(blocks: readonly Block[], index: number): Paragraph[] {
  let from = index;
  let to = index;
  while (from > 0 && blocks[from - 1]?.kind === 'paragraph') from--;
  while (to + 1 < blocks.length && blocks[to + 1]?.kind === 'paragraph') to++;
  return blocks.slice(from, to + 1).filter((block): block is Paragraph => block.kind === 'paragraph');
}
