import rss from '@astrojs/rss';
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedOfAuthority } from '../../../export/feed.ts';
import { siteCollection } from '../../../export/site-collection.ts';

export function getStaticPaths() {
  return siteCollection().authorities.map((authority) => ({
    params: { authority: authority.id },
    props: { authority },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  rss(feedOfAuthority(siteCollection(), props.authority));
