import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What writes files of a built site, one after the other, each at its address. Every folder is made once.
 *
 * @param folder where the site is built
 * @param base the path that the site is served under, with a slash at its end: every address begins with it
 */
export function fileWriter(folder: URL, base: string): (address: string, content: Uint8Array) => void {
  const root = fileURLToPath(folder);
  const made = new Set<string>();
  return (address, content) => {
    const file = join(root, address.slice(base.length));
    const within = dirname(file);
    if (!made.has(within)) mkdirSync(within, { recursive: true });
    made.add(within);
    writeFileSync(file, content);
  };
}
