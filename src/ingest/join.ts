import { isMap, parseDocument } from 'yaml';
import { findQuotation, normaliseWords, quotationsOf } from '../content/quotations.ts';
import type { Judgements } from '../model/judgement.ts';
import type { Visit } from '../model/visit.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import type { ImportedReport } from './import-report.ts';
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
 * passages further findings, and what the file left open of dates and inspectors is filled in. What the file says
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

  if (visit.kind !== record.kind)
    notes.push(`The file calls it ${inWords(visit.kind)}; the report, ${inWords(record.kind)}.`);
  const { start, end } = record.visited ?? {};
  const { visited } = visit;
  // A file that gives the month alone says nothing else than a report that gives the day.
  const isSame =
    visited.start && start?.startsWith(visited.start) && (end ?? '').startsWith(visited.end ?? '');
  if (start && !isSame) {
    const said = visited.start
      ? [visited.start, ...(visited.end ? [visited.end] : [])].join(' to ')
      : `before ${visited.before}`;
    notes.push(`The file said: ${said}. The report gives ${start} to ${end}, which it says now.`);
  }
  if (start) yaml.setIn(['visited'], yaml.createNode({ start, ...(end && end !== start && { end }) }));
  fill('published', record.published, visit.published);
  fill('inspectors', record.inspectors, visit.inspectors);
  // Only a file of the same kind may have the same judgements.
  if (visit.kind === record.kind) {
    const given: Judgements = facts.toJS().judgements ?? {};
    const before: Judgements = ('judgements' in visit && visit.judgements) || {};
    for (const [key, grade] of Object.entries(given)) {
      const gradeBefore = before[key as keyof Judgements];
      if (gradeBefore === undefined) yaml.setIn(['judgements', key], grade);
      else if (gradeBefore !== grade)
        notes.push(`The file gives ${key} as ${gradeBefore}; the report, as ${grade}.`);
    }
  }

  function fill(
    field: string,
    value: string | string[] | null | undefined,
    before: string | string[] | undefined,
  ): void {
    if (!value || value.length === 0) return;
    if (before === undefined) yaml.setIn([field], yaml.createNode(value));
    else if (String(before) !== String(value))
      notes.push(
        `The file gives ${field} as ${[before].flat().join(', ')}; the report, as ${[value].flat().join(', ')}.`,
      );
  }

  const report = normaliseWords(words);
  for (const { passage, quote } of quotationsOf(visit)) {
    // Another document of the inspectorate's has words of its own.
    const isAccount = !visit.sources[quote.source]?.type.startsWith('inspectorate');
    if (quote.voice !== 'inspectorate' || !isAccount) continue;
    const found = findQuotation(quote.text, report);
    if (!found.found) {
      notes.push(
        `#${passage} quotes the inspectors from “${quote.source}” otherwise than the report has it, from: “${found.firstWordsMissing}”.`,
      );
    }
  }
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
