import { expect, test } from 'vitest';
import type { Visit } from '../model/visit.ts';
import { stillToDo } from './draft.ts';
import { makeFinding, makeVisit } from './fixtures.ts';

const ready = { standfirst: 'Inspectors found much.', plain: '<p>They came.</p>' };

test('a visit that is ready needs nothing', () => {
  expect(stillToDo(makeVisit({ ...ready, findings: [makeFinding({ id: 'a', words: ['Good.'] })] }))).toEqual(
    [],
  );
});

test('a draft needs its summaries, a look at what was proposed, and words of the editor’s own', () => {
  const proposed = makeFinding({ id: 'p12', proposed: true, words: [] });
  const context = makeFinding({ id: 'p1', words: [], assessment: 'context', themes: [] });
  const tasks = stillToDo(
    makeVisit({ status: 'draft', standfirst: '', plain: '', findings: [proposed, context] }),
  );
  expect(tasks.map(({ what }) => what.slice(0, 24))).toEqual([
    'Write the summary: its f',
    'Write the plain summary ',
    'Look at the themes and a',
    'Say the most important o',
    'When all that is done, r',
  ]);
  expect(tasks[2]?.findings.map(({ id }) => id)).toEqual(['p12']);
  expect(tasks[3]?.findings.map(({ id }) => id)).toEqual(['p12']);
});

test('grades that could not be read are asked for', () => {
  const visit: Visit = {
    ...makeVisit(ready),
    kind: 'inspection',
    judgements: { overall: 'not-read', leaders: 'good' },
  };
  expect(stillToDo(visit).map(({ what }) => what)).toEqual([
    'Read the grades that could not be read (1) and write them into judgements.',
  ]);
});
