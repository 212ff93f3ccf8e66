import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASSESSMENT_LABELS, ASSESSMENTS, type Assessment, JUDGED, type Judged } from '../model/assessment.ts';
import {
  addCounts,
  countJudged,
  countsInWords,
  isSilence,
  NO_COUNTS,
  SILENCE_MEANINGS,
  STANCE_LABELS,
  STANCES,
  stanceOfCounts,
  stanceOn,
} from './stance.ts';

const findings = (...assessments: Assessment[]) => assessments.map((assessment) => ({ assessment }));

describe('stanceOn', () => {
  test.each<[Assessment[], Judged | undefined]>([
    [[], undefined],
    [['context'], undefined],
    [['context', 'context'], undefined],
    [['strength'], 'strength'],
    [['strength', 'strength', 'context'], 'strength'],
    [['improvement'], 'improvement'],
    [['improvement', 'improvement'], 'improvement'],
    [['improvement', 'strength'], 'mixed'],
    [['strength', 'strength', 'strength', 'improvement'], 'mixed'],
    [['mixed'], 'mixed'],
    [['mixed', 'strength'], 'mixed'],
    [['mixed', 'improvement'], 'mixed'],
    [['priority-action'], 'priority-action'],
    [['priority-action', 'strength'], 'priority-action'],
    [['priority-action', 'improvement'], 'priority-action'],
    [['priority-action', 'mixed', 'improvement', 'strength'], 'priority-action'],
  ])('%j gives %s', (assessments, stance) => {
    expect(stanceOn(findings(...assessments))).toBe(stance);
  });

  const anyFindings = fc
    .array(fc.constantFrom(...ASSESSMENTS))
    .map((assessments) => findings(...assessments));

  test('does not depend on the order of findings, nor on how often each kind occurs', () => {
    fc.assert(
      fc.property(anyFindings, (some) => {
        const stance = stanceOn(some);
        expect(stanceOn(some.toReversed())).toBe(stance);
        expect(stanceOn([...some, ...some])).toBe(stance);
        expect(stanceOn(new Map(some.map((finding) => [finding.assessment, finding])).values())).toBe(stance);
      }),
    );
  });

  test('is the same from counts added together as from all the findings at once', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (a, b) => {
        expect(stanceOfCounts(addCounts(countJudged(a), countJudged(b)))).toBe(stanceOn([...a, ...b]));
      }),
    );
  });
});

test('counting leaves context out and does not touch the empty counts', () => {
  expect(countJudged(findings('strength', 'strength', 'context', 'mixed'))).toEqual({
    'priority-action': 0,
    improvement: 0,
    mixed: 1,
    strength: 2,
  });
  expect(NO_COUNTS).toEqual(countJudged([]));
});

test('judged stances are called what assessments are called', () => {
  for (const judged of JUDGED) expect(STANCE_LABELS[judged]).toBe(ASSESSMENT_LABELS[judged]);
});

test('every stance that is not an assessment is a silence, and is explained', () => {
  const silent = STANCES.filter((stance) => !JUDGED.includes(stance as Judged));
  expect(STANCES.filter(isSilence)).toEqual(silent);
  expect(Object.keys(SILENCE_MEANINGS)).toEqual(silent);
  expect(new Set(STANCES).size).toBe(Object.keys(STANCE_LABELS).length);
});

test('counts in words', () => {
  expect(countsInWords(countJudged(findings('strength', 'strength', 'improvement')))).toBe(
    '2 strengths, 1 to improve',
  );
  expect(countsInWords(countJudged(findings('strength', 'mixed', 'improvement', 'priority-action')))).toBe(
    '1 strength, 1 mixed, 1 to improve, 1 priority action',
  );
  expect(countsInWords(countJudged(findings('priority-action', 'priority-action')))).toBe(
    '2 priority actions',
  );
  expect(countsInWords(NO_COUNTS)).toBe('');
});
