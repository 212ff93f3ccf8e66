import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Where the files of a site come from: by path, without the slash at the beginning. */
export type Files = (path: string) => Uint8Array | undefined;

/** A site that is served as over a slow line, and what was asked of it. */
export interface SlowSite {
  url: string;
  /** What was sent since it was last asked for, up to a time (since 1970): bytes with headers, and requests. */
  take: (until?: number) => { bytes: number; requests: number };
  /** Whether the line is slow: it is, at first. */
  slow: (slow: boolean) => void;
  close: () => void;
}

/** 1.6 Mbps, and the milliseconds before anything comes back. */
const BYTES_A_MILLISECOND = 200;
const LATENCY = 150;
/** How many bytes go out at a time. */
const CHUNK = 1_400;

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  wasm: 'application/wasm',
};

/**
 * Serves a site compressed, over one slow line that all requests share: slowed here and not in the browser, which slows
 * the page’s own requests but not those of its workers.
 */
export async function serveSlowly(files: Files): Promise<SlowSite> {
  let slow = true;
  let sent: { at: number; bytes: number }[] = [];
  /** When the line is free again. */
  let free = 0;
  const compressed = new Map<string, Uint8Array>();

  async function send(response: ServerResponse, body: Uint8Array): Promise<void> {
    for (let at = 0; at < body.length; at += CHUNK) {
      const part = body.subarray(at, at + CHUNK);
      if (slow) {
        const now = performance.now();
        free = Math.max(free, now) + part.length / BYTES_A_MILLISECOND;
        // A timer is not exact to the millisecond: short waits are saved up.
        if (free - now > 4) await new Promise((resolve) => setTimeout(resolve, free - now));
      }
      response.write(part);
    }
    response.end();
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const file = files(name);
    if (slow) await new Promise((resolve) => setTimeout(resolve, LATENCY));
    const type = TYPES[name.split('.').at(-1) ?? ''];
    response.statusCode = file ? 200 : 404;
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'max-age=3600');
    if (!file) return void response.end();
    let body = file;
    if (type) {
      body = compressed.get(name) ?? gzipSync(file, { level: 9 });
      compressed.set(name, body);
      response.setHeader('Content-Encoding', 'gzip');
    }
    response.setHeader('Content-Length', body.length);
    // With the headers.
    sent.push({ at: performance.timeOrigin + performance.now(), bytes: body.length + 250 });
    await send(response, body);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    take(until = Number.POSITIVE_INFINITY) {
      const taken = sent.filter(({ at }) => at <= until);
      sent = [];
      return { bytes: taken.reduce((sum, { bytes }) => sum + bytes, 0), requests: taken.length };
    },
    slow(wanted) {
      slow = wanted;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
