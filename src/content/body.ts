import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { visit as walk } from 'unist-util-visit';
import { z } from 'zod';
import {
  type Action,
  ActionAttributes,
  type Finding,
  FindingAttributes,
  FromAttributes,
  type Response,
  ResponseAttributes,
} from '../model/finding.ts';
import { Identifier } from '../model/identifier.ts';
import type { Voice } from '../model/quote.ts';
import type { VisitBody } from '../model/visit.ts';
import { attributeColumns, type BodyPart, splitBody } from './blocks.ts';
import { type KnownSources, type Origin, type PassageContext, readPassage } from './passage.ts';
import { type Place, type Problem, problemAt } from './problem.ts';
import { checkProse, parsePart, plainText, type Report, renderProse } from './prose.ts';
import { checkSchema, soundFields } from './schema-problems.ts';
import { tooDeep, withinReason } from './size.ts';
import { nearest } from './suggestion.ts';
import { hiddenCharacter } from './text.ts';

/** What a body is checked against: the sources of its front matter, and the ids of the themes. */
export interface BodyContext {
  file: string;
  sources: KnownSources;
  /** `undefined` where the taxonomy cannot be read: then nothing is said about themes. */
  themes: readonly string[] | undefined;
}

/** A body as far as it could be read, and every problem in it. */
export interface ReadBody {
  body: VisitBody;
  /** The ids of all findings; `undefined` where one of them is not known. */
  findingIds: string[] | undefined;
  problems: Problem[];
}

/** What reading a block needs besides: the lines of the file, and where problems go. */
interface BlockContext extends BodyContext {
  lines: readonly string[];
  problems: Problem[];
  report: Report;
  reportAttribute: PassageContext['reportAttribute'];
}

/** Ids that a visit's page keeps for its own sections begin with this. */
const RESERVED = /^page-/;

/**
 * Reads the body of a visit file.
 *
 * @param text the file's text with its front matter blanked, so that lines are the file's own
 */
export function readBody(text: string, context: BodyContext): ReadBody {
  const { file } = context;
  const readable = withinReason(text, file);
  const { parts, sound, problems } = splitBody(readable.text, file);
  problems.push(...readable.problems);
  const lines = readable.text.split('\n');
  const blocks: BlockContext = {
    ...context,
    lines,
    problems,
    report: (node, facts) => {
      const start = node.position?.start;
      problems.push(problemAt({ file, line: start?.line, column: start?.column }, facts));
    },
    reportAttribute: (node, attribute, facts) => {
      problems.push(problemAt(attributePlaces(node, file, lines)(attribute), facts));
    },
  };
  const body: VisitBody = {
    standfirst: '',
    summary: '',
    plain: '',
    findings: [],
    responses: [],
    actions: [],
  };
  const findingIds: string[] = [];
  for (const [index, part] of parts.entries()) {
    const nodes = nodesOf(part, blocks);
    const [first] = nodes;
    if (part.kind !== 'prose') {
      if (first?.type === 'containerDirective') readBlock(first, body, findingIds, blocks);
    } else if (index === 0) readSummary(nodes, body, blocks);
    else if (first) blocks.report(first, PROSE_BETWEEN_BLOCKS);
  }
  problems.push(...repeatedIds(body, file));
  const idsKnown = sound && findingIds.every((id) => Identifier.safeParse(id).success);
  return { body, findingIds: idsKnown ? findingIds : undefined, problems };
}

/** The Markdown of a part of the body, none where it is nested too deeply for the parser. */
function nodesOf(part: BodyPart, { file, problems, report }: BlockContext): RootContent[] {
  try {
    const nodes = parsePart(part.text, part.line);
    for (const node of nodes) reportHidden(node, part.text, report);
    return nodes;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(tooDeep(file, part.line));
    return [];
  }
}

function readSummary(nodes: RootContent[], body: VisitBody, { report }: BlockContext): void {
  const [first, ...rest] = nodes.filter((node) => checkProse(node, 'summary', report));
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
}

/** Reads a block into the body; notes the id of every finding, also of one that is not sound. */
function readBlock(
  node: ContainerDirective,
  body: VisitBody,
  findingIds: string[],
  context: BlockContext,
): void {
  if (node.name === 'plain') readPlain(node, body, context);
  else if (node.name === 'finding') {
    findingIds.push(node.attributes?.id ?? '');
    add(body.findings, readFinding(node, context));
  } else if (node.name === 'response') add(body.responses, readResponse(node, context));
  else add(body.actions, readAction(node, context));
}

const PROSE_BETWEEN_BLOCKS = {
  rule: 'prose-between-blocks',
  field: 'summary',
  what: 'These words stand after a block and belong to none.',
  todo: 'Move them into the block they belong to, or up to the summary. Was the block above closed too early?',
};

/** Characters that nobody can see and that are written as a code, such as `&#x202E;`. */
function reportHidden(node: RootContent, text: string, report: Report): void {
  if (!text.includes('&')) return;
  walk(node, 'text', (inner) => {
    const hidden = hiddenCharacter(inner.value);
    const written = text.slice(inner.position?.start.offset, inner.position?.end.offset);
    if (!hidden || hiddenCharacter(written)) return;
    report(inner, {
      rule: 'hidden-character',
      what: `A code here stands for an invisible character (${hidden.code}), which could hide what the text says.`,
      got: hidden.code,
      todo: 'Remove the code that begins with &.',
    });
  });
}

/** How problems name a block: "finding #homes-suitable". */
function blockName(node: ContainerDirective): string {
  return `${node.name} #${node.attributes?.id ?? '(no id)'}`;
}

/** Where the attributes of a block or `::from` line stand. */
function attributePlaces(
  node: ContainerDirective | LeafDirective,
  file: string,
  lines: readonly string[],
): (attribute: PropertyKey | undefined) => Place {
  const line = node.position?.start.line ?? 1;
  return (attribute) => ({
    file,
    line,
    column: attributeColumns(lines[line - 1] ?? '').get(String(attribute)),
  });
}

/** The attributes of a block or `::from` line as far as they are sound, and whether all of them are. */
function attributesOf<S extends z.ZodType>(
  node: ContainerDirective | LeafDirective,
  schema: S,
  whole: string,
  { file, lines, problems }: BlockContext,
): { sound: boolean; attributes: Partial<z.infer<S>> } {
  const place = attributePlaces(node, file, lines);
  const written = node.attributes ?? {};
  const checked = checkSchema(schema, written, {
    placeOf: ([field]) => place(field),
    placeOfKey: (_path, field) => place(field),
    write: (field, value) => (field === 'id' ? `{#${value}}` : `${field}="${value}"`),
    whole,
    name: (field) => `${whole}, ${field}`,
  });
  problems.push(...checked.problems, ...hiddenInAttributes(written, place, whole));
  return checked.value === undefined
    ? { sound: false, attributes: soundFields(schema, written) }
    : { sound: true, attributes: checked.value as Partial<z.infer<S>> };
}

/** Characters that nobody can see and that an attribute's value holds as a code, such as `&#x202E;`. */
function hiddenInAttributes(
  attributes: Record<string, string | null | undefined>,
  place: (field: string) => Place,
  whole: string,
): Problem[] {
  return Object.entries(attributes).flatMap(([field, value]) => {
    const hidden = hiddenCharacter(value ?? '');
    if (!hidden) return [];
    return problemAt(place(field), {
      rule: 'hidden-character',
      field: `${whole}, ${field}`,
      what: `This value holds an invisible character (${hidden.code}), which could hide what it says.`,
      got: hidden.code,
      todo: 'Delete it, or the code that begins with & and stands for it.',
    });
  });
}

/** The attributes that every block with a passage has. */
type CommonAttributes = Partial<z.infer<typeof ResponseAttributes>>;

/**
 * Whose words the quotations are by a line's attributes. Nobody's where the source or the voice is not sound:
 * that has been said, and guessing would only add false problems.
 */
function originOf(
  node: ContainerDirective | LeafDirective,
  { source, voice, speaker, role, named }: CommonAttributes,
): Origin | undefined {
  if (source === undefined || (node.attributes?.voice && !voice)) return undefined;
  return { source, voice, speaker, role, named };
}

/** What findings, responses and actions have in common, read and checked against sources and taxonomy. */
function readCommon(
  node: ContainerDirective,
  attributes: CommonAttributes,
  usualVoice: Voice | undefined,
  context: BlockContext,
): Omit<Response, 'id'> {
  const { lines, sources, themes: known, report, reportAttribute } = context;
  const name = blockName(node);
  const text = readPassage(node, originOf(node, attributes), {
    name,
    lines,
    sources,
    usualVoice,
    report,
    reportAttribute,
    originOf: (from) =>
      originOf(from, attributesOf(from, FromAttributes, `the ::from line of ${name}`, context).attributes),
  });
  if (text.words.length === 0 && text.quotes.length === 0) {
    report(node, {
      rule: 'empty-block',
      field: name,
      what: 'This block says nothing.',
      todo: 'Write a sentence or a > quotation in it, or remove it.',
    });
  }
  if (attributes.id && RESERVED.test(attributes.id)) {
    reportAttribute(node, 'id', {
      rule: 'reserved-id',
      field: name,
      what: `“${attributes.id}” begins with “page-”, which the page keeps for its own sections.`,
      got: attributes.id,
      todo: 'Choose another id.',
    });
  }
  const themes = [...new Set(attributes.themes ?? [])];
  for (const theme of themes.filter((id) => known && !known.includes(id))) {
    const suggestion = nearest(theme, known ?? []);
    const instead = themes.map((id) => (id === theme ? suggestion : id)).join(' ');
    reportAttribute(node, 'themes', {
      rule: 'unknown-theme',
      field: `${name}, themes`,
      what: `“${theme}” is not a theme.`,
      got: theme,
      allowed: known,
      todo: suggestion ? `Write \`themes="${instead}"\`` : 'Write one of the themes of content/themes.yaml.',
    });
  }
  return { ...text, themes, source: attributes.source ?? '', line: node.position?.start.line ?? 1 };
}

function readFinding(node: ContainerDirective, context: BlockContext): Finding | undefined {
  const name = blockName(node);
  const { sound, attributes } = attributesOf(node, FindingAttributes, name, context);
  const common = readCommon(node, attributes, undefined, context);
  const { id, assessment, group, change, since, tagged, framework, heading } = attributes;
  const written = Object.keys(node.attributes ?? {});
  if (assessment && assessment !== 'context' && !nearest('themes', written)) {
    context.reportAttribute(node, 'themes', {
      rule: 'missing-themes',
      field: `${name}, themes`,
      what: 'This finding has no theme, and only context may do without.',
      allowed: context.themes,
      todo: 'Write themes="…" with one to three of the themes.',
    });
  }
  if (common.themes.length > 3) {
    context.reportAttribute(node, 'themes', {
      rule: 'too-many-themes',
      field: `${name}, themes`,
      what: `This finding has ${common.themes.length} themes; it may have three at most.`,
      got: common.themes.join(' '),
      todo: 'Keep the three that it says most about, or split it into two findings.',
    });
  }
  if (since && !nearest('change', written)) {
    context.reportAttribute(node, 'since', {
      rule: 'since-without-change',
      field: `${name}, since`,
      what: 'It says since when, and not what changed.',
      got: since,
      todo: 'Write change="better", change="worse" or change="same" beside it, or remove since.',
    });
  }
  if (!sound || !id || !assessment) return undefined;
  return {
    id,
    ...common,
    assessment,
    group,
    change,
    since,
    proposed: tagged === 'rules',
    ...(framework && { framework }),
    ...(heading && { headings: heading }),
  };
}

function readResponse(node: ContainerDirective, context: BlockContext): Response | undefined {
  const { sound, attributes } = attributesOf(node, ResponseAttributes, blockName(node), context);
  const common = readCommon(node, attributes, 'council', context);
  return sound && attributes.id ? { id: attributes.id, ...common } : undefined;
}

function readAction(node: ContainerDirective, context: BlockContext): Action | undefined {
  const { sound, attributes } = attributesOf(node, ActionAttributes, blockName(node), context);
  const common = readCommon(node, attributes, 'council', context);
  const { id, status } = attributes;
  return sound && id && status ? { id, ...common, status } : undefined;
}

function add<T>(list: T[], item: T | undefined): void {
  if (item) list.push(item);
}

/** The plain summary has no attributes: nothing links to it by a name of its own. */
const PlainAttributes = z.strictObject({});

function readPlain(node: ContainerDirective, body: VisitBody, context: BlockContext): void {
  const { report } = context;
  attributesOf(node, PlainAttributes, ':::plain', context);
  if (body.plain) {
    report(node, {
      rule: 'second-plain',
      field: ':::plain',
      what: 'There is a second plain summary.',
      todo: 'Keep one of the two.',
    });
  }
  if (node.children.length === 0) {
    report(node, {
      rule: 'empty-block',
      field: ':::plain',
      what: 'This block says nothing.',
      todo: 'Write three to five short sentences in it, or remove it.',
    });
  }
  if (node.children.map((child) => checkProse(child, ':::plain', report)).every(Boolean)) {
    body.plain = renderProse(node.children);
  }
}

/** Every id of a visit is a public address, so no two blocks may share one. */
function repeatedIds(body: VisitBody, file: string): Problem[] {
  const passages = [...body.findings, ...body.responses, ...body.actions].sort((a, b) => a.line - b.line);
  const taken = new Set(passages.map(({ id }) => id));
  const seen = new Map<string, number>();
  const next = new Map<string, number>();
  return passages.flatMap(({ id, line }) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, line);
      return [];
    }
    let number = next.get(id) ?? 2;
    while (taken.has(`${id}-${number}`)) number++;
    next.set(id, number + 1);
    return problemAt(
      { file, line },
      {
        rule: 'duplicate-id',
        field: `#${id}`,
        what: `The id “${id}” already belongs to the block on line ${first}.`,
        got: id,
        todo: `Give this one an id of its own, such as #${id}-${number}; leave the older one as it is, since it may be linked to.`,
      },
    );
  });
}
