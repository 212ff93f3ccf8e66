import { escaped } from '../markup/escaped.ts';
import { type Drawn, keep, s } from './element.ts';

/**
 * The colours of a chart that stands alone, by the name of what they are for. On a page the class
 * `chart-<name>` colours the same things, in light, dark and forced colours. A picture has no page to lead on from: what
 * is a link on a page is ink there.
 */
export const COLOURS = {
  ink: '#1c1d1f',
  soft: '#55565a',
  line: '#dcd7cb',
  paper: '#fdfcf9',
  'priority-action': '#8c1d40',
  improvement: '#b34a00',
  mixed: '#6b5b95',
  strength: '#1f6f8b',
} as const;

/** What a colour is for. */
export type Colour = keyof typeof COLOURS | 'link';

/**
 * The attributes that give an element its colour: its shapes and words then use `currentColor`. Ink needs none, nor does a
 * link in a picture: a drawing as a whole is in ink.
 */
export function coloured(colour: Colour): { class?: string; color?: string } {
  if (colour === 'ink') return {};
  if (colour === 'link') return { class: 'chart-link' };
  return { class: `chart-${colour}`, color: COLOURS[colour] };
}

/** The size of a chart’s labels, in pixels: that of a drawing as a whole. */
export const LABEL = 15;
/** The size of a chart’s smaller words, in pixels. */
export const SMALL = 13;

/**
 * A share of the width, in per cent, as an attribute. A drawing has no viewBox on a page: its widths are
 * shares of its box and everything else is pixels, so that words keep their size on a phone and a desk.
 */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}

/** Puts things at a point: `x` in pixels, or as a share of the width ("25%"); `y` in pixels. */
export function place(x: number | string, y: number, ...children: Drawn[]): Drawn {
  // Only a nested svg can stand at a percentage: a transform takes no such thing.
  if (typeof x === 'string') return s('svg', { x, y, overflow: 'visible' }, ...children);
  return s('g', { transform: `translate(${x} ${y})` }, ...children);
}

/** How words are set. */
export interface Setting {
  /** In pixels; else that of what the words stand in, which is a label’s unless it says otherwise. */
  size?: number;
  bold?: boolean;
  colour?: Colour;
  anchor?: 'start' | 'middle' | 'end';
}

/** Words on one line, with their baseline at `y`. */
export function words(x: number | string, y: number, content: string, setting: Setting = {}): Drawn {
  const { size, bold = false, colour = 'ink', anchor = 'start' } = setting;
  return s(
    'text',
    {
      ...(x !== 0 && { x }),
      y,
      'font-size': size,
      ...(bold && { 'font-weight': 700 }),
      ...(anchor !== 'start' && { 'text-anchor': anchor }),
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
export function panelHead(name: string): Drawn {
  return words(0, 20, name, { bold: true });
}

/** A thin line across the whole width. */
export function rule(y: number): Drawn {
  return s('line', { x2: '100%', y1: y, y2: y, stroke: 'currentColor', ...coloured('line') });
}

/** A thin line from the top to the bottom of something, at a share of the width. */
export function upright(x: string, top: number, bottom: number): Drawn {
  return s('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: 'currentColor', ...coloured('line') });
}

/** The least width and height of what a finger should hit, in pixels (WCAG 2.2, 2.5.8). */
export const TARGET = 24;

/** An invisible square around 0,0 for a finger to hit. */
export const TARGET_SQUARE = keep(
  s('rect', {
    x: -TARGET / 2,
    y: -TARGET / 2,
    width: TARGET,
    height: TARGET,
    fill: 'none',
    'pointer-events': 'all',
  }),
);

/**
 * A link within a chart; `label` is its name for those who do not see it, and its tooltip: SVG's title is both. In a
 * picture, which has no page to lead on from, it is a group.
 */
export function link(href: string, label: string, ...children: Drawn[]): Drawn {
  let [page, picture] = [`<a href="${escaped(href)}"><title>${escaped(label)}</title>`, '<g>'];
  for (const child of children) {
    page += child.page;
    picture += child.picture;
  }
  return { page: `${page}</a>`, picture: `${picture}</g>` };
}
