import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { AstroIntegration } from 'astro';

/** The page whose script runs early, and is waited for. */
const PAGE = 'quotes/index.html';

/** The script of a page that runs as soon as it is there (see EarlyScript.astro). */
const EARLY = /<script async [^>]*src="([^"]+)"><\/script>/;

/** What a bundled script cannot run without: `import … from "./shared.js"`, and not `import("./later.js")`. */
const IMPORT = /\bimport\s*(?:[\w$\s{},*]+?from\s*)?["'](\.[^"']+)["']/g;

/**
 * A page that fetches what its early script imports with the script, and not only once that is there and read.
 *
 * @param read gets the text of a script by its address
 * @throws if the page has no such script
 */
export function withImportsAhead(html: string, read: (address: string) => string): string {
  const script = EARLY.exec(html);
  if (!script) throw new Error(`${PAGE} has no script that runs early.`);
  const [element, address = ''] = script;
  const found = new Set<string>();
  const follow = (from: string) => {
    for (const [, path = ''] of read(from).matchAll(IMPORT)) {
      const imported = posix.join(posix.dirname(from), path);
      if (found.has(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  follow(address);
  const links = [...found].map((imported) => `<link rel="modulepreload" href="${imported}">`);
  return html.replace(element, () => element + links.join(''));
}

/** Adds to the page with an early script, once it is built, what is to be fetched with it: only then is it named. */
export function fetchAhead(): AstroIntegration {
  let base = '/';
  return {
    name: 'fetch-ahead',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const page = new URL(PAGE, dir);
        const read = (address: string) => readFileSync(new URL(address.slice(base.length), dir), 'utf8');
        writeFileSync(page, withImportsAhead(readFileSync(page, 'utf8'), read));
      },
    },
  };
}
