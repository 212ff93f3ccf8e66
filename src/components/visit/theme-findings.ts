import type { ThemeStance } from '../../insight/sheet.ts';
import { countsInWords, STANCE_LABELS } from '../../insight/stance.ts';
import { html, type Markup } from '../../markup/html.ts';
import { passageAddress, themeAddress } from '../../model/address.ts';
import { ASSESSMENTS } from '../../model/assessment.ts';
import type { Finding } from '../../model/finding.ts';
import type { Theme } from '../../model/theme.ts';
import type { Visit } from '../../model/visit.ts';
import { findingInALine, finding as findingMarkup } from '../passage.ts';
import { stanceMark } from '../stance-mark.ts';

/** So many characters of a quotation stand for a finding that has no words of ours: it is in full further up or down. */
const OPENING = 80;

/**
 * What a visit found on a theme, in its page. A finding with several themes stands in full under its first, and is pointed to
 * from the others.
 *
 * @param place the short name of the visit’s authority
 */
export function themeFindings(
  visit: Visit,
  place: string,
  theme: Theme,
  stance: ThemeStance,
  themes: readonly Theme[],
): Markup {
  const urgency = (finding: Finding) => ASSESSMENTS.indexOf(finding.assessment);
  const all = visit.findings.filter((finding) => finding.themes.includes(theme.id));
  const here = all
    .filter(({ themes: [first] }) => first === theme.id)
    .sort((a, b) => urgency(a) - urgency(b));
  const elsewhere = all.filter((finding) => !here.includes(finding));
  return html`
    <section class="theme-findings stack" aria-labelledby="page-theme-${theme.id}">
      <div class="head">
        <h3 id="page-theme-${theme.id}"><a href="${themeAddress(theme.id)}">${theme.label}</a></h3>
        <p class="small">
          ${stanceMark(stance.stance, STANCE_LABELS[stance.stance])} <span class="soft">${countsInWords(stance.counts)}</span>
        </p>
      </div>
      ${here.map((finding) => findingMarkup(visit, place, finding, themes))}
      ${elsewhere.length > 0 && alsoFound(visit, elsewhere)}
    </section>
  `;
}

function alsoFound(visit: Visit, findings: readonly Finding[]): Markup {
  const inALine = (finding: Finding) => html`
    <li>${stanceMark(finding.assessment)}<a href="${passageAddress(visit.id, finding.id)}">${findingInALine(finding, OPENING)}</a></li>
  `;
  return html`
    <div class="small">
      <p class="soft">Also about this, under another theme:</p>
      <ul class="also">${findings.map(inALine)}</ul>
    </div>
  `;
}

/** A theme in the list of what a visit’s page holds: where the visit stands on it, and a link to what was found. */
export function themeInContents(theme: Theme, { stance }: Pick<ThemeStance, 'stance'>): Markup {
  return html`
    <li>
      ${stanceMark(stance)}<a href="#page-theme-${theme.id}">${theme.label}</a><span class="visually-hidden">: ${STANCE_LABELS[stance]}</span>
    </li>
  `;
}
