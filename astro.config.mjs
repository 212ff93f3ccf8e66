import { setFlagsFromString } from 'node:v8';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { formerAddresses } from './src/content/former.ts';
import { readFormerRecord } from './src/content/library.ts';
import { contentReload } from './src/content/reload.ts';
import { permanentAddresses } from './src/export/permanent-addresses.ts';
import { besidePages } from './src/files/beside-pages.ts';
import { fetchAhead } from './src/files/fetch-ahead.ts';
import { framedPages } from './src/files/framed-pages.ts';

// A build asks nothing of any network, and tells nobody that it was run.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

// What V8 would otherwise do to a build of a thousand visits (docs/decisions/astro.md). The flags are those of Node 24’s V8;
// others might complain of them.
if (process.versions.node.startsWith('24.')) {
  // Begin to clear up all memory whenever 64 MB of buffers have come since it last did, however little there is to clear up.
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  // Put what is made where much of it has lasted with what lasts: parts of drawings, of which the first stand in every chart
  // and the others in one. All that hung on them then stayed until all memory was cleared up.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Clear up young memory with several threads: little of it lasts, and they spend more on finding work than on doing it.
  setFlagsFromString('--no-parallel-scavenge');
}

let former;

/**
 * Pages to be found: not the halves of comparisons, which the browser puts together, and not what only leads elsewhere
 * or shows a notice.
 */
const isToBeFound = (url) => {
  former ??= formerAddresses(readFormerRecord(process.cwd())).map(({ address }) => address);
  return (
    !url.includes('/compare/parts/') && !former.some((address) => new URL(url).pathname.endsWith(address))
  );
};

/** The modules of ours that the scripts of several pages use. */
const SHARED =
  /\/src\/(?:client\/(?:copy|clipboard)|export\/citation|insight\/phrase|model\/(?:address|slug))\.ts$/;

/** What Astro does not know of: listed when it is written, which is before the site map and the other files are. */
const written = { pages: [], files: new Set() };

export default defineConfig({
  // Where the site is published. A fork sets SITE_URL and BASE_PATH to its own address.
  site: process.env.SITE_URL ?? 'https://inspection-insights.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  build: {
    // Everything in files of its own: the Content-Security-Policy then needs no hashes and no exceptions.
    inlineStylesheets: 'never',
    assets: 'assets',
  },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [
    contentReload(),
    framedPages(written),
    sitemap({ filter: isToBeFound, customPages: written.pages }),
    besidePages(written),
    fetchAhead(),
    permanentAddresses(),
  ],
  vite: {
    // One style sheet for the whole site: fetched once, small enough to need no splitting.
    build: {
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      // What pages share is one file, not one for each module: a request costs more than its few bytes.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } } },
    },
    // The search’s worker fetches what puts typing slips right only when there is one.
    worker: { format: 'es' },
  },
});
