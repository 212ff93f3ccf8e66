import { gaps, silences } from '../../insight/coverage.ts';
import type { StanceSheet } from '../../insight/sheet.ts';
import { SILENCE_MEANINGS, STANCE_LABELS } from '../../insight/stance.ts';
import { html, type Markup } from '../../markup/html.ts';
import { themeAddress } from '../../model/address.ts';
import type { Theme } from '../../model/theme.ts';
import type { Visit } from '../../model/visit.ts';
import { stanceMark } from '../stance-mark.ts';

const REASONS = ['not-mentioned', 'not-known', 'not-looked-at'] as const;

/** What the record of a visit does not say: gaps in the record, and the themes that it is silent on, by why. */
export function recordSilences(visit: Visit, sheet: StanceSheet, themes: readonly Theme[]): Markup {
  const silent = silences(sheet, themes);
  const tag = ({ id, label }: Theme) => html`<li><a class="tag" href="${themeAddress(id)}">${label}</a></li>`;
  const silence = (reason: (typeof REASONS)[number]) => html`
    <div class="small">
      <p>${stanceMark(reason, `${STANCE_LABELS[reason]}:`)} <span class="soft">${SILENCE_MEANINGS[reason]}</span></p>
      <ul class="row plain-list">${silent[reason].map(tag)}</ul>
    </div>
  `;
  return html`
    <div class="stack">
      <ul class="measure">${gaps(visit).map((gap) => html`<li>${gap}</li>`)}</ul>
      ${REASONS.filter((reason) => silent[reason].length > 0).map(silence)}
    </div>
  `;
}
