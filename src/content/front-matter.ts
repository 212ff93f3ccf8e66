import matter from 'gray-matter';
import { type Problem, problemAt } from './problem.ts';
import { tooLong } from './size.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** A visit file, split. The body keeps its lines: the front matter is blanked, not cut. */
export interface SplitFile {
  yaml: YamlText;
  body: string;
}

/**
 * Splits a visit file into front matter and body with gray-matter. Its evaluating engines are switched off,
 * and what it would pass over in silence is a problem: no front matter, a blank line before it, another language.
 */
export function splitFile(text: string, file: string): { split?: SplitFile; problems: Problem[] } {
  const refuse = (line: number, rule: string, what: string, todo: string) => ({
    problems: [problemAt({ file, line }, { rule, field: 'front matter', what, todo })],
  });
  const long = tooLong(text, file);
  if (long) return { problems: [long] };
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length).trimEnd();
  if (first !== '---') {
    const language = /^---\s*(\S+)/.exec(first)?.[1];
    return language
      ? refuse(
          1,
          'front-matter-language',
          `The front matter says that it is “${language}”; only YAML is read, and nothing is ever run.`,
          'Make the first line just ---',
        )
      : refuse(
          1,
          'no-front-matter',
          'The file does not begin with front matter.',
          'Make --- the very first line, with nothing before it; see the example in CONTRIBUTING.md.',
        );
  }
  const closing = /^---.*$/m.exec(text.slice(first.length));
  if (!closing) {
    return refuse(
      1,
      'front-matter-open',
      'The front matter is never closed.',
      'Put a line --- after its last field.',
    );
  }
  // gray-matter closes at any line that begins so, and would cut this one in two.
  if (closing[0].trimEnd() !== '---') {
    const line = text.slice(0, first.length + closing.index).split('\n').length;
    return refuse(
      line,
      'front-matter-open',
      `The front matter must be closed by a line --- alone, and this line says “${closing[0].slice(0, 60)}”.`,
      'Make the line just ---',
    );
  }
  let yaml: YamlText | undefined;
  const never = () => {
    throw new Error('Only YAML front matter is read.');
  };
  // It copies what it is given, and looks it up in its cache: the body need not go through that.
  const head = /^---[\s\S]*?\n---.*\n?/.exec(text)?.[0] ?? text;
  // The empty options keep gray-matter from answering out of its cache, which forgets errors.
  const { content } = matter(head, {
    language: 'yaml',
    engines: {
      yaml: (source: string) => {
        const leading = source.length - source.replace(/^\n/, '').length;
        yaml = readYaml(source.slice(leading), file, 2);
        return {};
      },
      javascript: never,
      js: never,
      json: never,
    },
  });
  if (!yaml)
    return refuse(
      1,
      'front-matter-empty',
      'The front matter is empty.',
      'Begin with the example in CONTRIBUTING.md.',
    );
  const length = head.length - content.length;
  const blanked = head.slice(0, length).replace(/[^\n]/g, '');
  return { split: { yaml, body: blanked + text.slice(length) }, problems: [] };
}
