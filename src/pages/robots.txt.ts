import type { APIRoute } from 'astro';
import { absolute } from '../export/absolute.ts';
import { siteCollection } from '../export/site-collection.ts';
import { at } from '../model/address.ts';

/** Every robot is welcome everywhere; the sitemap's address must be absolute (RFC 9309 leaves it to sitemaps.org). */
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(at('sitemap-index.xml'), siteCollection().site)}\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
