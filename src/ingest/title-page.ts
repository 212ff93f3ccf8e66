import { type Period, readDay, readPeriods } from './dates.ts';
import { inspectorsInLetter, labelledInspectors } from './inspectors.ts';
import { joinLines, type Line } from './line.ts';

/** What a report or letter says of itself before its first paragraph. */
export interface TitlePage {
  /** The words of the title, or a letter's subject line. */
  title: string;
  /** What it calls the authority, the likeliest first. */
  authorityNames: string[];
  periods: Period[];
  published?: string | undefined;
  inspectors: string[];
  /** The index of the first line after it. */
  end: number;
}

const INSPECTION_DATE =
  /^(?:(?:re-?)?inspection|visit|review) dates?(?:\(s\))?\s*:?|^dates? of (?:the )?(?:(?:re-?)?inspection|visit|review)\s*:?/i;
const PUBLISHED =
  /^(?:report )?(?:published|publication date|date (?:of publication|published))\s*(?:on\s*)?(?::|(?=\d))/i;
const INSPECTOR = /^(?:(?:joint |co-?|deputy )?lead|reporting)\s+(?:inspectors?|HMI)\b|^inspectors?\s*:/i;
const OTHER_LABEL =
  /^(?:age group|unique reference number|reference number|©|website\b|judge?ments?\b|contents$)/i;
const LABELLED = [INSPECTION_DATE, PUBLISHED, INSPECTOR, OTHER_LABEL];

/** The title page of a report: title, then labelled lines, each of which may run over several. */
export function readTitlePage(lines: readonly Line[]): TitlePage {
  const first = lines.filter(({ page }) => page <= 2).slice(0, 60);
  const labelAt = (label: RegExp) => first.findIndex((line) => label.test(line.text));
  const starts = LABELLED.map(labelAt).filter((at) => at !== -1);
  const titleEnd = starts.length > 0 ? Math.min(...starts) : Math.min(6, first.length);
  const field = (label: RegExp) => {
    const at = labelAt(label);
    if (at === -1) return { text: '', end: -1, lines: [] as string[] };
    let end = at + 1;
    while (end < first.length && goesOn(first[end], first[end - 1])) end++;
    const own = first.slice(at, end);
    return { text: joinLines(own).replace(label, '').trim(), end, lines: own.map(({ text }) => text) };
  };
  const dates = field(INSPECTION_DATE);
  const published = field(PUBLISHED);
  const inspectors = field(INSPECTOR);
  const title = first.slice(0, titleEnd);
  return {
    title: joinLines(title),
    authorityNames: authorityNames(title),
    periods: readPeriods(dates.text),
    published: readDay(published.text),
    inspectors: labelledInspectors(inspectors.lines, OTHER_LABEL),
    end: Math.max(titleEnd, dates.end, published.end, inspectors.end, labelAt(/^©/) + 1, 0),
  };
}

/** Whether a line goes on with a labelled one: near below, of its size, no label of its own, and no heading. */
function goesOn(line: Line | undefined, before: Line | undefined): boolean {
  if (!line || !before || line.page !== before.page) return false;
  const isLabel = LABELLED.some((label) => label.test(line.text));
  return !isLabel && line.top - before.top < 1.7 * before.size && Math.abs(line.size - before.size) < 0.6;
}

/** Words of titles that are not the name of an authority. */
const TITLE_WORDS =
  /\b(?:re-?inspection|inspection|review|monitoring visit|focused visit|focussed visit|focused assurance visit|assurance visit|visit)\b.*?\b(?:of|to|in|for|at)\b(?: the)?(?= )/i;

/** What a title may call the authority. */
function authorityNames(title: readonly Line[]): string[] {
  const groups: Line[][] = [];
  for (const line of title) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && Math.abs(last.size - line.size) < 0.6 && last.bold === line.bold) group.push(line);
    else groups.push([line]);
  }
  const texts = groups.map(joinLines);
  const whole = joinLines(title);
  return [...new Set([...[...texts, whole].flatMap(nameInTitle), ...texts.filter(isNoTitle), whole])];
}

function isNoTitle(text: string): boolean {
  return !/\binspection\b|\breview\b|^and$|\bvisit\b|services/i.test(text);
}

/** The name in "Inspection of Wigan local authority children’s services", "Focused visit to Wiltshire children’s services". */
export function nameInTitle(title: string): string[] {
  const text = title.replace(/[‘’`´]/g, "'").replace(/\s+/g, ' ');
  const inside =
    /(?:inspection|visit|review)\s+(?:of|to|in|for|at)\s+(?:the\s+)?(.+?)(?:\s+local authority)?(?:'s|s')?\s+(?:children.?s|children and|safeguarding)\b/i.exec(
      text,
    )?.[1];
  // "Joint targeted area inspection of the multi-agency response to neglect in Salford"
  const place = /\binspection\b.*\bin\s+(?:the\s+)?(\p{Lu}[\p{L} ,&'-]+)$/u.exec(text)?.[1];
  if (!inside || /^(?:services|children|local|looked)/i.test(inside)) return place ? [place.trim()] : [];
  return [
    inside
      .replace(TITLE_WORDS, '')
      .replace(/['’]s$/, '')
      .trim(),
  ];
}

/** A letter: its subject line and its opening say what a title page does. */
export function readLetterHead(lines: readonly Line[]): TitlePage {
  const dear = lines.findIndex((line) => /^dear\b/i.test(line.text));
  const from = Math.max(0, dear);
  const subjectAt = lines.findIndex(
    (line, index) =>
      index < from + 12 &&
      (index >= from || dear === -1) &&
      /\b(?:visit|inspection)\b.*\b(?:of|to|in|at)\b/i.test(line.text) &&
      !/^this letter/i.test(line.text),
  );
  let end = subjectAt === -1 ? from + 1 : subjectAt + 1;
  const subject = lines[subjectAt];
  while (subject && goesOnSubject(lines[end], lines[end - 1], subject)) end++;
  const subjectText = subjectAt === -1 ? '' : joinLines(lines.slice(subjectAt, end));
  const opening = joinLines(lines.slice(end, end + 30));
  const sentence = /\b(?:findings|outcome|report) of .{0,400}?\.(?=\s|$)/i.exec(opening)?.[0] ?? '';
  const about =
    /\b(?:visit|inspection) (?:of|to|in|at) (?:the )?(.+?)(?:['’]s|s['’])? (?:children.?s|local authority|on \d)/i.exec(
      sentence,
    )?.[1];
  const addressed =
    dear > 0
      ? lines
          .slice(0, dear)
          .map(({ text }) => text)
          .filter((text) => /council|borough/i.test(text))
      : [];
  const inOpening = readPeriods(sentence);
  return {
    title: subjectText || sentence,
    authorityNames: [
      ...new Set(
        [...nameInTitle(subjectText), ...(about ? [about] : []), ...addressed, subjectText].filter(Boolean),
      ),
    ],
    periods: inOpening.length > 0 ? inOpening : readPeriods(opening.slice(0, 800)),
    published: lines
      .slice(0, dear === -1 ? 15 : dear)
      .map(({ text }) =>
        /^\W*(?:date:?\s*)?\d{1,2}/i.test(text) && text.length < 40 ? readDay(text) : undefined,
      )
      .find((day) => day !== undefined),
    inspectors: inspectorsInLetter(opening),
    end,
  };
}

function goesOnSubject(line: Line | undefined, before: Line | undefined, subject: Line): boolean {
  if (!line || !before || line.page !== before.page || /^this letter|[.]$/i.test(line.text)) return false;
  const sameType = line.bold === subject.bold && Math.abs(line.size - subject.size) < 0.6;
  return sameType && subject.bold && line.top - before.top < 1.7 * subject.size;
}
