import { stringify } from 'yaml';
import type { Judgement } from '../model/judgement.ts';
import { JUDGEMENT_LABELS, type JudgementKey } from '../model/judgement.ts';
import { formatDate, formatDateRange } from '../model/partial-date.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import { focusOf } from './focus.ts';
import { attributeValue, escapeMarkdown } from './markdown.ts';
import { nationalFrameworkReferences } from './national-framework.ts';
import type { Propose } from './propose.ts';
import { type Note, noteInWords, type Passage, type Report } from './report.ts';

/** A visit file as it is drafted from a report. */
export interface Draft {
  text: string;
  /** The words of each block quotation, in order, as they must be read back. */
  quotations: string[];
  /** What an editor must know, those of the report and those of the draft. */
  notes: Note[];
}

/** How a visit is called in its title, before "in Wigan, May 2022". */
const TITLES: Record<VisitKind, string> = {
  'focused-visit': 'Focused visit to children’s services',
  'assurance-visit': 'Focused assurance visit to children’s services',
  'monitoring-visit': 'Monitoring visit to children’s services',
  inspection: 'Inspection of children’s services',
  'single-inspection': 'Single inspection of children’s services',
  'joint-inspection': 'Joint inspection of services for children',
  'looked-after-children-inspection': 'Inspection of services for looked after children',
  'lscb-review': 'Review of the Local Safeguarding Children Board',
};

/**
 * Writes the visit file of a report: its facts, and a finding for each passage that holds its words as quotations, with
 * themes and assessment proposed. The summary is left to the editor.
 *
 * @param authorityName the short name of the authority
 * @param factsOnly whether only the front matter is wanted
 */
export function draftVisit(
  report: Report & { authority: string },
  {
    authorityName,
    propose,
    factsOnly,
    file,
  }: { authorityName: string; propose: Propose; factsOnly: boolean; file: string },
): Draft {
  const source = report.letter ? 'letter' : 'report';
  const notes = [...report.notes];
  const facts = frontMatter(report, { authorityName, source, factsOnly, notes });
  const yaml = stringify(facts, { lineWidth: 0, singleQuote: false });
  const comments = [
    `Imported from ${file.replace(/[^\p{L}\p{N}\p{P} ]/gu, '')}. To publish it: write the summary, look at what is proposed, remove status.`,
    ...notes.map(noteInWords),
  ].map((line) => `# ${line.replace(/\s+/g, ' ')}\n`);
  const findings = factsOnly ? [] : report.passages.map((passage) => finding(passage, source, propose));
  return {
    text: `---\n${comments.join('')}${yaml}---\n${findings.map((block) => `\n${block}`).join('')}`,
    quotations: factsOnly ? [] : report.passages.flatMap(({ texts }) => texts),
    notes,
  };
}

function frontMatter(
  report: Report & { authority: string },
  {
    authorityName,
    source,
    factsOnly,
    notes,
  }: { authorityName: string; source: string; factsOnly: boolean; notes: Note[] },
): Record<string, unknown> {
  const start = report.periods[0]?.start;
  const end = report.periods.at(-1)?.end;
  const when = start ?? report.published;
  const focus = report.kind === 'focused-visit' ? focusOf(report.passages) : [];
  if (report.kind === 'focused-visit' && focus.length === 0) {
    notes.push({
      what: 'What the visit looked at could not be read.',
      todo: 'Write focus: by the letter; until then it says the whole service.',
      field: 'focus',
    });
  }
  const judgements = orderedJudgements(report.judgements);
  return {
    title: `${TITLES[report.kind]} in ${authorityName}${when ? `, ${formatDate(when.slice(0, 7))}` : ''}`,
    authority: report.authority,
    kind: report.kind,
    status: 'draft',
    ...(report.kind === 'focused-visit' && { focus: focus.length > 0 ? focus : ['whole-service'] }),
    visited: start ? { start, ...(end !== start && { end }) } : { before: report.published },
    ...(report.published && { published: report.published }),
    ...(report.inspectors.length > 0 && { inspectors: report.inspectors }),
    ...(judgements && { judgements }),
    sources: { [source]: sourceOf(report, factsOnly) },
  };
}

/** The report as a source of its visit. */
function sourceOf(report: Report, factsOnly: boolean): Record<string, unknown> {
  // Letters do not print their licence; reports of before 2015 print other terms.
  const isOpen = report.openLicence || report.letter;
  const note = [periodsNote(report), isOpen ? undefined : 'It does not name the Open Government Licence.']
    .filter(Boolean)
    .join(' ');
  return {
    type: report.letter ? 'inspectorate-letter' : 'inspectorate-report',
    title: report.title,
    publisher: 'Ofsted',
    ...(report.published && { published: report.published }),
    ...(isOpen && { licence: 'OGL-3.0' }),
    // Facts alone do not hold the letter: what it leaves out would seem not to have been said.
    ...(!factsOnly && report.whole && { whole: true }),
    ...(note && { note }),
  };
}

/** Where inspectors were on site more than once, the periods in words. */
function periodsNote({ periods }: Report): string | undefined {
  if (periods.length < 2) return undefined;
  return `Inspectors were on site ${periods.map(({ start, end }) => formatDateRange(start, end)).join(', and ')}.`;
}

function orderedJudgements(
  judgements: Report['judgements'],
): Partial<Record<JudgementKey, Judgement>> | undefined {
  const entries = Object.keys(JUDGEMENT_LABELS).flatMap((key) => {
    const grade = judgements[key as JudgementKey];
    return grade ? [[key, grade] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The block of a passage: what it says, quoted, with what is proposed for it. */
function finding(passage: Passage, source: string, propose: Propose): string {
  const text = passage.texts.join(' ');
  const { themes, assessment } = propose(text, passage.section);
  const references = passage.improvement ? nationalFrameworkReferences(text) : [];
  const attributes = [
    `#${passage.id}`,
    ...(themes.length > 0 ? [`themes="${themes.join(' ')}"`] : []),
    `assessment="${assessment}"`,
    `source="${source}"`,
    'tagged="rules"',
    ...(references.length > 0 ? [`framework="${references.join(' ')}"`] : []),
    ...(passage.above.length > 0 ? [`heading="${attributeValue(passage.above.join(' › '))}"`] : []),
  ];
  const quotations = passage.texts.map((words) => `> ${escapeMarkdown(words)}\n`);
  return `:::finding{${attributes.join(' ')}}\n${quotations.join('\n')}:::\n`;
}
