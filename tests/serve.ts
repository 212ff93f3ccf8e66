import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A built site that is being served. */
export interface Served {
  /** The address of its home page, with a slash at the end: `http://localhost:41234/insights/`. */
  url: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What a host compresses on its way: text of all kinds. Fonts and the search index are compressed as they stand. */
const COMPRESSED = new Set(Object.keys(TYPES).filter((ending) => !ending.startsWith('.woff')));

/**
 * Serves the folder of a built site on a free port as a static host would: a folder gives its index.html, what
 * is not there gives 404.html, and every answer carries the headers that the site's `_headers` file asks for.
 *
 * @param base the path that the site is served under, with a slash at both ends
 * @throws where the folder holds no built site
 */
export async function serve(folder: string, base = '/'): Promise<Served> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no built site in ${folder}. Run npm run build first.`);
  }
  const headersOf = readHeaders(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
    const file = path === undefined ? undefined : fileAt(folder, path);
    const sent = file ?? join(folder, '404.html');
    for (const [name, value] of headersOf(`/${path ?? ''}`)) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[extname(sent)] ?? 'application/octet-stream');
    response.statusCode = file ? 200 : 404;
    const body = readFileSync(sent);
    const compressed =
      /gzip/.test(String(request.headers['accept-encoding'])) && COMPRESSED.has(extname(sent));
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.end(compressed ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The file that a path below the site's root leads to. A folder must be asked for with a slash at its end:
 * hosts differ in what they do without it, and no link of ours relies on that.
 */
export function fileAt(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(`/${path}`), path === '' || path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Reads the site's `_headers` file: a path, which may end with `*` for whatever follows, and below it its headers. */
function readHeaders(folder: string): (path: string) => [string, string][] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      rules.push({ pattern: line.trim(), headers: [] });
    } else if (/^\s+\S/.test(line)) {
      const [name = '', ...value] = line.trim().split(':');
      rules.at(-1)?.headers.push([name, value.join(':').trim()]);
    }
  }
  const fits = (pattern: string, path: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return (path) => rules.filter(({ pattern }) => fits(pattern, path)).flatMap(({ headers }) => headers);
}
