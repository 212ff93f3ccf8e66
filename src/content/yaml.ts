import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { type Place, type Problem, problemAt } from './problem.ts';

/** YAML that was read: its values, all of them strings, lists or maps, and where each stands. */
export interface YamlText {
  value: unknown;
  problems: Problem[];
  /** The place of the value at a path; of the nearest one around it where there is none. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of a key within the map at a path. */
  placeOfKey: (path: readonly PropertyKey[], key: string) => Place;
}

const ADVICE: Record<string, string> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BAD_INDENT: 'Indent with two spaces for each level; lines that belong together start in the same column.',
  TAB_AS_INDENT: 'Indent with spaces, not tabs.',
  MISSING_CHAR: 'Close every quote and bracket; a value that holds “: ” or “#” needs quotes around it.',
  MULTILINE_IMPLICIT_KEY: 'Close the quote or bracket that was opened before this line.',
  BLOCK_AS_IMPLICIT_KEY: 'A value that holds “: ” needs quotes around it.',
};

/**
 * Reads YAML without guessing: every scalar stays the text that was written (`2024` is no number and
 * `1.10` stays `1.10`), aliases are refused, and every value keeps its place.
 *
 * @param text the YAML
 * @param file the file it stands in, for the problems
 * @param firstLine the line of the file on which the text begins
 */
export function readYaml(text: string, file: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const problems: Problem[] = [];
  let document: ReturnType<typeof parseDocument>;
  let value: unknown;
  try {
    document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
    });
    for (const error of document.errors) {
      problems.push(
        problemAt(place(error.pos[0]), {
          rule: 'yaml',
          what: `This cannot be read as YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}.`.replace(
            /\.\.$/,
            '.',
          ),
          todo: ADVICE[error.code] ?? 'Compare with the example in CONTRIBUTING.md.',
        }),
      );
    }
    visit(document, {
      Alias(_key, node) {
        problems.push(
          problemAt(place(node.range?.[0] ?? 0), {
            rule: 'yaml-alias',
            what: `“*${node.source}” repeats another value by reference, which is not allowed here.`,
            todo: 'Write the value out.',
          }),
        );
      },
      Pair(_key, pair) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
          problems.push(
            problemAt(place(isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0), {
              rule: 'yaml-key',
              what: `“${key}” cannot be the name of a field.`,
              todo: 'Use another name.',
            }),
          );
        }
      },
    });
    value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(
      problemAt(
        { file, line: firstLine },
        {
          rule: 'yaml-depth',
          what: 'This YAML is nested too deeply to be read.',
          todo: 'Write it flat, as in the example in CONTRIBUTING.md.',
        },
      ),
    );
  }
  const nodeAt = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document?.contents : document?.getIn(path.slice(0, length), true);
      if (isNode(node) && !isAlias(node) && node.range) return { node, exact: length === path.length };
    }
    return undefined;
  };
  return {
    value,
    problems,
    placeOf: (path) => {
      const found = nodeAt(path);
      return found ? place(found.node.range?.[0] ?? 0) : { file, line: firstLine };
    },
    placeOfKey: (path, key) => {
      const map = nodeAt(path)?.node;
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isNode(pair?.key) ? place(pair.key.range?.[0] ?? 0) : { file, line: firstLine };
    },
  };
}
