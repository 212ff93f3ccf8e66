import { joinWords } from './line.ts';

/** Words before "Inspector" in job titles. */
const RANK =
  "(?:(?:Senior|Regional|Lead|Associate|Additional|Contracted|Shadow|Social|Care|Regulatory|Schools?|Early|Years|Further|Education|and|Skills|Ofsted|HM|(?:Her|His) Majesty[’'`´]?s,?)\\s+)*";

/** What stands after a name: a job title, in full, in letters or in brackets. */
const JOB_TITLE = new RegExp(
  `,?\\s*(?:\\b${RANK}[Ii]nspectors?\\b|\\bS?HMIs?\\b|\\b[OA]I\\b|\\([^)]*\\)|\\bdesignate\\b)(?:\\s*\\([^)]*\\))?`,
  'gu',
);

/** A name: two to five words of which the first and the last begin with a capital. */
const NAME =
  /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+(?:\p{Lu}[\p{L}’'.-]*|de|da|di|del|der|den|van|von|la|le|ap|al|bin)){1,4}$/u;

/** The names in a list such as "Kendra Bell, Her Majesty’s Inspector and Steve Lowe, HMI", in its order. */
export function readNames(text: string): string[] {
  const names = text
    .replace(/\s+/g, ' ')
    .replace(/\s[-–—]\s/g, ' , ')
    // Kerning can part the two halves of a name.
    .replace(/\s-(?=\p{L})|(?<=\p{L})-\s(?=\p{L})/gu, '-')
    .replace(JOB_TITLE, ' , ')
    .split(/\s*[,;•]\s*|\s*\b(?:accompanied|assisted|joined|supported) by\s+|\s+(?:and|&)\s+|^(?:and|&)\s+/)
    .map((name) =>
      name
        .replace(/^(?:and|&)\s+/, '')
        .replace(/\.$/, '')
        .replace(/^(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?\s+/, '')
        .trim(),
    )
    .filter((name) => NAME.test(name) && !NO_NAME.test(name));
  return [...new Set(names)];
}

/** Capitals that look like a name and are none. */
const NO_NAME =
  /\b(?:Council|Ofsted|Majesty|Inspector|Inspection|Services|Children|Report|Manager|Director|Judgement|Grade)\b/;

/** The labels under which reports name people where no colon follows. */
const ROLE =
  '(?:(?:deputy |co-?|joint )?lead|reporting|team|additional|shadow|associate|contracted|ofsted)\\s*inspectors?|(?:lead|senior) hmi|senior data analysts?|quality assurance managers?';
/** A label, which ends with a colon, whatever it says, or is one of those known; and the names after it. */
const LABEL = new RegExp(
  `^\\s*(?:([\\p{L}’'(][\\p{L}\\s’'(),/-]{1,48}?)\\s*:|(${ROLE})(?=\\s+\\p{Lu}))\\s*(.*)$`,
  'iu',
);

/** Whether a label stands before inspectors; analysts and those who assure quality are none. */
function labelsInspectors(label: string): boolean {
  return /inspectors?\b|\bhmi\b/i.test(label) && !/analy|assurance|manager|senior hmi/i.test(label);
}

/**
 * The inspectors whom labelled lines name: "Lead inspector: …", "Team inspectors: …". Analysts and quality
 * assurance managers are no inspectors of the visit.
 *
 * @param lines the lines of the title page or of the section about the inspection team
 * @param end what ends a list of names
 */
export function labelledInspectors(lines: readonly string[], end: RegExp): string[] {
  const lists: { inspectors: boolean; text: string }[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line);
    if (label) {
      const [, before, role, names = ''] = label;
      lists.push({ inspectors: labelsInspectors(before ?? role ?? ''), text: names });
      open = true;
    } else if (open && end.test(line)) {
      open = false;
    } else if (open) {
      const list = lists.at(-1);
      if (list) list.text = joinWords(list.text + (areNames(lines[index - 1] ?? '', line) ? ',' : ''), line);
    }
  }
  return [...new Set(lists.filter(({ inspectors }) => inspectors).flatMap(({ text }) => readNames(text)))];
}

/** Whether two lines are a name each, as in lists that have a line for each name and no commas. */
function areNames(before: string, line: string): boolean {
  return [before.replace(LABEL, '$3'), line].every((text) => NAME.test(text.replace(JOB_TITLE, '').trim()));
}

/** The names of a sentence, to its full stop: that of an initial or of "Dr." is none. */
const NAMES = '(.{5,300}?)(?:(?<!\\b(?:\\p{Lu}|Dr|Mrs?|Ms))\\.(?:\\s|$)|$)';
const MAJESTYS = "(?:(?:Her|His) Majesty[’']s )";
const SENTENCES = [
  `\\b${MAJESTYS}?inspectors? (?:for (?:the|this) (?:visit|inspection) )?(?:was|were)\\s*:?\\s*${NAMES}`,
  `\\b(?:visit|inspection) was (?:carried out|undertaken|conducted|led) by(?: the)?(?: ${MAJESTYS}?Inspectors?)?(?:\\s*\\(?HMIs?\\)?)?,?:?\\s*${NAMES}`,
  `${MAJESTYS}?inspectors?,?\\s+(.{5,300}?),?\\s+(?:carried out|undertook|conducted) (?:the|this)\\b`,
  `\\bInspectors?:\\s*${NAMES}`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** The inspectors whom a letter's opening names: "The inspectors were …". */
export function inspectorsInLetter(text: string): string[] {
  for (const sentence of SENTENCES) {
    const names = readNames(sentence.exec(text)?.[1] ?? '');
    if (names.length > 0) return names;
  }
  return [];
}

/** Who signed a letter as its inspector: the name between "Yours sincerely" and the job title. */
export function signatory(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => /^yours (?:sincerely|faithfully|truly)/i.test(line));
  if (at === -1) return [];
  const after = lines.slice(at + 1, at + 6);
  if (!after.some((line) => /inspector|HMI\b/i.test(line))) return [];
  return readNames(after.find((line) => readNames(line).length > 0) ?? '').slice(0, 1);
}
