import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Written } from './framed-pages.ts';
import { fileWriter } from './write-files.ts';

/** What a file’s ending says that it is. Only such addresses are asked for here. */
const TYPES: Record<string, string> = {
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.bin': 'application/octet-stream',
};

/** The modules that files are made with, which pages use too. */
const MADE_WITH = /\/src\/(?:model|content|insight|charts|search|export|markup|components)\/[^?]+\.ts$/;

/**
 * Writes the files that are no pages at the end of a build, and answers for them in development. As endpoints of
 * Astro’s, each would pass through a request, a response and a stream: of ten thousand files that took longer than
 * their making.
 *
 * @param written what was written with the page that it belongs to, and is not written again
 */
export function besidePages(written: Written): AstroIntegration {
  let base = '/';
  return {
    name: 'beside-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [oneLibrary()] } });
      },
      'astro:config:done': ({ config }) => {
        // Where Node runs a module itself, Astro has not written these into it.
        process.env.SITE_URL = config.site;
        process.env.BASE_PATH = config.base;
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const { siteFiles } = await import('./site-files.ts');
        const write = fileWriter(dir, base);
        for (const { address, content } of siteFiles())
          if (!written.files.has(address)) write(address, content());
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '', 'http://localhost');
          const type = TYPES[posix.extname(pathname)];
          if (!type) return next();
          try {
            const { siteFiles } = await server.ssrLoadModule('/src/files/site-files.ts');
            for (const { address, content } of siteFiles()) {
              // Vite has taken the path that the site is served under away.
              if (address.slice(base.length) !== pathname.slice(1)) continue;
              response.setHeader('Content-Type', type);
              return response.end(content());
            }
            next();
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}

/**
 * In a build, leaves the modules that files are made with out of what is bundled for pages: both then run the very same
 * ones, and what is read or made once is there for both.
 */
function oneLibrary(): Plugin {
  return {
    name: 'one-library',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return undefined;
      const path = posix.join(posix.dirname(importer), source);
      return MADE_WITH.test(path) ? { id: pathToFileURL(path).href, external: 'absolute' } : undefined;
    },
  };
}
