import { describe, expect, it } from 'vitest';
import { makeFinding, makeTheme, makeVisit } from '../insight/fixtures.ts';
import type { Authority } from '../model/authority.ts';
import { type Searchable, searchFacets, searchFile } from './build.ts';
import { unpackIndex } from './index-file.ts';

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

describe('searchFile', () => {
  it('is the same for the same content, under a name that changes with it', () => {
    const file = searchFile(library);
    expect(file).toEqual(searchFile(library));
    expect(file.name).toMatch(/^quotations-[0-9a-f]{12}$/);
    expect(searchFile({ ...library, visits: library.visits.slice(1) }).name).not.toBe(file.name);
  });

  it('holds the texts and the words for each theme', () => {
    const { documents, themeWords } = unpackIndex(JSON.parse(searchFile(library).content));
    expect(documents.map(({ id }) => id)).toEqual([
      'anyshire-2024#homes-suitable.0',
      'anyshire-2020#homes-suitable.0',
    ]);
    expect(themeWords.accommodation).toEqual(['accommodation', 'home']);
  });
});

describe('searchFacets', () => {
  it('lists the values that some text has, in the order of the taxonomy, years newest first', () => {
    const facets = Object.fromEntries(
      searchFacets(library).map(({ name, values }) => [name, values.map(({ label }) => label)]),
    );
    expect(facets).toEqual({
      authority: ['Anyshire'],
      theme: ['Accommodation', 'Being heard'],
      assessment: ['Strength'],
      voice: ['Our own words'],
      kind: ['Focused visit'],
      year: ['2024', '2020'],
    });
  });
});
