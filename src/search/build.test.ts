import { describe, expect, it } from 'vitest';
import { makeFinding, makeTheme, makeVisit } from '../insight/fixtures.ts';
import type { Authority } from '../model/authority.ts';
import { type Searchable, searchData, searchFacets, searchFiles } from './build.ts';

const authority = (id: string, name: string): Authority => ({
  id,
  name,
  fullName: `${name} Council`,
  alsoCalled: [],
  region: 'South West',
  type: 'county-council',
  onsCode: 'E10000001',
  urn: '80000',
  neighbours: [],
  predecessors: [],
  reports: [],
});

const library: Searchable = {
  visits: [
    makeVisit({ findings: [makeFinding({ themes: ['voice', 'accommodation'] })] }),
    makeVisit({ id: 'anyshire-2020', visited: { start: '2020-10' }, findings: [makeFinding()] }),
  ],
  themes: [
    makeTheme(),
    makeTheme({ id: 'health', label: 'Health' }),
    makeTheme({ id: 'voice', label: 'Being heard' }),
  ],
  authorities: [authority('anyshire', 'Anyshire'), authority('elsewhere', 'Elsewhere')],
};

describe('searchFiles', () => {
  it('are the same for the same content, in a folder whose name changes with it', () => {
    const { folder, files } = searchFiles(library);
    expect(searchFiles({ ...library, visits: [...library.visits] })).toEqual({ folder, files });
    expect(folder).toMatch(/^[0-9a-f]{12}$/);
    expect(searchFiles({ ...library, visits: library.visits.slice(1) }).folder).not.toBe(folder);
  });

  it('are one file where there is little', () => {
    expect([...searchFiles(library).files.keys()]).toEqual(['root']);
  });
});

describe('searchData', () => {
  it('holds the texts, the words for each theme and who is like whom', () => {
    const { documents, themeWords, neighbours } = searchData(library);
    expect(documents.map(({ id }) => id)).toEqual([
      'anyshire-2024#homes-suitable.0',
      'anyshire-2020#homes-suitable.0',
    ]);
    expect(themeWords.accommodation).toEqual(['accommodation', 'home']);
    expect(neighbours).toEqual({ anyshire: [], elsewhere: [] });
  });
});

describe('searchFacets', () => {
  it('lists the values that some text has, in the order of the taxonomy, years newest first', () => {
    const facets = Object.fromEntries(
      searchFacets(library).map(({ name, values }) => [name, values.map(({ label }) => label)]),
    );
    expect(facets).toEqual({
      authority: ['Anyshire'],
      region: ['South West'],
      theme: ['Accommodation', 'Being heard'],
      assessment: ['Strength'],
      voice: ['Our own words'],
      kind: ['Focused visit'],
      year: ['2024', '2020'],
    });
  });
});
