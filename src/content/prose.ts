import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit as walk } from 'unist-util-visit';
import type { Problem, ProblemFacts } from './problem.ts';

/** What the readers of a body share: its text, and where problems go. */
export interface Reading {
  file: string;
  text: string;
  lines: string[];
  problems: Problem[];
}

/** Reports a problem at a node of the body. */
export type Report = (node: Nodes, facts: ProblemFacts) => void;

const parser = unified().use(remarkParse).use(remarkDirective).freeze();

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
 * Parses a body. What remark-directive takes for a text directive, such as the `:30am` of "10:30am",
 * becomes text again, exactly as it was written: visit files have none.
 */
export function parseBody(text: string): Root {
  const tree = parser.parse(text);
  walk(tree, 'textDirective', (node, index, parent) => {
    const value = text.slice(node.position?.start.offset, node.position?.end.offset);
    if (parent && index !== undefined)
      parent.children.splice(index, 1, { type: 'text', value, position: node.position });
    return SKIP;
  });
  return tree;
}

/** The words of a node as plain text, line breaks folded to spaces. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value.replace(/\s*\n\s*/g, ' ');
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** Paragraphs and lists as HTML that holds nothing but words, emphasis and links to the web. */
export function renderProse(nodes: RootContent[]): string {
  if (nodes.length === 0) return '';
  return toHtml(renderer.runSync({ type: 'root', children: nodes }));
}

const PROSE = new Set(['paragraph', 'list', 'listItem', 'text', 'emphasis', 'strong', 'link', 'break']);

const INSTEAD: Partial<Record<Nodes['type'], string>> = {
  heading: 'Write a paragraph: the page has its own headings.',
  html: 'Write it in words or Markdown: HTML is never passed on. A “<” that is meant as such is written \\<.',
  image: 'Remove the image: visit files hold words only.',
  code: 'Remove the four spaces or the ``` before it.',
  inlineCode: 'Remove the backticks.',
  thematicBreak: 'Remove the line.',
  leafDirective: 'Remove it; ::from{…} belongs inside a finding, response or action.',
  definition: 'Write the link as [words](https://…).',
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
        what: `There is a “${inner.type}” here; this part holds only paragraphs, lists, emphasis and links.`,
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
    if (inner.type === 'text' && /^:{2,}/m.test(inner.value)) refuse(inner, strayMarker(inner.value));
    return undefined;
  });
  return sound;
}

/** What is wrong with a line of colons that did not become a block. */
export function strayMarker(text: string): Omit<ProblemFacts, 'field'> {
  const line = text.split('\n').find((candidate) => /^:{2,}/.test(candidate)) ?? '';
  if (/^:+\s*$/.test(line)) {
    return {
      rule: 'stray-close',
      what: 'This line of colons closes nothing.',
      todo: 'Delete it, or check that the block above it is opened and has no closing line already.',
    };
  }
  return {
    rule: 'malformed-block',
    what: `“${line.slice(0, 60)}” was meant to open a block, and cannot be read as one.`,
    got: line,
    todo: 'Write it without spaces before the brace and with every value in quotes, like :::finding{#an-id themes="health" assessment="strength" source="letter"}',
  };
}
