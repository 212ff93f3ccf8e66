import { type Document, isNode, isScalar, type Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Place, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { hiddenCharacter } from './text.ts';

/** Names of fields that mean something to JavaScript itself. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * What YAML allows and a file of the content may not hold: what would change a value in silence, leave some of it
 * out, or say the same thing twice.
 *
 * @param document YAML without mistakes of its own
 * @param placeAt the place of an offset within the text
 */
export function refusedYaml(
  document: Document.Parsed,
  text: string,
  placeAt: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
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
      if (key !== '' && !RESERVED_KEYS.includes(key)) return;
      refuse(pair.key, {
        rule: 'yaml-key',
        what: key ? `“${key}” cannot be the name of a field.` : 'There is a field without a name here.',
        todo: 'Use another name.',
      });
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
  return problems;
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
  const source = text.slice(node.range[0], node.range[1]);
  if (source.includes('\n') && !source.startsWith('|') && !source.startsWith('>')) {
    return {
      rule: 'yaml-runs-on',
      what: 'This value runs on over the next line.',
      got: words,
      todo: 'Write it on one line; or begin the lines that belong together in the same column.',
    };
  }
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
  if (hidden && !hiddenCharacter(source)) {
    return {
      rule: 'hidden-character',
      what: `This value holds an invisible character (${hidden.code}), which could hide what it says.`,
      got: hidden.code,
      todo: 'Remove the code that begins with a backslash.',
    };
  }
  return undefined;
}
