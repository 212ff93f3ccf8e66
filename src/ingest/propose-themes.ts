import type { Theme } from '../model/theme.ts';
import { folded, sentencesOf, stemsOf } from './propose-words.ts';
import type { Section, Topic } from './sections.ts';

type Taxonomy = readonly Pick<Theme, 'id' | 'keywords'>[];

/** How much a paragraph speaks of each theme, by the theme’s id; a theme of which it does not speak is left out. */
type ThemeWeights = Map<string, number>;

/**
 * Words that make a theme likelier and are no sign of it alone: they count a fraction of a keyword, and they are too
 * general to be searched by.
 */
export const HINTS: Record<string, readonly string[]> = {
  'care-leavers': ['care leavers hub', 'support that they need', 'drop in', 'young people feel'],
  accommodation: ['housing', 'rent', 'landlord', 'supported living'],
  'education-employment': [
    'education',
    'school',
    'college',
    'training and employment',
    'employment',
    'learning',
    'attendance',
    'pupil',
    'teacher',
    'qualification',
    'job',
  ],
  'pathway-plans': ['pathway'],
  relationships: [
    'relationship',
    'visit',
    'visited',
    'visiting',
    'contact with',
    'trust',
    'trusted',
    'see children',
    'seen',
    'pa',
    'adviser',
    'family member',
    'know them well',
    'rapport',
    'in contact',
    'duty social worker',
  ],
  health: [
    'health',
    'emotional',
    'well being',
    'wellbeing',
    'therapist',
    'therapeutic',
    'therapy',
    'medical',
    'nurse',
    'waiting list',
  ],
  'local-offer': ['offer', 'financial', 'grant', 'discount', 'bus'],
  'identity-asylum': ['language', 'equality', 'ethnic', 'history', 'heritage', 'asylum'],
  'safety-risk': [
    'risk',
    'safe',
    'safely',
    'unsafe',
    'safety',
    'harm',
    'protect',
    'protected',
    'protection',
    'danger',
    'abuse',
    'violence',
    'concern',
    'safeguard',
    'police',
    'allegation',
  ],
  'vulnerable-groups': ['custody', 'prison', 'vulnerable', 'parent'],
  voice: [
    'voice',
    'view',
    'wishes',
    'feeling',
    'listen',
    'listened',
    'heard',
    'feedback',
    'council',
    'forum',
    'contribute',
    'involved in',
    'consultation',
    'complaint',
    'attend their review',
    'say',
  ],
  independence: ['skill', 'budget', 'adulthood', 'independent', 'own home'],
  transitions: ['transition', 'adulthood', 'aged 16', 'over 18', '21', '25', 'adult service'],
  leadership: [
    'leader',
    'senior manager',
    'board',
    'partnership',
    'partner',
    'strategy',
    'strategic',
    'director',
    'council',
    'corporate',
    'vision',
    'priority',
    'resource',
    'commissioned',
    'councillor',
    'investment',
    'improvement journey',
  ],
  oversight: [
    'oversight',
    'supervision',
    'manager',
    'challenge',
    'escalate',
    'escalated',
    'drift',
    'rationale',
    'tracking',
    'monitoring',
    'review',
  ],
  'quality-assurance': [
    'data',
    'information system',
    'record',
    'recorded',
    'recording',
    'learning',
    'performance',
    'report',
    'monitor',
    'analysis',
    'file',
    'electronic',
  ],
  workforce: [
    'staff',
    'team',
    'vacancy',
    'vacant',
    'interim',
    'practitioner',
    'experienced',
    'recruit',
    'retention',
    'capacity',
    'permanent',
    'staffed',
    'restructure',
    'course',
  ],
  practice: [
    'practice',
    'tool',
    'skilled',
    'engage',
    'work with families',
    'intervention',
    'curiosity',
    'creative',
    'sensitive',
  ],
  'front-door': [
    'contact',
    'referred',
    'hub',
    'duty',
    'initial',
    'decision making',
    'response',
    'police',
    'notification',
    'timely decision',
  ],
  'early-help': ['early', 'preventative', 'targeted', 'parenting', 'family', 'prevention', 'escalate'],
  'assessment-planning': [
    'plan',
    'planning',
    'review',
    'conference',
    'assessed',
    'meeting',
    'visit',
    'outcome',
    'analysis',
  ],
  neglect: ['neglected', 'home circumstance', 'long standing'],
  'exploitation-missing': [
    'missing',
    'gang',
    'criminal',
    'disruption',
    'vulnerable adolescent',
    'adolescent',
    'intelligence',
  ],
  'disabled-children': ['disabled', 'special need', 'package of support'],
  placements: [
    'carer',
    'home',
    'placed',
    'live',
    'stable',
    'settled',
    'brother',
    'sister',
    'distance',
    'bed',
    'move',
    'local',
  ],
  permanence: [
    'permanent',
    'court',
    'proceeding',
    'stability',
    'long term',
    'birth family',
    'carer',
    'legal',
    'lasting',
  ],
};

/** What a hint counts beside a keyword, which counts 1 and more. */
const HINT = 0.3;

/** Keywords that also fall in passing in paragraphs about other things, so that they count less. */
export const PASSING: readonly string[] = [
  'care leavers',
  'leaving care',
  'assessments',
  'leaders',
  'senior leaders',
  'training',
  'placements',
  'variable',
  'inconsistent',
  'inconsistency',
  'referrals',
  'safeguarding',
  'foster carers',
  'partner agencies',
  'recording',
  'residential',
  'child in need',
  'complex needs',
  'additional needs',
  'personal advisers',
  'stability',
  'consent',
  'family support',
  'improvement plan',
  'identity',
  'culture',
  'diversity',
  'disability',
  'disabilities',
  'escalation',
  'transition',
  'consulted',
  'probation',
  'commissioning',
  'leadership team',
  'governance',
  'independence',
  'thresholds',
  'passports',
  'psychological',
  'staffing',
  'clinicians',
  'case records',
  "children's records",
  'neglect',
  'domestic abuse',
  'domestic violence',
  'adult services',
  'child protection plans',
  'in employment',
  'participation',
  'case files',
  "director of children's services",
  'DCS',
  'adoption',
  'risks to children',
  'matching',
  'risks are',
];

/** What a keyword counts that falls in passing. */
const PASSED = 0.7;

/** Phrases in which a keyword or a hint stands and is about something else. */
const SAYS_NOTHING: readonly string[] = [
  'local authority',
  'social care staff',
  'national average',
  'senior leadership',
  'in line with',
  'last inspection',
  'previous inspection',
  'health visitor',
];

/** How likely a theme is in a section of a subject, beside other sections; 1 where nothing is said. */
export const PRIORS: Record<Topic, Record<string, number>> = {
  'help-and-protection': {
    'front-door': 1.2,
    'early-help': 1.2,
    'safety-risk': 1.3,
    'assessment-planning': 1.3,
    'exploitation-missing': 1.2,
    neglect: 1.2,
    'disabled-children': 1.2,
    placements: 0.5,
    permanence: 0.5,
    'care-leavers': 0.3,
    leadership: 0.6,
    workforce: 0.8,
    health: 0.6,
    'education-employment': 0.8,
    'local-offer': 0.3,
    independence: 0.3,
    'identity-asylum': 0.7,
    transitions: 0.3,
    'vulnerable-groups': 0.3,
  },
  'children-in-care': {
    placements: 1.2,
    permanence: 1.2,
    health: 1.1,
    relationships: 1.1,
    voice: 1.1,
    leadership: 0.6,
    workforce: 0.8,
    'early-help': 0.7,
    'front-door': 0.4,
    'safety-risk': 0.8,
    'care-leavers': 0.8,
  },
  'care-leavers': {
    'care-leavers': 1.1,
    accommodation: 1.2,
    'pathway-plans': 1.3,
    'local-offer': 1.3,
    independence: 1.2,
    transitions: 1.2,
    'vulnerable-groups': 1.2,
    relationships: 1.1,
    placements: 0.5,
    permanence: 0.5,
    leadership: 0.6,
    'front-door': 0.3,
    'early-help': 0.4,
    practice: 0.7,
    'assessment-planning': 0.5,
    'safety-risk': 0.8,
  },
  adoption: { permanence: 1.6, placements: 0.7, 'safety-risk': 0.5, 'care-leavers': 0.3 },
  leaders: {
    leadership: 1.3,
    workforce: 1.3,
    'quality-assurance': 1.3,
    oversight: 1.1,
    'safety-risk': 0.6,
    'assessment-planning': 0.7,
    relationships: 0.6,
    'care-leavers': 0.4,
    accommodation: 0.7,
    health: 0.7,
  },
  lscb: {
    leadership: 2,
    'quality-assurance': 1.1,
    'safety-risk': 0.8,
    oversight: 0.6,
    'assessment-planning': 0.5,
    voice: 0.8,
  },
};

/** The theme of a paragraph that speaks of none: that of its section as a whole. */
export const USUAL_THEME: Record<Topic, string> = {
  'help-and-protection': 'assessment-planning',
  'children-in-care': 'placements',
  'care-leavers': 'care-leavers',
  adoption: 'permanence',
  leaders: 'leadership',
  lscb: 'leadership',
};

/** The first sentence says what a paragraph is about. */
const FIRST_SENTENCE = 2;
/** Of several words for a theme in one sentence, each after the first counts less. */
const REPEATED = 0.5;
/** The second theme and the third need at least these shares of the first's weight. */
const SHARES = [1, 0.52, 0.55];
/** What a theme needs at the least. */
const LEAST = 0.6;

interface Sign {
  /** Its words, as {@link stemsOf} gives them. */
  stems: string[];
  theme: string | undefined;
  weight: number;
}

/** Themes of a paragraph, the weightiest first, one to three. */
export function themesProposer(taxonomy: Taxonomy): (text: string, section: Section) => string[] {
  const signs = signsOf(taxonomy);
  const known = new Set(taxonomy.map(({ id }) => id));
  return (text, section) => {
    const words = folded(text);
    const topic = subjectOf(words, section);
    const weights = themeWeights(words, signs);
    const ranked = [...weights]
      .map(([id, weight]) => ({ id, weight: weight * ((topic && PRIORS[topic][id]) ?? 1) }))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const best = ranked[0]?.weight ?? 0;
    const chosen = ranked
      .slice(0, SHARES.length)
      .filter(({ weight }, place) => weight >= LEAST && weight >= best * (SHARES[place] ?? 1))
      .map(({ id }) => id);
    if (chosen.length > 0) return chosen;
    const usual = (topic && USUAL_THEME[topic]) ?? 'practice';
    return [ranked[0]?.id ?? usual].filter((id) => known.has(id));
  };
}

/** What a paragraph is about: its section, but care leavers where a section on children in care speaks of them. */
function subjectOf(words: string, { topic }: Section): Topic | undefined {
  if (topic !== 'children-in-care') return topic;
  const opening = sentencesOf(words)[0] ?? '';
  return /\bcare leavers?\b|\bcare-experienced\b|\bpathway plans?\b|\bleaving care\b|\bpersonal advis[eo]rs?\b|\bpas\b/.test(
    opening,
  )
    ? 'care-leavers'
    : topic;
}

function themeWeights(words: string, signs: Map<string, Sign[]>): ThemeWeights {
  const weights: ThemeWeights = new Map();
  for (const [place, sentence] of sentencesOf(words).entries()) {
    const found = new Map<string, number[]>();
    for (const { theme, weight } of signsIn(stemsOf(sentence), signs)) {
      if (theme) found.set(theme, [...(found.get(theme) ?? []), weight]);
    }
    for (const [theme, each] of found) {
      const [most = 0, ...others] = each.sort((a, b) => b - a);
      const sum = most + REPEATED * others.reduce((total, weight) => total + weight, 0);
      weights.set(theme, (weights.get(theme) ?? 0) + sum * (place === 0 ? FIRST_SENTENCE : 1));
    }
  }
  return weights;
}

/** The signs in some words. Where several cover the same words, the longest counts: "health assessments" is no assessment. */
function signsIn(stems: readonly string[], signs: Map<string, Sign[]>): Sign[] {
  const found: Sign[] = [];
  let place = 0;
  while (place < stems.length) {
    const here = (signs.get(stems[place] ?? '') ?? []).filter((sign) =>
      sign.stems.every((stem, index) => stem === stems[place + index]),
    );
    const length = Math.max(0, ...here.map((sign) => sign.stems.length));
    found.push(...here.filter((sign) => sign.stems.length === length));
    place += Math.max(1, length);
  }
  return found;
}

/** The signs of every theme by their first word. */
function signsOf(taxonomy: Taxonomy): Map<string, Sign[]> {
  const passing = new Set(PASSING.map((phrase) => stemsOf(phrase).join(' ')));
  const signs = new Map<string, Sign[]>();
  const seen = new Set<string>();
  const add = (phrase: string, theme: string | undefined, weight: number) => {
    const stems = stemsOf(folded(phrase));
    const key = `${theme} ${stems.join(' ')}`;
    const [first] = stems;
    if (!first || seen.has(key)) return;
    seen.add(key);
    signs.set(first, [...(signs.get(first) ?? []), { stems, theme, weight }]);
  };
  for (const { id, keywords } of taxonomy) {
    for (const keyword of keywords) {
      const stems = stemsOf(folded(keyword));
      add(keyword, id, passing.has(stems.join(' ')) ? PASSED : 1 + 0.25 * (stems.length - 1));
    }
    for (const hint of HINTS[id] ?? []) add(hint, id, HINT);
  }
  for (const phrase of SAYS_NOTHING) add(phrase, undefined, 0);
  return signs;
}
