import { expect, it } from 'vitest';
import { isExample } from './contact.ts';

it('knows an address at which nobody can be reached', () => {
  expect(isExample('corrections@inspection-insights.example')).toBe(true);
  expect(isExample('editors@example-council.gov.uk')).toBe(false);
});
