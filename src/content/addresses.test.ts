import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddresses, writeAddresses } from './addresses.ts';

const list = (text: string) => [...readAddresses(text).addresses.keys()];

describe('the list of published addresses', () => {
  const LIST = writeAddresses([
    '/visits/b-2024/#p2',
    '/',
    '/visits/b-2024/',
    '/visits/b-2024/#p1',
    '/feed.xml',
  ]);

  test('has a line for each page, with its ids behind it', () => {
    expect(LIST.split('\n').filter((line) => !line.startsWith('# '))).toEqual([
      '/',
      '/feed.xml',
      '/visits/b-2024/ #p1 #p2',
      '',
    ]);
  });

  test('is read as it was written, with the line of each', () => {
    const { addresses, problems } = readAddresses(LIST);
    expect(problems).toEqual([]);
    expect(addresses.get('/visits/b-2024/#p2')).toBe(5);
    expect(writeAddresses(addresses.keys())).toBe(LIST);
  });

  test('is the same whatever the order in which it grew', () => {
    const segment = fc.constantFrom('visits', 'themes', 'a-2024', 'a-2024-10', 'b-2020');
    const address = fc
      .tuple(fc.array(segment, { maxLength: 3 }), fc.option(fc.constantFrom('p1', 'p10', 'p2', 'hub')))
      .map(([path, id]) => `/${path.map((name) => `${name}/`).join('')}${id ? `#${id}` : ''}`);
    fc.assert(
      fc.property(fc.array(address), (some) => {
        const text = writeAddresses(some);
        expect(writeAddresses(some.toReversed())).toBe(text);
        expect(writeAddresses(list(text))).toBe(text);
      }),
    );
  });

  test('that was merged line by line keeps what either side added', () => {
    expect(list('/visits/a-2024/ #p1\n/visits/a-2024/ #p1 #p2\n/visits/b-2024/\n')).toEqual([
      '/visits/a-2024/',
      '/visits/a-2024/#p1',
      '/visits/a-2024/#p2',
      '/visits/b-2024/',
    ]);
  });

  test.each([
    'visits/',
    '/visits/ p1',
    '/../secret/',
    '/visits/#',
    '//example.org/',
    '/a b',
    '/visits/ #P1',
    '=======',
    '/__proto__/',
  ])('refuses the line %j', (line) => {
    const { addresses, problems } = readAddresses(`/about/\n${line}\n`);
    expect([...addresses.keys()]).toEqual(['/about/']);
    expect(problems.map(({ line: at, ruleId }) => `${at} ${ruleId}`)).toEqual(['2 address-list']);
  });
});
