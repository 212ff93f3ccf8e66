import type { APIRoute, GetStaticPaths } from 'astro';
import { siteLibrary } from '../../content/site-library.ts';
import { searchFile } from '../../search/build.ts';

/** The index that the page of quotations searches, under a name that changes with its content. */
export const getStaticPaths: GetStaticPaths = () => {
  const { name, content } = searchFile(siteLibrary());
  return [{ params: { file: name }, props: { content } }];
};

export const GET: APIRoute = ({ props }) =>
  new Response(props.content, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
