import { COLOURS, LABEL, type Setting, SMALL, words, wrap } from './drawing.ts';
import { type Drawn, s } from './element.ts';

/** The data of a chart, for those who would rather read or reuse it than look at it. */
export interface ChartTable {
  caption: string;
  columns: string[];
  /** A row per thing shown; the first cell names it. */
  rows: (string | number)[][];
}

/** A chart, ready for a page and to take away: its drawing, its words and its data. */
export interface Chart {
  /** Lower case and hyphens; unique on the site, since the picture's file is named by it. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence or two. */
  description: string;
  /** For a page, as HTML: an svg for the key and one for each panel, as wide as their box, with marks that link. */
  svg: string;
  /** To take away: an SVG file of its own, with its title and without links. */
  picture: string;
  table: ChartTable;
  /** What a reader should know beside the picture, a sentence each. */
  notes: string[];
}

/** The width of a chart that stands alone, in pixels. On a page it takes the width it is given. */
const WIDTH = 640;

/** A part of a drawing, as wide as its box or as the whole drawing needs. */
export interface Panel {
  /** Its name, for those who do not see it. */
  name: string;
  /** In pixels. */
  height: number;
  marks: Drawn[];
}

/** What a chart is drawn from. */
export interface Drawing extends Omit<Chart, 'svg' | 'picture' | 'notes'> {
  notes?: string[];
  /** What the marks mean; it stands above all panels. */
  key: Omit<Panel, 'name'>;
  /** One or several: a wide page puts several side by side, a phone one below the other. */
  panels: Panel[];
  /** The least width that a panel needs, in pixels, where a phone has no room for it: it then scrolls. */
  width?: number | undefined;
}

/** The face of words in pictures; a page says the same in its style sheet. */
const FONT = 'Atkinson Hyperlegible Next, Atkinson Hyperlegible, Helvetica, Arial, sans-serif';

/** The drawing for a page. Widths are those of its box: a percentage is a share of that, and text never scales. */
function inlineSvg({ id, title, description, key, panels, width }: Drawing): string {
  const described = `page-chart-${id}-description`;
  return s(
    'div',
    { class: 'chart-drawing', role: 'group', 'aria-label': title, 'aria-describedby': described },
    s(
      'svg',
      {
        class: 'chart-svg chart-key',
        width: '100%',
        height: key.height,
        'font-size': LABEL,
        role: 'group',
        'aria-label': 'Key',
      },
      s('desc', { id: described }, description),
      ...key.marks,
    ),
    s(
      'div',
      { class: panels.length > 1 && !width ? 'chart-panels' : 'chart-panel' },
      ...panels.map((panel) =>
        s(
          'svg',
          {
            class: width ? 'chart-svg chart-fixed' : 'chart-svg',
            width: width ?? '100%',
            height: panel.height,
            'font-size': LABEL,
            role: 'group',
            'aria-label': panel.name,
          },
          ...panel.marks,
        ),
      ),
    ),
  ).page;
}

/** Lines of words one below the other, and the height they take. */
function paragraph(lines: readonly string[], setting: Setting & { size: number }): Omit<Panel, 'name'> {
  const leading = Math.round(setting.size * 1.3);
  return {
    height: lines.length * leading,
    marks: lines.map((line, index) => words(0, setting.size + index * leading, line, setting)),
  };
}

/** The drawing as a file: what it is above, panels one below the other, its origin below, paper behind. */
function pictureSvg({
  id,
  title,
  description,
  table,
  key,
  panels,
  notes = [],
  width = WIDTH,
}: Drawing): string {
  const margin = 24;
  const gap = 20;
  const small = Math.floor(width / 6.5);
  const parts: Drawn[] = [];
  let y = margin;
  for (const { height, marks } of [
    paragraph(wrap(title, Math.floor(width / 11)), { size: 20, bold: true }),
    paragraph(wrap(table.caption, small), { size: SMALL, colour: 'soft' }),
    key,
    ...panels,
    paragraph([...notes.flatMap((note) => wrap(note, small)), 'Inspection Insights'], {
      size: SMALL,
      colour: 'soft',
    }),
  ]) {
    parts.push(s('svg', { x: margin, y, width, height, overflow: 'visible' }, ...marks));
    y += height + gap;
  }
  const whole = { width: width + 2 * margin, height: y - gap + margin };
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...whole,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
      'font-family': FONT,
      'font-size': LABEL,
      color: COLOURS.ink,
    },
    s('title', { id: `${id}-title` }, title),
    s('desc', { id: `${id}-description` }, description),
    s('rect', { width: '100%', height: '100%', fill: COLOURS.paper }),
    ...parts,
  ).picture;
}

/** Draws a chart, for a page and to take away. */
export function draw(drawing: Drawing): Chart {
  const { id, title, description, table, notes = [] } = drawing;
  return { id, title, description, svg: inlineSvg(drawing), picture: pictureSvg(drawing), table, notes };
}
