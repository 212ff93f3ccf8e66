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
  /** What to do or to write instead, as a sentence; after a line break, the lines to write. */
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

/** Every problem found in the content: thrown together, so that an editor mends them in one go. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[], report: string) {
    super(report);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
