import { html, type Markup } from '../markup/html.ts';

/**
 * The line to write a search in: its label, the field and the button.
 *
 * @param sent what else the form sends
 */
export function searchLine(id: string, label: string, sent?: Markup): Markup {
  return html`
    <label class="search-label" for="${id}">${label}</label>
    <div class="search-line">
      ${sent}
      <input class="field" id="${id}" name="q" type="search" autocomplete="off" placeholder="a word, or a “whole phrase”">
      <button class="button" type="submit">Search</button>
    </div>
  `;
}
