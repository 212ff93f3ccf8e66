import { describe, expect, test } from 'vitest';
import { matchAuthority, placeName } from './authority-match.ts';
import { readRegister } from './register.ts';

const { authorities } = readRegister(process.cwd());
const match = (name: string, day?: string) => matchAuthority([name], authorities, day);

describe('what reports call councils', () => {
  test.each([
    ['Wigan Metropolitan Borough Council', 'wigan'],
    ['Wigan', 'wigan'],
    ['London Borough of Lambeth', 'lambeth'],
    ['Lambeth London Borough Council', 'lambeth'],
    ['Bournemouth, Christchurch & Poole', 'bournemouth-christchurch-and-poole'],
    ['Bristol City of', 'bristol'],
    ['City of Bradford Metropolitan District Council', 'bradford'],
    ['Tameside metropolitan borough', 'tameside'],
    ['Nottingham City', 'nottingham'],
    ['Nottinghamshire County Council', 'nottinghamshire'],
    ['City of London', 'city-of-london'],
    ['the Isle of Wight', 'isle-of-wight'],
    ['Bath and North East Somerset', 'bath-and-north-east-somerset'],
    ['Royal Borough of Kensington and Chelsea', 'kensington-and-chelsea'],
    ['St. Helens Council', 'st-helens'],
    ['Telford & Wrekin', 'telford-and-wrekin'],
    ['Derby City Council', 'derby'],
    ['Durham County Council', 'durham'],
  ])('%s', (name, id) => {
    expect(match(name)).toEqual({ id });
  });

  test('a bearing makes another place of a name that stands within a title', () => {
    expect(match('Focused visit to North Somerset County Council')).toEqual({ id: 'north-somerset' });
    expect(match('Focused visit to Somerset County Council')).toEqual({ id: 'somerset' });
  });

  test('every name of the register finds its own authority', () => {
    for (const { id, name, fullName, alsoCalled, abolished } of authorities) {
      const day = abolished ? '2010-01-01' : '2026-01-01';
      for (const own of [name, fullName, ...alsoCalled])
        expect([own, match(own, day)]).toEqual([own, { id }]);
    }
  });

  test('one name, two councils: the date tells', () => {
    expect(match('Dorset', '2016-01-01')).toEqual({ id: 'dorset-county' });
    expect(match('Dorset', '2021-09-27')).toEqual({ id: 'dorset' });
  });

  test('what is not there: the nearest are proposed', () => {
    expect(match('Wiggan')).toMatchObject({ nearest: expect.arrayContaining(['wigan']) });
    expect(match('Zzyzx')).toEqual({ nearest: [] });
  });
});

test('the place in a name', () => {
  expect(placeName('City of Bradford Metropolitan District Council')).toBe('bradford');
  expect(placeName('Herefordshire, County of')).toBe('herefordshire');
});
