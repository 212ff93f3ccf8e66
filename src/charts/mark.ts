import { isSilence, STANCE_LABELS, STANCES, type Stance } from '../insight/stance.ts';
import { JUDGED, type Judged } from '../model/assessment.ts';
import type { Panel } from './chart.ts';
import { type Colour, coloured, percent, place, SMALL, words } from './drawing.ts';
import { type Drawn, keep, s } from './element.ts';

/** What a mark shows beside its stance. */
export interface MarkDetails {
  /** The id of the chart, where the mark is hatched: known only from an account of the letter. */
  hatched?: string | undefined;
  /** Underlined: proposed by rule, and confirmed by no editor. */
  proposed?: boolean;
}

/** The colour that a stance has in every chart. */
export function stanceColour(stance: Stance): Colour {
  return isSilence(stance) ? 'soft' : stance;
}

/** The name of the hatching of a stance within a chart, which must be unique on a page. */
function hatchId(chart: string, stance: Judged): string {
  return `page-chart-${chart}-hatch-${stance}`;
}

/** What fills a judged mark or bar: its colour, or hatching in it. */
export function fillOf(stance: Judged, hatched: string | undefined): string {
  return hatched ? `url(#${hatchId(hatched, stance)})` : 'currentColor';
}

/** The hatching of every judged stance, to stand once in a chart that has hatched marks. */
export function hatching(chart: string): Drawn {
  return s(
    'defs',
    ...JUDGED.map((stance) =>
      s(
        'pattern',
        {
          id: hatchId(chart, stance),
          width: 4,
          height: 4,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        s('rect', { width: 1.6, height: 4, fill: 'currentColor', ...coloured(stance) }),
      ),
    ),
  );
}

/** The shape of each stance, in a box of 16 by 16 pixels around 0,0. No two look alike without colour. */
function shape(stance: Stance, hatched: string | undefined): Drawn[] {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8 };
  const solid = (judged: Judged) => ({
    fill: fillOf(judged, hatched),
    stroke: 'currentColor',
    'stroke-width': 1.4,
  });
  switch (stance) {
    case 'priority-action':
      return [s('path', { d: 'M0-7.4 7.4 0 0 7.4-7.4 0z', ...solid(stance) })];
    case 'improvement':
      return [s('path', { d: 'M0-6.6 7.2 6.2H-7.2z', 'stroke-linejoin': 'round', ...solid(stance) })];
    case 'mixed':
      return [
        s('circle', { r: 6.6, ...line }),
        s('path', { d: 'M0-6.6a6.6 6.6 0 0 1 0 13.2z', ...solid(stance) }),
      ];
    case 'strength':
      return [s('circle', { r: 6.9, ...solid(stance) })];
    case 'not-mentioned':
      return [s('circle', { r: 5.6, ...line, 'stroke-width': 1.4 })];
    case 'not-known':
      return [s('circle', { r: 5.6, ...line, 'stroke-dasharray': '2.2 2.2' })];
    case 'not-looked-at':
      return [s('path', { d: 'M-5 0H5', ...line })];
  }
}

/** The shape of a stance as SVG for a page, to stand in a box of 16 by 16 around 0,0 and in the colour of its text. */
export function stanceShape(stance: Stance): string {
  return shape(stance, undefined)
    .map(({ page }) => page)
    .join('');
}

/** The mark of a stance around 0,0. */
function drawMark(stance: Stance, { hatched, proposed = false }: MarkDetails): Drawn {
  const underline = s('path', { d: 'M-6 11H6', stroke: 'currentColor', 'stroke-width': 1.8 });
  return s('g', coloured(stanceColour(stance)), ...shape(stance, hatched), ...(proposed ? [underline] : []));
}

/** The marks that are alike in all charts: those that are not hatched, by stance. */
const PLAIN_MARKS = new Map(STANCES.map((stance) => [stance, keep(drawMark(stance, {}))]));
const PROPOSED_MARKS = new Map(STANCES.map((stance) => [stance, keep(drawMark(stance, { proposed: true }))]));

/** The mark of a stance, 16 pixels across, with its middle at a point. */
export function mark(x: number | string, y: number, stance: Stance, details: MarkDetails = {}): Drawn {
  const alike = details.proposed ? PROPOSED_MARKS : PLAIN_MARKS;
  const drawn = (!details.hatched && alike.get(stance)) || drawMark(stance, details);
  return x === 0 && y === 0 ? drawn : place(x, y, drawn);
}

/** An entry of a key: a mark around 0,0 and what it means. */
export interface KeyEntry {
  mark: Drawn;
  label: string;
}

/** The key’s entry for a stance. */
export function stanceKey(stance: Stance): KeyEntry {
  return { mark: mark(0, 0, stance), label: STANCE_LABELS[stance] };
}

/** The key’s entry for what is known only from an account of the letter. */
export function secondHandKey(chart: string): KeyEntry {
  return { mark: mark(0, 0, 'strength', { hatched: chart }), label: 'From an account' };
}

/** The key’s entry for what no editor has confirmed. */
export const PROPOSED_KEY: KeyEntry = {
  mark: mark(0, 0, 'strength', { proposed: true }),
  label: 'Proposed by rule',
};

/**
 * A key in two columns, read down the first and then down the second.
 *
 * @param also what must stand in the drawing once, such as hatching
 */
export function key(entries: readonly KeyEntry[], ...also: Drawn[]): Omit<Panel, 'name'> {
  const rows = Math.ceil(entries.length / 2);
  const marks = entries.map((entry, index) =>
    place(
      percent(index < rows ? 0 : 50),
      12 + (index % rows) * 24,
      s('g', { transform: 'translate(9 0)' }, entry.mark),
      words(26, 4.5, entry.label, { size: SMALL, colour: 'soft' }),
    ),
  );
  return { marks: [...also, ...marks], height: rows * 24 };
}
