import { type ComparisonRow, changed, leadOf } from '../../insight/comparison.ts';
import { themeAddress } from '../../model/address.ts';
import { html, type Markup } from '../html.ts';

/** One side of a row. */
export interface Side {
  /** The title of the visit, for where no head above the columns says it. */
  title: string;
  cell: Markup | undefined;
}

/** A theme, side by side: what can be said of it, and where each visit stands. */
export function comparisonRow(row: ComparisonRow, left: Side, right: Side): Markup {
  const lead = leadOf(row);
  const byInspectors = lead.by === 'inspectors';
  return html`
    <section class="comparison-row"${changed(row) && CHANGED} data-part="row">
      <header>
        <h3><a href="${themeAddress(row.theme.id)}" id="page-theme-${row.theme.id}" data-part="theme">${row.theme.label}</a></h3>
        <p class="lead tone-${lead.tone}" data-part="lead">${lead.label}</p>
        ${byInspectors && html`<p class="small soft" data-part="verdict">By our comparison: ${row.verdict.label}</p>`}
        ${row.proposed && PROPOSED}
      </header>
      ${side('left', left)}${side('right', right)}
    </section>
  `;
}

/** What the browser makes rows from: a row that has every part and says nothing yet. */
export function blankRow(): Markup {
  const nobody = { title: '', cell: undefined };
  return html`
    <section class="comparison-row" data-part="row">
      <header>
        <h3><a data-part="theme"></a></h3>
        <p class="lead" data-part="lead"></p>
        <p class="small soft" data-part="verdict"></p>
        ${PROPOSED}
      </header>
      ${side('left', nobody)}${side('right', nobody)}
    </section>
  `;
}

const CHANGED = html` data-changed`;
const PROPOSED = html`
  <p class="small soft" data-part="proposed">Rests on themes or assessments proposed by rule, not yet confirmed.</p>
`;

function side(which: 'left' | 'right', { title, cell }: Side): Markup {
  return html`<div class="side" data-part="${which}"><p class="whose small">${title}</p>${cell}</div>`;
}
