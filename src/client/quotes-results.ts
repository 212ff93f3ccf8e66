import { credit, whereSaid, whoSaid } from '../export/citation.ts';
import { beginSentence } from '../insight/phrase.ts';
import { passageAddress, themeAddress } from '../model/address.ts';
import type { FacetName } from '../search/document.ts';
import type { Hit } from '../search/search.ts';
import { cutText } from './quotes-pieces.ts';
import { recordOf } from './quotes-records.ts';
import { lackInWords } from './quotes-words.ts';

/** What the page calls a value of a facet. */
export type LabelOf = (facet: FacetName, value: string) => string;

/** A copy of what a template of the page holds. */
function fromTemplate(selector: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(selector);
  if (!template) throw new Error(`The page has no template ${selector}.`);
  return document.importNode(template.content, true);
}

/** Puts a text into an element: what answers the query is marked, and what is verbatim is set apart. */
function writeText(into: Element, { document: found, marks }: Hit): void {
  const { kind, text, quoted } = found;
  const whole = kind === 'quotation';
  const { paragraph } = found;
  if (paragraph) into.append(context(paragraph.sentences.slice(0, paragraph.at).slice(-BESIDE), 'before'));
  const words = paragraph ? document.createElement('span') : into;
  words.setAttribute(whole ? 'data-quotation' : 'data-words', '');
  for (const piece of cutText(text, quoted, marks)) {
    const nodes = piece.parts.map((part) => {
      if (!part.marked) return part.text;
      const mark = document.createElement('mark');
      mark.textContent = part.text;
      return mark;
    });
    if (whole || !piece.quoted) words.append(...nodes);
    else {
      const verbatim = document.createElement('span');
      verbatim.className = 'quotes-verbatim';
      verbatim.dataset.quotation = '';
      verbatim.append(...nodes);
      words.append(verbatim);
    }
  }
  if (!paragraph) return;
  const { sentences, at } = paragraph;
  into.append(words, context(sentences.slice(at + 1, at + 1 + BESIDE), 'after'));
  if (at > BESIDE) into.prepend('… ');
  if (sentences.length - 1 - at > BESIDE) into.append(' …');
}

/** How many sentences of its paragraph are shown on either side of the one that was found. */
const BESIDE = 1;

/** What stands beside a sentence in its paragraph: there to be read, and not copied with it. */
function context(sentences: readonly string[], side: 'before' | 'after'): HTMLElement {
  const element = document.createElement('span');
  element.className = 'quotes-context';
  const words = sentences.join(' ');
  element.textContent = words && (side === 'before' ? `${words} ` : ` ${words}`);
  return element;
}

/** A result as an item of the list, made from the page’s template. */
export function resultItem(hit: Hit, labelOf: LabelOf): HTMLLIElement {
  const { document: found } = hit;
  const fragment = fromTemplate('#quotes-result');
  const slot = <E extends Element = HTMLElement>(name: string) =>
    fragment.querySelector<E>(`[data-slot="${name}"]`) as E;
  const item = fragment.firstElementChild as HTMLLIElement;
  const record = recordOf(found);
  const address = passageAddress(found.visit.id, found.passage);
  item.dataset.credit = credit(record);
  item.dataset.address = address;

  const own = found.kind === 'words';
  const text = slot(own ? 'words' : 'quotation');
  writeText(text, hit);
  if (own) slot('quotation').closest('blockquote')?.remove();
  else slot('words').remove();

  slot('prefix').textContent = own && found.voice !== 'editor' ? 'Words in quotation marks: ' : '';
  slot('who').textContent = found.voice === 'editor' ? 'Our own words' : beginSentence(whoSaid(record));
  slot('where').textContent = whereSaid(record);
  const visit = slot<HTMLAnchorElement>('visit');
  visit.textContent = found.visit.title;
  visit.href = address;
  slot<HTMLAnchorElement>('permalink').href = address;
  if (hit.lacks.length > 0) slot('lack').textContent = lackInWords(hit, (theme) => labelOf('theme', theme));
  else slot('lack').remove();

  const tags = slot('tags');
  if (found.assessment) tags.append(fromTemplate(`[data-mark="${found.assessment}"]`));
  for (const theme of found.themes) {
    const tag = document.createElement('a');
    tag.className = 'tag';
    tag.href = themeAddress(theme);
    tag.textContent = labelOf('theme', theme);
    tags.append(tag);
  }
  return item;
}
