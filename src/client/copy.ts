import { type CitationFormat, writeCitation } from '../export/citation.ts';
import { copyText } from './clipboard.ts';

/*
 * The buttons that copy a quotation with its citation, on any page. A button names its format in `data-copy` and
 * stands within an element that holds the passage: `data-credit` (who said it, where) and `data-address` (its
 * path on this site). Within that, `data-quotation` marks verbatim words, and `data-words` a sentence of ours.
 */

const SHOWN_FOR = 2000;

/** The text that a button copies. */
function citationFor(holder: HTMLElement, format: CitationFormat): string {
  const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const words = holder.querySelector('[data-words]');
  return writeCitation(
    {
      quotations: [...holder.querySelectorAll('[data-quotation]')].map(textOf),
      words: words ? textOf(words) : undefined,
      credit: holder.dataset.credit ?? '',
      url: new URL(holder.dataset.address ?? '', location.href).href,
    },
    format,
  );
}

/** Says on the button, and to screen readers, whether the text was copied. */
function tell(button: HTMLElement, said: HTMLElement, message: string): void {
  button.dataset.label ??= button.textContent ?? '';
  button.textContent = message;
  said.textContent = message;
  setTimeout(() => {
    button.textContent = button.dataset.label ?? '';
    said.textContent = '';
  }, SHOWN_FOR);
}

/** Offers to copy every quotation of the page, and those that are shown later. */
export function offerCopying(): void {
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  document.body.append(said);
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
    const holder = button?.closest<HTMLElement>('[data-credit]');
    if (!button || !holder) return;
    const text = citationFor(holder, button.dataset.copy as CitationFormat);
    if (await copyText(text)) tell(button, said, 'Copied');
    else window.prompt('Your browser does not let this page copy. Copy it from here:', text);
  });
  const buttons = document.querySelector<HTMLTemplateElement>('template[data-copy-buttons]');
  if (!buttons) return;
  for (const holder of document.querySelectorAll('[data-credit]')) {
    holder.append(buttons.content.cloneNode(true));
  }
}
