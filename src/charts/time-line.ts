import { extent, scaleUtc, utcYear } from 'd3';
import type { HistoryEntry } from '../insight/history.ts';
import { beginSentence } from '../insight/phrase.ts';
import { visitAddress } from '../model/address.ts';
import type { Authority } from '../model/authority.ts';
import { VISIT_KIND_LABELS } from '../model/visit-kind.ts';
import { type Chart, draw, type Panel } from './chart.ts';
import { coloured, link, percent, place, rule, SMALL, upright, words, wrap } from './drawing.ts';
import { type Drawn, s } from './element.ts';
import { type KeyEntry, key } from './mark.ts';

/** A span whose share of the width is smaller, in per cent, could not be told from a dot, and is one. */
const LEAST_SPAN = 2;
/** So many characters of small words fit a line on the narrowest phone. */
const LINE = 42;
/** So many years have each a tick of its own on the narrowest phone. */
const MOST_YEARS = 9;

/** A day as a moment, the same in every time zone. */
function moment(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A date in words, without what the page says anyway of dates that are not known. */
function whenOf({ when }: HistoryEntry): string {
  return beginSentence(when.split(';')[0] ?? when);
}

function kindOf(entry: HistoryEntry): string {
  return VISIT_KIND_LABELS[entry.held ? entry.visit.kind : entry.report.kind];
}

/** A disc for what is held, a ring for what is not. */
function dot(held: boolean): Drawn {
  return held
    ? s('circle', { r: 7, fill: 'currentColor', ...coloured('ink') })
    : s('circle', { r: 6, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, ...coloured('soft') });
}

/** A span of days on which it may have been, round-ended: filled for what is held, an outline for what is not. */
function span(held: boolean, x: number, width: number, y: number): Drawn {
  const look = held
    ? { fill: 'currentColor', ...coloured('ink') }
    : { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, ...coloured('soft') };
  const height = held ? 10 : 9;
  return s('rect', {
    x: percent(x),
    y: y - height / 2,
    width: percent(width),
    height,
    rx: height / 2,
    ...look,
  });
}

const KEY: KeyEntry[] = [
  { mark: dot(true), label: 'Held here' },
  { mark: dot(false), label: 'Not held' },
  {
    mark: s('rect', { x: -9, y: -5, width: 18, height: 10, rx: 5, fill: 'currentColor', ...coloured('ink') }),
    label: 'Some day in this span',
  },
];

/** The years that get a tick: every one, or every second, fifth or tenth where there are many. */
function ticks(first: Date, last: Date): Date[] {
  const years = utcYear.range(first, utcYear.offset(last, 1));
  const step = [1, 2, 5, 10].find((every) => years.length / every <= MOST_YEARS) ?? 20;
  return years.filter((year) => year.getUTCFullYear() % step === 0);
}

/** Where an entry stands in time, as a dot or as a span, in the middle of `y`. */
function position(entry: HistoryEntry, across: (day: Date) => number, y: number): Drawn {
  const [from, to] = [across(moment(entry.began.earliest)), across(moment(entry.began.latest))];
  if (to - from >= LEAST_SPAN) return span(entry.held, from, to - from, y);
  return place(percent((from + to) / 2), y, dot(entry.held));
}

/** The history on its axis, an entry below the other. */
function panel(name: string, history: readonly HistoryEntry[]): Panel {
  const days = history.flatMap(({ began }) => [moment(began.earliest), moment(began.latest)]);
  // Without any history there is an axis of one year, and nothing on it.
  const [earliest = moment('2000-01-01'), latest = moment('2000-12-31')] = extent(days);
  const [first, last] = [utcYear.floor(earliest), utcYear.ceil(latest)];
  const across = scaleUtc([first, last], [6, 94]);
  const axis = 20;
  const rows: Drawn[] = [];
  let y = axis + 10;
  for (const entry of history) {
    const kind = wrap(`${kindOf(entry)}${entry.held ? '' : ', not held here'}`, LINE);
    const lane = y + 38 + kind.length * 16;
    const named = words(0, y + 20, whenOf(entry), { colour: entry.held ? 'link' : 'ink' });
    const drawn = position(entry, across, lane);
    rows.push(
      rule(y),
      ...(entry.held
        ? [link(visitAddress(entry.visit.id), `${whenOf(entry)}: ${entry.visit.title}`, named, drawn)]
        : [named, drawn]),
      ...kind.map((line, index) => words(0, y + 38 + index * 16, line, { size: SMALL, colour: 'soft' })),
    );
    y = lane + 14;
  }
  const years = ticks(first, last).flatMap((year) => {
    const x = percent(across(year));
    const label = String(year.getUTCFullYear());
    return [
      upright(x, axis, y),
      words(x, axis - 6, label, { size: SMALL, colour: 'soft', anchor: 'middle' }),
    ];
  });
  return { name, height: y, marks: [...years, ...rows] };
}

/** An authority’s visits held here and the reports known that are not, on a time axis, the oldest above. */
export function timeLineChart(
  authority: Pick<Authority, 'id' | 'name'>,
  history: readonly HistoryEntry[],
): Chart {
  const datedByReport = history.some((entry) => entry.held && entry.visit.visited.before);
  return draw({
    id: `time-line-${authority.id}`,
    title: `Visits to ${authority.name}, held and known`,
    description:
      'Each visit or report in order of time. Where the record does not give the day, a bar spans the days on which it may have been.',
    key: key(KEY),
    panels: [panel(authority.name, history)],
    notes: datedByReport
      ? ['A visit of which only the report is dated is shown within that year: the record does not say more.']
      : [],
    table: {
      caption: `Visits to ${authority.name} held here, and reports known that are not`,
      columns: ['When', 'Kind', 'Held here', 'Earliest day', 'Latest day'],
      rows: history.map((entry) => [
        whenOf(entry),
        kindOf(entry),
        entry.held ? 'yes' : 'no',
        entry.began.earliest,
        entry.began.latest,
      ]),
    },
  });
}
