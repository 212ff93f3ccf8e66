import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteCollection } from '../../export/site-collection.ts';
import { tableCsv, tablesOf } from '../../export/tables.ts';

export function getStaticPaths() {
  return tablesOf(siteCollection()).map((table) => ({ params: { table: table.id }, props: { table } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(tableCsv(props.table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
