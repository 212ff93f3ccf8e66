import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Place, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { hiddenCharacter } from './text.ts';
import { syntaxProblem, TOO_DEEP } from './yaml-syntax.ts';

/** YAML that was read: its values, all of them strings, lists or maps, and where each stands. */
export interface YamlText {
  /** `undefined` where the text cannot be read as YAML. */
  value: unknown;
  problems: Problem[];
  /** The place of the value at a path; of the nearest one around it where there is none. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of a key within the map at a path. */
  placeOfKey: (path: readonly PropertyKey[], key: string) => Place;
}

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
    }
    const refuse = (node: unknown, facts: ProblemFacts) => {
      problems.push(problemAt(placeAt((isNode(node) && node.range?.[0]) || 0), facts));
    };
    const refuseAltered = (node: Scalar | YAMLMap | YAMLSeq) => {
      const facts = alteredInSilence(node, text);
      if (facts) refuse(node, facts);
    };
    visit(document, {
      Alias: (_key, node) => {
        refuse(node, {
          rule: 'yaml-alias',
          what: `“*${node.source}” repeats another value by reference, which is not allowed here.`,
          got: `*${node.source}`,
          todo: 'Write the value out; if it begins with a star, put quotes around it.',
        });
      },
      Scalar: (_key, node) => refuseAltered(node),
      Seq: (_key, node) => refuseAltered(node),
      Map: (_key, node) => {
        refuseAltered(node);
        for (const { first, second } of repeatedKeys(node)) {
          refuse(second, {
            rule: 'yaml-key',
            field: String(second.value),
            what: `The field \`${second.value}\` is there twice: it stands on line ${placeAt(first.range?.[0] ?? 0).line} too.`,
            todo: 'Keep one of the two.',
          });
        }
      },
      Pair: (_key, pair) => {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        if (['', '__proto__', 'constructor', 'prototype'].includes(key)) {
          refuse(pair.key, {
            rule: 'yaml-key',
            what: key ? `“${key}” cannot be the name of a field.` : 'There is a field without a name here.',
            todo: 'Use another name.',
          });
        }
      },
    });
    const [, , end = text.length] = document.range;
    if (text.slice(end).trim() !== '') {
      problems.push(
        problemAt(placeAt(end), {
          rule: 'yaml-end',
          what: 'The YAML ends here, and what follows would be left out.',
          todo: 'Remove the line of dots or dashes.',
        }),
      );
    }
    value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(problemAt({ file, line: firstLine }, TOO_DEEP));
  }
  return { value, problems, ...placesIn(document, placeAt, { file, line: firstLine }) };
}

/** The keys of a map that are there before, each with the first of its name. */
function repeatedKeys({ items }: YAMLMap): { first: Scalar; second: Scalar }[] {
  const seen = new Map<unknown, Scalar>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const first = seen.get(key.value);
    if (first) return [{ first, second: key }];
    seen.set(key.value, key);
    return [];
  });
}

/** What YAML would leave out of a value, or change in it, without a word. */
function alteredInSilence(node: Scalar | YAMLMap | YAMLSeq, text: string): ProblemFacts | undefined {
  const mark = node.anchor ? `&${node.anchor}` : node.tag?.replace('tag:yaml.org,2002:', '!!');
  if (mark) {
    return {
      rule: 'yaml-mark',
      what: `“${mark}” has a meaning of its own in YAML and would be left out of the value.`,
      got: mark,
      todo: 'Put quotes around a value that begins with & or !, or remove the mark.',
    };
  }
  if (!isScalar(node) || !node.range) return undefined;
  const words = String(node.value ?? '');
  const remark = /^[ \t]+#[^\n]*/.exec(text.slice(node.range[1], node.range[2]))?.[0].trim();
  if (remark) {
    return {
      rule: 'yaml-remark',
      what: `YAML takes “${remark}” for a remark and leaves it out of the value.`,
      got: remark,
      todo: `If it belongs to the value, put quotes around all of it: "${words} ${remark}". If it is a remark, give it a line of its own.`,
    };
  }
  if (node.type === 'PLAIN' && /^(?:null|~)$/i.test(words)) {
    return {
      rule: 'yaml-null',
      what: `“${words}” would be shown as a word.`,
      got: words,
      todo: 'Leave the field out when its value is not known.',
    };
  }
  const hidden = hiddenCharacter(words);
  if (hidden && !hiddenCharacter(text.slice(node.range[0], node.range[1]))) {
    return {
      rule: 'hidden-character',
      what: `This value holds an invisible character (${hidden.code}), which could hide what it says.`,
      got: hidden.code,
      todo: 'Remove the code that begins with a backslash.',
    };
  }
  return undefined;
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
