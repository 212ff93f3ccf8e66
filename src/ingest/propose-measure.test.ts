import { expect, test } from 'vitest';
import {
  assessmentTallies,
  type Compared,
  folds,
  halves,
  type Label,
  labelledPassage,
  scores,
  themeTallies,
  total,
} from './propose-measure.ts';
import type { Passage } from './report.ts';

const label = (details: Partial<Label> = {}): Label => ({
  file: 'anyshire.pdf',
  paragraph: 2,
  section: 'leaders',
  themes: ['workforce'],
  assessment: 'strength',
  ...details,
});
const compared = (judged: Partial<Label>, proposal: Compared['proposal']): Compared => ({
  label: label(judged),
  proposal,
});
const passage = (id: string, details: Partial<Passage> = {}): Passage => ({
  id,
  section: { role: 'findings', headings: [] },
  above: [],
  texts: ['Words.'],
  improvement: false,
  page: 1,
  ...details,
});

test('a label is of the paragraph with its number, and of no recommendation', () => {
  const passages = [
    passage('improve-1', { number: 2, improvement: true }),
    passage('p1', { number: 1 }),
    passage('p2', { number: 2 }),
  ];
  expect(labelledPassage(passages, label())?.id).toBe('p2');
  expect(labelledPassage(passages, label({ paragraph: 9 }))).toBeUndefined();
});

test('where there are no numbers, it is counted from the inspection judgements', () => {
  const judged = { role: 'findings', headings: ['Inspection judgements about the Local Authority'] } as const;
  const section = { ...judged, headings: [...judged.headings] };
  const passages = [passage('p1'), passage('p2', { section }), passage('p3', { section })];
  expect(labelledPassage(passages, label({ paragraph: 2 }))?.id).toBe('p3');
  expect(labelledPassage([passage('p1')], label({ paragraph: 1 }))).toBeUndefined();
});

test('the first entry is for tuning, the second for measuring', () => {
  expect(halves(['a', 'b', 'c'])).toEqual({ tuning: ['a', 'c'], measuring: ['b'] });
  expect(folds(['a', 'b', 'c', 'd'], 3)).toEqual([['a', 'd'], ['b'], ['c']]);
});

test('what is right, wrong and missed is counted for each class and each theme', () => {
  const entries = [
    compared({}, { themes: ['workforce', 'oversight'], assessment: 'strength' }),
    compared(
      { themes: ['oversight'], assessment: 'mixed' },
      { themes: ['workforce'], assessment: 'strength' },
    ),
  ];
  expect(Object.fromEntries(assessmentTallies(entries))).toEqual({
    mixed: { right: 0, wrong: 0, missed: 1 },
    strength: { right: 1, wrong: 1, missed: 0 },
  });
  const tallies = themeTallies(entries);
  expect(Object.fromEntries(tallies)).toEqual({
    oversight: { right: 0, wrong: 1, missed: 1 },
    workforce: { right: 1, wrong: 1, missed: 0 },
  });
  expect(total(tallies.values())).toEqual({ right: 1, wrong: 2, missed: 1 });
});

test('precision, recall and F1', () => {
  expect(scores({ right: 3, wrong: 1, missed: 3 })).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
  expect(scores({ right: 0, wrong: 0, missed: 2 })).toEqual({ precision: undefined, recall: 0, f1: 0 });
});
