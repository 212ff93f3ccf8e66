import { expect, test } from 'vitest';
import { SHEETS, THEMES } from './examples.ts';
import { themeByVisitChart } from './theme-by-visit.ts';

test('its table has a column for each visit, the oldest first, and a stance for each theme', () => {
  const { table } = themeByVisitChart(SHEETS, THEMES);
  expect(table.columns).toEqual([
    'Theme',
    'Children’s services in Anyshire, October 2020',
    'Care leavers in Otherton, 2022',
    'Care leavers in Anyshire, January 2024',
  ]);
  expect(table.rows).toEqual([
    ['Accommodation', 'Needs to improve', 'Strength', 'Strength'],
    ['Education and employment', 'Mixed picture', 'Not known', 'Strength'],
    ['Health and well-being', 'Not known', 'Not known', 'Mixed picture'],
    ['Management oversight and supervision', 'Priority action', 'Needs to improve', 'Not mentioned'],
    ['Neglect', 'Priority action', 'Not looked at', 'Not looked at'],
  ]);
});

test('a judged mark leads to the theme in its visit; a silence leads nowhere', () => {
  const links = [...themeByVisitChart(SHEETS, THEMES).svg.matchAll(/href="(\/visits\/[^"]+#[^"]+)"/g)].map(
    ([, href]) => href,
  );
  expect(links).toEqual([
    '/visits/anyshire-2020/#page-theme-accommodation',
    '/visits/otherton-2022/#page-theme-accommodation',
    '/visits/anyshire-2024/#page-theme-accommodation',
    '/visits/anyshire-2020/#page-theme-education-employment',
    '/visits/anyshire-2024/#page-theme-education-employment',
    '/visits/anyshire-2024/#page-theme-health',
    '/visits/anyshire-2020/#page-theme-oversight',
    '/visits/otherton-2022/#page-theme-oversight',
    '/visits/anyshire-2020/#page-theme-neglect',
  ]);
});

test('says whose it is where all visits were to one authority', () => {
  const anyshire = SHEETS.filter(({ authority }) => authority === 'anyshire');
  expect(themeByVisitChart(anyshire, THEMES, 'themes-anyshire')).toMatchObject({
    id: 'themes-anyshire',
    title: 'How each theme was assessed in Anyshire, visit by visit',
  });
  expect(themeByVisitChart(SHEETS, THEMES).title).toBe('How each theme was assessed, visit by visit');
});

test('hatches accounts, underlines proposals, and explains each only where it occurs', () => {
  const [letter, account] = SHEETS;
  if (!letter || !account) throw new Error('There are too few sheets.');
  const fromLetter = themeByVisitChart([letter], THEMES).svg;
  const fromAccount = themeByVisitChart([account], THEMES).svg;
  expect(fromLetter).not.toContain('From an account');
  expect(fromLetter).toContain('Proposed by rule');
  expect(fromAccount).toContain('From an account');
  expect(fromAccount).not.toContain('Proposed by rule');
  expect(fromAccount.match(/url\(#page-chart-theme-by-visit-hatch/g)).toHaveLength(1 + 2);
  expect(fromLetter.match(/url\(#/g)).toBeNull();
});
