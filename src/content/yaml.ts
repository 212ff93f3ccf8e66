import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Place, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { refusedYaml } from './yaml-refused.ts';
import { syntaxProblem, TOO_DEEP } from './yaml-syntax.ts';

/** YAML that was read: its values, all of them strings, lists or maps, and where each stands. */
export interface YamlText {
  /** `undefined` where the text cannot be read, or a field’s name is not certain. */
  value: unknown;
  /** What is wrong with the text as YAML: there may be a value all the same, for further checks. */
  problems: Problem[];
  /** The place of the value at a path; of the nearest one around it where there is none. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of a key within the map at a path. */
  placeOfKey: (path: readonly PropertyKey[], key: string) => Place;
}

/** Eighty times the longest line of any file of the content: the parser takes its time over what is longer. */
const LONGEST_LINE = 50_000;

const TOO_LONG: ProblemFacts = {
  rule: 'too-long',
  what: `This line has more than ${LONGEST_LINE} characters, which are the most that is read.`,
  todo: 'Check that it is the right file.',
};

/**
 * Reads YAML without guessing: every scalar stays the text that was written (`2024` is no number and
 * `1.10` stays `1.10`), whatever YAML would drop or change in silence is refused, and every value keeps its place.
 *
 * @param text the YAML
 * @param file the file it stands in, for the problems
 * @param firstLine the line of the file on which the text begins
 */
export function readYaml(text: string, file: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const start = { file, line: firstLine };
  const endless = text.split('\n').findIndex((line) => line.length > LONGEST_LINE);
  if (endless !== -1) {
    const problems = [problemAt({ file, line: endless + firstLine }, TOO_LONG)];
    return { value: undefined, problems, ...placesIn(undefined, placeAt, start) };
  }
  const problems: Problem[] = [];
  let document: Document.Parsed | undefined;
  let value: unknown;
  try {
    document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    // One mistake makes the parser stumble again and again: only the first error says what is wrong.
    const [error] = document.errors;
    if (error) {
      const { line, column, ...facts } = syntaxProblem(error, text, lines.linePos(error.pos[0]));
      problems.push(problemAt({ file, line: line + firstLine - 1, column }, facts));
    } else {
      problems.push(...refusedYaml(document, text, placeAt));
      const isUnsafe = problems.some(({ ruleId }) => ruleId === 'yaml-alias' || ruleId === 'yaml-key');
      value = isUnsafe ? undefined : document.toJS({ maxAliasCount: 0 });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(problemAt({ file, line: firstLine }, TOO_DEEP));
  }
  return { value, problems, ...placesIn(document, placeAt, start) };
}

/** Where values and keys stand. */
function placesIn(
  document: Document.Parsed | undefined,
  placeAt: (offset: number) => Place,
  start: Place,
): Pick<YamlText, 'placeOf' | 'placeOfKey'> {
  const nodeAt = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document?.contents : document?.getIn(path.slice(0, length), true);
      if (isNode(node) && !isAlias(node) && node.range) return node;
    }
    return undefined;
  };
  return {
    placeOf: (path) => {
      const node = nodeAt(path);
      return node ? placeAt(node.range?.[0] ?? 0) : start;
    },
    placeOfKey: (path, key) => {
      const map = nodeAt(path);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isNode(pair?.key) ? placeAt(pair.key.range?.[0] ?? 0) : start;
    },
  };
}
