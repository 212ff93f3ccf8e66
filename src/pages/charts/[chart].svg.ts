import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { libraryCharts } from '../../charts/library-charts.ts';
import { siteLibrary } from '../../content/site-library.ts';

export function getStaticPaths() {
  return libraryCharts(siteLibrary()).map(({ id, make }) => ({ params: { chart: id }, props: { make } }));
}

/** A chart as a picture to take away. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.make().picture, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
