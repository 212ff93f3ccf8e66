import type { Nodes, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { z } from 'zod';
import {
  type Action,
  ActionAttributes,
  type Finding,
  FindingAttributes,
  type Response,
  ResponseAttributes,
} from '../model/finding.ts';
import type { Voice } from '../model/quote.ts';
import type { Source } from '../model/source.ts';
import { readPassage } from './passage.ts';
import { nearest, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { checkProse, parseBody, plainText, type Report, renderProse } from './prose.ts';
import { checkSchema } from './schema-problems.ts';

/** What the body of a visit file says. */
export interface Body {
  /** The first paragraph of the summary, as plain text. */
  standfirst: string;
  /** The rest of the summary, as safe HTML. */
  summary: string;
  /** The plain summary, as safe HTML. */
  plain: string;
  findings: Finding[];
  responses: Response[];
  actions: Action[];
}

/** What a body is checked against: the sources of its front matter, and the ids of the themes. */
export interface BodyContext {
  file: string;
  sources: Record<string, Source>;
  themes: readonly string[];
}

/** What reading a block needs besides: where problems go. */
interface BlockContext extends BodyContext {
  problems: Problem[];
  report: Report;
}

const BLOCKS = ['plain', 'finding', 'response', 'action'] as const;

/** Ids that a visit's page keeps for its own sections begin with this. */
const RESERVED = /^page-/;

/**
 * Reads the body of a visit file.
 *
 * @param text the file's text with its front matter blanked, so that lines are the file's own
 * @returns what it says, as far as it could be read, and every problem in it
 */
export function readBody(text: string, context: BodyContext): { body: Body; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  const report: Report = (node, facts) => {
    const start = node.position?.start;
    problems.push(problemAt({ file: context.file, line: start?.line, column: start?.column }, facts));
  };
  const body: Body = { standfirst: '', summary: '', plain: '', findings: [], responses: [], actions: [] };
  const summary: RootContent[] = [];

  const blocks: BlockContext = { ...context, problems, report };

  const readBlock = (node: ContainerDirective): void => {
    checkClosed(node, lines, report);
    if (node.name === 'plain') readPlain(node, body, report);
    else if (node.name === 'finding') add(body.findings, readFinding(node, blocks));
    else if (node.name === 'response') add(body.responses, readResponse(node, blocks));
    else if (node.name === 'action') add(body.actions, readAction(node, blocks));
    else report(node, unknownBlock(node.name));
    // A block inside another means that the outer one was not closed: its own problems are still wanted.
    for (const child of node.children) if (child.type === 'containerDirective') readBlock(child);
  };
  for (const node of parseBody(text).children) {
    if (node.type === 'containerDirective') readBlock(node);
    else if (checkProse(node, 'summary', report)) summary.push(node);
  }
  const [first, ...rest] = summary;
  if (first && first.type !== 'paragraph') {
    report(first, {
      rule: 'standfirst',
      field: 'summary',
      what: 'The summary does not begin with a paragraph.',
      todo: 'Begin with one or two sentences that can stand alone.',
    });
  }
  body.standfirst = first ? plainText(first).trim() : '';
  body.summary = renderProse(rest);
  checkUnique(body, context.file, problems);
  return { body, problems };
}

/** How problems name a block: "finding #homes-suitable". */
function blockName(node: ContainerDirective): string {
  return `${node.name} #${node.attributes?.id ?? '(no id)'}`;
}

/** The attributes of a block or `::from` line by their schema; `undefined` where they are not sound. */
function attributesOf<S extends z.ZodType>(
  node: ContainerDirective | LeafDirective,
  schema: S,
  whole: string,
  { file, problems }: BlockContext,
): z.infer<S> | undefined {
  const place = { file, line: node.position?.start.line, column: node.position?.start.column };
  const checked = checkSchema(schema, node.attributes ?? {}, {
    placeOf: () => place,
    placeOfKey: () => place,
    write: (field, value) => (field === 'id' ? `{#${value}}` : `${field}="${value}"`),
    whole,
  });
  problems.push(...checked.problems);
  return checked.value;
}

/** What findings, responses and actions have in common, read and checked against sources and taxonomy. */
function readCommon(
  node: ContainerDirective,
  attributes: z.infer<typeof ResponseAttributes>,
  usualVoice: Voice | undefined,
  context: BlockContext,
): Response {
  const { sources, themes: known, report } = context;
  const name = blockName(node);
  const text = readPassage(node, attributes, {
    name,
    sources,
    usualVoice,
    report,
    attributesOf: (from, schema, whole) => attributesOf(from, schema, whole, context),
  });
  if (text.words.length === 0 && text.quotes.length === 0) {
    report(node, {
      rule: 'empty-block',
      field: name,
      what: 'This block says nothing.',
      todo: 'Write a sentence or a > quotation in it, or remove it.',
    });
  }
  if (RESERVED.test(attributes.id)) {
    report(node, {
      rule: 'reserved-id',
      field: name,
      what: `“${attributes.id}” begins with “page-”, which the page keeps for its own sections.`,
      got: attributes.id,
      todo: 'Choose another id.',
    });
  }
  const themes = [...new Set(attributes.themes ?? [])];
  for (const theme of themes.filter((id) => !known.includes(id))) {
    const suggestion = nearest(theme, known);
    report(node, {
      rule: 'unknown-theme',
      field: `${name}, themes`,
      what: `“${theme}” is not a theme.`,
      got: theme,
      allowed: known,
      todo: suggestion ? `Write themes="${suggestion}"` : 'Use the themes of content/themes.yaml.',
    });
  }
  return { id: attributes.id, ...text, themes, source: attributes.source, line: lineOf(node) };
}

function readFinding(node: ContainerDirective, context: BlockContext): Finding | undefined {
  const name = blockName(node);
  const attributes = attributesOf(node, FindingAttributes, name, context);
  if (!attributes) return undefined;
  const common = readCommon(node, attributes, undefined, context);
  if (common.themes.length === 0 && attributes.assessment !== 'context') {
    context.report(node, {
      rule: 'missing-themes',
      field: `${name}, themes`,
      what: 'This finding has no theme, and only context may do without.',
      allowed: context.themes,
      todo: 'Write themes="…" with one to three of the themes.',
    });
  }
  if (common.themes.length > 3) {
    context.report(node, {
      rule: 'too-many-themes',
      field: `${name}, themes`,
      what: `This finding has ${common.themes.length} themes; it may have three at most.`,
      got: common.themes.join(' '),
      todo: 'Keep the three that it says most about, or split it into two findings.',
    });
  }
  if (attributes.since && !attributes.change) {
    context.report(node, {
      rule: 'since-without-change',
      field: `${name}, since`,
      what: 'It says since when, and not what changed.',
      got: attributes.since,
      todo: 'Write change="better", change="worse" or change="same" beside it, or remove since.',
    });
  }
  const { assessment, group, change, since, tagged } = attributes;
  return { ...common, assessment, group, change, since, proposed: tagged === 'rules' };
}

function readResponse(node: ContainerDirective, context: BlockContext): Response | undefined {
  const attributes = attributesOf(node, ResponseAttributes, blockName(node), context);
  return attributes && readCommon(node, attributes, 'council', context);
}

function readAction(node: ContainerDirective, context: BlockContext): Action | undefined {
  const attributes = attributesOf(node, ActionAttributes, blockName(node), context);
  return attributes && { ...readCommon(node, attributes, 'council', context), status: attributes.status };
}

function add<T>(list: T[], item: T | undefined): void {
  if (item) list.push(item);
}

function readPlain(node: ContainerDirective, body: Body, report: Report): void {
  if (body.plain) {
    report(node, {
      rule: 'second-plain',
      field: ':::plain',
      what: 'There is a second plain summary.',
      todo: 'Keep one of the two.',
    });
  }
  const blocks = node.children.filter((child) => child.type !== 'containerDirective');
  if (blocks.map((child) => checkProse(child, ':::plain', report)).every(Boolean)) {
    body.plain = renderProse(blocks);
  }
}

/** An unclosed block runs to the end of the file, so its last line is not one of colons. */
function checkClosed(node: ContainerDirective, lines: string[], report: Report): void {
  const last = lines[(node.position?.end.line ?? 1) - 1] ?? '';
  if (/^\s*:{3,}\s*$/.test(last)) return;
  report(node, {
    rule: 'unclosed-block',
    field: node.name,
    what: `This :::${node.name} block is never closed, so it swallows the rest of the file.`,
    todo: 'Put a line ::: after its last words.',
  });
}

function unknownBlock(name: string): ProblemFacts {
  return {
    rule: 'unknown-block',
    field: name,
    what: `There is no block :::${name}.`,
    got: name,
    allowed: BLOCKS,
    todo: `Write :::${nearest(name, BLOCKS) ?? 'finding'}`,
  };
}

/** Every id of a visit is a public address, so no two blocks may share one. */
function checkUnique(body: Body, file: string, problems: Problem[]): void {
  const seen = new Map<string, number>();
  const passages = [...body.findings, ...body.responses, ...body.actions].sort((a, b) => a.line - b.line);
  for (const { id, line } of passages) {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, line);
      continue;
    }
    problems.push(
      problemAt(
        { file, line },
        {
          rule: 'duplicate-id',
          field: `#${id}`,
          what: `The id “${id}” already belongs to the block on line ${first}.`,
          got: id,
          todo: `Give this one an id of its own, such as #${id}-2; leave the older one as it is, since it may be linked to.`,
        },
      ),
    );
  }
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
