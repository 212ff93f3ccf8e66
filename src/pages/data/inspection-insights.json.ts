import type { APIRoute } from 'astro';
import { COLLECTION_ADDRESS } from '../../export/download-address.ts';
import { collectionJson } from '../../export/json.ts';
import { siteCollection } from '../../export/site-collection.ts';

export const GET: APIRoute = () =>
  new Response(collectionJson(siteCollection(), COLLECTION_ADDRESS), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
