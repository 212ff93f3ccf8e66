/** An address of the site with its host, so that it still leads there from a file that was taken away. */
export function absolute(address: string, site: URL): string {
  return new URL(address, site).href;
}
