import Fuse from 'fuse.js';
import { VFileMessage } from 'vfile-message';

/** Where a problem is, in a file. Lines and columns count from 1. */
export interface Place {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** What an editor is told of a problem. */
export interface ProblemFacts {
  /** A permanent name for this kind of problem, such as `unknown-theme`. */
  rule: string;
  /** The field or block that it is about, such as `visited.start` or `finding #homes-suitable`. */
  field?: string | undefined;
  /** What happened and why, as a sentence. */
  what: string;
  /** The value got, as written in the file. */
  got?: string | undefined;
  /** The values allowed. */
  allowed?: readonly string[] | undefined;
  /** What to do or to write instead, as a sentence. */
  todo: string;
}

/** A problem in a content file: a vfile message that also says what to do. */
export type Problem = VFileMessage & { field?: string };

/** A problem at a place. `reason` is what happened, `note` what to do, `actual` and `expected` the values. */
export function problemAt(place: Place, facts: ProblemFacts): Problem {
  const message: Problem = new VFileMessage(facts.what, {
    place: place.line ? { line: place.line, column: place.column ?? 1 } : undefined,
    ruleId: facts.rule,
    source: 'content',
  });
  message.file = place.file;
  message.fatal = true;
  message.note = facts.todo;
  if (facts.field !== undefined) message.field = facts.field;
  if (facts.got !== undefined) message.actual = facts.got;
  if (facts.allowed !== undefined) message.expected = [...facts.allowed];
  return message;
}

/** The allowed value most like the one that was written, or `undefined` where none is like it. */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  const fuse = new Fuse(allowed, { threshold: 0.5, ignoreLocation: true, includeScore: true });
  // Fuse looks for the written text within each value; the other way round finds "focused-visits".
  const reversed = new Fuse([written], { threshold: 0.5, ignoreLocation: true, includeScore: true });
  const candidates = [
    ...fuse.search(written.slice(0, 32)).map(({ item, score = 1 }) => ({ item, score })),
    ...allowed.flatMap((item) =>
      reversed.search(item.slice(0, 32)).map(({ score = 1 }) => ({ item, score })),
    ),
  ];
  candidates.sort(
    (a, b) =>
      a.score - b.score ||
      Math.abs(a.item.length - written.length) - Math.abs(b.item.length - written.length),
  );
  return candidates[0]?.item;
}

/** Every problem found in the content: thrown together, so that an editor mends them in one go. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[], report: string) {
    super(report);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
