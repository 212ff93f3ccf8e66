import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 AA, and what axe’s authors think good practice. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds, a line a fault: its rule, what it asks, and the first places.
 *
 * @param rules the rules to go by; all of WCAG 2.2 AA and axe’s own good practice where left out
 */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    // Part of WCAG 2.2 AA, and off in axe unless it is asked for.
    rules: { 'target-size': { enabled: true } },
    // What is right need not be written down: that takes longer than finding it.
    resultTypes: ['violations'],
  });
  // No page has a frame, and looking for their faults takes as long as looking for the page’s.
  axe.setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
      return `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`;
    });
    return `${id}: ${help}: ${nodes.length} times: ${places.join('; ')}`;
  });
}
