import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/*
 * Loaded into a process before all else (`--import`), it lets nothing out to a network: every way there throws, and
 * leaves a line in the file that FENCE_LOG names, whether somebody catches the error or not.
 */

function refuse(what: string): () => never {
  return () => {
    const { stack = '' } = new Error();
    appendFileSync(process.env.FENCE_LOG ?? '', `${what}${stack.split('\n').slice(2, 5).join('')}\n`);
    throw new Error(`A build may not go to a network (${what}).`);
  };
}

net.Socket.prototype.connect = refuse('connection');
dgram.createSocket = refuse('datagram');
dns.lookup = refuse('look-up') as unknown as typeof dns.lookup;
dns.promises.lookup = refuse('look-up') as unknown as typeof dns.promises.lookup;
for (const name of ['resolve', 'resolve4', 'resolve6'] as const) dns[name] = refuse('look-up') as never;
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();
