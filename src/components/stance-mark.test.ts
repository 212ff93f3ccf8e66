import { expect, test } from 'vitest';
import { STANCES } from '../insight/stance.ts';
import { ASSESSMENTS } from '../model/assessment.ts';
import { MARK_SHAPES, stanceMark } from './stance-mark.ts';

test('every mark names a shape that stands in the page once, and no two shapes are alike', () => {
  const shapes = new Map(
    [...MARK_SHAPES.markup.matchAll(/<g id="([^"]+)">(.+?)<\/g>/g)].map(([, id, shape]) => [id, shape]),
  );
  for (const stance of [...STANCES, ...ASSESSMENTS]) {
    const [, named] = /<use href="#([^"]+)"/.exec(stanceMark(stance).markup) ?? [];
    expect(shapes.has(named), stance).toBe(true);
  }
  expect(new Set(shapes.values()).size).toBe(shapes.size);
});

test('a word beside a mark is escaped, and is left out where it stands there already', () => {
  expect(stanceMark('strength', 'A <strength>').markup).toContain('<span>A &lt;strength&gt;</span>');
  expect(stanceMark('strength').markup).not.toContain('<span>');
});
