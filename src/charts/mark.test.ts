import { expect, test } from 'vitest';
import { STANCES } from '../insight/stance.ts';
import { JUDGED } from '../model/assessment.ts';
import { hatching, key, mark, stanceKey } from './mark.ts';

/** What is drawn, without its colours. */
const shapeOf = (stance: (typeof STANCES)[number], details = {}) =>
  mark(0, 0, stance, details).page.replaceAll(/ (class|color|fill|stroke)="[^"]*"/g, '');

test('every stance has a shape of its own, whatever the colour', () => {
  expect(new Set(STANCES.map((stance) => shapeOf(stance))).size).toBe(STANCES.length);
});

test('a hatched mark is filled with hatching that its chart defines', () => {
  const defined = hatching('some-chart').page;
  for (const stance of JUDGED) {
    const [, used] = /url\(#([^)]+)\)/.exec(mark(0, 0, stance, { hatched: 'some-chart' }).page) ?? [];
    expect(defined).toContain(`<pattern id="${used}"`);
    expect(mark(0, 0, stance).page).not.toContain('url(');
  }
});

test('a mark that rests on proposals is underlined', () => {
  expect(shapeOf('strength', { proposed: true })).not.toBe(shapeOf('strength'));
  expect(shapeOf('strength', { proposed: false })).toBe(shapeOf('strength'));
});

test('a key runs down its first column and then down its second', () => {
  const { height, marks } = key(STANCES.slice(0, 3).map(stanceKey));
  expect(height).toBe(48);
  expect(marks.map((entry) => entry.page.match(/^<svg x="(\d+%)" y="(\d+)"/)?.slice(1))).toEqual([
    ['0%', '12'],
    ['0%', '36'],
    ['50%', '12'],
  ]);
});
