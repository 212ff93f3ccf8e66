import type { Finding } from '../model/finding.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';

/** A theme for a test: on accommodation, which visits to care leavers look at, unless told otherwise. */
export function makeTheme(theme: Partial<Theme> = {}): Theme {
  return {
    id: 'accommodation',
    label: 'Accommodation',
    group: 'care-leavers',
    definition: 'Where care leavers live.',
    focus: ['care-leavers'],
    keywords: ['accommodation'],
    everyday: ['home'],
    ...theme,
  };
}

/** A finding for a test: a strength on accommodation, unless told otherwise. */
export function makeFinding(finding: Partial<Finding> = {}): Finding {
  return {
    id: 'homes-suitable',
    words: ['Most care leavers live in suitable homes.'],
    quotes: [],
    themes: ['accommodation'],
    source: 'letter',
    line: 1,
    assessment: 'strength',
    proposed: false,
    ...finding,
  };
}

/** The whole letter of a visit. */
export const LETTER = {
  letter: {
    type: 'inspectorate-letter',
    title: 'Focused visit to Anyshire children’s services',
    publisher: 'Ofsted',
    published: '2024-02-01',
    url: 'https://example.org/letter',
    whole: true,
  },
} as const satisfies Visit['sources'];

/** A newspaper’s report, of which little is known. */
export const NEWS = {
  letter: { type: 'news-report', title: 'Council praised' },
} as const satisfies Visit['sources'];

/** A visit for a test: a focused visit to care leavers in January 2024, known from its whole letter. */
export function makeVisit(visit: Partial<Extract<Visit, { kind: 'focused-visit' }>> = {}): Visit {
  const authority = visit.authority ?? 'anyshire';
  const id = visit.id ?? `${authority}-2024`;
  return {
    id,
    file: `content/visits/${id}.md`,
    title: 'Care leavers in Anyshire, January 2024',
    authority,
    kind: 'focused-visit',
    status: 'published',
    focus: ['care-leavers'],
    visited: { start: '2024-01-15', end: '2024-01-16' },
    published: '2024-02-01',
    inspectors: ['A. Inspector'],
    sources: LETTER,
    figures: [],
    previous: [],
    standfirst: 'A visit.',
    summary: '',
    plain: '',
    findings: [],
    responses: [],
    actions: [],
    ...visit,
  };
}
