import { changeChart } from '../../charts/change.ts';
import type { Library } from '../../content/library.ts';
import { compareSheets } from '../../insight/comparison.ts';
import { authorityOf } from '../../insight/library-findings.ts';
import { sheetOf } from '../../insight/library-sheets.ts';
import { html } from '../../markup/html.ts';
import { inOnePage } from '../../markup/lasting.ts';
import { at, authorityAddress } from '../../model/address.ts';
import type { Visit } from '../../model/visit.ts';
import { chartFigure, type PageWithChart } from '../chart-figure.ts';
import { comparisonTable } from './comparison-table.ts';

/** The page that puts two visits to one authority side by side. @throws where the library does not hold their authority */
export function comparisonPage(library: Library, earlier: Visit, later: Visit): PageWithChart {
  const authority = authorityOf(library, earlier);
  const comparison = compareSheets(sheetOf(library, earlier.id), sheetOf(library, later.id), library.themes);
  const chart = changeChart(comparison);
  const [left, right] = comparison.left.visit === earlier.id ? [earlier, later] : [later, earlier];
  return {
    title: `${left.title} compared with ${right.title}`,
    description: `Theme by theme, what inspectors found in ${authority.name} on two visits: ${comparison.tally.summary}.`,
    chart,
    main: html`
      <div class="stack stack-l">
        <header class="stack">
          <p class="eyebrow">
            <a href="${authorityAddress(authority.id)}">${authority.fullName}</a> · Two visits side by side
          </p>
          <h1>${left.title}, and ${right.title.replace(/^./, (first) => first.toLowerCase())}</h1>
          <p class="standfirst">Of the themes that either record speaks of: ${comparison.tally.summary}.</p>
          <div class="note">
            <h2 class="visually-hidden">Before you compare</h2>
            ${comparison.warnings.map((warning) => html`<p>${warning}</p>`)}
            <p class="small"><a href="${at('about/#page-comparisons')}">How a verdict is reached</a></p>
          </div>
        </header>
        ${inOnePage(chartFigure(chart))}
        <section class="stack" aria-labelledby="page-themes">
          <h2 id="page-themes">Theme by theme</h2>
          ${comparisonTable(comparison, left, right)}
        </section>
      </div>
    `,
  };
}
