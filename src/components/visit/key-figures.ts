import { beginSentence } from '../../insight/phrase.ts';
import { html, type Markup } from '../../markup/html.ts';
import { passageAddress } from '../../model/address.ts';
import { SOURCE_TYPE_LABELS } from '../../model/source.ts';
import type { Visit } from '../../model/visit.ts';

/** The figures of a visit, each with what it is known from and the finding that it belongs to. */
export function keyFigures(visit: Visit): Markup {
  return html`<dl class="visit-figures">${visit.figures.map((figure) => keyFigure(visit, figure))}</dl>`;
}

function keyFigure(
  visit: Visit,
  { label, period, value, source, finding }: Visit['figures'][number],
): Markup {
  const from = beginSentence(SOURCE_TYPE_LABELS[visit.sources[source]?.type ?? 'news-report']);
  const address = finding && passageAddress(visit.id, finding);
  const link = address && html` · <a href="${address}" aria-label="The finding about: ${label}">finding</a>`;
  return html`
    <div>
      <dt>${label}${period && `, ${period}`}</dt>
      <dd>
        <span class="value">${value}</span> <span class="small soft">${from}${link}</span>
      </dd>
    </div>
  `;
}
