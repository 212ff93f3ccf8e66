import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { siteFeed } from '../export/feed.ts';
import { siteCollection } from '../export/site-collection.ts';

export const GET: APIRoute = () => rss(siteFeed(siteCollection()));
