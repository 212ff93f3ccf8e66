import { groups } from 'd3';
import type { StanceSheet, ThemeStance } from '../insight/sheet.ts';
import { countsInWords, isSilence, STANCE_LABELS, STANCES } from '../insight/stance.ts';
import { themeAddress, visitAddress } from '../model/address.ts';
import { THEME_GROUP_LABELS, type Theme } from '../model/theme.ts';
import { type Chart, draw, type Panel } from './chart.ts';
import { type VisitColumns, visitColumns } from './column.ts';
import { HEAD, link, panelHead, place, rule, TARGET_SQUARE, words } from './drawing.ts';
import type { Drawn } from './element.ts';
import { hatching, key, mark, PROPOSED_KEY, secondHandKey, stanceKey } from './mark.ts';

/** The height of a row, in pixels. */
const ROW = 54;

type ShownTheme = Pick<Theme, 'id' | 'label' | 'group'>;

/** A visit’s stance on a theme as a mark; a judged one leads to the findings. */
function stanceMark(
  chart: string,
  sheet: StanceSheet,
  theme: ShownTheme,
  on: ThemeStance,
  x: string,
  y: number,
): Drawn {
  if (isSilence(on.stance)) return mark(x, y, on.stance);
  const details = { hatched: sheet.whole ? undefined : chart, proposed: on.proposed };
  return link(
    `${visitAddress(sheet.visit)}#page-theme-${theme.id}`,
    `${theme.label}, ${sheet.title}: ${STANCE_LABELS[on.stance]} (${countsInWords(on.counts)})`,
    place(x, y, TARGET_SQUARE, mark(0, 0, on.stance, details)),
  );
}

/** The themes of one group, under heads of their own, so that the heads are in sight on a phone. */
function panel(
  chart: string,
  columns: VisitColumns,
  group: Theme['group'],
  themes: readonly ShownTheme[],
): Panel {
  const name = THEME_GROUP_LABELS[group];
  const top = HEAD + columns.height + 12;
  return {
    name,
    height: top + themes.length * ROW,
    marks: [
      panelHead(name),
      ...columns.heads(HEAD),
      ...themes.flatMap((theme, index) => {
        const y = top + index * ROW;
        return [
          rule(y),
          link(themeAddress(theme.id), theme.label, words(0, y + 20, theme.label, { colour: 'link' })),
          ...columns.sheets.flatMap((sheet) => {
            const on = sheet.themes[theme.id];
            return on ? [stanceMark(chart, sheet, theme, on, columns.middle(sheet.visit), y + 38)] : [];
          }),
        ];
      }),
    ],
  };
}

/**
 * Themes by visits: how each visit assessed each theme, visits in order of time from left to right.
 *
 * @param id names the chart and its file where a site has several of them
 */
export function themeByVisitChart(
  given: readonly StanceSheet[],
  themes: readonly ShownTheme[],
  id = 'theme-by-visit',
): Chart {
  const columns = visitColumns(given);
  const { sheets } = columns;
  const cells = sheets.flatMap((sheet) => Object.values(sheet.themes));
  const [only, ...others] = new Set(sheets.map((sheet) => sheet.place));
  return draw({
    id,
    title: `How each theme was assessed${only && others.length === 0 ? ` in ${only}` : ''}, visit by visit`,
    description:
      'A column for each visit, the oldest at the left; a mark leads to what was found. Hatched: known only from an account of the letter.',
    key: key(
      [
        ...STANCES.map(stanceKey),
        ...(sheets.some(({ whole }) => !whole) ? [secondHandKey(id)] : []),
        ...(cells.some(({ proposed }) => proposed) ? [PROPOSED_KEY] : []),
      ],
      hatching(id),
    ),
    panels: groups(themes, ({ group }) => group).map(([group, inGroup]) =>
      panel(id, columns, group, inGroup),
    ),
    width: columns.width,
    table: {
      caption: 'Stance of each visit on each theme',
      columns: ['Theme', ...sheets.map(({ title }) => title)],
      rows: themes.map((theme) => [
        theme.label,
        ...sheets.map((sheet) => STANCE_LABELS[sheet.themes[theme.id]?.stance ?? 'not-known']),
      ]),
    },
  });
}
