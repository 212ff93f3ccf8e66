import { type Document, isMap, parseDocument } from 'yaml';
import { findQuotation, normaliseWords, quotationsOf } from '../content/quotations.ts';
import type { Judgements } from '../model/judgement.ts';
import type { Visit } from '../model/visit.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import type { ImportedReport, ImportRecord } from './import-report.ts';
import { noteInWords } from './report.ts';

/** A visit file that a report was joined to. */
export interface Joined {
  text: string;
  /** The id under which the report became a source. */
  source: string;
  /** What an editor must know: of the report, unless the file has it already, and where the accounts that were held differ. */
  notes: string[];
}

const PARTS = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/**
 * Joins a report to the file of a visit that was known from other accounts only: the report becomes a further source, its
 * passages further findings, and what the file left open of dates, inspectors and judgements is filled in. What the file says
 * otherwise than the report stays, and is told.
 *
 * @param text the visit file
 * @param visit the visit, read from it
 * @param words the words of the report, as documentText gives them
 */
export function joinReport(
  text: string,
  visit: Visit,
  { draft, record, source }: ImportedReport,
  words: string,
): Joined {
  const held = PARTS.exec(text);
  const drafted = PARTS.exec(draft.text);
  if (!held || !drafted) throw new Error('A visit file without front matter cannot be joined.');
  const notes = draft.notes
    .filter(({ field }) => field === undefined || visit[field] === undefined)
    .map(noteInWords);
  const yaml = parseDocument(held[1] ?? '');
  const facts = parseDocument(drafted[1] ?? '');
  const id = free(source, Object.keys(visit.sources));
  const ownSource = facts.getIn(['sources', source]);
  if (isMap(ownSource)) yaml.setIn(['sources', id], ownSource);

  const isSameKind = visit.kind === record.kind;
  if (!isSameKind)
    notes.push(`The file calls it ${inWords(visit.kind)}; the report, ${inWords(record.kind)}.`);
  notes.push(
    ...joinDates(yaml, visit, record),
    ...joinField(yaml, 'published', visit.published, record.published ?? undefined),
    ...joinField(yaml, 'inspectors', visit.inspectors, record.inspectors),
    ...(isSameKind ? joinJudgements(yaml, visit, facts.toJS().judgements ?? {}) : []),
    ...otherWords(visit, normaliseWords(words)),
  );
  const taken = new Set(
    [...visit.findings, ...visit.responses, ...visit.actions].map((passage) => passage.id),
  );
  const findings = (drafted[2] ?? '')
    .replace(
      /^:::finding\{#([a-z0-9-]+) /gm,
      (_, name: string) => `:::finding{#${taken.has(name) ? `${id}-${name}` : name} `,
    )
    .replace(/^(:::finding\{.*?) source="[a-z0-9-]+"/gm, `$1 source="${id}"`);
  return {
    text: `---\n${yaml.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${(held[2] ?? '').trimEnd()}\n${findings}`,
    source: id,
    notes,
  };
}

/* Each of these fills in what the file left open, and gives what it says otherwise than the report. */

/** A period that the report gives is always taken: it is the inspectors’ own. */
function joinDates(yaml: Document, { visited }: Visit, record: ImportRecord): string[] {
  if (!record.visited) return [];
  const { start, end } = record.visited;
  yaml.setIn(['visited'], yaml.createNode({ start, ...(end !== start && { end }) }));
  // A file that gives the month alone says nothing else than a report that gives the day.
  if (visited.start && start.startsWith(visited.start) && end.startsWith(visited.end ?? '')) return [];
  const said = visited.start
    ? [visited.start, ...(visited.end ? [visited.end] : [])].join(' to ')
    : `before ${visited.before}`;
  return [`The file said: ${said}. The report gives ${start} to ${end}, which it says now.`];
}

function joinField(
  yaml: Document,
  field: string,
  held: string | string[] | undefined,
  given: string | string[] | undefined,
): string[] {
  if (!given || given.length === 0) return [];
  if (held === undefined) yaml.setIn([field], yaml.createNode(given));
  if (held === undefined || String(held) === String(given)) return [];
  return [
    `The file gives ${field} as ${[held].flat().join(', ')}; the report, as ${[given].flat().join(', ')}.`,
  ];
}

function joinJudgements(yaml: Document, visit: Visit, given: Judgements): string[] {
  const held: Judgements = ('judgements' in visit && visit.judgements) || {};
  return Object.entries(given).flatMap(([key, grade]) => {
    const gradeHeld = held[key as keyof Judgements];
    if (gradeHeld === undefined) yaml.setIn(['judgements', key], grade);
    if (gradeHeld === undefined || gradeHeld === grade) return [];
    return [`The file gives ${key} as ${gradeHeld}; the report, as ${grade}.`];
  });
}

/**
 * What the accounts that are held quote of the inspectors otherwise than the report has it.
 *
 * @param report the words of the report, normalised
 */
function otherWords(visit: Visit, report: string): string[] {
  return quotationsOf(visit).flatMap(({ passage, quote }) => {
    // Another document of the inspectorate's has words of its own.
    const isAccount = !visit.sources[quote.source]?.type.startsWith('inspectorate');
    if (quote.voice !== 'inspectorate' || !isAccount) return [];
    const found = findQuotation(quote.text, report);
    if (found.found) return [];
    return [
      `#${passage} quotes the inspectors from “${quote.source}” otherwise than the report has it, from: “${found.firstWordsMissing}”.`,
    ];
  });
}

/** The kind of a visit in words: "an assurance visit". */
function inWords(kind: VisitKind): string {
  const words = kind.replace(/-/g, ' ');
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** A source id that is not taken. */
function free(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let number = 2; taken.includes(id); number++) id = `${wanted}-${number}`;
  return id;
}
