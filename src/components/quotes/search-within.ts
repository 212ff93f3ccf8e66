import type { Library } from '../../content/library.ts';
import { neighbours } from '../../insight/history.ts';
import { visitsTo } from '../../insight/library-findings.ts';
import { html, type Markup } from '../../markup/html.ts';
import { at } from '../../model/address.ts';
import type { Authority } from '../../model/authority.ts';
import type { Visit } from '../../model/visit.ts';
import { searchLine } from '../search-line.ts';

/**
 * A search in a part of the collection, for the page of a visit or of a council: a form for that part, and links to the
 * larger ones around it. Only parts that hold something are offered.
 *
 * @param visit the visit that is searched; without it, all visits to the authority are
 */
export function searchWithin(library: Library, authority: Authority, visit?: Visit): Markup {
  const { id, name } = authority;
  const own = visitsTo(library, id).length;
  const field = visit ? { name: 'visit', value: visit.id } : { name: 'authority', value: id };
  const sent = html`<input type="hidden" name="${field.name}" value="${field.value}">`;
  const label = visit ? 'Search this visit' : `Search what was said of ${name}`;
  const form = html`
    <form action="${at('quotes/')}" method="get">${searchLine('page-search-within', label, sent)}</form>
  `;
  const larger = largerParts(library, authority, visit);
  return html`
    <search class="search-within stack stack-s screen-only">
      ${own > 0 && form}
      ${larger.length > 0 && listOf(larger, own > 0)}
    </search>
  `;
}

/** A part of the collection that can be searched. */
interface Part {
  label: string;
  /** What the page of quotations is asked for. */
  query: string;
}

function largerParts(library: Library, authority: Authority, visit: Visit | undefined): Part[] {
  const { id, name, region } = authority;
  const { authorities } = library;
  const isVisited = (other: Authority) => visitsTo(library, other.id).length > 0;
  return [
    {
      held: visit && visitsTo(library, id).length > 1,
      label: `All visits to ${name}`,
      query: `authority=${id}`,
    },
    {
      held: authorities.some((other) => other.region === region && isVisited(other)),
      label: `Region: ${region}`,
      query: `region=${encodeURIComponent(region)}`,
    },
    {
      held: neighbours(authority, authorities).some(isVisited),
      label: `Councils most like ${name}`,
      query: `neighbours-of=${id}`,
    },
  ].filter(({ held }) => held);
}

function listOf(parts: readonly Part[], more: boolean): Markup {
  const link = ({ label, query }: Part) => html`
    <li><a class="tag" href="${at(`quotes/?${query}`)}">${label}</a></li>
  `;
  return html`
    <ul class="row plain-list small" aria-label="${more ? 'Search more than that' : 'Search'}">
      <li class="soft" aria-hidden="true">${more ? 'Search more:' : 'Search:'}</li>
      ${parts.map(link)}
    </ul>
  `;
}
