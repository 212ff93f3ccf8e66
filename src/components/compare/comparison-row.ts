import { type ComparisonRow, changed, leadOf } from '../../insight/comparison.ts';
import { html, type Markup } from '../../markup/html.ts';
import { themeAddress } from '../../model/address.ts';

/** One side of a row. */
export interface Side {
  /** The title of the visit, for where no head above the columns says it. */
  title: string;
  cell: Markup | undefined;
}

/** A theme, side by side: what can be said of it, and where each visit stands. */
export function comparisonRow(row: ComparisonRow, left: Side, right: Side): Markup {
  const { label, tone, by } = leadOf(row);
  return section({
    changed: changed(row),
    theme: html`<a href="${themeAddress(row.theme.id)}" id="page-theme-${row.theme.id}" data-part="theme">${row.theme.label}</a>`,
    lead: html`<p class="lead tone-${tone}" data-part="lead">${label}</p>`,
    verdict: by === 'inspectors' ? `By our comparison: ${row.verdict.label}` : undefined,
    proposed: row.proposed,
    left,
    right,
  });
}

/** What the browser makes rows from: a row that has every part and says nothing yet. */
export function blankRow(): Markup {
  const nobody = { title: '', cell: undefined };
  return section({
    changed: false,
    theme: html`<a data-part="theme"></a>`,
    lead: html`<p class="lead" data-part="lead"></p>`,
    verdict: '',
    proposed: true,
    left: nobody,
    right: nobody,
  });
}

/** The parts of a row. */
interface Parts {
  changed: boolean;
  theme: Markup;
  lead: Markup;
  /** Our own verdict, where what inspectors say leads. */
  verdict: string | undefined;
  proposed: boolean;
  left: Side;
  right: Side;
}

function section({ changed, theme, lead, verdict, proposed, left, right }: Parts): Markup {
  return html`
    <section class="comparison-row"${changed && CHANGED} data-part="row">
      <header>
        <h3>${theme}</h3>
        ${lead}
        ${verdict !== undefined && html`<p class="small soft" data-part="verdict">${verdict}</p>`}
        ${proposed && PROPOSED}
      </header>
      ${side('left', left)}${side('right', right)}
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
