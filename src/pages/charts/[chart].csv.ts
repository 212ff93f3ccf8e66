import type { APIRoute, GetStaticPaths } from 'astro';
import type { Chart } from '../../charts/chart.ts';
import { libraryCharts } from '../../charts/library-charts.ts';
import { siteLibrary } from '../../content/site-library.ts';
import { writeCsv } from '../../export/csv.ts';

export const getStaticPaths = (() =>
  libraryCharts(siteLibrary()).map((chart) => ({
    params: { chart: chart.id },
    props: { chart },
  }))) satisfies GetStaticPaths;

/** The data of a chart to take away. */
export const GET: APIRoute<{ chart: Chart }> = ({ props }) => {
  const { columns, rows } = props.chart.table;
  return new Response(writeCsv(columns, rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
