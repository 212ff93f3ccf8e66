import type { FocusArea } from '../model/focus.ts';
import { formatDate, type PartialDate } from '../model/partial-date.ts';
import { VISIT_KIND_LABELS, type VisitKind } from '../model/visit-kind.ts';

/** What is known when an editor begins a visit. */
export interface NewVisit {
  /** The id and the short name of the authority. */
  authority: { id: string; name: string };
  kind: VisitKind;
  /** The first day, as far as it is known. */
  start: PartialDate;
}

/**
 * The id of a new visit: the authority and the year; where that is taken, the month as well, where it is known; and
 * then a number.
 *
 * @param taken the ids of the visits held
 */
export function newVisitId(
  { authority, start }: Pick<NewVisit, 'authority' | 'start'>,
  taken: readonly string[],
): string {
  const [year, month] = start.split('-');
  const names = [`${authority.id}-${year}`, ...(month ? [`${authority.id}-${year}-${month}`] : [])];
  const free = names.find((name) => !taken.includes(name));
  if (free) return free;
  const longest = names.at(-1) ?? '';
  for (let number = 2; ; number++) {
    if (!taken.includes(`${longest}-${number}`)) return `${longest}-${number}`;
  }
}

/** What a focused visit is said to have looked at until the editor says it: the commonest of the collection. */
const USUAL_FOCUS: FocusArea = 'care-leavers';

/** A draft for an editor to fill in: it passes the check as it is, and says what belongs where. */
export function newVisitFile({ authority, kind, start }: NewVisit): string {
  const focus = kind === 'focused-visit' ? [`focus: [${USUAL_FOCUS}]`] : [];
  return `${[
    '---',
    `title: ${VISIT_KIND_LABELS[kind]} to ${authority.name}, ${formatDate(start)}`,
    `authority: ${authority.id}`,
    `kind: ${kind}`,
    'status: draft',
    ...focus,
    'visited:',
    `  start: ${start}`,
    'sources:',
    '  letter:',
    '    type: inspectorate-letter',
    '    title: Write the title that stands on the letter',
    '    publisher: Ofsted',
    '    licence: OGL-3.0',
    '---',
    '',
    'Write one or two sentences that can stand alone: what inspectors found, the good and the bad.',
    '',
    'Then one to three short paragraphs in your own words, without quotation marks.',
    '',
    ':::plain',
    'Write three to five short sentences for the young people the visit was about.',
    ':::',
    '',
    ':::finding{#choose-a-short-id themes="care-leavers" assessment="strength" source="letter"}',
    'Write the finding in your own words. Put a block quotation below it, each line beginning with >, and check it with npm run verify.',
    ':::',
    '',
  ].join('\n')}`;
}
