import matter from 'gray-matter';
import { type Problem, problemAt } from './problem.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** A visit file, split. The body keeps its lines: the front matter is blanked, not cut. */
export interface SplitFile {
  yaml: YamlText;
  body: string;
}

/** Anything that shows nothing, or turns the reading direction: it could hide what a text says. */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/u;

const MAXIMUM_LENGTH = 2_000_000;

/** Line ends as `\n`, Unicode in its composed form, no byte order mark: the same text from every editor. */
export function normaliseText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** Characters that nobody can see, each with its place. */
export function hiddenCharacters(text: string, file: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const found = HIDDEN.exec(line);
    if (!found) return [];
    const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return problemAt(
      { file, line: index + 1, column: found.index + 1 },
      {
        rule: 'hidden-character',
        what: `There is an invisible character here (${code}), which could hide what the text says.`,
        got: code,
        todo: 'Delete it: retype the words around it if you cannot see it.',
      },
    );
  });
}

/**
 * Splits a visit file into front matter and body with gray-matter. Its evaluating engines are switched off,
 * and what it would pass over in silence is a problem: no front matter, a blank line before it, another language.
 */
export function splitFile(text: string, file: string): { split?: SplitFile; problems: Problem[] } {
  const refuse = (line: number, rule: string, what: string, todo: string) => ({
    problems: [problemAt({ file, line }, { rule, field: 'front matter', what, todo })],
  });
  if (text.length > MAXIMUM_LENGTH) {
    return refuse(
      1,
      'too-long',
      `The file has ${text.length} characters; a visit file has at most ${MAXIMUM_LENGTH}.`,
      'Check that it is the right file.',
    );
  }
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
  if (!/^---[ \t]*$/m.test(text.slice(4))) {
    return refuse(
      1,
      'front-matter-open',
      'The front matter is never closed.',
      'Put a line --- after its last field.',
    );
  }
  let yaml: YamlText | undefined;
  const never = () => {
    throw new Error('Only YAML front matter is read.');
  };
  // The empty options keep gray-matter from answering out of its cache, which forgets errors.
  const { content } = matter(text, {
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
  const head = text.slice(0, text.length - content.length);
  return { split: { yaml, body: head.replace(/[^\n]/g, '') + content }, problems: yaml.problems };
}
