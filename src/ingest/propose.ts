import type { Assessment } from '../model/assessment.ts';
import type { Theme } from '../model/theme.ts';
import { assess } from './propose-assessment.ts';
import { themesProposer } from './propose-themes.ts';
import type { Section } from './sections.ts';

/** What is proposed for a paragraph, until an editor confirms it. */
export interface Proposal {
  /** One to three theme ids, the strongest first; none where the paragraph is context. */
  themes: string[];
  assessment: Assessment;
}

/** Proposes themes and an assessment for a paragraph from its words and the section it stands in. */
export type Propose = (text: string, section: Section) => Proposal;

/**
 * Makes the proposer of a taxonomy. What is judged needs a theme: a paragraph for which the taxonomy has none is proposed
 * as context. How well it proposes is in `docs/proposals.md`.
 */
export function proposer(taxonomy: readonly Pick<Theme, 'id' | 'keywords'>[]): Propose {
  const themesOf = themesProposer(taxonomy);
  return (text, section) => {
    const assessment = assess(text, section);
    const themes = assessment === 'context' ? [] : themesOf(text, section);
    return { themes, assessment: themes.length === 0 ? 'context' : assessment };
  };
}
