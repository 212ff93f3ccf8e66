import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runsServices } from '../model/authority.ts';
import { readLibrary } from './library.ts';

const { authorities } = readLibrary(fileURLToPath(new URL('../..', import.meta.url))).library;
const current = authorities.filter(runsServices);
const abolished = authorities.flatMap((authority) =>
  authority.abolished ? [{ ...authority, ...authority.abolished }] : [],
);
const currentIds = new Set(current.map(({ id }) => id));

/** How often each value occurs. */
function counts(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(values.map((value) => [value, values.filter((other) => other === value).length]));
}

/** The values that occur more than once. */
function repeated(values: readonly (string | undefined)[]): (string | undefined)[] {
  return values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);
}

describe('the register', () => {
  it('has the 153 authorities that run children’s services, by region and by kind', () => {
    expect(current).toHaveLength(153);
    expect(counts(current.map(({ region }) => region))).toEqual({
      'East Midlands': 10,
      'East of England': 11,
      London: 33,
      'North East': 12,
      'North West': 24,
      'South East': 19,
      'South West': 15,
      'West Midlands': 14,
      'Yorkshire and the Humber': 15,
    });
    expect(counts(current.map(({ type }) => type))).toEqual({
      'county-council': 21,
      'london-borough': 33,
      'metropolitan-borough': 36,
      'unitary-authority': 63,
    });
  });

  it('is in alphabetical order of ids', () => {
    const ids = authorities.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it('gives no id, ONS code or URN twice', () => {
    expect(repeated(authorities.map(({ id }) => id))).toEqual([]);
    expect(repeated(authorities.map(({ onsCode }) => onsCode))).toEqual([]);
    expect(repeated(authorities.map(({ urn }) => urn))).toEqual([]);
  });

  it('gives no name to two authorities, nor twice to one', () => {
    const names = authorities.flatMap(({ name, fullName, alsoCalled }) =>
      [...new Set([name, fullName]), ...alsoCalled].map((text) => text.toLowerCase()),
    );
    expect(repeated(names)).toEqual([]);
  });

  it('takes the kind from the ONS code', () => {
    const kinds = {
      E06: 'unitary-authority',
      E08: 'metropolitan-borough',
      E09: 'london-borough',
      E10: 'county-council',
    };
    const wrong = authorities.filter(
      ({ onsCode, type }) => kinds[onsCode.slice(0, 3) as keyof typeof kinds] !== type,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('gives each that runs services ten neighbours, which run services too and are not itself', () => {
    for (const { id, neighbours } of current) {
      expect([id, new Set(neighbours).size]).toEqual([id, 10]);
      expect(neighbours.filter((other) => other === id || !currentIds.has(other))).toEqual([]);
    }
  });
});

describe('abolished authorities', () => {
  it('are those that a report may be about', () => {
    expect(abolished.map(({ id, on }) => `${id} ${on}`)).toEqual([
      'bedfordshire 2009-04-01',
      'bournemouth 2019-04-01',
      'cheshire 2009-04-01',
      'cumbria 2023-04-01',
      'dorset-county 2019-04-01',
      'northamptonshire 2021-04-01',
      'poole 2019-04-01',
    ]);
  });

  it('name successors that run services and that name them as predecessors', () => {
    for (const { id, replacedBy } of abolished) {
      expect(replacedBy.filter((other) => !currentIds.has(other))).toEqual([]);
      const successors = current.filter(({ predecessors }) => predecessors.includes(id));
      expect(successors.map((successor) => successor.id)).toEqual(replacedBy);
    }
  });

  it('are the only predecessors', () => {
    const gone = abolished.map(({ id }) => id);
    expect(current.flatMap(({ predecessors }) => predecessors).filter((id) => !gone.includes(id))).toEqual(
      [],
    );
  });
});
