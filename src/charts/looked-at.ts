import { max } from 'd3';
import { beginSentence } from '../insight/phrase.ts';
import type { StanceSheet } from '../insight/sheet.ts';
import { FOCUS_AREAS, FOCUS_LABELS, type FocusArea } from '../model/focus.ts';
import { type Chart, draw, type Panel } from './chart.ts';
import { type VisitColumns, visitColumns } from './column.ts';
import { coloured, place, rule, SMALL, words, wrap } from './drawing.ts';
import { type Drawn, s } from './element.ts';
import { key } from './mark.ts';

/** The height of the row of an area, in pixels. */
const ROW = 52;
/** So many characters of small words fit a column. */
const COLUMN_CHARACTERS = 11;

/** What the whole service is made of. Arrangements during the pandemic are looked at only where that is said. */
const WHOLE_SERVICE: readonly FocusArea[] = FOCUS_AREAS.filter(
  (area) => area !== 'whole-service' && area !== 'covid-arrangements',
);

/** Whether a visit looked at an area of work: named in its focus, or part of the whole service. */
function looked(sheet: StanceSheet, area: FocusArea): boolean {
  return sheet.focus.includes(area) || (sheet.groups === 'everyone' && WHOLE_SERVICE.includes(area));
}

/** The ages that a visit looked at: "18 to 25". */
function agesOf({ ages }: StanceSheet): string {
  if (!ages) return 'not given';
  return ages.from === ages.to ? String(ages.from) : `${ages.from} to ${ages.to}`;
}

/** An area that the focus names. */
function dot(): Drawn {
  return s('circle', { r: 7, fill: 'currentColor', ...coloured('ink') });
}

/** An area that is looked at as part of the whole service. */
function bar(): Drawn {
  return s('rect', { x: -4, y: -10, width: 8, height: 20, rx: 4, fill: 'currentColor', ...coloured('soft') });
}

/** The row of an area: a mark for each visit that looked at it. */
function areaRow({ sheets, middle }: VisitColumns, area: FocusArea, y: number): Drawn[] {
  return [
    rule(y),
    words(0, y + 19, beginSentence(FOCUS_LABELS[area])),
    ...sheets
      .filter((sheet) => looked(sheet, area))
      .map((sheet) => place(middle(sheet.visit), y + 37, sheet.focus.includes(area) ? dot() : bar())),
  ];
}

/** A row of words, a text for each visit, and its height. */
function textRow(
  { sheets, middle }: VisitColumns,
  label: string,
  textOf: (sheet: StanceSheet) => string,
  y: number,
): Omit<Panel, 'name'> {
  const texts = sheets.map((sheet) => ({
    x: middle(sheet.visit),
    lines: wrap(textOf(sheet), COLUMN_CHARACTERS),
  }));
  return {
    height: 40 + (max(texts, ({ lines }) => lines.length) ?? 0) * 16,
    marks: [
      rule(y),
      words(0, y + 19, label, { bold: true }),
      ...texts.flatMap(({ x, lines }) =>
        lines.map((line, index) => words(x, y + 40 + index * 16, line, { size: SMALL, anchor: 'middle' })),
      ),
    ],
  };
}

/** What each visit looked at: areas of work, ages, and what it is known from. Visits in order of time. */
export function lookedAtChart(given: readonly StanceSheet[], id = 'looked-at'): Chart {
  const columns = visitColumns(given);
  const { sheets } = columns;
  const areas = FOCUS_AREAS.filter(
    (area) =>
      WHOLE_SERVICE.includes(area) ||
      (area !== 'whole-service' && sheets.some((sheet) => looked(sheet, area))),
  );
  const top = columns.height + 16;
  const bottom = top + areas.length * ROW;
  const ages = textRow(columns, 'Ages', agesOf, bottom);
  const record = textRow(columns, 'Known from', (sheet) => sheet.record, bottom + ages.height);
  return draw({
    id,
    title: 'What each visit looked at',
    description:
      'Areas of work by visit, the oldest visit at the left; then the ages looked at, and what each visit is known from.',
    key: key([
      { mark: dot(), label: 'Looked at' },
      { mark: bar(), label: 'The whole service' },
    ]),
    panels: [
      {
        name: 'Visits by what they looked at',
        height: bottom + ages.height + record.height,
        marks: [
          ...columns.heads(0),
          ...areas.flatMap((area, row) => areaRow(columns, area, top + row * ROW)),
          ...ages.marks,
          ...record.marks,
        ],
      },
    ],
    width: columns.width,
    table: {
      caption: 'What each visit looked at, and what it is known from',
      columns: ['Visit', ...areas.map((area) => beginSentence(FOCUS_LABELS[area])), 'Ages', 'Known from'],
      rows: sheets.map((sheet) => [
        sheet.title,
        ...areas.map((area) => (looked(sheet, area) ? 'yes' : 'no')),
        agesOf(sheet),
        sheet.record,
      ]),
    },
  });
}
