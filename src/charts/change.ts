import { groups, scalePoint } from 'd3';
import { type Comparison, type ComparisonRow, leadOf } from '../insight/comparison.ts';
import { listInWords } from '../insight/phrase.ts';
import type { Said } from '../insight/sheet.ts';
import { isSilence, STANCE_LABELS, STANCES, type Stance } from '../insight/stance.ts';
import type { VerdictCode } from '../insight/verdict.ts';
import { comparisonAddress, themeAddress } from '../model/address.ts';
import { JUDGED, type Judged } from '../model/assessment.ts';
import { GROUP_LABELS } from '../model/focus.ts';
import { THEME_GROUP_LABELS, type Theme } from '../model/theme.ts';
import { type Chart, type Drawing, draw, type Panel } from './chart.ts';
import { shortName } from './column.ts';
import { coloured, HEAD, link, panelHead, percent, place, SMALL, words, wrap } from './drawing.ts';
import { type Drawn, keep, s } from './element.ts';
import { hatching, key, mark, PROPOSED_KEY, secondHandKey, stanceKey } from './mark.ts';

/** Where the silences stand, apart from the scale, as a share of the width. */
const SILENT = 5;
/** Where the scale ends and the verdict’s words begin, as shares of the width. */
const SCALE = [18, 56] as const;
const VERDICT = 63;
/** So many characters of a verdict fit a line on the narrowest phone. */
const VERDICT_WIDTH = 17;

/** The dots of what is not claimed. */
const DOTS = '2 3';

const position = scalePoint<Judged>(JUDGED, SCALE);

/** Where a stance stands, as a share of the width. */
function shareOf(stance: Stance): number {
  return isSilence(stance) ? SILENT : (position(stance) ?? SILENT);
}

/** Each verdict in as few words as a phone has room for. */
const VERDICT_WORDS: Record<VerdictCode, string> = {
  improved: 'Improved',
  'partly-improved': 'Partly improved',
  'still-priority-action': 'Still a priority action',
  'still-improvement': 'Still needs to improve',
  'still-mixed': 'Still mixed',
  'strength-kept': 'Strength kept',
  'now-mixed': 'Now mixed',
  'now-improvement': 'Now needs to improve',
  'now-priority-action': 'Now a priority action',
  alike: 'Alike',
  differ: 'They differ',
  'no-longer-mentioned': 'Not mentioned this time',
  'newly-mentioned': 'Newly mentioned',
  'not-mentioned': 'Not mentioned by one',
  'not-known': 'Not in an account we hold',
  'not-looked-at': 'Cannot be compared',
  'not-like-for-like': 'Not like for like',
};

/** What inspectors say has changed, in as few words. */
const SAID_WORDS: Record<Said['change'], string> = {
  better: 'Inspectors say it got better',
  worse: 'Inspectors say it got worse',
  same: 'Inspectors say it has not changed',
};

/** What stands at the end of a row: what inspectors say first, then our verdict and the groups it is confined to. */
function verdictLines(row: ComparisonRow): string[] {
  const said = row.said.map(({ change }) => change);
  return [
    ...[...new Set(said)].flatMap((change) => wrap(SAID_WORDS[change], VERDICT_WIDTH)),
    ...wrap(VERDICT_WORDS[row.verdict.code], VERDICT_WIDTH),
    ...(row.likeForLike === 'group'
      ? wrap(`(${listInWords(row.groups.map((group) => GROUP_LABELS[group]))})`, VERDICT_WIDTH)
      : []),
  ];
}

/** A ring: where the first of two visits stood; dotted where the two are not like for like. */
function ring(r: number, dotted: boolean): Drawn[] {
  return [
    s('circle', { r, fill: 'currentColor', ...coloured('paper') }),
    s('circle', {
      r,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.6,
      ...(dotted && { 'stroke-dasharray': DOTS }),
      ...coloured('soft'),
    }),
  ];
}

/** The head of an arrow that ends at a mark, pointing to better (right) or to worse (left). */
function arrowHead(toTheRight: boolean): Drawn {
  const [tip, back] = toTheRight ? [-10, -18] : [10, 18];
  return s('path', { d: `M${tip} 0 ${back}-4.5V4.5z`, fill: 'currentColor', ...coloured('ink') });
}

/** What joins two judged stances: an arrow where a direction is claimed, else a dotted line. */
function join(row: ComparisonRow, y: number): { line: Drawn[]; head: Drawn[] } {
  const { left, right } = row.compared;
  if (left === right || isSilence(left) || isSilence(right)) return { line: [], head: [] };
  const claimed = row.verdict.tone !== 'none';
  const [from, to] = [shareOf(left), shareOf(right)];
  const line = s('line', {
    x1: percent(from),
    x2: percent(to),
    y1: y,
    y2: y,
    stroke: 'currentColor',
    'stroke-width': claimed ? 2 : 1.4,
    ...(!claimed && { 'stroke-dasharray': DOTS }),
    ...coloured(claimed ? 'ink' : 'soft'),
  });
  return { line: [line], head: claimed ? [arrowHead(to > from)] : [] };
}

/** Both positions of a row, and what joins them. */
function positions(id: string, comparison: Comparison, row: ComparisonRow, y: number): Drawn[] {
  const { left, right } = row.compared;
  const { line, head } = join(row, y);
  const details = (whole: boolean) => ({ hatched: whole ? undefined : id, proposed: row.proposed });
  const behind = s('circle', { r: 8, fill: 'currentColor', ...coloured('paper') });
  return [
    ...line,
    place(
      percent(shareOf(left)),
      y,
      ...ring(12, row.verdict.code === 'not-like-for-like'),
      ...(isSilence(left) && left !== right ? [mark(0, 0, left)] : []),
    ),
    place(
      percent(shareOf(right)),
      y,
      ...head,
      ...(isSilence(right) ? [] : [behind]),
      mark(0, 0, right, isSilence(right) ? {} : details(comparison.right.whole)),
    ),
  ];
}

/** Where a row leads: to the theme in the comparison’s own page, which is built for visits to one authority. */
function addressOf({ left, right }: Comparison, theme: string): string {
  if (left.authority !== right.authority) return themeAddress(theme);
  return `${comparisonAddress(left.visit, right.visit)}#page-theme-${theme}`;
}

/** Where a row’s marks stand, below its top, in pixels. */
const MIDDLE = 42;

/** How far the scale goes beside a row’s marks, up and down, in pixels. */
const REACH = 15;

/**
 * What stands behind rows: a line above each, and the scale beside their marks. It stops short of the labels, which it would
 * run through: each of its places is one line down all rows, in dashes.
 *
 * @param tops where the rows begin, from the top
 */
function behind(tops: readonly number[]): Drawn {
  const dashes = tops.flatMap((top, index) => {
    const next = tops[index + 1];
    return next === undefined ? [2 * REACH] : [2 * REACH, next - top - 2 * REACH];
  });
  const [first = 0, last = 0] = [tops[0], tops.at(-1)];
  return s(
    'g',
    { stroke: 'currentColor', ...coloured('line') },
    ...tops.map((y) => s('line', { x2: '100%', y1: y, y2: y })),
    s(
      'g',
      { 'stroke-dasharray': dashes.join(' ') },
      ...JUDGED.map((stance) => {
        const x = percent(shareOf(stance));
        return s('line', { x1: x, x2: x, y1: first + MIDDLE - REACH, y2: last + MIDDLE + REACH });
      }),
    ),
  );
}

/** The scale above the rows of a group. */
const SCALE_HEAD = keep(
  s(
    'g',
    words(0, 4.5, 'Silent', { size: SMALL, colour: 'soft' }),
    ...JUDGED.map((stance) => mark(percent(shareOf(stance)), 0, stance)),
  ),
);

/** Rows as they are drawn but for the labels of their themes: of thousands of comparisons most are alike. */
const drawn = new Map<string, Drawn>();

/** The labels of themes as rows have them. */
const labels = new Map<string, Drawn>();

/** The label of a row’s theme. */
function themeLabel(label: string): Drawn {
  const held = labels.get(label) ?? keep(words(0, 20, label, { colour: 'link' }));
  labels.set(label, held);
  return held;
}

/** Both positions of a row and its verdict in words. */
function stand(id: string, comparison: Comparison, row: ComparisonRow, lines: readonly string[]): Drawn {
  const draw = () => {
    // One line stands beside the marks and two around them; more go on below.
    const firstLine = MIDDLE + (lines.length > 1 ? -3.5 : 4.5);
    return s(
      'g',
      { 'font-size': SMALL },
      ...positions(id, comparison, row, MIDDLE),
      ...lines.map((line, index) => words(percent(VERDICT), firstLine + index * 16, line)),
    );
  };
  // Hatching has a name of its own in every chart.
  if (!comparison.right.whole) return draw();
  const { compared, verdict, proposed } = row;
  const key = [compared.left, compared.right, verdict.code, verdict.tone, proposed, ...lines].join('\n');
  const held = drawn.get(key) ?? keep(draw());
  drawn.set(key, held);
  return held;
}

/** The themes of one group, one below the other, with the scale above them. */
function panel(
  id: string,
  comparison: Comparison,
  group: Theme['group'],
  rows: readonly ComparisonRow[],
): Panel {
  const name = THEME_GROUP_LABELS[group];
  const scale = HEAD + 8;
  const marks: Drawn[] = [];
  const tops: number[] = [];
  let y = scale + 16;
  for (const row of rows) {
    const lines = verdictLines(row);
    const label = `${row.theme.label}: ${leadOf(row).label}`;
    const address = addressOf(comparison, row.theme.id);
    marks.push(
      place(0, y, link(address, label, themeLabel(row.theme.label)), stand(id, comparison, row, lines)),
    );
    tops.push(y);
    y += 64 + Math.max(0, lines.length - 2) * 16;
  }
  return { name, height: y, marks: [panelHead(name), place(0, scale, SCALE_HEAD), behind(tops), ...marks] };
}

/** What the marks of all stances mean. */
const STANCE_KEYS = STANCES.map(stanceKey);

/** What the marks of a comparison mean. */
function keyOf(id: string, { left, right }: Comparison, rows: readonly ComparisonRow[]): Drawing['key'] {
  const both = [left, right];
  return key(
    [
      ...STANCE_KEYS,
      { mark: s('g', ...ring(8, false)), label: shortName(left, both) },
      { mark: mark(0, 0, 'strength'), label: shortName(right, both) },
      ...(right.whole ? [] : [secondHandKey(id)]),
      ...(rows.some(({ proposed }) => proposed) ? [PROPOSED_KEY] : []),
    ],
    ...(right.whole ? [] : [hatching(id)]),
  );
}

/**
 * Between two visits, where each stood on every theme that either speaks of: on a scale from priority action
 * to strength, silences apart at its side. An arrow is drawn only where the verdict claims a direction.
 */
export function changeChart(comparison: Comparison): Chart {
  const { left, right } = comparison;
  const id = `change-${left.visit}-${right.visit}`;
  const [first, second] = [shortName(left, [left, right]), shortName(right, [left, right])];
  const spoken = comparison.rows.filter((row) => !isSilence(row.left.stance) || !isSilence(row.right.stance));
  const silent = comparison.rows.length - spoken.length;
  return draw({
    id,
    title: comparison.overTime
      ? `What changed between ${first} and ${second}`
      : `${first} and ${second}, theme by theme`,
    description: comparison.overTime
      ? 'A ring marks where the earlier visit stood, a shape where the later did. An arrow says that things changed; dots, that the two are not like for like.'
      : 'A ring marks where the first visit stood, a shape where the second did. There is no earlier and later here, so no arrow.',
    key: keyOf(id, comparison, spoken),
    panels: groups(spoken, ({ theme }) => theme.group).map(([group, rows]) =>
      panel(id, comparison, group, rows),
    ),
    notes:
      silent > 0
        ? [`On ${silent} more ${silent === 1 ? 'theme' : 'themes'} we have nothing from either visit.`]
        : [],
    table: {
      caption: `${left.title}, and ${right.title}`,
      columns: ['Theme', left.title, right.title, 'What inspectors say changed', 'Verdict'],
      rows: comparison.rows.map((row) => [
        row.theme.label,
        STANCE_LABELS[row.left.stance],
        STANCE_LABELS[row.right.stance],
        row.said.map(({ label }) => label).join('; '),
        row.verdict.label,
      ]),
    },
  });
}
