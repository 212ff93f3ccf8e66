import type { Assessment } from '../model/assessment.ts';
import { type Grade, gradeAtEnd } from './judgements.ts';
import {
  AWARENESS,
  CONTINUES,
  CONTRAST,
  ENDS_LETTER,
  FALLS_SHORT,
  IS_WELL,
  PLANS,
  SAYS_NEITHER,
  SUBORDINATE,
  TELLS_OF_VISIT,
  WAS_SO,
} from './propose-cues.ts';
import { folded, sentencesOf, wordCount } from './propose-words.ts';
import type { Role, Section } from './sections.ts';

/** What a part of a sentence says: that something falls short, that it is well, or nothing of either. */
type Message = 'short' | 'well' | 'neither';

/** The share of words that say that something falls short from which a paragraph is mixed. */
const MIXED_FROM = 0.28;
/** The share from which it needs to improve, whatever is well beside it. */
const IMPROVEMENT_FROM = 0.72;

/** How many words the grade of a section is worth beside those of the paragraph: little, since good services fall short too. */
const PRIOR_WORDS = 4;
/** The share that paragraphs of a section with a grade have on the whole. */
const PRIOR_SHORT: Partial<Record<Grade, number>> = {
  outstanding: 0,
  good: 0.15,
  adequate: 0.45,
  'requires-improvement': 0.5,
  inadequate: 0.8,
};

/** Lists under "… requires improvement because" and under "strengths" say by their heading what they hold. */
const LISTED: Partial<Record<Role, number>> = { weaknesses: 0.9, strengths: 0.1 };
const LISTED_WORDS = 15;

/** Words that say neither count this much, as well: inspectors mostly describe what is done, and done as it should be. */
const DESCRIBED = 0.35;

/**
 * How inspectors assess what a paragraph tells of. A section of what needs to improve decides by itself; elsewhere it
 * is the share of its words that say that something falls short. A minority message of about a third makes it mixed.
 */
export function assess(text: string, section: Section): Assessment {
  const { role } = section;
  if (role === 'priority-action') return 'priority-action';
  if (role === 'improvements') return 'improvement';
  if (role === 'area' || role === 'about' || role === 'meaning' || isFrame(text, role)) return 'context';
  const share = shareShort(text, section);
  if (share >= IMPROVEMENT_FROM) return 'improvement';
  return share >= MIXED_FROM ? 'mixed' : 'strength';
}

/** Whether a paragraph tells of the visit or of the letter itself, and assesses nothing. */
function isFrame(text: string, role: Role): boolean {
  const words = folded(text);
  return ENDS_LETTER.test(words) || (role === 'overview' && TELLS_OF_VISIT.test(words));
}

/** The share, from 0 to 1, of a paragraph's words that say that something falls short, among those that assess. */
export function shareShort(text: string, section: Section): number {
  let short = 0;
  let well = 0;
  let before: Message = 'neither';
  for (const part of partsOf(folded(text))) {
    const message = inTurn(part, before);
    const length = wordCount(part.words);
    if (message === 'short') short += length;
    else if (before !== 'short' || !ANSWERS.some((pattern) => pattern.test(part.words)))
      well += message === 'well' ? length : DESCRIBED * length;
    if (message !== 'neither') before = message;
  }
  const prior = priorOf(section);
  return (short + prior.words * prior.share) / (short + well + prior.words);
}

/** What is said of a shortfall that leaves it one: plans, or awareness of it, are not strengths. */
const ANSWERS = [PLANS, AWARENESS];

/** What a part says after the one before: "however" turns it round, and "this means that" goes on with a shortfall. */
function inTurn({ words, contrasts }: Part, before: Message): Message {
  const message = messageOf(words);
  if (message !== 'neither' || before === 'neither') return message;
  if (contrasts) return before === 'well' ? 'short' : 'well';
  return before === 'short' && CONTINUES.test(words) ? 'short' : 'neither';
}

/** A part of a sentence that says one thing, and whether a word like "however" sets it against what stands before. */
interface Part {
  words: string;
  contrasts: boolean;
}

/** The parts of a text: its sentences, parted again where one sets two things against each other. */
function partsOf(text: string): Part[] {
  return sentencesOf(text).flatMap((printed) => {
    // "They are, however, staying longer": the whole sentence is set against the one before.
    const sentence = printed.replace(/, (?:however|nevertheless),/g, ' however');
    const subordinate = SUBORDINATE.exec(sentence);
    const parts: Part[] = [];
    const rest = subordinate ? sentence.slice(subordinate[0].length) : sentence;
    if (subordinate) parts.push({ words: subordinate[0], contrasts: false });
    const pieces = rest.split(CONTRAST);
    for (const [place, words] of pieces.entries()) {
      if (/[a-z]/.test(words)) {
        parts.push({ words, contrasts: place > 0 || subordinate !== null || /\bhowever\b/.test(words) });
      }
    }
    return parts;
  });
}

/** What a part says. What falls short outweighs what is well beside it: "not always timely" is not timely. */
function messageOf(words: string): Message {
  const plain = SAYS_NEITHER.reduce((rest, pattern) => rest.replace(pattern, ' '), words);
  if (FALLS_SHORT.some((pattern) => pattern.test(plain)) && !WAS_SO.test(plain)) return 'short';
  return IS_WELL.test(words) ? 'well' : 'neither';
}

/** What the section lets expect before a word is read: the share that falls short, and how many words that is worth. */
function priorOf({ role, headings }: Section): { share: number; words: number } {
  const listed = LISTED[role];
  if (listed !== undefined) return { share: listed, words: LISTED_WORDS };
  const grade = headings.map(gradeAtEnd).findLast((each) => each !== undefined) ?? 'adequate';
  return { share: PRIOR_SHORT[grade] ?? 0.5, words: PRIOR_WORDS };
}
