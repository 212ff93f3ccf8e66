import { expect, test } from 'vitest';
import type { ThemeBalance } from '../insight/balance.ts';
import { STANCES, type Stance } from '../insight/stance.ts';
import { EXAMPLES, THEMES } from './examples.ts';
import { themeBalanceChart } from './theme-balance.ts';

/** A theme on which so many visits take each stance: from whole records, and from accounts. */
function balance(counts: Partial<Record<Stance, [whole: number, secondHand: number]>>): ThemeBalance {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `visit-${index}`);
  const of = (stance: Stance) => {
    const [whole, secondHand] = counts[stance] ?? [0, 0];
    return [stance, { whole: ids(whole), secondHand: ids(secondHand) }];
  };
  const [theme] = THEMES;
  if (!theme) throw new Error('There is no theme.');
  return { theme, byStance: Object.fromEntries(STANCES.map(of)) };
}

/** What follows the key: the panels. */
const panels = (svg: string) => svg.slice(svg.indexOf('class="chart-panel'));

test('its table counts visits by stance and by record', () => {
  const { table } = EXAMPLES['theme-balance']?.() ?? themeBalanceChart([]);
  expect(table.columns).toEqual([
    'Theme',
    'Priority action, from whole records',
    'Priority action, from accounts',
    'Needs to improve, from whole records',
    'Needs to improve, from accounts',
    'Mixed picture, from whole records',
    'Mixed picture, from accounts',
    'Strength, from whole records',
    'Strength, from accounts',
    'Not mentioned',
    'Not known',
    'Not looked at',
  ]);
  expect(table.rows).toEqual([
    ['Accommodation', 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0],
    ['Education and employment', 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0],
    ['Health and well-being', 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0],
    ['Management oversight and supervision', 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0],
    ['Neglect', 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2],
  ]);
});

test('few visits are a mark each, hatched where known from an account; each theme leads to its page', () => {
  const drawn = panels(themeBalanceChart([balance({ strength: [9, 2], 'not-known': [0, 1] })]).svg);
  expect(drawn.match(/<circle r="6.9" fill="currentColor"/g)).toHaveLength(9);
  expect(drawn.match(/<circle r="6.9" fill="url\(#page-chart-theme-balance-hatch-strength\)"/g)).toHaveLength(
    2,
  );
  expect(drawn.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(drawn).toContain(
    '<a href="/themes/accommodation/"><title>Accommodation: strength 11, not known 1</title>',
  );
  expect(drawn).not.toContain('<rect');
});

test('many visits are bars that fill the width by their shares, with counts where there is room', () => {
  const drawn = panels(
    themeBalanceChart([balance({ improvement: [30, 50], strength: [100, 0], 'not-looked-at': [15, 5] })]).svg,
  );
  const bars = [...drawn.matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  expect(bars).toEqual([
    [0, 15],
    [15, 25],
    [40, 50],
    [90, 7.5],
    [97.5, 2.5],
  ]);
  expect([...drawn.matchAll(/>(\d+)<\/text>/g)].map(([, count]) => count)).toEqual(['30', '50', '100']);
});

test('is empty, and no error, without visits or themes', () => {
  expect(themeBalanceChart([balance({})]).table.rows[0]?.slice(1)).toEqual(Array(11).fill(0));
  expect(themeBalanceChart([]).table.rows).toEqual([]);
});

test('silences stand apart from judged visits, where there are any', () => {
  const places = (counts: Parameters<typeof balance>[0]) =>
    [...panels(themeBalanceChart([balance(counts)]).svg).matchAll(/translate\((\d+) /g)].map(([, x]) =>
      Number(x),
    );
  expect(places({ strength: [2, 0], 'not-mentioned': [2, 0] })).toEqual([9, 33, 69, 93]);
  expect(places({ 'not-mentioned': [2, 0] })).toEqual([9, 33]);
});

test('silences are bars without a filling, and what is not known is dashed', () => {
  const barsOf = (stance: Stance) =>
    panels(themeBalanceChart([balance({ [stance]: [0, 100] })]).svg)
      .match(/<rect [^>]*>/g)
      ?.join();
  expect(barsOf('not-known')).toMatch(/fill="none".*stroke-dasharray/);
  expect(barsOf('not-looked-at')).toContain('fill="none"');
  expect(barsOf('not-looked-at')).not.toContain('stroke-dasharray');
  expect(barsOf('mixed')).toContain('fill="url(#page-chart-theme-balance-hatch-mixed)"');
});
