import type { VisitKind } from '../model/visit-kind.ts';

/** What kind of report a document is, or what it is instead. */
export type Recognised =
  | { kind: VisitKind; framework: string; letter: boolean }
  | { kind: undefined; what: string };

const OTHER_OF_OFSTED = 'a document that mentions Ofsted and is not one of the kinds of report known here';
const NO_REPORT = 'not a report on an authority’s children’s services';

/** Some PDFs do not say which letter their apostrophe is: it is read as any. */
const CHILDREN = 'children.?s';

/** Documents that look like reports on an authority's children's services and are not held here. */
const OTHERS: [RegExp, string][] = [
  [
    /inspection of safeguarding and looked after children(?: services)?/,
    'an inspection of safeguarding and looked after children services (2009 to 2012)',
  ],
  [
    /inspection of (?:the )?(?:local authority )?arrangements for the protection of children/,
    'an inspection of arrangements for the protection of children (2012 to 2013)',
  ],
  [
    /unannounced inspection of contact,? referral and assessment/,
    'an unannounced inspection of contact, referral and assessment (2009 to 2012)',
  ],
  [
    /\bsend inspection|special educational needs and\/?(?:or)? disabilities/,
    'a report on services for special educational needs and disabilities',
  ],
  [/youth (?:offending|justice) (?:service|team)s? inspection/, 'a report on youth justice services'],
  [
    /inspection (?:report )?(?:of|for) (?:a )?(?:children'?s home|fostering|adoption agency|school|nursery)/,
    'a report on a single home, agency or school',
  ],
];

const ILACS_TITLE = new RegExp(
  `inspection of .{0,120}?(?:${CHILDREN} (?:social care )?services|local authority ${CHILDREN} (?:social care|services))`,
);

/**
 * Recognises a report by its title; where it is a letter, by its subject and opening sentence.
 *
 * @param title the words above a report's first paragraph, or a letter's subject line
 * @param text the words of the first pages
 */
export function recognise(title: string, text: string): Recognised {
  const head = folded(title);
  const words = folded(text);
  const isLetter =
    /\bdear\b|\bthis (?:letter|report) (?:summarises|sets out|contains|outlines)\b/.test(
      words.slice(0, 2500),
    ) && !/\bjudgements? grade\b/.test(words.slice(0, 1500));
  if (
    /inspection of services for children in need of help and protection,? (?:children )?looked after/.test(
      head,
    )
  ) {
    return { kind: 'single-inspection', framework: 'SIF', letter: false };
  }
  for (const [title, what] of OTHERS.slice(0, 3)) if (title.test(head)) return { kind: undefined, what };
  if (/inspection of (?:services for )?looked after children/.test(head)) {
    return {
      kind: 'looked-after-children-inspection',
      framework: 'Inspection of looked after children services',
      letter: false,
    };
  }
  const opening = words.slice(0, 4500);
  if (/joint (?:targeted|area|targeted area) (?:area )?inspection|\bjtai\b/.test(head)) {
    return { kind: 'joint-inspection', framework: 'JTAI', letter: true };
  }
  const letter = letterKind(head, opening, isLetter);
  if (letter) return letter;
  if (
    ILACS_TITLE.test(head) &&
    /impact of leaders on social work|\bjudgements?\b/.test(words.slice(0, 5000))
  ) {
    return { kind: 'inspection', framework: 'ILACS', letter: false };
  }
  if (/review of the (?:effectiveness of the )?(?:local )?safeguarding children board/.test(head)) {
    return { kind: 'lscb-review', framework: 'Review of Local Safeguarding Children Boards', letter: false };
  }
  if (isLetter && /joint targeted area inspection/.test(opening)) {
    return { kind: 'joint-inspection', framework: 'JTAI', letter: true };
  }
  for (const [other, what] of OTHERS) if (other.test(head)) return { kind: undefined, what };
  if (/\bofsted\b/.test(words)) {
    return { kind: undefined, what: OTHER_OF_OFSTED };
  }
  return { kind: undefined, what: NO_REPORT };
}

/**
 * Recognises a document that may be a report with a title page or a letter with a subject line: what one of the two
 * readings tells, or, where neither knows it, the one that says more.
 */
export function recogniseEither(title: string, subject: string, text: string): Recognised {
  const asReport = recognise(title, text);
  if (asReport.kind) return asReport;
  const asLetter = recognise(subject, text);
  return asLetter.kind || [OTHER_OF_OFSTED, NO_REPORT].includes(asReport.what) ? asLetter : asReport;
}

/** The kind of a visit that is told of in a letter. */
function letterKind(head: string, opening: string, isLetter: boolean): Recognised | undefined {
  // Councils and newspapers write of visits too: what is no letter must have the labels of a report.
  if (!isLetter && !/\b(?:inspection|visit) dates?\b/.test(opening.slice(0, 800))) return undefined;
  const says = (pattern: RegExp) =>
    pattern.test(head) ||
    (isLetter && new RegExp(`(?:findings|outcome|report) of .{0,60}?(?:${pattern.source})`).test(opening));
  const known = (kind: VisitKind, framework: string): Recognised => ({ kind, framework, letter: true });
  if (says(/assurance visit/)) return known('assurance-visit', 'ILACS');
  if (says(/monitoring visit/)) {
    // Monitoring visits began in 2016 under the single inspection framework and went on under the next one.
    const sif =
      /\b(?:2016|2017)\b/.test(opening.slice(0, 1500)) && !/\b20(?:18|19|2\d)\b/.test(opening.slice(0, 1500));
    return known('monitoring-visit', sif ? 'SIF' : 'ILACS');
  }
  if (says(/focu(?:s)?sed visit/)) return known('focused-visit', 'ILACS');
  return undefined;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
