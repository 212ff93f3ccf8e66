/** The element that a page marks as one of its parts. It is there: the page and its script are one thing. */
export function part<E extends HTMLElement = HTMLElement>(within: ParentNode, name: string): E {
  const found = within.querySelector<E>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part “${name}”.`);
  return found;
}
