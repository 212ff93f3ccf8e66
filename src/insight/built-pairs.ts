import { comparisonAddress, freeComparisonAddress } from '../model/address.ts';
import type { Visit } from '../model/visit.ts';
import { byOldest } from './history.ts';

/** What says which comparisons are pages of their own: the visits, and every address that was ever published. */
interface Compared<Entry> {
  visits: readonly Entry[];
  addresses: readonly string[];
}

type Dated = Pick<Visit, 'id' | 'authority' | 'visited'>;

/** Found once for a library, however many pages ask. */
const found = new WeakMap<Compared<Dated>, [Dated, Dated][]>();

/**
 * The pairs of visits whose comparison is built as a page of its own: each visit beside the one before it to the same
 * authority, and any pair whose page was ever published, for its address must last. All pairs would grow with the square
 * of an authority’s visits; the browser puts the others together.
 *
 * @returns each pair with the earlier first, in the order of the earlier visits
 */
export function builtPairs<Entry extends Dated>(library: Compared<Entry>): [earlier: Entry, later: Entry][] {
  const known = found.get(library);
  if (known) return known as [Entry, Entry][];
  const { visits, addresses } = library;
  const published = new Set(addresses.filter((address) => address.startsWith('/compare/')));
  const byAuthority = Map.groupBy([...visits].sort(byOldest), ({ authority }) => authority);
  const pairs = [...byAuthority.values()]
    .flatMap((own) =>
      own.flatMap((earlier, index) =>
        own
          .slice(index + 1)
          .filter((later, between) => between === 0 || published.has(`/compare/${earlier.id}/${later.id}/`))
          .map((later): [Entry, Entry] => [earlier, later]),
      ),
    )
    .sort(([a], [b]) => byOldest(a, b));
  found.set(library, pairs);
  return pairs;
}

/** Where two visits to one authority stand side by side, in whatever order they are given: in a page of their own, or in the browser. */
export function pairAddress<Entry extends Dated>(library: Compared<Entry>, one: Entry, other: Entry): string {
  const [earlier, later] = byOldest(one, other) < 0 ? [one, other] : [other, one];
  const isBuilt = builtPairs(library).some(([a, b]) => a.id === earlier.id && b.id === later.id);
  return isBuilt ? comparisonAddress(earlier.id, later.id) : freeComparisonAddress(earlier.id, later.id);
}
