import type { APIRoute } from 'astro';
import { siteLibrary } from '../../content/site-library.ts';
import { entriesOf } from '../../insight/visit-list.ts';

/** Every visit as the list shows it: what the list’s page narrows in the browser. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(entriesOf(siteLibrary())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
