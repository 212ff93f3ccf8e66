import type { Assessment } from '../model/assessment.ts';
import type { Theme } from '../model/theme.ts';
import type { Section, Topic } from './sections.ts';

/** What is proposed for a paragraph, until an editor confirms it. */
export interface Proposal {
  /** One to three theme ids, the strongest first; none where the paragraph is context. */
  themes: string[];
  assessment: Assessment;
}

/** Proposes themes and an assessment for a paragraph from its words and the section it stands in. */
export type Propose = (text: string, section: Section) => Proposal;

type Keywords = Pick<Theme, 'id' | 'group' | 'keywords'>;

/** The theme of a paragraph in which no keyword stands: that of its section as a whole. */
const USUAL_THEME: Record<Topic, string> = {
  'help-and-protection': 'assessment-planning',
  'children-in-care': 'placements',
  'care-leavers': 'care-leavers',
  adoption: 'permanence',
  leaders: 'leadership',
  lscb: 'leadership',
};

/** A theme counts that has at least this share of the strongest theme's weight. */
const SHARE = 0.5;
const MOST_THEMES = 3;

/**
 * Makes the proposer of a taxonomy. Themes are weighed by the keywords that stand in the words, longer keywords more;
 * themes of care leavers count only where care leavers are spoken of.
 */
export function proposer(themes: readonly Keywords[]): Propose {
  const patterns = themes.map(({ id, group, keywords }) => ({
    id,
    group,
    keywords: keywords.map(keywordPattern),
  }));
  return (text, section) => {
    const assessment = assess(text, section);
    const words = folded(text);
    const speaksOfCareLeavers =
      section.topic === 'care-leavers' ||
      /\bcare leavers?\b|\bleaving care\b|\bcare-experienced\b/.test(words);
    const weights = patterns
      .filter(({ group }) => group !== 'care-leavers' || speaksOfCareLeavers)
      .map(({ id, keywords }) => ({
        id,
        weight: keywords.reduce((sum, keyword) => sum + weigh(keyword, words), 0),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const least = (weights[0]?.weight ?? 0) * SHARE;
    const chosen = weights
      .filter(({ weight }) => weight >= least)
      .slice(0, MOST_THEMES)
      .map(({ id }) => id);
    if (chosen.length > 0) return { themes: chosen, assessment };
    const usual = section.topic ? USUAL_THEME[section.topic] : 'practice';
    const known = themes.some(({ id }) => id === usual);
    return {
      themes: assessment === 'context' || !known ? [] : [usual],
      assessment: known ? assessment : 'context',
    };
  };
}

interface Keyword {
  words: string;
  pattern: RegExp;
  weight: number;
}

function keywordPattern(keyword: string): Keyword {
  const words = folded(keyword);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    words,
    pattern: new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'g'),
    weight: 1 + 0.5 * (keyword.split(/[\s-]/).length - 1),
  };
}

/** A keyword's weight in some words: once in full, and half for each time it comes back, up to three. */
function weigh({ words, pattern, weight }: Keyword, text: string): number {
  // Most keywords stand nowhere, and looking for a text is much quicker than for a pattern.
  if (!text.includes(words)) return 0;
  const times = text.match(pattern)?.length ?? 0;
  return times === 0 ? 0 : weight * (1 + 0.5 * Math.min(3, times - 1));
}

/** Words by which inspectors say that something falls short. */
const SHORT =
  /\b(?:not|no|nor|never|neither|too (?:many|few|long|much|slow|late|little|variable|often|adult|limited)|lacks?|lacking|insufficient(?:ly)?|inconsistent(?:ly)?|inconsistenc(?:y|ies)|variable|variability|weak(?:ness|nesses|er)?|poor(?:ly)?|delays?|delayed|drift|inadequate(?:ly)?|limited|missed|gaps?|failed|fails?|failure|failing|ineffective(?:ly)?|under-?developed|needs? to (?:improve|be|do|ensure)|should|must|require[sd]? (?:improvement|further)|further (?:work|improvement)|overly|over-optimis\w+|absence|unclear|unable|declin(?:e|ed|ing)|deteriorat\w+|shortfalls?|deficits?|less well|high caseloads|remains? a challenge|some way to go|recommendation)\b/;

/** Words by which they say that something is well. */
const WELL =
  /\b(?:good|strong(?:er|ly)?|well|effective(?:ly)?|timely|thorough(?:ly)?|comprehensive|skilled|robust|clear(?:ly)?|positive(?:ly)?|appropriate(?:ly)?|benefits?|promptly|swift(?:ly)?|quickly|stable|supported|helped|outstanding|excellent|exceptional|improved|improving|strength|strengths|purposeful|sensitive(?:ly)?|impressive|ambitious|committed|highly|valued?|safe(?:r|ly)?|proactive(?:ly)?|creative|successful(?:ly)?|enabl(?:e|es|ed|ing)|thrive|trusting|meaningful)\b/;

/** Words after which "not" says nothing against the council: "children who cannot live at home". */
const HARMLESS =
  /\b(?:no longer|not only|(?:is|are|was|were|does|do|can|could)(?: ?not|n't) (?:safe|possible|able to (?:live|remain|return)|in (?:education|employment)|live|remain|return)|cannot|not (?:living|in education|safe|in employment|subject|attending)|no children were|missing|when (?:there is|there are|risks?) \w+ (?:no|not))\b/g;

/** How inspectors assessed what a paragraph tells of: by its section, else by the share of sentences that say it falls short. */
function assess(text: string, { role }: Section): Assessment {
  if (role === 'priority-action') return 'priority-action';
  if (role === 'improvements') return 'improvement';
  if (role === 'area' || role === 'about' || role === 'meaning') return 'context';
  let short = 0;
  let well = 0;
  for (const sentence of sentences(folded(text))) {
    const plain = sentence.replace(HARMLESS, ' ');
    const length = sentence.split(' ').length;
    const isShort = SHORT.test(plain);
    const isWell = WELL.test(plain);
    if (isShort && isWell) {
      short += 0.7 * length;
      well += 0.3 * length;
    } else if (isShort) short += length;
    else if (isWell) well += length;
  }
  if (short + well === 0) return 'context';
  const share = short / (short + well);
  if (share >= 0.62) return 'improvement';
  return share >= 0.3 ? 'mixed' : 'strength';
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter(Boolean);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
