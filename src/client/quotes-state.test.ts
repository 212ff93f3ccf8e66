import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChosen, readState, writeState } from './quotes-state.ts';

const known = {
  authority: ['wigan', 'wirral'],
  theme: ['accommodation', 'health'],
  assessment: ['strength'],
  voice: ['inspectorate'],
  kind: ['focused-visit'],
  year: ['2024', '2022'],
};
const nothing = { authority: [], theme: [], assessment: [], voice: [], kind: [], year: [] };

describe('readState', () => {
  it('reads the query and the filters', () => {
    const state = readState(
      '?q=%22too+much+onus%22&theme=health&theme=accommodation&voice=inspectorate',
      known,
    );
    expect(state).toEqual({
      text: '"too much onus"',
      chosen: { ...nothing, theme: ['accommodation', 'health'], voice: ['inspectorate'] },
    });
    expect(countChosen(state)).toBe(3);
  });

  it('passes over what it does not know', () => {
    expect(readState('?theme=nonsense&q=&other=1&__proto__=x&year=2024&year=2024', known)).toEqual({
      text: '',
      chosen: { ...nothing, year: ['2024'] },
    });
  });
});

describe('writeState', () => {
  it('is empty where nothing is asked for', () => {
    expect(writeState({ text: '  ', chosen: nothing })).toBe('');
  });

  it('writes what readState reads', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.subarray(known.theme),
        fc.subarray(known.year),
        (text, theme, year) => {
          const state = { text: text.trim(), chosen: { ...nothing, theme, year } };
          expect(readState(writeState(state), known)).toEqual(state);
        },
      ),
    );
  });
});
