import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';

describe('stem', () => {
  it.each([
    'support supports supported supporting',
    'plan plans planned planning',
    'care cares cared caring',
    'house houses housed housing',
    'policy policies',
    'study studied studying studies',
    'agency agencies',
    'assess assesses assessed assessing',
    'recognise recognised recognize recognizing',
    'adviser advisers advisor advisors',
    'child children childrens',
    'live lives lived living',
    'use used using',
    'struggle struggled struggling',
    'staff staffed staffing',
  ])('joins %s', (family) => {
    expect(new Set(family.split(' ').map(stem)).size).toBe(1);
  });

  it.each([
    'care career',
    'carer career',
    'plan plant',
    'leaver leave',
    'need neglect',
    'service servant',
    'hous hour',
    'home homelessness',
    'being be',
    'thing th',
    'visit visitor',
  ])('keeps apart %s', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    expect(stem(a)).not.toBe(stem(b));
  });

  it('leaves numbers, signs and other scripts alone', () => {
    for (const word of ['50%', '£5m', '2024', '17s', 'ξένους']) expect(stem(word)).toBe(word);
  });

  it('does not shorten what is short already', () => {
    for (const word of ['as', 'is', 'his', 'bus', 'red', 'bed', 'ring']) expect(stem(word)).toBe(word);
  });
});
