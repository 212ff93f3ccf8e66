import { expect, it } from 'vitest';
import { Authority, runsServices } from './authority.ts';

const POOLE = {
  id: 'poole',
  name: 'Poole',
  fullName: 'Borough of Poole',
  region: 'South West',
  type: 'unitary-authority',
  onsCode: 'E06000029',
  abolished: { on: '2019-04-01', replacedBy: ['bournemouth-christchurch-and-poole'] },
};

it('takes an abolished authority without a URN, and knows that it runs no services', () => {
  const poole = Authority.parse(POOLE);
  expect(poole.neighbours).toEqual([]);
  expect(runsServices(poole)).toBe(false);
  expect(runsServices(Authority.parse({ ...POOLE, urn: '80435', abolished: undefined }))).toBe(true);
});

it('refuses an authority that runs services and has no URN', () => {
  const { error } = Authority.safeParse({ ...POOLE, abolished: undefined });
  expect(error?.issues).toEqual([
    expect.objectContaining({
      path: ['urn'],
      message: expect.stringContaining('only an abolished authority'),
    }),
  ]);
});

it('refuses an abolition that names no successor', () => {
  const { error } = Authority.safeParse({ ...POOLE, abolished: { on: '2019-04-01', replacedBy: [] } });
  expect(error?.issues.map(({ path }) => path)).toEqual([['abolished', 'replacedBy']]);
});
