import { lookedAt } from '../../insight/coverage.ts';
import { html, type Markup } from '../../markup/html.ts';
import { GRADE_LABELS, JUDGEMENT_LABELS, type JudgementKey } from '../../model/judgement.ts';
import { formatDate } from '../../model/partial-date.ts';
import type { Visit } from '../../model/visit.ts';
import { formatPeriod, VISIT_KIND_LABELS } from '../../model/visit-kind.ts';

/** A grade in words, and what stands where there is none. */
const GRADE_WORDS: Record<string, string> = {
  ...GRADE_LABELS,
  'not-inspected': 'Not inspected',
  'not-read': 'In the report, not read yet',
};

/** What a reader wants to know of a visit first: when, what kind, what was looked at, by whom, and its judgements. */
export function visitFacts(visit: Visit): Markup {
  const { areas, ages, record } = lookedAt(visit);
  const judgements = 'judgements' in visit ? Object.entries(visit.judgements ?? {}) : [];
  const facts: [string, string | undefined][] = [
    ['Visited', formatPeriod(visit.visited)],
    ['Kind of visit', VISIT_KIND_LABELS[visit.kind]],
    ['Looked at', ages ? `${areas} ${ages}` : areas],
    ['Inspectors', visit.inspectors ? visit.inspectors.join(', ') : 'not named in the record'],
    ['Letter published', visit.published ? formatDate(visit.published) : 'date not known'],
    ['Known from', record],
    ...judgements.map(([key, grade]): [string, string | undefined] => [
      JUDGEMENT_LABELS[key as JudgementKey],
      GRADE_WORDS[grade ?? 'not-read'],
    ]),
  ];
  return html`
    <dl class="visit-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  `;
}
