import type { Judgement, JudgementKey } from '../model/judgement.ts';
import type { Cell, Line } from './line.ts';
import type { Block } from './paragraphs.ts';

/** A grade as reports print it; a judgement that was not made is `not-inspected`. */
export type Grade = Exclude<Judgement, 'not-read'>;

export type Grades = Partial<Record<JudgementKey, Grade>>;

/** The grades of a table, the lines that it is made of, and the judgements whose grade could not be read. */
export interface JudgementTable {
  grades: Grades;
  lines: Set<Line>;
  unread: JudgementKey[];
}

const EXPERIENCES = '(?:(?:the )?experiences? and progress of )?';

/** What judgements are called, the longer names first; those without a key have none on this site. */
const LABELS: { key: JudgementKey | undefined; pattern: string }[] = [
  {
    key: 'overall',
    pattern: 'overall effectiveness(?: of services for looked after children and young people)?',
  },
  {
    key: 'leaders',
    pattern:
      '(?:the )?impact of leaders(?: and managers)? on social work practice with children and families|leadership,? management,? and governance|leadership and management',
  },
  {
    key: 'helpAndProtection',
    pattern: `${EXPERIENCES}children (?:and young people )?(?:who need|in need of) help and protection`,
  },
  {
    key: 'childrenInCareAndCareLeavers',
    pattern: `${EXPERIENCES}children (?:in care|looked after) and care leavers`,
  },
  {
    key: 'childrenInCare',
    pattern: `${EXPERIENCES}(?:children looked after and achieving permanence|looked after children and achieving permanence|children in care)`,
  },
  { key: 'adoption', pattern: 'adoption performance' },
  { key: 'careLeavers', pattern: `${EXPERIENCES}(?:children )?care leavers` },
  {
    key: 'lscb',
    pattern:
      "(?:effectiveness of the )?(?:(?:local )?safeguarding children'?s? board(?: \\(lscb\\))?|lscb\\b)",
  },
  { key: undefined, pattern: 'capacity (?:to improve|for improvement)' },
  { key: undefined, pattern: 'outcomes for (?:looked after )?children and young people' },
  { key: undefined, pattern: 'quality of provision|safeguarding outcomes' },
];
const LABEL = new RegExp(LABELS.map(({ pattern }) => `(${pattern})`).join('|'), 'g');
const HEADING_LABELS = LABELS.map(({ key, pattern }) => ({ key, pattern: new RegExp(`(?:${pattern})`) }));

const GRADE_WORD =
  /^(?:outstanding|good|adequate|inadequate|requires?|improvement|to|be|not|judged|inspected|applicable|graded)$/;
const GRADE_AT_END =
  /\b(outstanding|inadequate|adequate|requires? improvement(?: to be good)?|good|not judged|not inspected)["'’”)\].]*(?: because:?)?$/;

/** The grade with which a text ends: "… is that it is good". */
export function gradeAtEnd(text: string): Grade | undefined {
  return gradeOf(GRADE_AT_END.exec(folded(text))?.[1] ?? '');
}

/** A grade in the words of a report; `undefined` where they are none. */
export function gradeOf(words: string): Grade | undefined {
  const text = folded(words).replace(/[.()]/g, '').trim();
  if (/^requires? improvement(?: to be good)?$/.test(text)) return 'requires-improvement';
  if (/^not (?:judged|inspected|applicable|graded)$/.test(text)) return 'not-inspected';
  if (text === 'outstanding' || text === 'good' || text === 'adequate' || text === 'inadequate') return text;
  return undefined;
}

/** The judgement that a text names; of several, the one named last and longest. */
export function judgementNamed(text: string): JudgementKey | undefined {
  const words = folded(text);
  let found: { key: JudgementKey | undefined; at: number } | undefined;
  for (const { key, pattern } of HEADING_LABELS) {
    const match = pattern.exec(words);
    if (match && (!found || match.index < found.at)) found = { key, at: match.index };
  }
  return found?.key;
}

/**
 * Reads the table of judgements: a column of names and a column of grades beside it, each over one line or several. They
 * are matched by their order, for a name's lines may stand above and below its grade; where one is missing, by
 * the nearest.
 *
 * @param lines the lines of the pages on which the table may stand
 */
export function readJudgementTable(lines: readonly Line[]): JudgementTable {
  const column = gradeColumn(lines);
  const grades = column ? gradesIn(column.cells) : [];
  const [first] = grades;
  const last = grades.at(-1);
  if (!column || !first || !last) return { grades: {}, lines: new Set(), unread: [] };
  const region = tableRegion(lines, first.from, last.to);
  const labels = labelsIn(region, column.x);
  const read: Grades = {};
  const unread: JudgementKey[] = [];
  const inOrder =
    labels.length === grades.length &&
    labels.every((label, index) => distance(label.lines, grades[index], lines) < FARTHEST);
  const free = new Set(grades);
  for (const [index, label] of labels.entries()) {
    const grade = inOrder ? grades[index] : nearestGrade(label.lines, free, lines);
    if (grade) free.delete(grade);
    if (!label.key || read[label.key]) continue;
    if (grade?.grade) read[label.key] = grade.grade;
    else unread.push(label.key);
  }
  const used = new Set([...column.cells.map(({ line }) => line), ...labels.flatMap((label) => label.lines)]);
  for (const line of region) if (/^judge?ments?\s+grade$/i.test(line.text)) used.add(line);
  return { grades: read, lines: used, unread };
}

/** A cell of the column of grades. */
interface Placed {
  cell: Cell;
  line: Line;
  index: number;
}

/** The column that holds nothing but words of grades: the x at which most such cells begin, right of the margin. */
function gradeColumn(lines: readonly Line[]): { x: number; cells: Placed[] } | undefined {
  const margin = Math.min(...lines.map(({ x }) => x));
  const placed = lines.flatMap((line, index) =>
    line.cells
      .filter((cell) => cell.x > margin + 100 && isGradeWords(cell.text))
      .map((cell) => ({ cell, line, index })),
  );
  let best: Placed[] = [];
  for (const { cell } of placed) {
    const same = placed.filter((other) => Math.abs(other.cell.x - cell.x) < 8);
    if (same.length > best.length) best = same;
  }
  const [top] = best;
  return top && { x: Math.min(...best.map(({ cell }) => cell.x)), cells: best };
}

/** Whether a text holds nothing but words of grades. */
export function isGradeWords(text: string): boolean {
  return folded(text)
    .replace(/[.()]/g, ' ')
    .trim()
    .split(/\s+/)
    .every((word) => GRADE_WORD.test(word));
}

interface PlacedGrade {
  grade: Grade | undefined;
  /** The index of its first line and of its last. */
  from: number;
  to: number;
}

/** The grades of a column, whose words may be spread over several lines. */
function gradesIn(cells: readonly Placed[]): PlacedGrade[] {
  const words = cells.flatMap(({ cell, index }) =>
    folded(cell.text)
      .replace(/[.()]/g, ' ')
      .trim()
      .split(/\s+/)
      .map((word) => ({ word, index })),
  );
  const grades: PlacedGrade[] = [];
  for (let at = 0; at < words.length; ) {
    const start = at;
    const take = (...expected: string[]) => {
      const fits = expected.every((word, offset) => words[at + offset]?.word === word);
      if (fits) at += expected.length;
      return fits;
    };
    const { word = '', index: from = 0 } = words[at++] ?? {};
    if (/^requires?$/.test(word) && take('improvement')) take('to', 'be', 'good');
    else if (word === 'not') at++;
    const text = words
      .slice(start, at)
      .map((taken) => taken.word)
      .join(' ');
    grades.push({ grade: gradeOf(text), from, to: words[at - 1]?.index ?? from });
  }
  return grades;
}

/** The lines that the table can stretch over: a name may begin above the first grade and end below the last. */
function tableRegion(lines: readonly Line[], first: number, last: number): Line[] {
  let from = first;
  const start = lines[first];
  const near = (line: Line | undefined, other: Line | undefined) =>
    line !== undefined &&
    other !== undefined &&
    line.page === other.page &&
    Math.abs(line.top - other.top) < 2 * other.size;
  while (from > 0 && first - from < 3 && near(lines[from - 1], lines[from])) from--;
  const header = lines.slice(0, first).findLastIndex((line) => /^judge?ments?\s+grade$/i.test(line.text));
  if (header !== -1 && start && first - header < 6) from = header;
  let to = last;
  while (to + 1 < lines.length && to - last < 2 && near(lines[to + 1], lines[to])) to++;
  return lines.slice(from, to + 1);
}

/** The names of judgements in the column left of the grades, in their order, with the lines of each. */
function labelsIn(region: readonly Line[], x: number): { key: JudgementKey | undefined; lines: Line[] }[] {
  let text = '';
  const ends: { end: number; line: Line }[] = [];
  for (const line of region) {
    const own = line.cells.filter((cell) => cell.x < x - 10).map((cell) => cell.text);
    if (own.length === 0 || own.every(isGradeWords)) continue;
    text += `${folded(own.join(' ')).replace(/^\d(?:\.\d)?\.?\s+/, '')} `;
    ends.push({ end: text.length, line });
  }
  return [...text.matchAll(LABEL)].map((match) => {
    const group = match.slice(1).findIndex((value) => value !== undefined);
    const from = match.index;
    const to = from + match[0].length;
    const own = ends.filter(({ end }, index) => end > from && (ends[index - 1]?.end ?? 0) < to);
    return { key: LABELS[group]?.key, lines: own.map(({ line }) => line) };
  });
}

/** How far, in points, the middles of a name and of its grade may be apart: about three lines. */
const FARTHEST = 45;

/** How far the middle of a name's lines is from the middle of a grade's; none where they are parted by the end of a page. */
function distance(label: readonly Line[], grade: PlacedGrade | undefined, lines: readonly Line[]): number {
  const [from, to] = [lines[grade?.from ?? 0], lines[grade?.to ?? 0]];
  const [first, last] = [label[0], label.at(-1)];
  if (!from || !to || !first || !last) return Number.POSITIVE_INFINITY;
  if (new Set([from, to, first, last].map(({ page }) => page)).size > 1) return 0;
  return Math.abs((first.top + last.top) / 2 - (from.top + to.top) / 2);
}

/** Of the grades not yet given, the one beside a name. */
function nearestGrade(
  label: readonly Line[],
  grades: ReadonlySet<PlacedGrade>,
  lines: readonly Line[],
): PlacedGrade | undefined {
  const [best] = [...grades]
    .map((grade) => ({ grade, away: distance(label, grade, lines) }))
    .filter(({ away }) => away < FARTHEST / 2)
    .sort((one, other) => one.away - other.away);
  return best?.grade;
}

/** The grades that section headings repeat: "The experiences and progress of care leavers: good". */
export function gradesInHeadings(
  blocks: readonly Block[],
): { key: JudgementKey; grade: Grade; heading: string }[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const key = judgementNamed(block.text);
    const next = blocks[index + 1];
    const below = next?.kind === 'heading' && /^\(?grade\b/i.test(next.text) ? next.text : '';
    const grade = gradeAtEnd(below || block.text);
    return key && grade ? [{ key, grade, heading: [block.text, below].filter(Boolean).join(' ') }] : [];
  });
}

/** The overall judgement of a report whose title page says it in a sentence: "Children’s services in Wigan are good". */
export function overallInSentence(headings: readonly string[]): Grade | undefined {
  for (const heading of headings) {
    const words = folded(heading);
    if (!/children's services|overall (?:judgement|effectiveness)|local authority/.test(words)) continue;
    const grade = gradeAtEnd(words);
    if (grade) return grade;
  }
  return undefined;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
