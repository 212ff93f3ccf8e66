import { expect, test } from 'vitest';
import { agesMeet } from './ages.ts';

test('spans meet when they share a year, ends included', () => {
  expect(agesMeet({ from: 16, to: 18 }, { from: 18, to: 25 })).toBe(true);
  expect(agesMeet({ from: 18, to: 25 }, { from: 16, to: 18 })).toBe(true);
  expect(agesMeet({ from: 0, to: 25 }, { from: 17, to: 17 })).toBe(true);
  expect(agesMeet({ from: 16, to: 17 }, { from: 18, to: 25 })).toBe(false);
  expect(agesMeet({ from: 18, to: 25 }, { from: 16, to: 17 })).toBe(false);
});

test('ages that are not given rule nothing out', () => {
  expect(agesMeet(undefined, { from: 18, to: 25 })).toBe(true);
  expect(agesMeet({ from: 18, to: 25 }, undefined)).toBe(true);
  expect(agesMeet(undefined, undefined)).toBe(true);
});
