import { expect, test } from 'vitest';
import { type ComparisonRow, compareSheets } from '../../insight/comparison.ts';
import { LETTER, makeFinding, makeTheme, makeVisit } from '../../insight/fixtures.ts';
import { stanceSheet } from '../../insight/sheet.ts';
import type { Finding } from '../../model/finding.ts';
import { blankRow, comparisonRow } from './comparison-row.ts';
import { themeCells } from './theme-cell.ts';

const THEMES = [makeTheme({ label: 'Homes & <beds>' })];

/** A visit of a year that has these findings, and its sheet. */
function visitOf(year: number, ...findings: Finding[]) {
  const visit = makeVisit({
    id: `anyshire-${year}`,
    title: `Anyshire <${year}>`,
    visited: { start: `${year}-02` },
    sources: LETTER,
    findings,
  });
  return { visit, sheet: stanceSheet(visit, THEMES, { name: 'Anyshire' }) };
}

/** The row of two visits, as markup. */
function rowOf(earlier: ReturnType<typeof visitOf>, later: ReturnType<typeof visitOf>): string {
  const [row] = compareSheets(earlier.sheet, later.sheet, THEMES).rows as [ComparisonRow];
  const [left, right] = [earlier, later].map(({ visit, sheet }) => ({
    title: visit.title,
    cell: themeCells(visit, sheet).get('accommodation'),
  }));
  if (!left || !right) throw new Error('A comparison has two sides.');
  return comparisonRow(row, left, right).markup;
}

const improvement = makeFinding({ assessment: 'improvement' });
const strength = makeFinding({ assessment: 'strength' });

test('a row names its theme and its sides, leads with its verdict, and is marked where things changed', () => {
  const markup = rowOf(visitOf(2020, improvement), visitOf(2024, strength));
  expect(markup).toMatch(/^<section class="comparison-row" data-changed data-part="row">/);
  expect(markup).toContain('id="page-theme-accommodation" data-part="theme">Homes &amp; &lt;beds&gt;</a>');
  expect(markup).toContain('<p class="lead tone-better" data-part="lead">Improved</p>');
  expect(markup).toContain('<p class="whose small">Anyshire &lt;2020&gt;</p><div class="cell');
  expect(markup).toContain('<p class="whose small">Anyshire &lt;2024&gt;</p><div class="cell');
  expect(markup).not.toContain('data-part="verdict"');
  expect(markup).not.toContain('data-part="proposed"');
});

test('what inspectors say of the change leads, and our verdict stands below it', () => {
  const better = makeFinding({ assessment: 'strength', change: 'better' });
  const markup = rowOf(visitOf(2020, improvement), visitOf(2024, better));
  expect(markup).toMatch(
    /data-part="lead">Inspectors say [^<]+<\/p><p [^>]+ data-part="verdict">By our comparison: Improved</,
  );
});

test('a row that rests on a proposal says so, and one without change is not marked', () => {
  const proposed = makeFinding({ assessment: 'improvement', proposed: true });
  const markup = rowOf(visitOf(2020, improvement), visitOf(2024, proposed));
  expect(markup).not.toContain('data-changed');
  expect(markup).toContain('proposed by rule, not yet confirmed');
});

test('the blank that the browser fills has every part that it asks for', () => {
  for (const part of ['row', 'theme', 'lead', 'verdict', 'proposed', 'left', 'right']) {
    expect(blankRow().markup.split(`data-part="${part}"`)).toHaveLength(2);
  }
});
