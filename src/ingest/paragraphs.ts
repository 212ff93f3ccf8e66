import { bodySize } from './furniture.ts';
import { gradeAtEnd, isGradeWords, judgementNamed } from './judgements.ts';
import { joinWords, type Line, TEXT_PITCH } from './line.ts';

/** A stretch of a paragraph that is set by itself: its opening words, or one of the points beneath them. */
export interface Part {
  text: string;
  /** Whether it is a point of a list beneath the paragraph. */
  point: boolean;
  lines: Line[];
}

/** A heading, with its rank among headings: the greater the number, the higher it stands. */
export interface Heading {
  kind: 'heading';
  text: string;
  rank: number;
  lines: Line[];
}

/** A paragraph, numbered or not, with the points that belong to it. */
export interface Paragraph {
  kind: 'paragraph';
  /** The number printed before it. */
  number?: number | undefined;
  /** Whether it is itself a point of a list. */
  bullet: boolean;
  parts: Part[];
}

export type Block = Heading | Paragraph;

/** The words of a paragraph with its points, as running text. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.parts.map(({ text }) => text).join(' ');
}

/** The signs that begin a point. A letter o or a dash counts only where a gap follows it. */
const BULLET =
  /^([\u25A0\u25AA\u25AB\u25CF\u25E6\u25FC\u25FB\u2022\u2023\u2043\u2219\u27A2\u2714\u2756\u00B7]|[-–—\u2212o*](?=\s))\s*/;
const NUMBER = /^(\d{1,3})(?:\s?[.)]\s*(?=\S)|\s+(?=\S))/;
const ENDS_SENTENCE = /[.!?:;][)\]’'”"]*$/;

/** How many numbers a report may skip. */
const MOST_SKIPPED = 3;

interface Measures {
  /** The size of the text's type. */
  body: number;
  /** The usual distance between two lines of a paragraph. */
  pitch: number;
  positions: boolean;
}

/**
 * Puts lines together to headings and paragraphs. A number begins a paragraph where it is the next of its
 * sequence and stands where numbers stand; a wrapped line that begins like "16." does neither.
 */
export function blocksOf(lines: readonly Line[], format: 'pdf' | 'text'): Block[] {
  const positions = format === 'pdf';
  const measures: Measures = {
    body: bodySize(lines),
    pitch: positions ? usualPitch(lines) : TEXT_PITCH,
    positions,
  };
  const blocks: Block[] = [];
  let number: { value: number; x: number } | undefined;
  let previous: Line | undefined;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const current = blocks.at(-1);
    const gap = gapBefore(line, previous, measures);
    const bullet = bulletOf(line);
    const numbered = bullet ? undefined : numberOf(line, number, { current, previous, gap });
    if (numbered) {
      number = { value: numbered.value, x: line.x };
      blocks.push({
        kind: 'paragraph',
        number: numbered.value,
        bullet: false,
        parts: [{ text: numbered.rest, point: false, lines: [line] }],
      });
    } else if (bullet !== undefined) {
      addBullet(blocks, line, bullet);
    } else if (isHeading(line, { previous, next, gap, current, measures })) {
      addHeading(blocks, line, gap, previous);
    } else if (
      current?.kind === 'paragraph' &&
      continues(current, line, { previous, gap, measures, lines, index })
    ) {
      const part = current.parts.at(-1);
      if (part) {
        part.text = joinWords(part.text, line.text);
        part.lines.push(line);
      }
    } else if (current?.kind === 'paragraph' && belongsTo(current, line)) {
      current.parts.push({ text: line.text, point: false, lines: [line] });
    } else {
      blocks.push({
        kind: 'paragraph',
        bullet: false,
        parts: [{ text: line.text, point: false, lines: [line] }],
      });
    }
    previous = line;
  }
  return blocks.filter((block) => block.kind === 'heading' || paragraphText(block).trim() !== '');
}

/** The usual distance between the lines of a paragraph: the commonest between neighbours of one size. */
function usualPitch(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || Math.abs(before.size - line.size) > 0.6) continue;
    const distance = Math.round((line.top - before.top) * 2) / 2;
    if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 14;
}

/** How a line stands to the one before: on another page, after a gap, or next to it. */
type Gap = 'page' | 'wide' | 'none';

function gapBefore(line: Line, previous: Line | undefined, { pitch }: Measures): Gap {
  if (!previous || previous.page !== line.page) return 'page';
  return line.top - previous.top > 1.3 * pitch ? 'wide' : 'none';
}

/** The words after a bullet; `undefined` where a line has none. */
function bulletOf(line: Line): string | undefined {
  const found = BULLET.exec(line.text);
  if (!found) return undefined;
  const rest = line.text.slice(found[0].length);
  // A dash at the beginning of a wrapped line is a dash: a bullet's words stand well away from it.
  if (/[-–—\u2212o*]/.test(found[1] ?? '')) {
    const [sign, words] = line.cells;
    const apart = sign && words && sign.text.length === 1 && words.x - sign.right > 4;
    const narrow = /^[-–—\u2212o]\s+\S/.test(line.text) && line.cells.length === 1 && line.x > 60;
    if (!apart && !narrow) return undefined;
  }
  return rest;
}

/** The number that begins a paragraph, and the words after it; `undefined` where a line begins none. */
function numberOf(
  line: Line,
  last: { value: number; x: number } | undefined,
  { current, previous, gap }: { current: Block | undefined; previous: Line | undefined; gap: Gap },
): { value: number; rest: string } | undefined {
  const printed = numberPrinted(line);
  if (!printed) return undefined;
  const { value } = printed;
  const underHeading = current?.kind === 'heading';
  const place: NumberPlace = {
    ended: !previous || underHeading || ENDS_SENTENCE.test(previous.text),
    fresh: gap !== 'none' || underHeading,
    underHeading,
    inColumn: last !== undefined && Math.abs(line.x - last.x) < 8,
  };
  return isNextNumber(value, last?.value, place) ? printed : undefined;
}

/** The number with which a line begins, set apart from its words by a full stop or a gap, and the words after it. */
function numberPrinted(line: Line): { value: number; rest: string } | undefined {
  const found = NUMBER.exec(line.text);
  if (!found) return undefined;
  const rest = line.text.slice(found[0].length);
  const hasStop = /^\d{1,3}\s?[.)]/.test(line.text);
  const standsApart = /^\d{1,3}$/.test(line.cells[0]?.text ?? '') && line.cells.length > 1;
  if ((!hasStop && !standsApart) || !/^[\p{Lu}‘“'"([£\d]/u.test(rest)) return undefined;
  return { value: Number(found[1]), rest };
}

/** Where a number stands that may begin a paragraph. */
interface NumberPlace {
  /** Whether the words before it end a sentence. */
  ended: boolean;
  /** Whether it comes after a gap, a heading or the end of a page. */
  fresh: boolean;
  underHeading: boolean;
  /** Whether it stands where the last number stood. */
  inColumn: boolean;
}

/** Whether a number goes on with the sequence: the next, one after a few that were skipped, the same by mistake, or 1 again. */
function isNextNumber(
  value: number,
  last: number | undefined,
  { ended, fresh, underHeading, inColumn }: NumberPlace,
): boolean {
  if (last === undefined) {
    return value === 1 ? fresh || ended : underHeading && value <= 1 + MOST_SKIPPED;
  }
  const skipped = value - last - 1;
  if (skipped === 0) return (inColumn && (ended || fresh)) || (ended && fresh);
  if (skipped > 0 && skipped <= MOST_SKIPPED) return inColumn && ended;
  const isRepeated = skipped === -1 && inColumn;
  const beginsAgain = value === 1 && (inColumn || underHeading);
  return ended && fresh && (isRepeated || beginsAgain);
}

function addBullet(blocks: Block[], line: Line, words: string): void {
  const current = blocks.at(-1);
  const part: Part = { text: words, point: true, lines: [line] };
  if (current?.kind === 'paragraph') {
    const [opening] = current.parts;
    const start = opening?.lines[0];
    const introduces = opening !== undefined && /:$/.test(opening.text);
    const within = start !== undefined && line.x > start.x + 6;
    const isSub = current.bullet
      ? within
      : introduces || (current.number !== undefined && within) || current.parts.some(({ point }) => point);
    if (isSub) {
      current.parts.push(part);
      return;
    }
  }
  blocks.push({ kind: 'paragraph', bullet: true, parts: [{ ...part, point: false }] });
}

interface Around {
  previous: Line | undefined;
  next: Line | undefined;
  gap: Gap;
  current: Block | undefined;
  measures: Measures;
}

/** Headings that reports share: they are known though they be set like the text. */
const KNOWN_HEADING =
  /^(?:what (?:needs|does|must)\b.{0,50}\bimprove\b.{0,50}|(?:the )?experiences and progress of .*|the impact of leaders on .*|leadership, management and(?: governance.*)?|recommendations?|executive summary|headline findings|main findings|findings and evaluation of progress|areas? for (?:improvement|priority action)|inspection findings.*|areas covered by the visit)$/i;

/** Whether a line that is set like the text is the next of a heading: its grade, or the rest of a judgement's name. */
function goesOnWithHeading(heading: Heading, line: Line): boolean {
  if (!KNOWN_HEADING.test(heading.lines[0]?.text ?? '')) return false;
  if (isGradeWords(line.text)) return true;
  const incomplete = judgementNamed(heading.text) === undefined || !gradeAtEnd(heading.text);
  return (
    incomplete && /^(?:\p{Ll}|leavers)/u.test(line.text) && line.text.length < 80 && !/\.$/.test(line.text)
  );
}

function isHeading(line: Line, { previous, next, gap, current, measures }: Around): boolean {
  if (!/\p{L}/u.test(line.text)) return false;
  if (line.size > measures.body * 1.12) return true;
  if (line.bold) return true;
  if (current?.kind === 'heading' && gap === 'none' && goesOnWithHeading(current, line)) return true;
  const isNew =
    gap !== 'none' || !previous || current?.kind === 'heading' || ENDS_SENTENCE.test(previous.text);
  const known = KNOWN_HEADING.test(line.text) && /^\p{Lu}/u.test(line.text);
  if (isNew && known && line.text.length < 120 && !/[.,;]$/.test(line.text)) return true;
  // Small headings in italics: a short line by itself, no sentence, with something new after it.
  const apart = gap !== 'none' || current?.kind === 'heading';
  const ended =
    !previous || current?.kind === 'heading' || ENDS_SENTENCE.test(previous.text) || gap === 'wide';
  const short = line.text.length < 75 && /^\p{Lu}/u.test(line.text) && !/[.!?,;]$/.test(line.text);
  if (!apart || !ended || !short || !next) return false;
  const followed =
    next.page === line.page &&
    (bulletOf(next) !== undefined ||
      numberPrinted(next) !== undefined ||
      next.top - line.top > 1.25 * measures.pitch);
  return followed && line.cells.length === 1;
}

/** Adds a line of a heading to the heading above it, or begins one. */
function addHeading(blocks: Block[], line: Line, gap: Gap, previous: Line | undefined): void {
  const current = blocks.at(-1);
  const rank = Math.round(line.size * 2) * 10 + (line.bold ? 5 : 0);
  // A heading that the end of a page parts goes on with a small letter.
  const near =
    gap === 'page'
      ? /^\p{Ll}/u.test(line.text)
      : previous !== undefined && line.top - previous.top < 1.75 * line.size;
  if (current?.kind === 'heading' && near && Math.abs(current.rank - rank) <= 5) {
    current.lines.push(line);
    current.text = headingText(current.lines);
    current.rank = Math.max(current.rank, rank);
    return;
  }
  blocks.push({ kind: 'heading', text: headingText([line]), rank, lines: [line] });
}

/** The words of a heading; where a grade stands beside it in a column of its own, it comes last. */
function headingText(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(({ x }) => x));
  const cells = lines.flatMap((line) => line.cells);
  const beside = cells.filter(({ x }) => x > left + 150);
  const own = cells.filter((cell) => !beside.includes(cell));
  const joined = (some: typeof cells) => some.reduce((text, cell) => joinWords(text, cell.text), '');
  return [joined(own), joined(beside)].filter(Boolean).join(' ');
}

interface Place {
  previous: Line | undefined;
  gap: Gap;
  measures: Measures;
  lines: readonly Line[];
  index: number;
}

/** Whether a line goes on with the last part of a paragraph. */
function continues(
  paragraph: Paragraph,
  line: Line,
  { previous, gap, measures, lines, index }: Place,
): boolean {
  const part = paragraph.parts.at(-1);
  if (!part || !previous) return false;
  const ended = ENDS_SENTENCE.test(part.text);
  const small = /^[\p{Ll}(\d]/u.test(line.text);
  if (!measures.positions) return gap === 'none' || (!ended && /\p{Ll}$/u.test(part.text));
  if (gap === 'wide') return !ended && small;
  if (!ended) return true;
  const first = part.lines[0];
  const second = part.lines[1];
  const indent = second?.x ?? first?.x ?? line.x;
  if (gap === 'page') {
    if (wouldHaveFitted(line, previous, lines, index)) return false;
    return (
      paragraph.number !== undefined ||
      small ||
      Math.abs(line.x - indent) < 3 ||
      (second === undefined && line.x > indent)
    );
  }
  // Beneath a list the text goes back to the margin: that is a new paragraph.
  if ((part.point || paragraph.bullet) && second === undefined && first && line.x < first.x + 4) return false;
  if (second && Math.abs(line.x - indent) > 6 && !small) return false;
  return !wouldHaveFitted(line, previous, lines, index);
}

/** Whether unnumbered words after the points of a numbered paragraph are still that paragraph's. */
function belongsTo(paragraph: Paragraph, line: Line): boolean {
  if (paragraph.number === undefined) return false;
  const [first] = paragraph.parts[0]?.lines ?? [];
  const second = paragraph.parts[0]?.lines[1];
  return first !== undefined && line.x > first.x + 6 && Math.abs(line.x - (second?.x ?? line.x)) < 4;
}

/** Whether the first word of a line had room on the line before: then that line ended on purpose. */
function wouldHaveFitted(line: Line, previous: Line, lines: readonly Line[], index: number): boolean {
  const near = lines.slice(Math.max(0, index - 12), index + 12);
  const margin = Math.max(...near.filter(({ x }) => Math.abs(x - previous.x) < 40).map(({ right }) => right));
  const [word = ''] = line.text.split(' ');
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  return previous.right + (word.length + 1.5) * letter < margin;
}
