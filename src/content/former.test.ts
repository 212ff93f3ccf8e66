import { describe, expect, test } from 'vitest';
import type { Correction } from '../model/correction.ts';
import type { Redirect } from '../model/redirect.ts';
import { formerAddresses, formerAt, formerIds } from './former.ts';

const redirect = (from: string, to: string): Redirect => ({
  from,
  to,
  date: '2026-12-01',
  why: 'They are one now.',
});
const withdrawal = (visit: string, finding?: string): Correction => ({
  date: '2026-12-01',
  visit,
  finding,
  withdrawn: 'privacy',
  what: 'It was about one person.',
});
const record = (redirects: Redirect[], corrections: Correction[] = [], addresses: string[] = []) => ({
  redirects,
  corrections,
  addresses,
});
const became = (address: string, of: ReturnType<typeof record>) => {
  const former = formerAt(address, of);
  return former?.became === 'moved' ? former.to : former?.became;
};

describe('what became of an address', () => {
  const moved = record([
    redirect('/visits/old-2024/', '/visits/new-2024/'),
    redirect('/visits/old-2024/#hub', '/visits/new-2024/#the-hub'),
    redirect('/visits/part-2024/', '/visits/new-2024/#part'),
  ]);

  test.each([
    ['/visits/old-2024/', '/visits/new-2024/'],
    ['/visits/old-2024/#hub', '/visits/new-2024/#the-hub'],
    ['/visits/old-2024/#homes', '/visits/new-2024/#homes'],
    ['/visits/part-2024/#homes', '/visits/new-2024/#part'],
    ['/visits/old-2024-2/', undefined],
    ['/visits/new-2024/#homes', undefined],
  ])('%s: %s', (address, to) => expect(became(address, moved)).toBe(to));

  const gone = record([], [withdrawal('wigan-2024'), withdrawal('york-2022', 'hub')]);
  test.each([
    '/visits/wigan-2024/',
    '/visits/wigan-2024/#hub',
    '/data/visits/wigan-2024.json',
    '/compare/wigan-2020/wigan-2024/',
    '/compare/wigan-2024/wigan-2026/',
    '/charts/balance-wigan-2024.svg',
    '/charts/change-wigan-2020-wigan-2024.csv',
    '/charts/change-wigan-2024-wigan-2026.csv',
    '/visits/york-2022/#hub',
  ])('%s was withdrawn', (address) => expect(became(address, gone)).toBe('withdrawn'));

  test.each([
    '/visits/wigan-2024-2/',
    '/visits/wigan-2020/',
    '/visits/north-wigan-2024/',
    '/charts/balance-north-wigan-2024.svg',
    '/charts/balance-wigan-2024-09.svg',
    '/charts/change-wigan-2020-wigan-2024-09.csv',
    '/compare/wigan-2020/wigan-2024-09/',
    '/authorities/wigan/',
    '/visits/york-2022/',
    '/visits/york-2022/#hub-2',
    '/data/visits/york-2022.json',
  ])('%s was not', (address) => expect(became(address, gone)).toBeUndefined());
});

test('pages and files that are former are all that was listed of a withdrawn visit, and every redirect', () => {
  const former = formerAddresses(
    record(
      [redirect('/old/', '/about/'), redirect('/about/#x', '/data/')],
      [withdrawal('wigan-2024')],
      [
        '/charts/balance-wigan-2024.svg',
        '/visits/wigan-2024/',
        '/visits/wigan-2024/#hub',
        '/visits/wigan-2020/',
      ],
    ),
  );
  expect(former.map(({ address, former: { became } }) => `${address} ${became}`)).toEqual([
    '/charts/balance-wigan-2024.svg withdrawn',
    '/old/ moved',
    '/visits/wigan-2024/ withdrawn',
  ]);
});

test('ids that were in a page, or in one that leads to it now, are known there', () => {
  const ids = formerIds(
    '/visits/new-2024/',
    record(
      [
        redirect('/visits/old-2024/', '/visits/new-2024/'),
        redirect('/visits/old-2024/#hub', '/visits/new-2024/#the-hub'),
        redirect('/visits/new-2024/#a', '/visits/new-2024/#b'),
        redirect('/visits/other-2024/#c', '/visits/new-2024/#b'),
      ],
      [withdrawal('new-2024', 'person'), withdrawal('old-2024', 'other'), withdrawal('york-2022', 'hub')],
    ),
  );
  expect(ids.map(({ id, former: { became } }) => `${id} ${became}`)).toEqual([
    'a moved',
    'hub moved',
    'other withdrawn',
    'person withdrawn',
  ]);
});
