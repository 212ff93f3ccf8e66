import { describe, expect, test } from 'vitest';
import { compareSheets } from '../insight/comparison.ts';
import { makeFinding, makeVisit } from '../insight/fixtures.ts';
import { JUDGED, type Judged } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import { changeChart } from './change.ts';
import { ANYSHIRE_2020, ANYSHIRE_2024, OTHERTON_2022, sheetOf, THEMES } from './examples.ts';

const ARROW = /<path d="M-?10 0 /g;
const DOTTED = /<line [^>]*stroke-dasharray/g;

const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

/** The chart of two visits to care leavers in Anyshire with these findings. */
function chartOf(before: Partial<Finding>, after: Partial<Finding>) {
  const visit = (id: string, start: string, finding: Partial<Finding>) =>
    sheetOf(makeVisit({ id, visited: { start }, findings: [makeFinding(finding)] }));
  return changeChart(
    compareSheets(visit('anyshire-2020', '2020', before), visit('anyshire-2024', '2024', after), THEMES),
  );
}

describe('an arrow', () => {
  const pairs = JUDGED.flatMap((before) => JUDGED.map((after): [Judged, Judged] => [before, after]));

  test.each(pairs)('from %s to %s points the way things went', (before, after) => {
    const { svg } = chartOf({ assessment: before }, { assessment: after });
    const [better, worse] = [count(svg, /<path d="M-10 0 /g), count(svg, /<path d="M10 0 /g)];
    const step = JUDGED.indexOf(after) - JUDGED.indexOf(before);
    expect([better, worse]).toEqual([step > 0 ? 1 : 0, step < 0 ? 1 : 0]);
    expect(count(svg, DOTTED)).toBe(0);
  });

  test('is not drawn to or from a silence', () => {
    const { svg } = chartOf({ themes: ['health'] }, {});
    expect(count(svg, ARROW) + count(svg, DOTTED)).toBe(0);
  });
});

test('dots stand where no direction is claimed: not like for like, and between authorities', () => {
  const whole = sheetOf({ ...ANYSHIRE_2020, findings: [makeFinding({ assessment: 'improvement' })] });
  const unlike = changeChart(compareSheets(whole, sheetOf(ANYSHIRE_2024), THEMES)).svg;
  expect(unlike).toContain('Not like for like');
  expect(count(unlike, ARROW)).toBe(0);
  expect(count(unlike, DOTTED)).toBe(1);
  const otherton = sheetOf({ ...OTHERTON_2022, findings: [makeFinding({ assessment: 'improvement' })] });
  const between = changeChart(compareSheets(otherton, sheetOf(ANYSHIRE_2024), THEMES)).svg;
  expect(between).toContain('They differ');
  expect(count(between, ARROW)).toBe(0);
  expect(count(between, DOTTED)).toBe(1);
});

test('the scale stands beside the marks of each row, from the first to the last, and is not drawn between', () => {
  const before = sheetOf({ ...ANYSHIRE_2020, findings: [makeFinding({ assessment: 'improvement' })] });
  const after = sheetOf({
    ...ANYSHIRE_2024,
    findings: [
      makeFinding({ assessment: 'strength', change: 'better', since: '2020' }),
      makeFinding({ id: 'health', themes: ['health'] }),
    ],
  });
  const { svg } = changeChart(compareSheets(before, after, THEMES));
  const tops = [...svg.matchAll(/<g transform="translate\(0 (\d+)\)"><a /g)].map(([, top]) => Number(top));
  expect(tops).toHaveLength(2);
  const [, dashes = ''] = /stroke-dasharray="([\d ]+)"><line/.exec(svg) ?? [];
  const [, from, to] =
    /stroke-dasharray="[\d ]+"><line x1="18%" x2="18%" y1="(\d+)" y2="(\d+)"/.exec(svg) ?? [];
  // Marks stand 42 pixels below the top of their row, and the scale goes 15 up and down from there.
  const [first = 0, last = 0] = tops;
  expect([Number(from), Number(to)]).toEqual([first + 27, last + 57]);
  expect(dashes.split(' ').map(Number)).toEqual([30, last - first - 30, 30]);
});

test('a verdict confined to a group is drawn between the stances of that group', () => {
  const before = sheetOf({
    ...ANYSHIRE_2020,
    findings: [
      makeFinding({ assessment: 'improvement', group: 'care-leavers' }),
      makeFinding({ id: 'disabled', assessment: 'strength', group: 'disabled-children' }),
    ],
  });
  const { svg, table } = changeChart(compareSheets(before, sheetOf(ANYSHIRE_2024), THEMES));
  expect(table.rows[0]?.slice(1, 3)).toEqual(['Mixed picture', 'Strength']);
  // Needs to improve is second of four places on the scale, strength the last.
  expect(svg).toContain('<line x1="30.67%" x2="56%"');
  expect(svg).toContain('>(care leavers)</text>');
});

test('what inspectors say stands before our verdict', () => {
  const { svg, table } = chartOf({ assessment: 'improvement' }, { change: 'better', since: '2020' });
  const said = svg.indexOf('>got better</text>');
  expect(said).toBeGreaterThan(0);
  expect(svg.indexOf('>Improved</text>')).toBeGreaterThan(said);
  expect(table.rows[0]).toEqual([
    'Accommodation',
    'Needs to improve',
    'Strength',
    'Inspectors say this got better since 2020',
    'Improved',
  ]);
});

test('themes on which both are silent are counted in a note, and are in the table', () => {
  const { svg, notes, table } = chartOf({}, {});
  expect(notes).toEqual(['On 4 more themes we have nothing from either visit.']);
  expect(svg).not.toContain('Neglect');
  expect(table.rows).toHaveLength(THEMES.length);
});

test('a row leads to the theme in the built comparison, or between authorities to the theme', () => {
  expect(chartOf({}, {}).svg).toContain(
    'href="/compare/anyshire-2020/anyshire-2024/#page-theme-accommodation"',
  );
  const between = changeChart(compareSheets(sheetOf(OTHERTON_2022), sheetOf(ANYSHIRE_2024), THEMES));
  expect(between.svg).toContain('href="/themes/accommodation/"');
  expect(between.title).toBe('Otherton 2022 and Anyshire 2024, theme by theme');
});
