import type { APIRoute, GetStaticPaths } from 'astro';
import type { Chart } from '../../charts/chart.ts';
import { libraryCharts } from '../../charts/library-charts.ts';
import { siteLibrary } from '../../content/site-library.ts';

export const getStaticPaths = (() =>
  libraryCharts(siteLibrary()).map((chart) => ({
    params: { chart: chart.id },
    props: { chart },
  }))) satisfies GetStaticPaths;

/** A chart as a picture to take away. */
export const GET: APIRoute<{ chart: Chart }> = ({ props }) =>
  new Response(props.chart.picture, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
