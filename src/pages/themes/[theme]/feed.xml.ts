import rss from '@astrojs/rss';
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedOfTheme } from '../../../export/feed.ts';
import { siteCollection } from '../../../export/site-collection.ts';

export function getStaticPaths() {
  return siteCollection().themes.map((theme) => ({ params: { theme: theme.id }, props: { theme } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  rss(feedOfTheme(siteCollection(), props.theme));
