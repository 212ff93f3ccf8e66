import type { Library } from '../content/library.ts';

const rendered = new WeakMap<Library, Map<string, Promise<string>>>();

/** What is rendered under a name, for a library: the first time by rendering it, and after that from memory. */
export function renderedOnce(library: Library, name: string, render: () => Promise<string>): Promise<string> {
  const held = rendered.get(library) ?? new Map<string, Promise<string>>();
  rendered.set(library, held);
  const markup = held.get(name) ?? render();
  held.set(name, markup);
  return markup;
}
