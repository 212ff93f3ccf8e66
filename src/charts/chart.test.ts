import { describe, expect, test } from 'vitest';
import { draw } from './chart.ts';
import { EXAMPLES } from './examples.ts';

/** The opening of a link; a quoted attribute may hold anything. */
const LINK = /<a (?:"[^"]*"|[^">])*>/g;

/** Everything that a pattern finds, or its first group. */
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

describe.each(Object.entries(EXAMPLES))('%s', (_, chart) => {
  const { id, title, description, svg, picture, table } = chart();

  /** A line for each element, so that a difference can be read. */
  const lines = (text: string) => text.replaceAll('><', '>\n<');

  test('is drawn as before', () => {
    expect(lines(svg)).toMatchSnapshot('on a page');
    expect(lines(picture)).toMatchSnapshot('as a file');
  });

  test('is the same each time', () => {
    expect(chart()).toEqual(chart());
  });

  test('keeps to a strict policy: no script, no style, no handler', () => {
    for (const drawn of [svg, picture]) {
      expect(drawn).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    }
  });

  test('has a name and a description', () => {
    expect(svg).toContain(`aria-label="${title}"`);
    const [described] = all(svg, /aria-describedby="([^"]+)"/g);
    expect(svg).toContain(`<desc id="${described}">${description}</desc>`);
    expect(picture).toContain(`>${title}</title>`);
  });

  test('names every link, in the one way that is a tooltip too', () => {
    const links = all(svg, LINK);
    expect(links.length).toBeGreaterThan(0);
    expect(all(svg, new RegExp(`${LINK.source}<title>[^<]+</title>`, 'g'))).toHaveLength(links.length);
  });

  test('has ids that no passage of a visit can have, each once, and refers to no others', () => {
    const ids = all(svg, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const own of ids) expect(own.startsWith(`page-chart-${id}-`)).toBe(true);
    for (const used of all(svg, /url\(#([^)]+)\)/g)) expect(ids).toContain(used);
    const inFile = all(picture, / id="([^"]+)"/g);
    for (const used of all(picture, /url\(#([^)]+)\)/g)) expect(inFile).toContain(used);
  });

  test('sets no words smaller than 12 pixels', () => {
    const sizes = all(svg + picture, / font-size="([^"]+)"/g).map(Number);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test('can be taken away: a file of its own, without links, that says what it is', () => {
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+" /);
    expect(picture).not.toContain('<a ');
    expect(picture).not.toContain('chart-link');
    expect(picture).toContain('>Inspection Insights</text>');
  });

  test('has a table with a cell for every column', () => {
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(new Set(table.columns).size).toBe(table.columns.length);
  });
});

test('words that look like markup are only words', () => {
  const hostile = '<script>alert("1")</script> & “so on”';
  const chart = draw({
    id: 'hostile',
    title: hostile,
    description: hostile,
    key: { height: 0, marks: [] },
    panels: [{ name: hostile, height: 0, marks: [] }],
    notes: [hostile],
    table: { caption: hostile, columns: [], rows: [] },
  });
  const withoutAttributes = chart.svg.replaceAll(/"[^"]*"/g, '""');
  expect(withoutAttributes).not.toContain('<script');
  // In a file, which is XML, not even an attribute may hold a "<".
  expect(chart.picture).not.toContain('<script');
});

test('several panels may stand side by side; one, and those too wide for a phone, may not', () => {
  const panel = { name: 'A', height: 10, marks: [] };
  const drawing = {
    id: 'a',
    title: 'A',
    description: 'B',
    key: { height: 0, marks: [] },
    table: { caption: '', columns: [], rows: [] },
  };
  expect(draw({ ...drawing, panels: [panel, panel] }).svg).toContain('class="chart-panels"');
  expect(draw({ ...drawing, panels: [panel] }).svg).toContain('class="chart-panel"');
  const wide = draw({ ...drawing, panels: [panel, panel], width: 800 }).svg;
  expect(wide).toContain('class="chart-panel"');
  expect(wide).toContain('class="chart-svg chart-fixed" width="800"');
});

test('a file has room for a long title, caption and notes, below one another', () => {
  const drawing = {
    id: 'a',
    description: 'B',
    key: { height: 0, marks: [] },
    panels: [{ name: 'A', height: 100, marks: [] }],
  };
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  const { picture } = draw({
    ...drawing,
    title: words(30),
    notes: [words(50)],
    table: { caption: words(50), columns: [], rows: [] },
  });
  const lines = [...picture.matchAll(/<text y="(\d+)" font-size="(\d+)"[^>]*>([^<]+)</g)].map(
    ([, y, size, line]) => [Number(y), Number(size), line?.length],
  );
  // 640 pixels hold 58 characters of the title and 98 small ones.
  expect(lines).toEqual([
    [20, 20, 54],
    [46, 20, 54],
    [72, 20, 39],
    [13, 13, 94],
    [30, 13, 94],
    [47, 13, 59],
    [13, 13, 94],
    [30, 13, 94],
    [47, 13, 59],
    [64, 13, 19],
  ]);
  const [, height] = /viewBox="0 0 688 (\d+)"/.exec(picture) ?? [];
  // Margins, title, caption, key, panel, notes and origin, and the gaps between the five.
  expect(Number(height)).toBe(24 + 3 * 26 + 3 * 17 + 0 + 100 + 4 * 17 + 4 * 20 + 24);
});
