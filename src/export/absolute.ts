/**
 * An address of the site with its host, so that it still leads there from a file that was taken away. It begins with a
 * slash and holds nothing that must be escaped, as all of `src/model/address.ts` do: a thousand visits have hundreds of
 * thousands, and need no parser for each.
 */
export function absolute(address: string, site: URL): string {
  return site.origin + address;
}
