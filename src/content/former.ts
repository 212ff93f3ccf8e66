import { type Correction, isWithdrawal, type Withdrawal } from '../model/correction.ts';
import type { Redirect } from '../model/redirect.ts';

/** What became of an address that was published: it leads somewhere else, or what stood there was taken down. */
export type Former =
  | { became: 'moved'; to: string; redirect: Redirect }
  | { became: 'withdrawn'; withdrawal: Withdrawal };

/** The id of a passage that was published on a page, and what became of it. */
export interface FormerId {
  id: string;
  former: Former;
}

/** What the site knows of addresses that were published and are no more what they were. */
export interface FormerRecord {
  redirects: readonly Redirect[];
  corrections: readonly Correction[];
  /** Every address that was ever published. */
  addresses: readonly string[];
}

/** An address, and what became of it. */
export interface FormerAddress {
  address: string;
  former: Former;
}

/** What became of an address by the redirects and the log; `undefined` where they do not speak of it. */
export function formerAt(
  address: string,
  { redirects, corrections }: Omit<FormerRecord, 'addresses'>,
): Former | undefined {
  const own = redirects.find(({ from }) => from === address);
  if (own) return { became: 'moved', to: own.to, redirect: own };
  const withdrawal = corrections.filter(isWithdrawal).find((entry) => concerns(entry, address));
  if (withdrawal) return { became: 'withdrawn', withdrawal };
  const [page, id] = address.split('#');
  const moved = id && redirects.find(({ from }) => from === page);
  // A page takes its findings with it, except where it has become a part of another page.
  return moved
    ? { became: 'moved', to: moved.to.includes('#') ? moved.to : `${moved.to}#${id}`, redirect: moved }
    : undefined;
}

/** A visit’s id, where it stands in the middle of a name. */
const OTHER_VISIT = '[a-z][a-z0-9-]*-\\d{4}(?:-\\d+){0,2}';

/**
 * Whether a withdrawal takes down what stood at an address: the finding it names; of a whole visit its page, its
 * data, its charts and its comparisons.
 */
function concerns({ visit, finding }: Withdrawal, address: string): boolean {
  if (finding) return address === `/visits/${visit}/#${finding}`;
  const named = new RegExp(`^/(?:(?:[^#]*/)?|charts/[a-z]+-(?:${OTHER_VISIT}-)?)${visit}(?:[/.#]|-[a-z])`);
  return named.test(address);
}

/** The pages and files, without what stands within a page, that lead elsewhere or show a notice, in the order of their addresses. */
export function formerAddresses(record: FormerRecord): FormerAddress[] {
  const withdrawnVisits = record.corrections
    .filter(isWithdrawal)
    .filter(({ finding }) => !finding)
    .map(({ visit }) => `/visits/${visit}/`);
  const known = new Set([
    ...record.redirects.map(({ from }) => from),
    ...withdrawnVisits,
    ...(withdrawnVisits.length > 0 ? record.addresses : []),
  ]);
  return [...known]
    .filter((address) => !address.includes('#'))
    .sort()
    .flatMap((address) => {
      const former = formerAt(address, record);
      return former ? [{ address, former }] : [];
    });
}

/** Whether an address is that of a page. */
export function isPageAddress(address: string): boolean {
  return address.split('#')[0]?.endsWith('/') ?? false;
}

/**
 * The ids that were published within a page, or within a page that leads to it now, and stand there no more.
 *
 * @returns for each its id and what became of it, in the order of the ids
 */
export function formerIds(page: string, record: FormerRecord): FormerId[] {
  const pages = [page, ...record.redirects.filter(({ to }) => to === page).map(({ from }) => from)];
  const ids = new Map<string, Former>();
  for (const one of pages) {
    const moved = record.redirects.filter(({ from }) => from.startsWith(`${one}#`)).map(({ from }) => from);
    const withdrawn = record.corrections
      .filter(isWithdrawal)
      .filter(({ visit, finding }) => finding && one === `/visits/${visit}/`)
      .map(({ finding }) => `${one}#${finding}`);
    for (const address of [...moved, ...withdrawn]) {
      const former = formerAt(address, record);
      if (former) ids.set(address.slice(one.length + 1), former);
    }
  }
  return [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, former]) => ({ id, former }));
}
