import type { Need } from './needs.ts';
import type { Form } from './normalise.ts';

/** A stretch of the words of a text: the first, and the one after the last. */
export type Span = [from: number, to: number];

/** Where a sequence ends that begins at a word of a text: the word after its last, or -1. */
export function sequenceEnd(
  places: readonly Form[][],
  at: number,
  sequence: readonly ReadonlySet<string>[],
  next = 0,
): number {
  if (next === sequence.length) return at;
  for (const { word, span } of places[at] ?? []) {
    if (!sequence[next]?.has(word)) continue;
    const end = sequenceEnd(places, at + span, sequence, next + 1);
    if (end >= 0) return end;
  }
  return -1;
}

/** The stretches of a text, as its forms, that answer a need, and whether they do so with a word as typed. */
export function needSpans(places: readonly Form[][], need: Need): { span: Span; exact: boolean }[] {
  const found: { span: Span; exact: boolean }[] = [];
  places.forEach((here, at) => {
    for (const sequence of need.sequences) {
      for (const { word, span } of here) {
        if (!sequence[0]?.has(word)) continue;
        const to = sequenceEnd(places, at + span, sequence, 1);
        if (to < 0) continue;
        const exact = need.exact.has(word);
        const same = found.find((other) => other.span[0] === at && other.span[1] === to);
        if (same) same.exact ||= exact;
        else found.push({ span: [at, to], exact });
      }
    }
  });
  return found;
}
