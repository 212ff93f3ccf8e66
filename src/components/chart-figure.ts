import type { Chart } from '../charts/chart.ts';
import type { FramedPage } from '../markup/frame.ts';
import { html, type Markup } from '../markup/html.ts';
import { chartPictureAddress, chartTableAddress } from '../model/address.ts';

/** A page that is about what one chart shows. */
export interface PageWithChart extends FramedPage {
  /** The chart, whose picture and table are written with the page: a build of thousands draws each once. */
  chart: Chart;
}

/**
 * A chart in a page: its title and what it shows, its drawing, the same as a table, and both to take away. Its styles are in
 * src/styles/charts.css.
 */
export function chartFigure({ id, title, description, svg, notes, table }: Chart): Markup {
  return html`
    <figure class="chart-figure stack stack-s">
      <figcaption>
        <h2 id="page-chart-${id}">${title}</h2>
        <p class="soft small">${description}</p>
      </figcaption>
      <div class="drawing">${{ markup: svg }}</div>
      ${notes.map((note) => html`<p class="small soft">${note}</p>`)}
      <details class="small">
        <summary>The same as a table</summary>
        <section class="scroll" tabindex="0" aria-label="${table.caption}">
          <table>
            <caption>${table.caption}</caption>
            <thead><tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
            <tbody>${table.rows.map(tableRow)}</tbody>
          </table>
        </section>
      </details>
      <p class="small row screen-only">
        <a href="${chartPictureAddress(id)}" download>Picture (SVG)</a> <a href="${chartTableAddress(id)}" download>Data (CSV)</a>
      </p>
    </figure>
  `;
}

function tableRow([name, ...cells]: Chart['table']['rows'][number]): Markup {
  return html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
