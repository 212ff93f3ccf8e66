import { runsServices } from '../model/authority.ts';
import { SiteAddress } from '../model/redirect.ts';
import type { Library } from './library.ts';
import { type Problem, problemAt } from './problem.ts';

/** The list of every address that was ever published. */
export const ADDRESSES_FILE = 'content/addresses.txt';

/** What is written at the head of the list. */
const HEAD = `# Every address that was published: pages and files, and behind a page’s address the ids of its findings.
# None of them may vanish. npm run addresses adds what is new; nobody edits or shortens this file by hand.
`;

/** A list of addresses as it was read: each with the line of the file on which it stands. */
export type AddressList = ReadonlyMap<string, number>;

/**
 * Reads the list of published addresses. A page may stand there twice, as it does when two branches that added to it
 * are merged: its ids are then taken together.
 */
export function readAddresses(text: string): { addresses: AddressList; problems: Problem[] } {
  const addresses = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [page = '', ...ids] = line.trim().split(/\s+/);
    if (page === '' || line.startsWith('# ')) continue;
    const all = [page, ...ids.map((id) => (id.startsWith('#') ? page + id : id))];
    if (all.every((address) => SiteAddress.safeParse(address).success)) {
      for (const address of all) if (!addresses.has(address)) addresses.set(address, index + 1);
    } else {
      problems.push(
        problemAt(
          { file: ADDRESSES_FILE, line: index + 1 },
          {
            rule: 'address-list',
            what: 'This line is not an address of the site with ids behind it.',
            got: line,
            todo: 'Put the file back as it was (git checkout content/addresses.txt), or, after a merge, keep the lines of both sides; then run npm run addresses.',
          },
        ),
      );
    }
  }
  return { addresses, problems };
}

/** The list as its file: in one order, so that two people who add the same write the same. */
export function writeAddresses(addresses: Iterable<string>): string {
  const pages = new Map<string, string[]>();
  for (const address of [...addresses].sort()) {
    const [page = '', id] = address.split('#');
    pages.set(page, [...(pages.get(page) ?? []), ...(id ? [`#${id}`] : [])]);
  }
  return `${HEAD}${[...pages].map(([page, ids]) => `${[page, ...new Set(ids)].join(' ')}\n`).join('')}`;
}

/** The passages of a visit, which each have an address. */
export function passageIds(visit: Library['visits'][number]): string[] {
  return [...visit.findings, ...visit.responses, ...visit.actions].map(({ id }) => id);
}

/**
 * The addresses that the content itself names: of its visits with their passages and data, its themes and its
 * authorities. Charts, comparisons and the pages of the site are made from these, and only a build has them all.
 */
export function addressesOf({
  visits,
  themes,
  authorities,
}: Pick<Library, 'visits' | 'themes' | 'authorities'>): Set<string> {
  const published = visits.filter(({ status }) => status === 'published');
  const visited = new Set(published.map(({ authority }) => authority));
  return new Set([
    ...published.flatMap((visit) => [
      `/visits/${visit.id}/`,
      ...passageIds(visit).map((id) => `/visits/${visit.id}/#${id}`),
      `/data/visits/${visit.id}.json`,
    ]),
    ...themes.flatMap(({ id }) => [`/themes/${id}/`, `/themes/${id}/feed.xml`]),
    ...authorities
      .filter((authority) => runsServices(authority) || visited.has(authority.id))
      .flatMap(({ id }) => [`/authorities/${id}/`, `/authorities/${id}/feed.xml`]),
  ]);
}
