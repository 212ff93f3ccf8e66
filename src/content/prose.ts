import { toHtml } from 'hast-util-to-html';
import type { Nodes, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { SKIP, visit as walk } from 'unist-util-visit';
import { plainWords } from './plain-words.ts';
import type { ProblemFacts } from './problem.ts';

/** Reports a problem at a node of the body. */
export type Report = (node: Nodes, facts: ProblemFacts) => void;

const parser = unified().use(remarkParse).use(remarkDirective).use(withoutTextDirectives).freeze();

/** Visit files have no directives within a line: the `:30am` of "10:30am" is words and stays so. */
function withoutTextDirectives(this: Processor): void {
  for (const extension of this.data().micromarkExtensions ?? []) delete extension.text;
}

const renderer = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: ['p', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'br'],
    attributes: { a: ['href'] },
    protocols: { href: ['http', 'https'] },
  })
  .freeze();

/**
 * Parses a part of a body.
 *
 * @param line the line of the file on which the text begins: the nodes’ lines are the file’s own
 */
export function parsePart(text: string, line: number): RootContent[] {
  if (/^[ \t\n]*$/.test(text)) return [];
  return plainWords(text, line) ?? parseMarkdown(text, line);
}

/** Parses a part of a body, whatever is in it; see parsePart. */
export function parseMarkdown(text: string, line: number): RootContent[] {
  const tree = parser.parse(text);
  walk(tree, (node) => {
    if (!node.position) return;
    node.position.start.line += line - 1;
    node.position.end.line += line - 1;
  });
  return tree.children;
}

/** The words of a node as plain text, line breaks folded to spaces. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value.includes('\n') ? node.value.replace(/\s*\n\s*/g, ' ') : node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** Paragraphs and lists as HTML that holds nothing but words, emphasis and links to the web. */
export function renderProse(nodes: RootContent[]): string {
  if (nodes.length === 0) return '';
  return toHtml(renderer.runSync({ type: 'root', children: nodes }));
}

const PROSE = new Set(['paragraph', 'list', 'listItem', 'text', 'emphasis', 'strong', 'link', 'break']);

/** What an editor calls the pieces of Markdown. */
const CALLED: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'a quotation',
  code: 'a block of code (lines that begin with four spaces or ```)',
  containerDirective: 'a block',
  definition: 'the address of a link',
  emphasis: 'emphasis (* or _)',
  heading: 'a heading (#, or a line of = or - below)',
  html: 'HTML (<…>)',
  image: 'an image',
  imageReference: 'an image',
  inlineCode: 'code (`)',
  leafDirective: 'a line that begins with two colons',
  link: 'a link',
  linkReference: 'a link',
  list: 'a list',
  strong: 'strong emphasis (** or __)',
  thematicBreak: 'a dividing line (---, *** or ___)',
};

/** What an editor calls a piece of Markdown: “a heading”. */
export function called(node: Nodes): string {
  return CALLED[node.type] ?? `a “${node.type}”`;
}

const INSTEAD: Partial<Record<Nodes['type'], string>> = {
  heading: 'Write a paragraph: the page has its own headings.',
  html: 'Write it in words or Markdown: HTML is never passed on. A “<” that is meant as such is written \\<',
  image: 'Remove the image: visit files hold words only.',
  code: 'Remove the four spaces or the ``` before it.',
  inlineCode: 'Remove the ` marks.',
  thematicBreak: 'Remove the line.',
  leafDirective: 'Remove it: `::from{…}` belongs inside a finding, a response or an action.',
  definition: 'Write the link as [words](https://…)',
  linkReference: 'Write the link as [words](https://…)',
};

/**
 * Checks that an editor's prose (the summary, or the plain summary) holds paragraphs, lists, emphasis and links
 * only, and no quotation: quotations belong to findings, where they are checked against their source.
 */
export function checkProse(node: RootContent, where: string, report: Report): boolean {
  let sound = true;
  const refuse = (at: Nodes, facts: Omit<ProblemFacts, 'field'>) => {
    sound = false;
    report(at, { field: where, ...facts });
  };
  walk(node, (inner) => {
    if (inner.type === 'blockquote') {
      refuse(inner, {
        rule: 'quotation-outside-finding',
        what: 'A quotation stands outside the findings, where nothing proves it.',
        todo: 'Move it into the finding it belongs to, and say it in your own words here.',
      });
      return SKIP;
    }
    if (!PROSE.has(inner.type)) {
      refuse(inner, {
        rule: 'not-prose',
        what: `There is ${called(inner)} here; this part holds only paragraphs, lists, emphasis and links.`,
        todo: INSTEAD[inner.type] ?? 'Write it as a paragraph.',
      });
      return SKIP;
    }
    if (inner.type === 'link' && !/^https?:\/\//.test(inner.url)) {
      refuse(inner, {
        rule: 'link',
        what: `The link goes to “${inner.url}”, which is not a web address.`,
        got: inner.url,
        todo: 'Begin it with https:// or remove it.',
      });
    }
    if (inner.type === 'text' && /["“”]/.test(inner.value)) {
      refuse(inner, {
        rule: 'quotation-outside-finding',
        what: 'There are double quotation marks here, and what stands between them is not checked.',
        todo: 'Say it in your own words, or move the quotation into a finding.',
      });
    }
    return undefined;
  });
  return sound;
}
