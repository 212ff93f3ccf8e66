import { gradeAtEnd, judgementNamed } from './judgements.ts';
import type { Heading } from './paragraphs.ts';

/** What part of children's services a section is about. */
export type Topic =
  | 'help-and-protection'
  | 'children-in-care'
  | 'care-leavers'
  | 'adoption'
  | 'leaders'
  | 'lscb';

/** What a section does in the report. */
export type Role =
  | 'overview'
  | 'summary'
  | 'findings'
  | 'improvements'
  | 'priority-action'
  | 'strengths'
  | 'weaknesses'
  | 'young-people'
  | 'area'
  | 'about'
  | 'meaning';

/** Where in a report a paragraph stands. */
export interface Section {
  topic?: Topic | undefined;
  role: Role;
  /** The headings it stands under, the greatest first. */
  headings: string[];
}

const ROLES: [RegExp, Role][] = [
  [/what the inspection judge?ments mean|judge?ments and what they mean/, 'meaning'],
  [/summary for children and young people/, 'young-people'],
  [
    /priority and immediate action|areas? for (?:immediate )?priority action|priority action/,
    'priority-action',
  ],
  [
    /(?:needs?|need) to improve|^recommendations?$|^areas? for (?:improvement|development)|areas? for improvement$|^what (?:does|must) .* improve/,
    'improvements',
  ],
  [/(?:requires? improvement|not yet good|inadequate|weaknesses).* because$/, 'weaknesses'],
  [/strengths(?! and weaknesses)/, 'strengths'],
  [
    /^the overall (?:judge?ment|effectiveness) is|^children's services in .* (?:is|are|requires?)\b/,
    'summary',
  ],
  [/^(?:executive )?summary\b|summary of (?:key )?findings|headline findings|^overview\b/, 'summary'],
  [
    /information about (?:this|the) (?:local authority|area)|^service information|children living in this area|^context\b/,
    'area',
  ],
  [
    /information about this inspection|^about this (?:inspection|visit)|^the inspection team|^background|areas covered by the visit/,
    'about',
  ],
  [/findings|progress since|inspection judge?ment|record of main|evaluation of progress/, 'findings'],
];

const TOPICS: [RegExp, Topic][] = [
  [/safeguarding children board|\blscb\b/, 'lscb'],
  [/adoption performance/, 'adoption'],
  [/help and protection/, 'help-and-protection'],
  [/children (?:in care|looked after)|looked after children/, 'children-in-care'],
  [/care leavers/, 'care-leavers'],
  [/leaders|leadership/, 'leaders'],
  [/^section \d+: the local authority|^the local authority$/, 'leaders'],
];

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[?:.\s]+$/, '')
    .trim();
}

function roleOf(heading: string): Role | undefined {
  return ROLES.find(([pattern]) => pattern.test(folded(heading)))?.[1];
}

/** Headings of the parts that are judged: beneath them stand findings, whatever stood before. */
function isJudgedPart(heading: string): boolean {
  return /^(?:the )?(?:experiences? and progress|impact of leaders|graded judge?ment)/.test(folded(heading));
}

function topicOf(heading: string): Topic | undefined {
  const words = folded(heading);
  // "The local authority" alone is a part of a report and no subject.
  if (/^(?:section \d+: )?the local authority$/.test(words)) return undefined;
  return TOPICS.find(([pattern]) => pattern.test(words))?.[1];
}

/**
 * The section beneath the headings that hold, the greatest first. A heading beneath "What needs to improve" that is
 * smaller than it only orders its points.
 */
export function sectionUnder(headings: readonly Heading[]): Section {
  const roles = headings.map(({ text }) => roleOf(text) ?? (isJudgedPart(text) ? 'findings' : undefined));
  const topics = headings.map(({ text }) => topicOf(text));
  return {
    topic: topics.findLast((topic) => topic !== undefined),
    role: roles.findLast((role) => role !== undefined) ?? (headings.length === 0 ? 'overview' : 'findings'),
    headings: headings.map(({ text }) => text),
  };
}

/** Headings that part a section that is judged into its summary and its findings, whatever their type. */
const WITHIN_JUDGED = /^(?:summary|inspection findings)$/;

/** The headings that still hold when a new one comes: those of a higher rank, and the judged section that it is a part of. */
export function headingsAbove(open: readonly Heading[], next: Heading): Heading[] {
  const isWithin = WITHIN_JUDGED.test(folded(next.text));
  return open.filter(
    ({ rank, text }) =>
      rank > next.rank ||
      (isWithin &&
        rank >= next.rank - 5 &&
        judgementNamed(text) !== undefined &&
        gradeAtEnd(text) !== undefined),
  );
}
