import { groups, max, sum } from 'd3';
import type { ThemeBalance } from '../insight/balance.ts';
import { withinSentence } from '../insight/phrase.ts';
import { isSilence, STANCE_LABELS, STANCES, type Stance } from '../insight/stance.ts';
import { themeAddress } from '../model/address.ts';
import { JUDGED } from '../model/assessment.ts';
import { THEME_GROUP_LABELS, type Theme } from '../model/theme.ts';
import { type Chart, draw, type Panel } from './chart.ts';
import { coloured, HEAD, link, panelHead, percent, rule, SMALL, words } from './drawing.ts';
import { type Drawn, s } from './element.ts';
import { fillOf, hatching, key, mark, secondHandKey, stanceColour, stanceKey } from './mark.ts';

/** Up to so many visits each is a mark of its own, which a phone has room for; beyond, they are bars. */
const MOST_MARKS = 12;
/** From one mark to the next, in pixels. */
const PITCH = 24;
/** A bar’s share of the width, in per cent, from which there is room above it for its count. */
const ROOM_FOR_COUNT = 14;

const ID = 'theme-balance';

/** Visits of one stance and of one kind of record. */
interface Segment {
  stance: Stance;
  secondHand: boolean;
  count: number;
}

/** The visits on one theme, judged first and most urgent first; the whole records of a stance before accounts. */
function segments({ byStance }: ThemeBalance): Segment[] {
  return STANCES.flatMap((stance) => [
    { stance, secondHand: false, count: byStance[stance].whole.length },
    { stance, secondHand: true, count: byStance[stance].secondHand.length },
  ]).filter(({ count }) => count > 0);
}

/** The visits on one theme in words: "strength 2, not known 1". */
function inWords(balance: ThemeBalance): string {
  return STANCES.map((stance) => ({ stance, count: visitsOf(balance, stance) }))
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => `${withinSentence(STANCE_LABELS[stance])} ${count}`)
    .join(', ');
}

function visitsOf({ byStance }: ThemeBalance, stance: Stance): number {
  return byStance[stance].whole.length + byStance[stance].secondHand.length;
}

/** The columns of the table: judged stances by kind of record; a silence already says which record it is from. */
const COLUMNS: { label: string; count: (balance: ThemeBalance) => number }[] = [
  ...JUDGED.flatMap((judged) => [
    {
      label: `${STANCE_LABELS[judged]}, from whole records`,
      count: ({ byStance }: ThemeBalance) => byStance[judged].whole.length,
    },
    {
      label: `${STANCE_LABELS[judged]}, from accounts`,
      count: ({ byStance }: ThemeBalance) => byStance[judged].secondHand.length,
    },
  ]),
  ...STANCES.filter(isSilence).map((silence) => ({
    label: STANCE_LABELS[silence],
    count: (balance: ThemeBalance) => visitsOf(balance, silence),
  })),
];

/** Every visit as a mark; the silent ones stand a little apart. */
function asMarks(balance: ThemeBalance, y: number): Drawn[] {
  const visits = segments(balance).flatMap((segment) => Array.from({ length: segment.count }, () => segment));
  const judged = visits.filter(({ stance }) => !isSilence(stance)).length;
  return visits.map(({ stance, secondHand }, index) => {
    const apart = isSilence(stance) && judged > 0 ? PITCH / 2 : 0;
    const hatched = secondHand && !isSilence(stance) ? ID : undefined;
    return mark(9 + index * PITCH + apart, y, stance, { hatched });
  });
}

/** The visits as bars whose widths are their shares, with counts above those that have room. */
function asBars(balance: ThemeBalance, y: number): Drawn[] {
  const all = segments(balance);
  const total = sum(all, ({ count }) => count);
  const share = (count: number) => (100 * count) / total;
  return all.flatMap(({ stance, secondHand, count }, index) => {
    const x = percent(share(sum(all.slice(0, index), (segment) => segment.count)));
    const fill = isSilence(stance) ? 'none' : fillOf(stance, secondHand ? ID : undefined);
    const bar = s('rect', {
      x,
      y: y - 7,
      width: percent(share(count)),
      height: 14,
      fill,
      stroke: 'currentColor',
      'stroke-width': 1,
      ...(stance === 'not-known' && { 'stroke-dasharray': '2 2' }),
      ...coloured(stanceColour(stance)),
    });
    if (share(count) < ROOM_FOR_COUNT) return [bar];
    const counted = s(
      'svg',
      { x, y: y - 20, overflow: 'visible' },
      mark(8, 0, stance, { hatched: secondHand && !isSilence(stance) ? ID : undefined }),
      words(20, 4.5, String(count), { size: SMALL, colour: 'soft' }),
    );
    return [bar, counted];
  });
}

/** The themes of one group, one below the other. */
function panel(group: Theme['group'], balances: readonly ThemeBalance[], marked: boolean): Panel {
  const row = marked ? 52 : 70;
  const name = THEME_GROUP_LABELS[group];
  return {
    name,
    height: HEAD + balances.length * row,
    marks: [
      panelHead(name),
      ...balances.flatMap((balance, index) => {
        const { theme } = balance;
        const y = HEAD + index * row;
        return [
          rule(y),
          link(
            themeAddress(theme.id),
            `${theme.label}: ${inWords(balance)}`,
            words(0, y + 20, theme.label, { colour: 'link' }),
            ...(marked ? asMarks(balance, y + row - 15) : asBars(balance, y + row - 15)),
          ),
        ];
      }),
    ],
  };
}

/**
 * Per theme, how visits stand on it: their number by stance, never the number of findings, since a long
 * letter is not a worse council. What is known only from an account is hatched.
 */
export function themeBalanceChart(balances: readonly ThemeBalance[]): Chart {
  const visits = max(balances, (balance) => sum(STANCES, (stance) => visitsOf(balance, stance))) ?? 0;
  const marked = visits <= MOST_MARKS;
  const one = marked ? 'Each mark is one visit' : 'Each bar is as wide as its share of visits';
  return draw({
    id: ID,
    title: 'How each theme was assessed, by visit',
    description: `${one}; findings are not counted, since a long letter is not a worse council. Hatched: known only from an account of the letter.`,
    key: key([...STANCES.map(stanceKey), secondHandKey(ID)], hatching(ID)),
    panels: groups(balances, ({ theme }) => theme.group).map(([group, inGroup]) =>
      panel(group, inGroup, marked),
    ),
    table: {
      caption: 'Visits by their stance on each theme',
      columns: ['Theme', ...COLUMNS.map(({ label }) => label)],
      rows: balances.map((balance) => [balance.theme.label, ...COLUMNS.map(({ count }) => count(balance))]),
    },
  });
}
