import { describe, expect, test } from 'vitest';
import type { Library } from '../content/library.ts';
import { makeTheme, makeVisit } from '../insight/fixtures.ts';
import type { Authority } from '../model/authority.ts';
import { libraryCharts } from './library-charts.ts';

const authority = (id: string): Authority => ({
  id,
  name: id,
  fullName: id,
  alsoCalled: [],
  region: 'North West',
  type: 'metropolitan-borough',
  onsCode: 'E08000010',
  urn: '80579',
  neighbours: [],
  predecessors: [],
  reports: [],
});

const library: Library = {
  visits: [
    makeVisit({ id: 'northmoor-2024', authority: 'northmoor', visited: { start: '2024-05' } }),
    makeVisit({ id: 'northmoor-2020', authority: 'northmoor', visited: { start: '2020-05' } }),
    makeVisit({ id: 'southmoor-2022', authority: 'southmoor', visited: { start: '2022-05' } }),
  ],
  themes: [makeTheme({ id: 'accommodation' })],
  authorities: ['northmoor', 'southmoor', 'westmoor'].map(authority),
  corrections: [],
  redirects: [],
  addresses: [],
  receipts: {},
};

describe('the charts of a library', () => {
  test('are those of all visits, of each visit, of each pair of one authority, and of each authority visited', () => {
    expect(libraryCharts(library).map(({ id }) => id)).toEqual([
      'theme-balance',
      'theme-by-visit',
      'looked-at',
      'balance-northmoor-2024',
      'balance-northmoor-2020',
      'balance-southmoor-2022',
      'change-northmoor-2020-northmoor-2024',
      'time-line-northmoor',
      'themes-northmoor',
      'time-line-southmoor',
      'themes-southmoor',
    ]);
  });

  test('have the ids that they are listed by', () => {
    for (const { id, make } of libraryCharts(library)) expect(make().id).toBe(id);
  });
});
