import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FormerRecord, formerAt, isPageAddress } from '../content/former.ts';

/**
 * What is in a built site and is no address that anybody was given: files whose names change with what they hold,
 * halves of comparisons, the list that a page narrows, and what a server reads itself.
 */
const NO_ADDRESSES =
  /^(?:assets|search|compare\/parts)\/|^(?:404\.html|visits\/entries\.json|_headers|_redirects)$/;

/** How a finding, response or action begins in the page of a visit, and where its id stands. */
const PASSAGE = '<article class="passage';
const PASSAGE_ID = / id="([^"]+)"/;

/** What stands in the head of a page that only leads elsewhere or shows a notice. */
const FORMER_MARK = '<meta name="robots" content="noindex"';

/** The file of a built site that stands at an address. */
function fileOf(folder: string, address: string): string {
  const [path = ''] = address.split('#');
  return join(folder, `.${path}`, path.endsWith('/') ? 'index.html' : '');
}

function idsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
}

/** Whether something stands at an address of a built site: a page, a file, or the very place within a page. */
export function standsIn(folder: string): (address: string) => boolean {
  const ids = new Map<string, Set<string>>();
  return (address) => {
    const [page = '', id] = address.split('#');
    const file = fileOf(folder, address);
    if (!existsSync(file) || !statSync(file).isFile()) return false;
    if (!id) return true;
    let known = ids.get(page);
    if (!known) {
      known = idsIn(readFileSync(file, 'utf8'));
      ids.set(page, known);
    }
    return known.has(id);
  };
}

/**
 * Whether something of its own stands at an address of a built site, and no mere notice. A page that only leads
 * elsewhere or shows a notice is marked for search engines to leave it alone, and no other page is.
 */
export function standsItselfIn(folder: string): (address: string) => boolean {
  const stands = standsIn(folder);
  const isNotice = (address: string) => {
    if (!isPageAddress(address)) return false;
    const html = readFileSync(fileOf(folder, address), 'utf8');
    const [, id] = address.split('#');
    return html.includes(FORMER_MARK) || (id && html.includes(`class="former note" id="${id}"`));
  };
  return (address) => stands(address) && !isNotice(address);
}

/**
 * Every address that a built site gives out: its pages and files, and of a visit’s page the passages in it. What
 * only leads elsewhere or shows a notice is left out.
 */
export function publishedIn(folder: string, record: FormerRecord): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''))
    .filter((path) => !NO_ADDRESSES.test(path))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
  return files
    .flatMap((address) => [address, ...passagesAt(folder, address)])
    .filter((address) => !formerAt(address, record))
    .sort();
}

/** The passages in the page of a visit. Their marks are looked for among its bytes: a thousand pages are long to read as text. */
function passagesAt(folder: string, address: string): string[] {
  if (!/^\/visits\/[^/]+\/$/.test(address)) return [];
  const page = readFileSync(fileOf(folder, address));
  const passages: string[] = [];
  for (let at = page.indexOf(PASSAGE); at >= 0; at = page.indexOf(PASSAGE, at + 1)) {
    const [, id] = PASSAGE_ID.exec(page.toString('utf8', at, page.indexOf('>', at))) ?? [];
    if (id) passages.push(`${address}#${id}`);
  }
  return passages;
}
