import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChosen, readState, writeState } from './quotes-state.ts';

const known = {
  authority: ['wigan', 'wirral'],
  region: ['North West'],
  theme: ['accommodation', 'health'],
  assessment: ['strength'],
  voice: ['inspectorate'],
  kind: ['focused-visit'],
  year: ['2024', '2022'],
};
const everywhere = { visit: undefined, neighboursOf: undefined };
const nothing = { authority: [], region: [], theme: [], assessment: [], voice: [], kind: [], year: [] };

describe('readState', () => {
  it('reads the query and the filters', () => {
    const state = readState(
      '?q=%22too+much+onus%22&theme=health&theme=accommodation&voice=inspectorate',
      known,
    );
    expect(state).toEqual({
      text: '"too much onus"',
      chosen: { ...nothing, theme: ['accommodation', 'health'], voice: ['inspectorate'] },
      within: everywhere,
    });
    expect(countChosen(state)).toBe(3);
  });

  it('passes over what it does not know', () => {
    expect(readState('?theme=nonsense&q=&other=1&__proto__=x&year=2024&year=2024', known)).toEqual({
      text: '',
      chosen: { ...nothing, year: ['2024'] },
      within: everywhere,
    });
  });

  it('reads the part of the collection that is searched', () => {
    const state = readState('?visit=wigan-2024&neighbours-of=wirral', known);
    expect(state.within).toEqual({ visit: 'wigan-2024', neighboursOf: 'wirral' });
    expect(countChosen(state)).toBe(2);
    expect(readState('?visit=%3Cb%3E&neighbours-of=', known).within).toEqual(everywhere);
  });
});

describe('writeState', () => {
  it('is empty where nothing is asked for', () => {
    expect(writeState({ text: '  ', chosen: nothing, within: everywhere })).toBe('');
  });

  it('writes what readState reads', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.subarray(known.theme),
        fc.subarray(known.year),
        fc.constantFrom(undefined, 'wigan-2024'),
        fc.constantFrom(undefined, 'wirral'),
        (text, theme, year, visit, neighboursOf) => {
          const chosen = { ...nothing, theme, year };
          const state = { text: text.trim(), chosen, within: { visit, neighboursOf } };
          expect(readState(writeState(state), known)).toEqual(state);
        },
      ),
    );
  });
});
