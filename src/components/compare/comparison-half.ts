import { formerAddresses } from '../../content/former.ts';
import type { Library } from '../../content/library.ts';
import { sheetOf } from '../../insight/library-sheets.ts';
import { html, type Markup } from '../../markup/html.ts';
import type { Visit } from '../../model/visit.ts';
import { themeCells } from './theme-cell.ts';

/**
 * One side of any comparison: its sheet, and a cell for every theme that it speaks of. The browser puts two of these
 * together; what stands last is there only where everything before it is.
 */
export function comparisonHalf(library: Library, visit: Visit): Markup {
  const sheet = sheetOf(library, visit.id);
  const cells = themeCells(visit, sheet);
  const json = { markup: JSON.stringify(sheet).replaceAll('<', '\\u003c') };
  return html`
    <script type="application/json">${json}</script>
    ${library.themes.map(({ id }) => html`<div data-theme="${id}">${cells.get(id)}</div>`)}
    <div data-end></div>
  `;
}

/** The visits of which there are halves, by the name that a link to a comparison has for each: an earlier name leads to it too. */
export function comparisonHalves(library: Library): ReadonlyMap<string, Visit> {
  const { visits } = library;
  const moved = formerAddresses(library).flatMap(({ address, former }): [string, Visit][] => {
    const visit = former.became === 'moved' && visits.find(({ id }) => former.to === `/visits/${id}/`);
    const name = /^\/visits\/([^/]+)\/$/.exec(address)?.[1];
    return visit && name ? [[name, visit]] : [];
  });
  return new Map([...visits.map((visit): [string, Visit] => [visit.id, visit]), ...moved]);
}
