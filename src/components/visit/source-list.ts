import { beginSentence } from '../../insight/phrase.ts';
import { html, type Markup } from '../../markup/html.ts';
import { formatDate } from '../../model/partial-date.ts';
import { SOURCE_TYPE_LABELS, type Source } from '../../model/source.ts';
import type { Visit } from '../../model/visit.ts';

/** The documents that a visit is known from, and how many of its quotations each was checked for. */
export function sourceList(visit: Visit): Markup {
  const quotes = [...visit.findings, ...visit.responses, ...visit.actions].flatMap(
    (passage) => passage.quotes,
  );
  const entry = ([id, source]: [string, Source]) =>
    sourceEntry(id, source, quotes.filter((quote) => quote.source === id).length);
  return html`<ul class="visit-sources plain-list">${Object.entries(visit.sources).map(entry)}</ul>`;
}

function sourceEntry(id: string, source: Source, quotations: number): Markup {
  const { type, title, url, publisher, published, author, retrieved, licence, whole, note } = source;
  const about = [
    `Publisher: ${publisher ?? 'not known'}.`,
    `Published: ${published ? formatDate(published) : 'not known'}.`,
    author && `Signed by ${author}.`,
    !url && 'Web address: not known.',
    retrieved && `Read there on ${formatDate(retrieved)}.`,
    licence === 'OGL-3.0' && 'Crown copyright, Open Government Licence v3.0.',
  ].filter((sentence) => typeof sentence === 'string');
  const checked = quotations === 1 ? 'One quotation was' : `${quotations} quotations were`;
  return html`
    <li class="stack stack-s" id="page-source-${id}">
      <p>
        <strong>${beginSentence(SOURCE_TYPE_LABELS[type])}</strong>${whole && ' (held whole)'}: ${url ? html`<a href="${url}" rel="external">${title}</a>` : title}
      </p>
      <p class="small soft">${about.join(' ')}</p>
      ${note && html`<p class="small soft">${note}</p>`}
      ${quotations > 0 && html`<p class="small soft">${checked} checked against it word for word.</p>`}
    </li>
  `;
}
