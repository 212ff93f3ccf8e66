import { type Correction, isWithdrawal } from '../model/correction.ts';
import type { Redirect } from '../model/redirect.ts';
import { ADDRESSES_FILE, type AddressList, addressesOf, passageIds } from './addresses.ts';
import { type FormerRecord, formerAt, isPageAddress } from './former.ts';
import type { Library } from './library.ts';
import { type Problem, problemAt } from './problem.ts';
import { fieldName } from './schema-problems.ts';
import type { YamlText } from './yaml.ts';

/** Whether something stands at an address; `undefined` where that is not known here. */
export type Standing = (address: string) => boolean | undefined;

/**
 * Whether something stands at the addresses that the content itself names. Nothing is said of a visit whose file cannot
 * be read, and nothing of what only a build has.
 *
 * @param unread the ids of the visits whose files have problems of their own
 */
export function standingOf(
  library: Pick<Library, 'visits' | 'themes' | 'authorities'>,
  unread: readonly string[],
): Standing {
  const there = addressesOf(library);
  return (address) => {
    if (there.has(address)) return true;
    const [, room, name] =
      /^\/(visits|data\/visits|themes|authorities)\/([^/#]+?)(?:\/|\.json)/.exec(address) ?? [];
    if (!room || !name || unread.includes(name)) return undefined;
    if (room === 'themes' && library.themes.length === 0) return undefined;
    if (room === 'authorities' && library.authorities.length === 0) return undefined;
    return false;
  };
}

/**
 * The addresses of the list at which nothing stands, which lead nowhere else and show no notice: a problem each. Of a
 * page that is gone, what stood in it is not listed as well.
 */
export function goneProblems(
  list: AddressList,
  stands: Standing,
  library: Omit<FormerRecord, 'addresses'>,
): Problem[] {
  const isGone = (address: string) => {
    if (stands(address) !== false) return false;
    const former = formerAt(address, library);
    return (
      !former || (former.became === 'moved' && stands(former.to) === false && !formerAt(former.to, library))
    );
  };
  const gone = [...list.keys()].filter(isGone);
  const pages = new Set(gone.filter((address) => !address.includes('#')));
  return gone
    .filter((address) => !address.includes('#') || !pages.has(address.split('#')[0] ?? ''))
    .map((address) => goneProblem(address, list));
}

function goneProblem(address: string, list: AddressList): Problem {
  const [page = '', id] = address.split('#');
  const visit = /^\/visits\/([^/]+)\//.exec(page)?.[1];
  const back = id
    ? `An id never changes: give the finding its id #${id} back.`
    : `An address never changes: put back what stood there, under its old name${visit ? ' and not as a draft' : ''}.`;
  const elsewhere = id ? `${page}#<its new id>` : `/<its new address>${isPageAddress(page) ? '/' : ''}`;
  const lines = [
    back,
    'If it stands elsewhere now, say so in content/redirects.yaml:',
    `  - from: ${address}`,
    `    to: ${elsewhere}`,
    '    date: <the day on which it moved>',
    '    why: <a sentence for the reader who followed the old link>',
  ];
  if (visit) {
    lines.push(
      'If it was taken down for good, say so in content/corrections.yaml:',
      '  - date: <the day>',
      `    visit: ${visit}`,
      ...(id ? [`    finding: ${id}`] : []),
      '    withdrawn: <privacy or correction>',
      '    what: <why, in a sentence, without repeating it>',
    );
  }
  return problemAt(
    { file: ADDRESSES_FILE, line: list.get(address) },
    {
      rule: 'gone-address',
      field: address,
      what: 'This address was published, and nothing stands there now: links to it would lead nowhere.',
      got: address,
      todo: lines.join('\n'),
    },
  );
}

/** Redirects that lead nowhere, in a circle or from something that is still there. */
export function redirectProblems(
  redirects: readonly Redirect[],
  stands: Standing,
  corrections: readonly Correction[],
  yaml: YamlText | undefined,
): Problem[] {
  return redirects.flatMap(({ from, to }, index) => {
    const problem = (field: 'from' | 'to', rule: string, what: string, todo: string) => {
      const path = ['redirects', index, field];
      const place = yaml?.placeOf(path) ?? { file: 'content/redirects.yaml' };
      return problemAt(place, {
        rule,
        field: fieldName(path),
        what,
        got: field === 'from' ? from : to,
        todo,
      });
    };
    if (redirects.findIndex((other) => other.from === from) < index) {
      return problem('from', 'redirect-twice', `“${from}” is redirected twice.`, 'Keep one of the two.');
    }
    if (stands(from)) {
      return problem(
        'from',
        'redirect-live',
        `Something stands at “${from}”, so it cannot lead elsewhere.`,
        'Remove this redirect, or what stands there.',
      );
    }
    const kind = (address: string) =>
      isPageAddress(address) ? 'a page' : `a ${/[^./]+$/.exec(address)?.[0] ?? ''} file`;
    if (kind(from) !== kind(to)) {
      return problem(
        'to',
        'redirect-kind',
        `“${from}” is ${kind(from)} and “${to}” is ${kind(to)}: who follows the old link gets something else.`,
        'Let a page lead to a page, and a file to a file of the same kind. The address of a page ends with a slash.',
      );
    }
    const next = formerAt(to, { redirects, corrections });
    if (next?.became === 'moved') {
      const end = endOf(to, redirects);
      return problem(
        'to',
        'redirect-chain',
        `“${to}” is redirected itself${end ? '' : ', and leads back to itself'}.`,
        end ? `Write \`to: ${end}\`` : 'Write the address at which it stands, and remove the other redirect.',
      );
    }
    if (stands(to) === false && !next) {
      return problem(
        'to',
        'redirect-nowhere',
        `Nothing stands at “${to}”.`,
        'Write an address that is there: copy it from the browser, from the first slash behind the domain on.',
      );
    }
    return [];
  });
}

/** Where a chain of redirects ends; `undefined` where it is a circle. */
function endOf(address: string, redirects: readonly Redirect[]): string | undefined {
  const seen = new Set<string>();
  let at = address;
  for (;;) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    const former = formerAt(at, { redirects, corrections: [] });
    if (former?.became !== 'moved') return at;
    at = former.to;
  }
}

/** Withdrawals of what is still there: its words would stay published. */
export function withdrawalProblems(
  { corrections, visits }: Pick<Library, 'corrections' | 'visits'>,
  visitIds: readonly string[],
): Problem[] {
  return corrections.filter(isWithdrawal).flatMap(({ visit: id, finding, date }) => {
    const file = `content/visits/${id}.md`;
    if (!finding) {
      return visitIds.includes(id)
        ? problemAt(
            { file },
            {
              rule: 'withdrawn-text',
              what: `content/corrections.yaml says that this visit was withdrawn (${date}), and its words are still here.`,
              todo: 'Delete this file and its receipts (content/receipts). Its address stays and shows the notice.',
            },
          )
        : [];
    }
    const visit = visits.find((candidate) => candidate.id === id);
    const passage =
      visit && [...visit.findings, ...visit.responses, ...visit.actions].find((one) => one.id === finding);
    if (!passage) return [];
    return problemAt(
      { file, line: passage.line },
      {
        rule: 'withdrawn-text',
        field: `#${finding}`,
        what: `content/corrections.yaml says that #${finding} was withdrawn (${date}), and its words are still here.`,
        todo: 'Delete this block, from its line ::: to its closing line. Its address stays and shows the notice. If this is another finding, give it another id.',
      },
    );
  });
}

/** The addresses of the content that are not in the list yet. */
export function unlisted(library: Library): string[] {
  const listed = new Set(library.addresses);
  return [...addressesOf(library)].filter((address) => !listed.has(address));
}

/** What is said of addresses that are new, and so are not kept from vanishing yet. */
export function unlistedNote(added: readonly string[]): string {
  const [count, shown] = [added.length, added.slice(0, 5).join('  ')];
  const [what, more] = [count === 1 ? 'One address is' : `${count} addresses are`, count > 5 ? '  …' : ''];
  return `${what} not in ${ADDRESSES_FILE} yet: ${shown}${more}\nBefore you publish, run: npm run addresses`;
}

/** Whether a log entry may name a finding: one that is there, or was withdrawn. */
export function namesPassage(
  id: string,
  visit: Library['visits'][number],
  corrections: readonly Correction[],
): boolean {
  return (
    passageIds(visit).includes(id) ||
    corrections.some((entry) => isWithdrawal(entry) && entry.visit === visit.id && entry.finding === id)
  );
}
