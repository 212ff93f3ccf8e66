import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filled, frameOf } from '../markup/frame.ts';
import { pageBytes } from '../markup/lasting.ts';

/**
 * Writes the pages of which a build has thousands, visits, comparisons and their halves: of each kind Astro has rendered
 * one, the frame (docs/decisions/pages-in-frames.md).
 *
 * @param written gets the full address of each
 */
export function framedPages(written: string[]): AstroIntegration {
  let [site, base] = ['', '/'];
  return {
    name: 'framed-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        // Only now does the environment say where the site is published.
        const { pagesInFrames } = await import('./pages-in-frames.ts');
        const fileOf = (address: string) =>
          fileURLToPath(new URL(`${address.slice(base.length)}index.html`, dir));
        const bytesOf = pageBytes();
        for (const kind of pagesInFrames()) {
          const [first] = kind;
          if (!first) continue;
          const frame = frameOf(readFileSync(fileOf(first.address), 'utf8'), first.address);
          for (const { address, page } of kind) {
            const file = fileOf(address);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, bytesOf(filled(frame, page(), address)));
            written.push(new URL(address, site).href);
          }
        }
      },
    },
  };
}
