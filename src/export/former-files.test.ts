import { expect, test } from 'vitest';
import type { FormerAddress } from '../content/former.ts';
import type { Withdrawal } from '../model/correction.ts';
import { redirectsFile, withdrawalNotice, withdrawnFile } from './former-files.ts';

const WITHDRAWAL: Withdrawal = {
  date: '2026-12-01',
  visit: 'york-2024',
  withdrawn: 'privacy',
  what: 'Some <people> & others, “recognised”.',
};
const FORMER: FormerAddress[] = [
  {
    address: '/old/',
    former: {
      became: 'moved',
      to: '/new/#hub',
      redirect: { from: '/old/', to: '/new/#hub', date: '2026', why: 'It moved.' },
    },
  },
  { address: '/visits/york-2024/', former: { became: 'withdrawn', withdrawal: WITHDRAWAL } },
];

test.each(['/', '/insights/'])('hosts are told of what moved, below %s', (base) => {
  const lines = redirectsFile(FORMER, base).split('\n');
  expect(lines.slice(1)).toEqual([`${base}old/ ${base}new/#hub 301`, '']);
});

test('a notice says what happened, when and why', () => {
  expect(withdrawalNotice(WITHDRAWAL)).toBe(
    'Withdrawn to protect a person’s privacy, 1 December 2026. Some <people> & others, “recognised”.',
  );
});

test('a file that was withdrawn has the notice in its own form', () => {
  expect(JSON.parse(withdrawnFile('/data/visits/york-2024.json', WITHDRAWAL))).toEqual({
    withdrawn: { date: '2026-12-01', reason: 'privacy', what: WITHDRAWAL.what },
  });
  expect(withdrawnFile('/charts/balance-york-2024.csv', WITHDRAWAL)).toContain('withdrawn\r\n');
  expect(withdrawnFile('/charts/balance-york-2024.svg', WITHDRAWAL)).toContain(
    'Some &lt;people> &amp; others',
  );
  expect(withdrawnFile('/some.txt', WITHDRAWAL)).toBe(`${withdrawalNotice(WITHDRAWAL)}\n`);
});
