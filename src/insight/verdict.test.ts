import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSilence, STANCES, type Stance } from './stance.ts';
import { contrast, type Tone, type VerdictCode, verdict } from './verdict.ts';

const anyStance = fc.constantFrom(...STANCES);

/** Every pair that a table gives, to see that it gives all 49 once. */
const pairsOf = (table: readonly (readonly [Stance, Stance, ...unknown[]])[]) =>
  new Set(table.map(([a, b]) => `${a} → ${b}`));

/** Earlier, later, and the verdict on one authority. */
const OVER_TIME: [Stance, Stance, VerdictCode, Tone, string][] = [
  ['priority-action', 'priority-action', 'still-priority-action', 'same', 'Still a priority action'],
  ['priority-action', 'improvement', 'partly-improved', 'partly', 'Partly improved'],
  ['priority-action', 'mixed', 'partly-improved', 'partly', 'Partly improved'],
  ['priority-action', 'strength', 'improved', 'better', 'Improved'],
  ['improvement', 'priority-action', 'now-priority-action', 'worse', 'Now a priority action'],
  ['improvement', 'improvement', 'still-improvement', 'same', 'Still needs to improve'],
  ['improvement', 'mixed', 'partly-improved', 'partly', 'Partly improved'],
  ['improvement', 'strength', 'improved', 'better', 'Improved'],
  ['mixed', 'priority-action', 'now-priority-action', 'worse', 'Now a priority action'],
  ['mixed', 'improvement', 'now-improvement', 'worse', 'Now needs to improve'],
  ['mixed', 'mixed', 'still-mixed', 'same', 'Still mixed'],
  ['mixed', 'strength', 'improved', 'better', 'Improved'],
  ['strength', 'priority-action', 'now-priority-action', 'worse', 'Now a priority action'],
  ['strength', 'improvement', 'now-improvement', 'worse', 'Now needs to improve'],
  ['strength', 'mixed', 'now-mixed', 'worse', 'Now mixed'],
  ['strength', 'strength', 'strength-kept', 'same', 'Strength kept'],

  [
    'priority-action',
    'not-mentioned',
    'no-longer-mentioned',
    'none',
    'Not mentioned this time; before, priority action',
  ],
  [
    'improvement',
    'not-mentioned',
    'no-longer-mentioned',
    'none',
    'Not mentioned this time; before, needs to improve',
  ],
  ['mixed', 'not-mentioned', 'no-longer-mentioned', 'none', 'Not mentioned this time; before, mixed picture'],
  ['strength', 'not-mentioned', 'no-longer-mentioned', 'none', 'Not mentioned this time; before, strength'],
  ['not-mentioned', 'priority-action', 'newly-mentioned', 'none', 'Newly mentioned: priority action'],
  ['not-mentioned', 'improvement', 'newly-mentioned', 'none', 'Newly mentioned: needs to improve'],
  ['not-mentioned', 'mixed', 'newly-mentioned', 'none', 'Newly mentioned: mixed picture'],
  ['not-mentioned', 'strength', 'newly-mentioned', 'none', 'Newly mentioned: strength'],
  ['not-mentioned', 'not-mentioned', 'not-mentioned', 'none', 'Not mentioned either time'],

  [
    'priority-action',
    'not-known',
    'not-known',
    'none',
    'Not in the account we hold of the later visit; in the earlier, priority action',
  ],
  [
    'improvement',
    'not-known',
    'not-known',
    'none',
    'Not in the account we hold of the later visit; in the earlier, needs to improve',
  ],
  [
    'mixed',
    'not-known',
    'not-known',
    'none',
    'Not in the account we hold of the later visit; in the earlier, mixed picture',
  ],
  [
    'strength',
    'not-known',
    'not-known',
    'none',
    'Not in the account we hold of the later visit; in the earlier, strength',
  ],
  [
    'not-mentioned',
    'not-known',
    'not-known',
    'none',
    'Not in the account we hold of the later visit; in the earlier, not mentioned',
  ],
  [
    'not-known',
    'priority-action',
    'not-known',
    'none',
    'Not in the account we hold of the earlier visit; in the later, priority action',
  ],
  [
    'not-known',
    'improvement',
    'not-known',
    'none',
    'Not in the account we hold of the earlier visit; in the later, needs to improve',
  ],
  [
    'not-known',
    'mixed',
    'not-known',
    'none',
    'Not in the account we hold of the earlier visit; in the later, mixed picture',
  ],
  [
    'not-known',
    'strength',
    'not-known',
    'none',
    'Not in the account we hold of the earlier visit; in the later, strength',
  ],
  [
    'not-known',
    'not-mentioned',
    'not-known',
    'none',
    'Not in the account we hold of the earlier visit; in the later, not mentioned',
  ],
  ['not-known', 'not-known', 'not-known', 'none', 'Not in the accounts we hold of either visit'],

  [
    'priority-action',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'improvement',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'mixed',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'strength',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'not-mentioned',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'not-known',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: the later visit did not look at this',
  ],
  [
    'not-looked-at',
    'priority-action',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'improvement',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'mixed',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'strength',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'not-mentioned',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'not-known',
    'not-looked-at',
    'none',
    'Cannot be compared: the earlier visit did not look at this',
  ],
  [
    'not-looked-at',
    'not-looked-at',
    'not-looked-at',
    'none',
    'Cannot be compared: neither visit looked at this',
  ],
];

describe('verdict', () => {
  test('the table has every ordered pair once', () => {
    expect(OVER_TIME).toHaveLength(49);
    expect(pairsOf(OVER_TIME).size).toBe(49);
  });

  test.each(OVER_TIME)('%s, then %s: %s', (earlier, later, code, tone, label) => {
    expect(verdict(earlier, later)).toEqual({ code, label, tone });
  });

  test('a silence on either side never claims a direction, and two judged stances always do', () => {
    fc.assert(
      fc.property(anyStance, anyStance, (earlier, later) => {
        const silent = isSilence(earlier) || isSilence(later);
        expect(verdict(earlier, later).tone === 'none').toBe(silent);
      }),
    );
  });

  test('what got better one way round got worse the other way round', () => {
    const up: Tone[] = ['better', 'partly'];
    fc.assert(
      fc.property(anyStance, anyStance, (a, b) => {
        expect(verdict(b, a).tone === 'worse').toBe(up.includes(verdict(a, b).tone));
      }),
    );
  });
});

/** The stance in Wirral, the stance in Wigan, and the contrast. */
const BETWEEN: [Stance, Stance, VerdictCode, string][] = [
  ['priority-action', 'priority-action', 'alike', 'Priority action in both'],
  ['priority-action', 'improvement', 'differ', 'Priority action in Wirral, needs to improve in Wigan'],
  ['priority-action', 'mixed', 'differ', 'Priority action in Wirral, mixed picture in Wigan'],
  ['priority-action', 'strength', 'differ', 'Priority action in Wirral, strength in Wigan'],
  ['improvement', 'priority-action', 'differ', 'Needs to improve in Wirral, priority action in Wigan'],
  ['improvement', 'improvement', 'alike', 'Needs to improve in both'],
  ['improvement', 'mixed', 'differ', 'Needs to improve in Wirral, mixed picture in Wigan'],
  ['improvement', 'strength', 'differ', 'Needs to improve in Wirral, strength in Wigan'],
  ['mixed', 'priority-action', 'differ', 'Mixed picture in Wirral, priority action in Wigan'],
  ['mixed', 'improvement', 'differ', 'Mixed picture in Wirral, needs to improve in Wigan'],
  ['mixed', 'mixed', 'alike', 'Mixed picture in both'],
  ['mixed', 'strength', 'differ', 'Mixed picture in Wirral, strength in Wigan'],
  ['strength', 'priority-action', 'differ', 'Strength in Wirral, priority action in Wigan'],
  ['strength', 'improvement', 'differ', 'Strength in Wirral, needs to improve in Wigan'],
  ['strength', 'mixed', 'differ', 'Strength in Wirral, mixed picture in Wigan'],
  ['strength', 'strength', 'alike', 'Strength in both'],

  ['priority-action', 'not-mentioned', 'not-mentioned', 'Priority action in Wirral; not mentioned in Wigan'],
  ['improvement', 'not-mentioned', 'not-mentioned', 'Needs to improve in Wirral; not mentioned in Wigan'],
  ['mixed', 'not-mentioned', 'not-mentioned', 'Mixed picture in Wirral; not mentioned in Wigan'],
  ['strength', 'not-mentioned', 'not-mentioned', 'Strength in Wirral; not mentioned in Wigan'],
  ['not-mentioned', 'priority-action', 'not-mentioned', 'Not mentioned in Wirral; priority action in Wigan'],
  ['not-mentioned', 'improvement', 'not-mentioned', 'Not mentioned in Wirral; needs to improve in Wigan'],
  ['not-mentioned', 'mixed', 'not-mentioned', 'Not mentioned in Wirral; mixed picture in Wigan'],
  ['not-mentioned', 'strength', 'not-mentioned', 'Not mentioned in Wirral; strength in Wigan'],
  ['not-mentioned', 'not-mentioned', 'not-mentioned', 'Not mentioned in either'],

  [
    'priority-action',
    'not-known',
    'not-known',
    'Priority action in Wirral; not in the account we hold of Wigan',
  ],
  [
    'improvement',
    'not-known',
    'not-known',
    'Needs to improve in Wirral; not in the account we hold of Wigan',
  ],
  ['mixed', 'not-known', 'not-known', 'Mixed picture in Wirral; not in the account we hold of Wigan'],
  ['strength', 'not-known', 'not-known', 'Strength in Wirral; not in the account we hold of Wigan'],
  ['not-mentioned', 'not-known', 'not-known', 'Not mentioned in Wirral; not in the account we hold of Wigan'],
  [
    'not-known',
    'priority-action',
    'not-known',
    'Not in the account we hold of Wirral; priority action in Wigan',
  ],
  [
    'not-known',
    'improvement',
    'not-known',
    'Not in the account we hold of Wirral; needs to improve in Wigan',
  ],
  ['not-known', 'mixed', 'not-known', 'Not in the account we hold of Wirral; mixed picture in Wigan'],
  ['not-known', 'strength', 'not-known', 'Not in the account we hold of Wirral; strength in Wigan'],
  ['not-known', 'not-mentioned', 'not-known', 'Not in the account we hold of Wirral; not mentioned in Wigan'],
  ['not-known', 'not-known', 'not-known', 'Not in the accounts we hold of either'],

  ['priority-action', 'not-looked-at', 'not-looked-at', 'Priority action in Wirral; not looked at in Wigan'],
  ['improvement', 'not-looked-at', 'not-looked-at', 'Needs to improve in Wirral; not looked at in Wigan'],
  ['mixed', 'not-looked-at', 'not-looked-at', 'Mixed picture in Wirral; not looked at in Wigan'],
  ['strength', 'not-looked-at', 'not-looked-at', 'Strength in Wirral; not looked at in Wigan'],
  ['not-mentioned', 'not-looked-at', 'not-looked-at', 'Not mentioned in Wirral; not looked at in Wigan'],
  [
    'not-known',
    'not-looked-at',
    'not-looked-at',
    'Not in the account we hold of Wirral; not looked at in Wigan',
  ],
  ['not-looked-at', 'priority-action', 'not-looked-at', 'Not looked at in Wirral; priority action in Wigan'],
  ['not-looked-at', 'improvement', 'not-looked-at', 'Not looked at in Wirral; needs to improve in Wigan'],
  ['not-looked-at', 'mixed', 'not-looked-at', 'Not looked at in Wirral; mixed picture in Wigan'],
  ['not-looked-at', 'strength', 'not-looked-at', 'Not looked at in Wirral; strength in Wigan'],
  ['not-looked-at', 'not-mentioned', 'not-looked-at', 'Not looked at in Wirral; not mentioned in Wigan'],
  [
    'not-looked-at',
    'not-known',
    'not-looked-at',
    'Not looked at in Wirral; not in the account we hold of Wigan',
  ],
  ['not-looked-at', 'not-looked-at', 'not-looked-at', 'Not looked at in either'],
];

const inWirral = (stance: Stance) => ({ stance, place: 'Wirral' });
const inWigan = (stance: Stance) => ({ stance, place: 'Wigan' });

describe('contrast', () => {
  test('the table has every ordered pair once', () => {
    expect(BETWEEN).toHaveLength(49);
    expect(pairsOf(BETWEEN).size).toBe(49);
  });

  test.each(BETWEEN)('%s in Wirral, %s in Wigan: %s', (wirral, wigan, code, label) => {
    expect(contrast(inWirral(wirral), inWigan(wigan))).toEqual({ code, label, tone: 'none' });
  });

  test('claims the same whichever authority comes first', () => {
    /** What a label claims, as clauses without order or case. */
    const claims = (label: string) => label.toLowerCase().split(/[,;] /).sort();
    fc.assert(
      fc.property(anyStance, anyStance, (a, b) => {
        const [one, other] = [contrast(inWirral(a), inWigan(b)), contrast(inWigan(b), inWirral(a))];
        expect(other.code).toBe(one.code);
        expect(other.tone).toBe(one.tone);
        expect(claims(other.label)).toEqual(claims(one.label));
      }),
    );
  });

  test('names both authorities wherever they differ, and never says that anything changed', () => {
    fc.assert(
      fc.property(anyStance, anyStance, (a, b) => {
        const { label } = contrast(inWirral(a), inWigan(b));
        expect(label.includes('Wirral') && label.includes('Wigan')).toBe(a !== b);
        expect(label).not.toMatch(/improved|\bnow\b|still|kept|better|worse|earlier|later/i);
      }),
    );
  });
});
