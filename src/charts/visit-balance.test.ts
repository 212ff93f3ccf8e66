import { expect, test } from 'vitest';
import { findingBalance } from '../insight/balance.ts';
import { makeFinding, makeVisit, NEWS } from '../insight/fixtures.ts';
import type { Assessment } from '../model/assessment.ts';
import { ANYSHIRE_2024, THEMES } from './examples.ts';
import { visitBalanceChart } from './visit-balance.ts';

/** Where each finding’s mark stands: its id, and its pixels from the spine. */
function marksOf(svg: string): [finding: string, x: number, y: number][] {
  const pattern =
    /<a href="\/visits\/[^#]+#(?!page-)([^"]+)"[^>]*><title>[^<]*<\/title><g transform="translate\((\S+) (\S+)\)"/g;
  return [...svg.matchAll(pattern)].map(([, finding = '', x, y]) => [finding, Number(x), Number(y)]);
}

function chartOf(assessments: readonly Assessment[]) {
  const visit = makeVisit({
    findings: assessments.map((assessment, index) => makeFinding({ id: `f${index}`, assessment })),
  });
  return visitBalanceChart(visit, findingBalance(visit, THEMES));
}

test('each judged finding is a mark on its side of the spine, and leads to the finding', () => {
  const { svg } = chartOf(['strength', 'improvement', 'mixed', 'priority-action', 'strength', 'context']);
  expect(marksOf(svg).map(([finding, x]) => [finding, x])).toEqual([
    ['f3', -24],
    ['f1', -48],
    ['f2', 0],
    ['f0', 24],
    ['f4', 48],
  ]);
  expect(svg).toContain(
    'href="/visits/anyshire-2024/#f0"><title>Strength: Most care leavers live in suitable homes.</title>',
  );
});

test('many findings go on in further lines, and none leaves the width of a phone', () => {
  const marks = marksOf(chartOf([...Array(12).fill('strength'), ...Array(3).fill('mixed')]).svg);
  expect(Math.max(...marks.map(([, x]) => Math.abs(x)))).toBe(5 * 24);
  const spots = marks.map(([, x, y]) => `${x} ${y}`);
  expect(new Set(spots).size).toBe(15);
});

test('themes without a judged finding are in the table and not in the drawing', () => {
  const { svg, table } = chartOf(['context']);
  expect(svg).not.toContain('Accommodation');
  expect(table.rows).toEqual([['Accommodation', 0, 0, 0, 0, 1]]);
});

test('the table counts findings by theme and assessment', () => {
  const { table } = visitBalanceChart(ANYSHIRE_2024, findingBalance(ANYSHIRE_2024, THEMES));
  expect(table.columns).toEqual([
    'Theme',
    'Priority action',
    'Needs to improve',
    'Mixed picture',
    'Strength',
    'Context',
  ]);
  expect(table.rows).toEqual([
    ['Accommodation', 0, 0, 0, 1, 0],
    ['Education and employment', 0, 0, 0, 1, 0],
    ['Health and well-being', 0, 1, 1, 1, 1],
  ]);
});

test('the key tells of proposals only where there are some, and a note of accounts', () => {
  const drawn = (proposed: boolean, sources = ANYSHIRE_2024.sources) => {
    const visit = makeVisit({ sources, findings: [makeFinding({ proposed })] });
    return visitBalanceChart(visit, findingBalance(visit, THEMES));
  };
  expect(drawn(true).svg).toContain('Proposed by rule');
  expect(drawn(false).svg).not.toContain('Proposed by rule');
  expect(drawn(false).notes).toEqual([]);
  expect(drawn(false, NEWS).notes).toHaveLength(1);
});
