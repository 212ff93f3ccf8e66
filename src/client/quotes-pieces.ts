import type { Range } from '../search/query.ts';

/** A stretch of a text that is quoted, or not, throughout; in its parts, what is marked and what is not. */
export interface Piece {
  quoted: boolean;
  parts: { text: string; marked: boolean }[];
}

/** Cuts a text where quotations and marks begin and end. Both lists are in order and without overlap. */
export function cutText(text: string, quoted: readonly Range[], marks: readonly Range[]): Piece[] {
  return cut(text.length, quoted).map(([start, end, inside]) => ({
    quoted: inside,
    parts: cut(end - start, clip(marks, start, end)).map(([from, to, marked]) => ({
      text: text.slice(start + from, start + to),
      marked,
    })),
  }));
}

/** Everything from 0 to a length, cut at ranges: start, end, and whether it is one of them. */
function cut(length: number, ranges: readonly Range[]): [number, number, boolean][] {
  const stretches: [number, number, boolean][] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) stretches.push([at, start, false]);
    stretches.push([start, end, true]);
    at = end;
  }
  if (at < length) stretches.push([at, length, false]);
  return stretches;
}

/** The parts of ranges within a stretch, counted from its start. */
function clip(ranges: readonly Range[], start: number, end: number): Range[] {
  return ranges
    .filter((range) => range[1] > start && range[0] < end)
    .map((range): Range => [Math.max(range[0], start) - start, Math.min(range[1], end) - start]);
}
