import { credit } from '../export/citation.ts';
import { listInWords, openingWords } from '../insight/phrase.ts';
import { changeInWords } from '../insight/sheet.ts';
import { html, type Markup } from '../markup/html.ts';
import { passageAddress, themeAddress } from '../model/address.ts';
import { ASSESSMENT_LABELS } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import { GROUP_LABELS } from '../model/focus.ts';
import { formatDate } from '../model/partial-date.ts';
import type { Quote } from '../model/quote.ts';
import { SOURCE_TYPE_LABELS } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { whenVisited } from '../search/documents.ts';
import { ownWords } from './own-words.ts';
import { quotation } from './quotation.ts';
import { stanceMark } from './stance-mark.ts';

/** A finding, a response or an action: what each has. */
interface Passage {
  id: string;
  words: string[];
  quotes: Quote[];
  source: string;
}

/** What stands around the words of a passage. */
interface Setting {
  /** What it is called in the text of its permanent link. */
  called: 'finding' | 'reply' | 'action';
  /** What stands above its words. */
  head?: Markup;
  /** What stands beside its permanent link. */
  foot?: Markup;
}

/**
 * A passage in the page of its visit, with its quotations, each ready to be copied with its citation.
 *
 * @param place the short name of the visit’s authority
 */
export function passage(
  visit: Visit,
  place: string,
  { id, words, quotes, source }: Passage,
  { called, head, foot }: Setting,
): Markup {
  const from = visit.sources[source];
  const publisher = from?.publisher ?? 'publisher not known';
  const published = from?.published ? formatDate(from.published) : 'date not known';
  const document = from && SOURCE_TYPE_LABELS[from.type];
  const address = passageAddress(visit.id, id);
  const inline = quotes.find(({ form }) => form === 'inline');
  const blocks = quotes.filter(({ form }) => form === 'block');
  const copyable = (quote: Quote, shown: Markup) => html`
    <div data-credit="${creditOf(visit, place, quote)}" data-address="${address}">${shown}</div>
  `;
  const quoted = blocks.flatMap((quote) => {
    const of = visit.sources[quote.source];
    return of ? [copyable(quote, quotation(quote, of))] : [];
  });
  return html`
    <article class="passage stack" id="${id}">
      <p class="landed small">
        This link leads here: ${called === 'action' ? 'an' : 'a'} ${called} from <strong>${visit.title}</strong>, known from ${document} (${publisher}, ${published}).
      </p>
      ${head}
      ${inline ? copyable(inline, html`<div data-words>${ownWords(words)}</div>`) : ownWords(words)}
      ${quoted}
      <div class="foot small">
        ${foot}
        <a class="screen-only" href="${address}" aria-label="Permanent link to this ${called}: ${id}">Permanent link</a>
      </div>
    </article>
  `;
}

/** Who said a quotation, in which document, of which visit: what is copied with it. */
function creditOf(visit: Visit, place: string, quote: Quote): string | undefined {
  const source = visit.sources[quote.source];
  if (!source) return undefined;
  return credit({
    quotations: [quote.text],
    voice: quote.voice,
    speaker: quote.speaker,
    roles: quote.roles,
    source: {
      type: source.type,
      publisher: source.publisher,
      published: source.published && formatDate(source.published),
    },
    visit: { kind: visit.kind, place, when: whenVisited(visit.visited) },
  });
}

/** A finding in the page of its visit: how it is assessed, its words, and its themes. */
export function finding(visit: Visit, place: string, found: Finding, themes: readonly Theme[]): Markup {
  const notes = [
    found.group && `About ${GROUP_LABELS[found.group]}`,
    changeInWords(visit, found),
    found.framework &&
      `National Framework: ${listInWords(found.framework.map((part) => part.replace('-', ' ')))}`,
    found.proposed && 'Theme and assessment proposed by rule, not yet confirmed',
  ].filter((note) => typeof note === 'string');
  const tags = themes
    .filter(({ id }) => found.themes.includes(id))
    .map(({ id, label }) => html`<a class="tag" href="${themeAddress(id)}">${label}</a>`);
  return passage(visit, place, found, {
    called: 'finding',
    head: stanceMark(found.assessment, ASSESSMENT_LABELS[found.assessment]),
    foot: html`${tags}${notes.map((note) => html`<span class="soft">${note}</span>`)}`,
  });
}

/**
 * A finding in a line that leads to it: our words, or where it has none the first of a quotation’s.
 *
 * @param characters how many of a quotation
 */
export function findingInALine({ words, quotes, id }: Finding, characters: number): string {
  return words[0] ?? (quotes[0] ? `“${openingWords(quotes[0].text, characters)}”` : id);
}
