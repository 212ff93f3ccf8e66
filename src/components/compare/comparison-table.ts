import type { Comparison, ComparisonRow } from '../../insight/comparison.ts';
import type { StanceSheet } from '../../insight/sheet.ts';
import { isSilence, STANCE_LABELS } from '../../insight/stance.ts';
import { html, type Markup } from '../../markup/html.ts';
import { themeAddress, visitAddress } from '../../model/address.ts';
import type { Visit } from '../../model/visit.ts';
import { comparisonRow } from './comparison-row.ts';
import { themeCells } from './theme-cell.ts';

/** Two visits, theme by theme: those that either speaks of as rows, and the others in a list. */
export function comparisonTable(comparison: Comparison, left: Visit, right: Visit): Markup {
  const [leftCells, rightCells] = [themeCells(left, comparison.left), themeCells(right, comparison.right)];
  const spoken = comparison.rows.filter((row) => !isSilence(row.left.stance) || !isSilence(row.right.stance));
  const silent = comparison.rows.filter((row) => !spoken.includes(row));
  const rows = spoken.map((row) =>
    comparisonRow(
      row,
      { title: left.title, cell: leftCells.get(row.theme.id) },
      { title: right.title, cell: rightCells.get(row.theme.id) },
    ),
  );
  return html`
    <div class="comparison">
      ${changeFilter(comparison.overTime ? 'what changed' : 'where they differ')}
      ${comparisonHeads(comparison.left, comparison.right)}
      ${rows}
      ${silent.length > 0 && silentThemes(silent)}
    </div>
  `;
}

/** What leaves only some rows in sight. @param keeps "what changed", or "where they differ" */
export function changeFilter(keeps: string): Markup {
  return html`
    <label class="change-filter screen-only"><input type="checkbox" id="page-only-changed"> Show only ${keeps}</label>
  `;
}

/** The heads of both columns; without sheets blank, for the browser to fill in. */
export function comparisonHeads(left?: StanceSheet, right?: StanceSheet): Markup {
  return html`<div class="comparison-heads">${head('left', left)}${head('right', right)}</div>`;
}

function head(side: 'left' | 'right', sheet: StanceSheet | undefined): Markup {
  const address = sheet && html` href="${visitAddress(sheet.visit)}"`;
  return html`
    <div data-part="head-${side}">
      <p class="who"><a${address} data-part="title">${sheet?.title}</a></p>
      <p class="small soft">Looked at <span data-part="looked-at">${sheet?.lookedAt}</span>.</p>
      <p class="small soft">Known from <span data-part="record">${sheet?.record}</span>.</p>
    </div>
  `;
}

function silentThemes(rows: readonly ComparisonRow[]): Markup {
  const entry = ({ theme, left, right }: ComparisonRow) => {
    const other = left.stance === right.stance ? '' : `; ${STANCE_LABELS[right.stance].toLowerCase()}`;
    return html`
      <li>
        <a href="${themeAddress(theme.id)}">${theme.label}</a> <span class="soft">${STANCE_LABELS[left.stance]}${other}</span>
      </li>
    `;
  };
  return html`
    <section class="stack stack-s silent" aria-labelledby="page-silent">
      <h3 id="page-silent">Themes on which we have nothing from either side</h3>
      <ul class="plain-list small">${rows.map(entry)}</ul>
    </section>
  `;
}
