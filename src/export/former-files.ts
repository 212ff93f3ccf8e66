import { type FormerAddress, isPageAddress } from '../content/former.ts';
import { WITHDRAWAL_LABELS, type Withdrawal } from '../model/correction.ts';
import { formatDate } from '../model/partial-date.ts';
import { writeCsv } from './csv.ts';

/**
 * The `_redirects` file, by which hosts such as Netlify and Cloudflare Pages answer an old address with the new one.
 * Places within a page are not in it: a browser does not tell them to a server.
 *
 * @param base the path that the site is served under, with a slash at both ends
 */
export function redirectsFile(former: readonly FormerAddress[], base: string): string {
  const lines = former.flatMap(({ address, former: what }) =>
    what.became === 'moved' ? [`${base}${address.slice(1)} ${base}${what.to.slice(1)} 301`] : [],
  );
  return [
    '# Made by the build from content/redirects.yaml. Hosts that do not read this file serve the pages that stand there.',
    ...lines,
    '',
  ].join('\n');
}

/** What a withdrawal says, in a sentence or two: on its page, and in files that were withdrawn with it. */
export function withdrawalNotice({ date, withdrawn, what }: Withdrawal): string {
  const label = WITHDRAWAL_LABELS[withdrawn];
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}, ${formatDate(date)}. ${what}`;
}

/** What stands in a file that was withdrawn: the notice, in the form that the file’s ending promises. */
export function withdrawnFile(address: string, withdrawal: Withdrawal): string {
  const notice = withdrawalNotice(withdrawal);
  const { date, withdrawn, what } = withdrawal;
  if (address.endsWith('.json'))
    return `${JSON.stringify({ withdrawn: { date, reason: withdrawn, what } }, null, 2)}\n`;
  if (address.endsWith('.csv')) return writeCsv(['withdrawn'], [[notice]]);
  if (address.endsWith('.svg')) {
    const escaped = notice.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 60" role="img"><title>${escaped}</title><text x="12" y="36">${escaped}</text></svg>\n`;
  }
  return `${notice}\n`;
}

/** The files, of those that are not pages, which were moved or withdrawn. */
export function formerFiles(former: readonly FormerAddress[]): FormerAddress[] {
  return former.filter(({ address }) => !isPageAddress(address));
}
