import type { APIRoute, GetStaticPaths } from 'astro';
import { siteLibrary } from '../../../content/site-library.ts';
import { searchFiles } from '../../../search/build.ts';

/** The index that the page of quotations searches: one file, or many, of which a query fetches those it needs. */
export const getStaticPaths: GetStaticPaths = () => {
  const { folder, files } = searchFiles(siteLibrary());
  return [...files].map(([file, content]) => ({ params: { folder, file }, props: { content } }));
};

export const GET: APIRoute = ({ props }) =>
  new Response(props.content, { headers: { 'Content-Type': 'application/octet-stream' } });
