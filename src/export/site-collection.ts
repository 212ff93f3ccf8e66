import type { Library } from '../content/library.ts';
import { siteLibrary } from '../content/site-library.ts';
import { type Collection, collectionOf } from './collection.ts';

let held: { library: Library; collection: Collection } | undefined;

/** The collection that the site publishes, made once from the library that the site is built from. */
export function siteCollection(): Collection {
  const library = siteLibrary();
  if (held?.library !== library) {
    held = {
      library,
      collection: collectionOf(library, new URL(import.meta.env?.SITE ?? process.env.SITE_URL)),
    };
  }
  return held.collection;
}
