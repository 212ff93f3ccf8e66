import { html, type Markup } from '../markup/html.ts';

/** Paragraphs of the editor’s own words. What stands between “ ” in them is verbatim, and is marked so. */
export function ownWords(words: readonly string[]): Markup {
  const paragraphs = words.map((paragraph) => {
    const parts = paragraph
      .split(/(“[^“”]*”)/)
      .map((part) =>
        part.startsWith('“')
          ? html`<span class="verbatim">“<span data-quotation>${part.slice(1, -1)}</span>”</span>`
          : html`${part}`,
      );
    return html`<p>${parts}</p>`;
  });
  return html`${paragraphs}`;
}
