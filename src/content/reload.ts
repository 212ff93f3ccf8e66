import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** In development: a change in `content/` shows at once in every open page. */
export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = join(server.config.root, 'content');
        /** When the content last changed, and when a page was last asked for. */
        let changed = 0;
        let asked = 0;
        const reload = () => server.ws.send({ type: 'full-reload' });
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder)) return;
          changed = Date.now();
          // Astro keeps what a page's getStaticPaths gave for as long as the page's module is the same.
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          reload();
        });
        // A page that is still on its way hears of no change: it is told when it listens.
        server.middlewares.use((request, _response, next) => {
          if (request.headers.accept?.includes('text/html')) asked = Date.now();
          next();
        });
        server.ws.on('connection', () => {
          if (changed >= asked) reload();
        });
      },
    },
  };
}
