import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** In development: a change in `content/` shows at once in every open page. */
export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = join(server.config.root, 'content');
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folder)) return;
          // Astro keeps what a page's getStaticPaths gave for as long as the page's module is the same.
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
