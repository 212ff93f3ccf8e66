import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { libraryCharts } from '../../charts/library-charts.ts';
import { siteLibrary } from '../../content/site-library.ts';
import { writeCsv } from '../../export/csv.ts';

export function getStaticPaths() {
  return libraryCharts(siteLibrary()).map(({ id, make }) => ({ params: { chart: id }, props: { make } }));
}

/** The data of a chart to take away. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const { columns, rows } = props.make().table;
  return new Response(writeCsv(columns, rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
