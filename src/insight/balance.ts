import type { Assessment } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import type { StanceSheet } from './sheet.ts';
import type { Stance } from './stance.ts';

/** What the balances show of a theme. */
export type BalancedTheme = Pick<Theme, 'id' | 'label' | 'group'>;

/** The ids of visits that take one stance, by what they are known from. */
export interface StandingVisits {
  /** Known from the whole letter or report. */
  whole: string[];
  /** Known only from an account of it. */
  secondHand: string[];
}

/** How many visits take each stance on one theme. */
export interface ThemeBalance {
  theme: BalancedTheme;
  byStance: Record<Stance, StandingVisits>;
}

/**
 * Per theme, the visits by their stance: visits are counted, never findings, since a long letter is not a
 * worse council. Themes keep the taxonomy's order, visits the order given.
 */
export function themeBalance(
  sheets: readonly StanceSheet[],
  themes: readonly BalancedTheme[],
): ThemeBalance[] {
  return themes.map((theme) => {
    const standing = (stance: Stance): StandingVisits => {
      const visits = sheets.filter((sheet) => sheet.themes[theme.id]?.stance === stance);
      return {
        whole: visits.filter((sheet) => sheet.whole).map((sheet) => sheet.visit),
        secondHand: visits.filter((sheet) => !sheet.whole).map((sheet) => sheet.visit),
      };
    };
    return {
      theme,
      byStance: {
        'priority-action': standing('priority-action'),
        improvement: standing('improvement'),
        mixed: standing('mixed'),
        strength: standing('strength'),
        'not-mentioned': standing('not-mentioned'),
        'not-known': standing('not-known'),
        'not-looked-at': standing('not-looked-at'),
      },
    };
  });
}

/** The findings of one visit on one theme, by their assessment. */
export interface FindingBalance {
  theme: BalancedTheme;
  byAssessment: Record<Assessment, Finding[]>;
}

/**
 * Within one visit, its findings per theme by assessment. A finding with several themes is under each.
 * Themes without a finding are left out; the rest keep the taxonomy's order.
 */
export function findingBalance(
  visit: Pick<Visit, 'findings'>,
  themes: readonly BalancedTheme[],
): FindingBalance[] {
  return themes.flatMap((theme) => {
    const findings = visit.findings.filter((finding) => finding.themes.includes(theme.id));
    if (findings.length === 0) return [];
    const assessed = (assessment: Assessment) =>
      findings.filter((finding) => finding.assessment === assessment);
    return [
      {
        theme,
        byAssessment: {
          'priority-action': assessed('priority-action'),
          improvement: assessed('improvement'),
          mixed: assessed('mixed'),
          strength: assessed('strength'),
          context: assessed('context'),
        },
      },
    ];
  });
}
