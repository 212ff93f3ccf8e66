import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h, s } from 'hastscript';

/** The data of a chart, for those who would rather read or reuse it than look at it. */
export interface ChartTable {
  caption: string;
  columns: string[];
  /** A row per thing shown; the first cell names it. */
  rows: (string | number)[][];
}

/** A chart, ready for a page: its picture twice, its words and its data. */
export interface Chart {
  /** Lower case and hyphens; unique on the site, since the picture's file is named by it. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence or two. */
  description: string;
  /** For a page, as HTML: an svg for the key and one for each panel, as wide as their box, with marks that link. */
  svg: string;
  /** To take away: the same drawing as a file of its own, with its title and without links. */
  picture: string;
  table: ChartTable;
  /** What a reader should know beside the picture, a sentence each. */
  notes: string[];
}

/**
 * The colours of a chart that stands alone, by the name of what they are for. On a page the class
 * `chart-<name>` colours the same things, in light, dark and forced colours.
 */
const COLOURS = {
  ink: '#1c1d1f',
  soft: '#55565a',
  line: '#dcd7cb',
  paper: '#fdfcf9',
  link: '#0b5566',
  'priority-action': '#8c1d40',
  improvement: '#b34a00',
  mixed: '#6b5b95',
  strength: '#1f6f8b',
} as const;
export type Colour = keyof typeof COLOURS;

/** The attributes that give an element its colour: its shapes and words then use `currentColor`. */
export function coloured(colour: Colour): { className: string[]; color: string } {
  return { className: [`chart-${colour}`], color: COLOURS[colour] };
}

/** The size of a chart’s labels, in pixels. */
const LABEL = 15;
/** The size of a chart’s smaller words, in pixels. */
export const SMALL = 13;

/** The width of a chart that stands alone, in pixels. On a page it takes the width it is given. */
const WIDTH = 640;

/** A share of the width, in per cent, as an attribute. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}

/** Puts things at a point: `x` in pixels, or as a share of the width ("25%"); `y` in pixels. */
export function place(x: number | string, y: number, ...children: ElementContent[]): Element {
  // Only a nested svg can stand at a percentage: a transform takes no such thing.
  if (typeof x === 'string') return s('svg', { x, y, overflow: 'visible' }, ...children);
  return s('g', { transform: `translate(${x} ${y})` }, ...children);
}

/** How words are set. */
export interface Setting {
  size?: number;
  bold?: boolean;
  colour?: Colour;
  anchor?: 'start' | 'middle' | 'end';
}

/** Words on one line, with their baseline at `y`. */
export function words(x: number | string, y: number, content: string, setting: Setting = {}): Element {
  const { size = LABEL, bold = false, colour = 'ink', anchor = 'start' } = setting;
  return s(
    'text',
    {
      x,
      y,
      fontSize: size,
      ...(bold && { fontWeight: 700 }),
      ...(anchor !== 'start' && { textAnchor: anchor }),
      fill: 'currentColor',
      ...coloured(colour),
    },
    content,
  );
}

/** Breaks a text into lines of at most so many characters, at spaces; a longer word has a line of its own. */
export function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The height of the heading of a panel, in pixels. */
export const HEAD = 32;

/** The heading of a panel, at its top. */
export function panelHead(name: string): Element {
  return words(0, 20, name, { bold: true });
}

/** A thin line across the whole width. */
export function rule(y: number): Element {
  return s('line', { x1: 0, x2: '100%', y1: y, y2: y, stroke: 'currentColor', ...coloured('line') });
}

/** A thin line from the top to the bottom of something, at a share of the width. */
export function upright(x: string, top: number, bottom: number): Element {
  return s('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: 'currentColor', ...coloured('line') });
}

/** What a finger can hit, around 0,0: as large as WCAG 2.2 asks (2.5.8), and not to be seen. */
export const TARGET = 24;
export function target(): Element {
  return s('rect', {
    x: -TARGET / 2,
    y: -TARGET / 2,
    width: TARGET,
    height: TARGET,
    fill: 'none',
    pointerEvents: 'all',
  });
}

/** A link within a chart; `label` is its name for those who do not see it, and its tooltip. */
export function link(href: string, label: string, ...children: ElementContent[]): Element {
  return s('a', { href, ariaLabel: label }, s('title', label), ...children);
}

/** A part of a drawing, as wide as its box or as the whole drawing needs. */
export interface Panel {
  /** Its name, for those who do not see it. */
  name: string;
  /** In pixels. */
  height: number;
  marks: ElementContent[];
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

function isElement(content: ElementContent, tagName: string): boolean {
  return content.type === 'element' && content.tagName === tagName;
}

/** The same drawing without links. */
function withoutLinks(content: ElementContent): ElementContent {
  if (content.type !== 'element') return content;
  const children = content.children.map(withoutLinks);
  if (content.tagName === 'a') return s('g', ...children.filter((child) => !isElement(child, 'title')));
  return { ...content, children };
}

const FONT = 'Atkinson Hyperlegible Next, Atkinson Hyperlegible, Helvetica, Arial, sans-serif';

function write(element: Element): string {
  return toHtml(element, { space: element.tagName === 'svg' ? 'svg' : 'html', closeEmptyElements: true });
}

/** The drawing for a page. Widths are those of its box: a percentage is a share of that, and text never scales. */
function inlineSvg({ id, title, description, key, panels, width }: Drawing): string {
  const described = `page-chart-${id}-description`;
  const look = { fontFamily: FONT, color: COLOURS.ink };
  return write(
    h(
      'div',
      { className: ['chart-drawing'], role: 'group', ariaLabel: title, ariaDescribedBy: [described] },
      s(
        'svg',
        { className: ['chart-svg', 'chart-key'], width: '100%', height: key.height, ...look },
        s('desc', { id: described }, description),
        ...key.marks,
      ),
      h(
        'div',
        { className: [panels.length > 1 && !width ? 'chart-panels' : 'chart-panel'] },
        ...panels.map((panel) =>
          s(
            'svg',
            {
              className: ['chart-svg', ...(width ? ['chart-fixed'] : [])],
              width: width ?? '100%',
              height: panel.height,
              role: 'group',
              ariaLabel: panel.name,
              ...look,
            },
            ...panel.marks,
          ),
        ),
      ),
    ),
  );
}

/** The drawing as a file: its own title above, panels one below the other, its origin below, paper behind. */
function pictureSvg({ id, title, description, key, panels, width = WIDTH }: Drawing): string {
  const margin = 24;
  const gap = 24;
  const heading = wrap(title, Math.floor(width / 11));
  const parts: Element[] = [];
  let y = margin + heading.length * 26 + 8;
  for (const { height, marks } of [key, ...panels]) {
    parts.push(s('svg', { x: margin, y, width, height, overflow: 'visible' }, ...marks.map(withoutLinks)));
    y += height + gap;
  }
  const whole = { width: width + 2 * margin, height: y + margin };
  return write(
    s(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${whole.width} ${whole.height}`,
        ...whole,
        role: 'img',
        ariaLabelledBy: [`${id}-title`],
        ariaDescribedBy: [`${id}-description`],
        fontFamily: FONT,
        color: COLOURS.ink,
      },
      s('title', { id: `${id}-title` }, title),
      s('desc', { id: `${id}-description` }, description),
      s('rect', { width: '100%', height: '100%', fill: COLOURS.paper }),
      ...heading.map((line, index) =>
        words(margin, margin + 18 + index * 26, line, { size: 20, bold: true }),
      ),
      ...parts,
      words(margin, whole.height - margin, 'Inspection Insights', { size: SMALL, colour: 'soft' }),
    ),
  );
}

/** Draws a chart, for a page and to take away. */
export function draw(drawing: Drawing): Chart {
  const { id, title, description, table, notes = [] } = drawing;
  return { id, title, description, svg: inlineSvg(drawing), picture: pictureSvg(drawing), table, notes };
}
