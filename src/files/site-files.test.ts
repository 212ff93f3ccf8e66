import { expect, test } from 'vitest';
import { makeCollection, makeLibrary } from '../export/fixtures.ts';
import { filesOf } from './site-files.ts';

const files = [...filesOf(makeLibrary(), makeCollection())];
const held = (address: string) => {
  const content = files.find((file) => file.address === address)?.content();
  return content === undefined ? undefined : Buffer.from(content).toString('utf8');
};

test('every address is given out once', () => {
  const addresses = files.map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('data, charts and the index are among the files, each as what its ending says', () => {
  expect(JSON.parse(held('/data/inspection-insights.json') ?? '')).toHaveProperty('visits');
  expect(JSON.parse(held('/data/visits/anyshire-2024.json') ?? '')).toHaveProperty(
    'visit.id',
    'anyshire-2024',
  );
  expect(held('/data/findings.csv')).toContain('homes-suitable');
  expect(held('/charts/theme-balance.svg')).toMatch(/^<svg /);
  expect(held('/charts/theme-balance.csv')).toMatch(/^\uFEFF.*Theme/);
  expect(files.filter(({ address }) => /^\/search\/[0-9a-f]{12}\/root\.bin$/.test(address))).toHaveLength(1);
});
