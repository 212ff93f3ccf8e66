import { type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { nearest, toIdentifier } from './suggestion.ts';

/** The blocks of a visit file, each opened by `:::name{…}` and closed by `:::`. */
export const BLOCKS = ['plain', 'finding', 'response', 'action'] as const;
export type BlockName = (typeof BLOCKS)[number];

/** A stretch of a body: the words before the blocks, or one block. */
export interface BodyPart {
  /** `prose`, or the name of the block. */
  kind: 'prose' | BlockName;
  /** Its text, sound in form: a block’s begins with its opening line and ends with its closing one. */
  text: string;
  /** The line of the file on which it begins. */
  line: number;
}

/** A body in parts. */
export interface BodyParts {
  parts: BodyPart[];
  /** Whether every opening line could be read as it is written: else an id may be another than was meant. */
  sound: boolean;
  problems: Problem[];
}

/** A line of colons and nothing else closes a block. */
const CLOSING = /^\s*:{2,}\s*$/;

/** A line that opens a block or is a `::from` line, or was meant to be. */
const MARKED = /^\s*(?::{2,}|:(?=(?:plain|finding|response|action|from)\s*\{))/;

/** A marked line as it must be: colons, a name, and attributes with straight double quotation marks. */
const SOUND = /^(:::?)([a-z]+)(?:\{\s*((?:(?:#[\w-]+|[a-z]+="[^"]*")(?:\s+|(?=\})))*)\})?\s*$/;

const EXAMPLE = ':::finding{#homes-suitable themes="accommodation" assessment="strength" source="letter"}';

/**
 * Takes a body apart into prose and blocks by its lines of colons, before it is parsed: an opening line that is
 * not quite right would otherwise become a paragraph, and a block that is never closed swallow what follows.
 *
 * @param text the file’s text with its front matter blanked, so that lines are the file’s own
 */
export function splitBody(text: string, file: string): BodyParts {
  const problems: Problem[] = [];
  const parts: BodyPart[] = [];
  let sound = true;
  let open: OpenPart = { kind: 'prose', lines: [], line: 1 };
  const report = (line: number, facts: ProblemFacts, column = 1) =>
    problems.push(problemAt({ file, line, column }, facts));
  const startNext = (next: OpenPart) => {
    if (open.kind === 'prose') parts.push({ kind: 'prose', text: open.lines.join('\n'), line: open.line });
    else if (open.kind !== 'lost') {
      parts.push({ kind: open.kind, text: [...open.lines, ':::'].join('\n'), line: open.line });
    }
    open = next;
  };
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const { role, text: words, facts } = readLine(content);
    const closesNothing = role === 'close' && open.kind === 'prose';
    if (facts && !closesNothing) report(line, facts, content.search(/\S/) + 1);
    if (facts && role !== 'close') sound = false;
    if (role === 'words') open.lines.push(words);
    else if (closesNothing) {
      report(line, STRAY);
      open.lines.push('');
    } else if (role === 'close') startNext({ kind: 'prose', lines: [], line: line + 1 });
    else {
      if (open.kind !== 'prose') report(open.line, unclosed(open.kind, `the next one opens on line ${line}`));
      startNext({ kind: role, lines: [words], line });
    }
  }
  if (open.kind !== 'prose') report(open.line, unclosed(open.kind, 'the file ends'));
  startNext({ kind: 'prose', lines: [], line: 0 });
  return { parts, sound, problems };
}

/** The part that is being read; `lost` is a block whose opening line makes no sense, so that its words are left out. */
interface OpenPart {
  kind: 'prose' | BlockName | 'lost';
  lines: string[];
  line: number;
}

/** What a line does: say something, close a block, or open one. */
interface ReadLine {
  role: 'words' | 'close' | BlockName | 'lost';
  /** The line as it is to be parsed. */
  text: string;
  facts?: ProblemFacts | undefined;
}

function readLine(content: string): ReadLine {
  if (CLOSING.test(content)) {
    const facts = /^:{3,}\s*$/.test(content) ? undefined : misshapenClose(content);
    return { role: 'close', text: ':::', facts };
  }
  if (!MARKED.test(content)) return { role: 'words', text: content };
  const { facts, mended = '', isFrom } = readMarkedLine(content);
  // A `::from` line that cannot be read is left out; the block goes on.
  if (isFrom) return { role: 'words', text: mended, facts };
  const name = SOUND.exec(mended)?.[2];
  const role = BLOCKS.find((block) => block === name) ?? 'lost';
  return { role, text: mended, facts };
}

/** The attributes of a sound opening line, with the column in which each begins. */
export function attributeColumns(line: string): Map<string, number> {
  return new Map(attributesIn(line));
}

/** The name and the column of each attribute of a sound opening line. */
function attributesIn(line: string): [name: string, column: number][] {
  return Array.from(line.matchAll(/[{\s](?:(#)[\w-]+|([a-z]+)="[^"]*")/g), (match) => [
    match[1] ? 'id' : (match[2] ?? ''),
    match.index + 2,
  ]);
}

const STRAY: ProblemFacts = {
  rule: 'stray-close',
  what: 'This line of colons closes nothing.',
  todo: 'Delete it, or check that the block above it is opened and has no closing line already.',
};

function misshapenClose(content: string): ProblemFacts {
  return {
    rule: 'malformed-block',
    what: 'A block is closed by three colons at the very start of a line.',
    got: content,
    todo: 'Write `:::`',
  };
}

function unclosed(kind: BlockName | 'lost', before: string): ProblemFacts {
  return {
    rule: 'unclosed-block',
    field: kind === 'lost' ? 'block' : kind,
    what: `This block is not closed before ${before}.`,
    todo: 'Put a line `:::` after its last words.',
  };
}

/** What is read from a line that opens a block or is a `::from` line. */
interface MarkedLine {
  /** What is wrong with it, if anything. */
  facts?: ProblemFacts;
  /** The line as it was meant, where that can be told. */
  mended?: string;
  /** Whether it is a `::from` line, or another of two colons, and so opens no block. */
  isFrom: boolean;
}

/** Whether a marked line is as it must be: nearly all are, and need not be taken apart to be read. */
function isSound(content: string): boolean {
  const [, colons, name] = SOUND.exec(content) ?? [];
  const known =
    name === 'from' ? colons === '::' : colons === ':::' && BLOCKS.some((block) => block === name);
  if (!known) return false;
  const attributes = attributesIn(content);
  return new Map(attributes).size === attributes.length;
}

function readMarkedLine(content: string): MarkedLine {
  if (isSound(content)) return { isFrom: content.startsWith('::from'), mended: content };
  const { name, attributes, rest } = takeApart(content);
  const known = BLOCKS.some((block) => block === name) || name === 'from';
  const meant = known ? name : nearest(name, [...BLOCKS, 'from']);
  const colons = meant === 'from' ? '::' : ':::';
  const isFrom = meant ? meant === 'from' : /^\s*::(?!:)/.test(content);
  const mended = meant && rest === '' ? colons + meant + inBraces(attributes) : undefined;
  const read = { isFrom, ...(mended ? { mended } : {}) };
  if (!known) {
    return {
      facts: {
        rule: 'unknown-block',
        field: 'block',
        what: name ? `There is no block “${name}”.` : 'This line of colons has no name after it.',
        got: name,
        allowed: [...BLOCKS, 'from'],
        todo: mended ? `Write \`${mended}\`` : `Write a line such as \`${EXAMPLE}\``,
      },
      ...read,
    };
  }
  const twice = attributes
    .map((attribute) => (attribute.startsWith('#') ? 'id' : attribute.split('=')[0]))
    .find((attribute, index, all) => all.indexOf(attribute) !== index);
  if (twice) {
    return {
      facts: {
        rule: 'malformed-block',
        field: `${name}, ${twice}`,
        what: `\`${twice}\` is there twice.`,
        got: content,
        todo: 'Keep one of the two. Several themes stand in one: themes="health voice".',
      },
      isFrom,
    };
  }
  const sound = SOUND.exec(content);
  if (sound?.[1] === colons) return { isFrom, mended: content };
  return {
    facts: {
      rule: 'malformed-block',
      field: name,
      what: `This line cannot be read: ${whatIsWrong(content, name, colons)}.`,
      got: content,
      todo: mended
        ? `Write \`${mended}\``
        : `Write it like \`${name === 'from' ? '::from{source="letter"}' : EXAMPLE}\``,
    },
    ...read,
  };
}

function inBraces(attributes: readonly string[]): string {
  return attributes.length > 0 ? `{${attributes.join(' ')}}` : '';
}

/** A marked line in pieces, read as kindly as can be; `rest` is what could not be made sense of. */
function takeApart(content: string): { name: string; attributes: string[]; rest: string } {
  const [, name = '', after = ''] = /^\s*:+\s*([\p{L}\p{N}_-]*)(.*)$/u.exec(content) ?? [];
  let rest = after
    .replace(/[“”„″]/g, '"')
    .trim()
    .replace(/^\{/, '')
    .replace(/\}$/, '');
  const attributes: string[] = [];
  const next = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match ?? undefined;
  };
  for (;;) {
    next(/^[\s,]+/);
    const id = next(/^#([^\s"{}=]+)/);
    const value = id ? undefined : next(/^([\p{L}-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/u);
    if (id) attributes.push(`#${toIdentifier(id[1] ?? '')}`);
    else if (value) attributes.push(`${value[1]?.toLowerCase()}="${value[2] ?? value[3] ?? value[4] ?? ''}"`);
    else break;
  }
  return { name: name.toLowerCase(), attributes, rest: rest.trim() };
}

/** The first thing wrong with a line, as a clause. */
function whatIsWrong(content: string, name: string, colons: string): string {
  const id = /#([^\s"{}=]+)/.exec(content)?.[1];
  if (/^\s/.test(content)) return 'it must begin at the very start of the line';
  if (/^:+/.exec(content)?.[0] !== colons)
    return `it must begin with ${colons.length === 2 ? 'two' : 'three'} colons`;
  if (!content.startsWith(colons + name))
    return 'its name must stand right after the colons, in small letters';
  if (/[“”„″]/.test(content))
    return 'its values must stand between straight quotation marks ("), not curly ones';
  if (new RegExp(`^:+${name}\\s+\\{`).test(content)) return 'there is a space before the brace';
  if (content.charAt(colons.length + name.length) === '[') return 'it has no part in square brackets';
  if (!content.includes('{')) return 'what belongs to it must stand in braces';
  if (!/\}\s*$/.test(content)) return 'its closing brace is missing';
  if ((content.match(/"/g) ?? []).length % 2 === 1) return 'a quotation mark is missing';
  if (id !== undefined && !/^[\w-]+$/.test(id))
    return `“#${id}” is not an id: it has lower-case letters, digits and single hyphens`;
  return 'every value must stand between straight quotation marks, as in source="letter"';
}
