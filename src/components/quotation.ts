import { beginSentence } from '../insight/phrase.ts';
import { html, type Markup } from '../markup/html.ts';
import { formatDate } from '../model/partial-date.ts';
import { type Quote, VOICE_LABELS } from '../model/quote.ts';
import { SOURCE_TYPE_LABELS, type Source } from '../model/source.ts';

/**
 * A quotation, and beneath it whose words they are and from which document.
 *
 * @param compact whether it is a part of something larger, and set smaller
 */
export function quotation(quote: Quote, source: Source, compact = false): Markup {
  const who = [quote.speaker ?? VOICE_LABELS[quote.voice], ...quote.roles].join(', ');
  const date = source.published ? formatDate(source.published) : 'date not known';
  return html`
    <figure class="quotation voice-${quote.voice}${compact && ' compact'}">
      <blockquote><p data-quotation>${quote.text}</p></blockquote>
      <figcaption><span class="who">${who}</span> · ${beginSentence(SOURCE_TYPE_LABELS[source.type])}, ${date}</figcaption>
    </figure>
  `;
}
