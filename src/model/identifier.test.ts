import { expect, test } from 'vitest';
import { Identifier } from './identifier.ts';

test.each(['a', 'wigan', 'homes-suitable', 'p12', 'improve-3', 'stockton-on-tees', 'a'.repeat(80)])(
  '%s is an id',
  (id) => expect(Identifier.safeParse(id).success).toBe(true),
);

test.each([
  '',
  'Wigan',
  'homes suitable',
  'homes_suitable',
  'p1.2',
  '12p',
  '-homes',
  'homes-',
  'homes--suitable',
  '#homes',
  'höme',
  'а', // Cyrillic
  'a\n',
  'a/b',
  '../a',
  'a'.repeat(81),
  'constructor',
  '__proto__',
])('“%s” is no id', (id) => expect(Identifier.safeParse(id).success).toBe(false));
