import type { StanceSheet, ThemeStance } from '../../insight/sheet.ts';
import { countsInWords, STANCE_LABELS } from '../../insight/stance.ts';
import { html, type Markup } from '../../markup/html.ts';
import { lasting } from '../../markup/lasting.ts';
import { passageAddress } from '../../model/address.ts';
import { ASSESSMENT_LABELS, ASSESSMENTS, JUDGED } from '../../model/assessment.ts';
import type { Finding } from '../../model/finding.ts';
import { GROUP_LABELS } from '../../model/focus.ts';
import type { Visit } from '../../model/visit.ts';
import { ownWords } from '../own-words.ts';
import { findingInALine } from '../passage.ts';
import { quotation } from '../quotation.ts';
import { stanceMark } from '../stance-mark.ts';

/** So many characters of a quotation stand for a finding that has no words of ours. */
const OPENING = 160;

/** Made once for a sheet: a visit stands in one comparison for every other visit to its council. */
const made = new WeakMap<StanceSheet, ReadonlyMap<string, Markup>>();

/**
 * One side of a comparison: by the id of each theme, where a visit stands on it and the findings that this rests on. One of
 * each assessment is seen at once and in full, so that neither the good nor the bad is hidden. The rest are a line each, which
 * leads to its quotations: a comparison of two long reports would else hold both of them.
 */
export function themeCells(visit: Visit, sheet: StanceSheet): ReadonlyMap<string, Markup> {
  const held = made.get(sheet);
  if (held) return held;
  const cells = new Map(
    Object.entries(sheet.themes).map(([theme, stance]) => [theme, lasting(themeCell(visit, theme, stance))]),
  );
  made.set(sheet, cells);
  return cells;
}

function themeCell(visit: Visit, theme: string, stance: ThemeStance): Markup {
  const findings = visit.findings.filter(({ themes }) => themes.includes(theme));
  const first = JUDGED.flatMap(
    (assessment) => findings.find((finding) => finding.assessment === assessment) ?? [],
  );
  const rest = findings.filter((finding) => !first.includes(finding));
  const full =
    first.length > 0 &&
    html`<ul class="cell-findings plain-list">${first.map((finding) => inFull(visit, finding))}</ul>`;
  return html`
    <div class="cell stack stack-s" data-visit="${visit.id}">
      <p class="cell-stance small">
        ${stanceMark(stance.stance, STANCE_LABELS[stance.stance])} <span class="soft">${countsInWords(stance.counts)}</span>
      </p>
      ${full}
      ${rest.length > 0 && theRest(visit, rest)}
    </div>
  `;
}

function inFull(visit: Visit, finding: Finding): Markup {
  const quote = finding.quotes.find(({ form, voice }) => form === 'block' && voice === 'inspectorate');
  const source = quote && visit.sources[quote.source];
  const address = passageAddress(visit.id, finding.id);
  return html`
    <li>
      ${stanceMark(finding.assessment)}
      <div class="stack stack-s">
        <span class="visually-hidden">${ASSESSMENT_LABELS[finding.assessment]}:</span>
        ${ownWords(finding.words)}
        ${source && quotation(quote, source, true)}
        <p class="small soft">
          ${about(finding)}<a href="${address}" aria-label="In the visit: finding ${finding.id}, ${visit.title}">In the visit</a>
        </p>
      </div>
    </li>
  `;
}

function theRest(visit: Visit, rest: readonly Finding[]): Markup {
  const groups = ASSESSMENTS.flatMap((assessment) => {
    const lines = rest.filter((finding) => finding.assessment === assessment);
    return lines.length > 0
      ? [
          html`
            <div class="cell-lines">
              <p class="small">${stanceMark(assessment, ASSESSMENT_LABELS[assessment])}</p>
              <ul class="plain-list">${lines.map((finding) => inALine(visit, finding))}</ul>
            </div>
          `,
        ]
      : [];
  });
  return html`
    <details>
      <summary class="small">${rest.length} more ${rest.length === 1 ? 'finding' : 'findings'}</summary>
      ${groups}
    </details>
  `;
}

function inALine(visit: Visit, finding: Finding): Markup {
  const more = about(finding);
  return html`
    <li>
      <p>
        <a href="${passageAddress(visit.id, finding.id)}">${findingInALine(finding, OPENING)}</a>${more !== '' && html` <span class="small soft">${more}</span>`}
      </p>
    </li>
  `;
}

function about({ group, proposed }: Finding): string {
  return `${group ? `About ${GROUP_LABELS[group]}. ` : ''}${proposed ? 'Proposed by rule. ' : ''}`;
}
