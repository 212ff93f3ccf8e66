import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { visitJsonAddress } from '../../../export/download-address.ts';
import { visitJson } from '../../../export/json.ts';
import { siteCollection } from '../../../export/site-collection.ts';

export function getStaticPaths() {
  return siteCollection().visits.map((held) => ({ params: { visit: held.visit.id }, props: { held } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { held } }) =>
  new Response(visitJson(siteCollection(), held, visitJsonAddress(held.visit.id)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
