import { expect, test } from 'vitest';
import {
  at,
  authorityAddress,
  comparisonAddress,
  passageAddress,
  themeAddress,
  visitAddress,
} from './address.ts';

test('addresses are a contract: these have been published', () => {
  expect({
    home: at(''),
    visit: visitAddress('wigan-2024'),
    finding: passageAddress('wigan-2024', 'too-much-onus'),
    authority: authorityAddress('wigan'),
    theme: themeAddress('accommodation'),
    comparison: comparisonAddress('wigan-2020', 'wigan-2024'),
  }).toEqual({
    home: '/',
    visit: '/visits/wigan-2024/',
    finding: '/visits/wigan-2024/#too-much-onus',
    authority: '/authorities/wigan/',
    theme: '/themes/accommodation/',
    comparison: '/compare/wigan-2020/wigan-2024/',
  });
});
