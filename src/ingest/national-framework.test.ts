import { expect, test } from 'vitest';
import { nationalFrameworkReferences } from './national-framework.ts';

test.each([
  ['at the front door (outcome 3, national framework).', ['outcome-3']],
  ['of this work. (Outcome 2, national framework)', ['outcome-2']],
  ['need for continuous improvement (Enabler two).', ['enabler-2']],
  ['needs. (National Framework, outcome four)', ['outcome-4']],
  ['plans [Outcome 1; enabler 3].', ['outcome-1', 'enabler-3']],
  ['Quality of practice. National Framework: Enabler 2', ['enabler-2']],
  ['supervision – outcome 3', ['outcome-3']],
  ['supervision, Outcome 2', ['outcome-2']],
  ['supervision (Enabler: the workforce is equipped and effective)', ['enabler-3']],
  ['partnership (enabler, multi-agency working is prioritised and effective)', ['enabler-1']],
  ['wishes (Principle 2)', ['principle-2']],
  ['homes (outcomes 3 and 4)', ['outcome-3', 'outcome-4']],
  ['plans (outcome 3 and enabler 2 of the national framework)', ['outcome-3', 'enabler-2']],
  ['supervision – outcome no. 2', ['outcome-2']],
  ['supervision [National Framework – Enabler #1].', ['enabler-1']],
  ['The outcomes for children in care.', []],
  ['Improve outcomes for 3 children', []],
  ['Educational outcomes, so that two thirds do well', []],
  ['plans (outcome 9)', []],
])('%s', (point, references) => {
  expect(nationalFrameworkReferences(point)).toEqual(references);
});
