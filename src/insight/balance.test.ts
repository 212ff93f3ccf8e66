import { expect, test } from 'vitest';
import { findingBalance, themeBalance } from './balance.ts';
import { LETTER, makeFinding, makeTheme, makeVisit, NEWS } from './fixtures.ts';
import { stanceSheet } from './sheet.ts';

const THEMES = [makeTheme(), makeTheme({ id: 'health', label: 'Health' })];

test('a theme’s balance counts visits by stance, and second-hand records apart', () => {
  const sheet = (id: string, sources: typeof LETTER | typeof NEWS, strengths: number) =>
    stanceSheet(
      makeVisit({ id, sources, findings: Array.from({ length: strengths }, () => makeFinding()) }),
      THEMES,
      { name: 'Anyshire' },
    );
  const [accommodation, health] = themeBalance(
    [
      sheet('a-2021', LETTER, 9),
      sheet('b-2022', NEWS, 1),
      sheet('c-2023', LETTER, 1),
      sheet('d-2024', NEWS, 0),
    ],
    THEMES,
  );
  expect(accommodation?.theme.id).toBe('accommodation');
  expect(accommodation?.byStance.strength).toEqual({ whole: ['a-2021', 'c-2023'], secondHand: ['b-2022'] });
  expect(accommodation?.byStance['not-known']).toEqual({ whole: [], secondHand: ['d-2024'] });
  expect(health?.byStance.strength).toEqual({ whole: [], secondHand: [] });
  expect(health?.byStance['not-mentioned'].whole).toEqual(['a-2021', 'c-2023']);
});

test('within a visit, findings stand under each of their themes by assessment', () => {
  const findings = [
    makeFinding({ id: 'homes' }),
    makeFinding({ id: 'moves', assessment: 'improvement', themes: ['health', 'accommodation'] }),
    makeFinding({ id: 'pandemic', assessment: 'context', themes: [] }),
  ];
  const balance = findingBalance({ findings }, [...THEMES, makeTheme({ id: 'voice' })]);
  expect(
    balance.map(({ theme, byAssessment }) => [
      theme.id,
      byAssessment.strength.map(({ id }) => id),
      byAssessment.improvement.map(({ id }) => id),
      byAssessment.context.length,
    ]),
  ).toEqual([
    ['accommodation', ['homes'], ['moves'], 0],
    ['health', [], ['moves'], 0],
  ]);
});
