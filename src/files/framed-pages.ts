import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { filled, frameOf } from '../markup/frame.ts';
import { pageBytes } from '../markup/lasting.ts';
import { fileWriter } from './write-files.ts';

/** The file of a page, as an address. */
function fileOf(address: string): string {
  return `${address}index.html`;
}

/** What has been written without Astro. */
export interface Written {
  /** The full address of each page. */
  pages: string[];
  /** Files that stand beside a page, by their addresses. */
  files: Set<string>;
}

/**
 * Writes the pages of which a build has thousands, visits, comparisons and their halves: of each kind Astro has rendered
 * one, the frame (docs/decisions/pages-in-frames.md). With each stands the chart that is its own, to take away.
 *
 * @param written gets what it wrote
 */
export function framedPages(written: Written): AstroIntegration {
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
        const { chartFiles } = await import('./site-files.ts');
        const write = fileWriter(dir, base);
        const bytesOf = pageBytes();
        for (const kind of pagesInFrames()) {
          const [first] = kind;
          if (!first) continue;
          const frame = frameOf(
            readFileSync(new URL(fileOf(first.address).slice(base.length), dir), 'utf8'),
            first.address,
          );
          for (const { address, page } of kind) {
            const made = page();
            write(fileOf(address), bytesOf(filled(frame, made, address)));
            written.pages.push(new URL(address, site).href);
            for (const file of 'chart' in made ? chartFiles(made.chart.id, () => made.chart) : []) {
              write(file.address, file.content());
              written.files.add(file.address);
            }
          }
        }
        // The site map puts addresses in order, and compares every two as words: what is nearly in order costs it a tenth.
        written.pages.sort();
      },
    },
  };
}
