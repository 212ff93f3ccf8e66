import type { Former } from '../../content/former.ts';
import { withdrawalNotice } from '../../export/former-files.ts';
import { html, type Markup } from '../../markup/html.ts';
import { at } from '../../model/address.ts';
import { formatDate } from '../../model/partial-date.ts';

/**
 * What stands in the place of a passage that has moved or was withdrawn.
 *
 * @param id the id that was published, and at which a link still lands
 */
export function formerPassage(id: string, former: Former): Markup {
  return html`<div class="former note" id="${id}"><p>${whatBecame(former)}</p></div>`;
}

function whatBecame(former: Former): Markup {
  if (former.became !== 'moved') return html`${withdrawalNotice(former.withdrawal)}`;
  const { why, date } = former.redirect;
  return html`
    What stood here has moved: <a href="${at(former.to.slice(1))}">read it where it is now</a>. <span class="soft">${why} (${formatDate(date)})</span>
  `;
}
