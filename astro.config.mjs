import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/content/reload.ts';

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
  integrations: [contentReload(), sitemap()],
  vite: {
    // One style sheet for the whole site: fetched once, small enough to need no splitting.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
  },
});
