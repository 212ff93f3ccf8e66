import type { Blockquote, Nodes, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Quote, Voice } from '../model/quote.ts';
import { isInspectorates, type SourceType } from '../model/source.ts';
import type { ProblemFacts } from './problem.ts';
import { called, plainText, type Report } from './prose.ts';
import { nearest } from './suggestion.ts';
import { onOneLine } from './text.ts';

/**
 * The sources of a visit by their ids, each with its type where that is known. `undefined` as a whole where the
 * front matter cannot be read: then nothing is said about sources.
 */
export type KnownSources = ReadonlyMap<string, SourceType | undefined> | undefined;

/** Whose words the quotations of a block are, until `::from` says otherwise. */
export interface Origin {
  source: string;
  voice?: Voice | undefined;
  speaker?: string | undefined;
  role?: string[] | undefined;
  named?: string | undefined;
}

/** The words and the quotations of a finding, response or action. */
export interface PassageText {
  words: string[];
  quotes: Quote[];
}

/** What a passage is read with. */
export interface PassageContext {
  /** How problems name it: "finding #homes-suitable". */
  name: string;
  /** The lines of the file, the first at 0. */
  lines: readonly string[];
  sources: KnownSources;
  /** The voice of a quotation that names none and is not from the inspectorate's own document. */
  usualVoice: Voice | undefined;
  report: Report;
  /** Reports a problem with an attribute of a block or of a `::from` line, where it stands. */
  reportAttribute: (node: ContainerDirective | LeafDirective, attribute: string, facts: ProblemFacts) => void;
  /** Whose words follow a `::from` line; `undefined` where the line is not sound. */
  originOf: (from: LeafDirective) => Origin | undefined;
}

/**
 * Reads what stands inside a block: the editor's own words, in which “ ” marks verbatim words, block quotations, and
 * `::from` lines that change whose words the quotations after them are.
 *
 * @param origin whose words they are by the block’s own line; `undefined` where that line is not sound
 */
export function readPassage(
  node: ContainerDirective,
  origin: Origin | undefined,
  context: PassageContext,
): PassageText {
  const { report, name } = context;
  const text: PassageText = { words: [], quotes: [] };
  let from = origin;
  checkOrigin(node, from, context);
  for (const child of node.children) {
    if (child.type === 'paragraph') {
      const words = ownWords(child, context);
      text.words.push(words);
      for (const quoted of verbatimWords(child, words, context)) {
        text.quotes.push(quote(quoted, 'inline', child, from, context));
      }
    } else if (child.type === 'blockquote') {
      const words = quotedWords(child, context);
      if (words !== undefined) text.quotes.push(quote(words, 'block', child, from, context));
    } else if (child.type === 'leafDirective') {
      from = context.originOf(child);
      checkOrigin(child, from, context);
    } else {
      report(child, {
        rule: 'not-plain-words',
        field: name,
        what: `There is ${called(child)} here; a block holds paragraphs of plain words and > quotations.`,
        todo:
          child.type === 'list'
            ? 'Write it as sentences. Where words only begin with a number or a dash, put a backslash before its full stop or dash: 16\\. or \\-'
            : 'Write it as plain words.',
      });
    }
  }
  return text;
}

function checkOrigin(
  node: ContainerDirective | LeafDirective,
  origin: Origin | undefined,
  { sources, name, reportAttribute }: PassageContext,
): void {
  if (!origin) return;
  if (sources && !sources.has(origin.source)) {
    const ids = [...sources.keys()];
    const suggestion = nearest(origin.source, ids);
    reportAttribute(node, 'source', {
      rule: 'unknown-source',
      field: `${name}, source`,
      what: `“${origin.source}” is not one of the sources of this visit.`,
      got: origin.source,
      allowed: ids,
      todo: suggestion ? `Write \`source="${suggestion}"\`` : 'Add it to `sources` in the front matter.',
    });
  }
  const type = sources?.get(origin.source);
  if (origin.voice === 'press' && type && isInspectorates({ type })) {
    reportAttribute(node, 'voice', {
      rule: 'voice',
      field: `${name}, voice`,
      what: `The voice is the newspaper’s, and “${origin.source}” is Ofsted’s own document.`,
      got: origin.voice,
      todo: 'Write `voice="inspectorate"`, or name the newspaper’s report as the source.',
    });
  }
  if (origin.voice === 'care-leaver' && origin.speaker && !origin.named) {
    reportAttribute(node, 'speaker', {
      rule: 'named-young-person',
      field: `${name}, speaker`,
      what: `A care leaver is named (“${origin.speaker}”), and nothing says why.`,
      got: origin.speaker,
      todo: 'Write role="…" and not speaker; where the name must stand, add named="the reason".',
    });
  }
}

/** A quotation with its voice, which must be certain. */
function quote(
  text: string,
  form: Quote['form'],
  node: Nodes,
  origin: Origin | undefined,
  context: PassageContext,
): Quote {
  const type = origin && context.sources?.get(origin.source);
  const voice = origin?.voice ?? (type && isInspectorates({ type }) ? 'inspectorate' : context.usualVoice);
  if (!voice && type) {
    context.report(node, {
      rule: 'missing-voice',
      field: `${context.name}, voice`,
      what: `This quotation is from ${type === 'news-report' ? 'a newspaper' : 'the council’s own account'}, and nothing says whose words it quotes.`,
      todo: 'Write voice="inspectorate" where it quotes the inspectors, else voice="council", "press" or "care-leaver".',
    });
  }
  return {
    text,
    form,
    source: origin?.source ?? '',
    voice: voice ?? 'press',
    speaker: origin?.speaker,
    roles: origin?.role ?? [],
    line: node.position?.start.line ?? 1,
  };
}

/** The editor's sentence: plain words, with no Markdown in them. */
function ownWords(paragraph: Paragraph, { name, report }: PassageContext): string {
  for (const child of paragraph.children) {
    if (child.type !== 'text' && child.type !== 'break') {
      report(child, {
        rule: 'not-plain-words',
        field: name,
        what: `There is ${called(child)} here; a block’s words are plain, so that they read the same in search, data and feeds.`,
        todo: 'Remove the Markdown; put a backslash before a *, _, [ or < that is meant as such.',
      });
    }
  }
  return plainText(paragraph).trim();
}

/** The verbatim words between “ ” in an editor's sentence. */
function verbatimWords(node: Nodes, words: string, { name, report }: PassageContext): string[] {
  if (words.includes('"')) {
    report(node, {
      rule: 'straight-quotes',
      field: name,
      what: 'There are straight double quotation marks here, which do not say whether the words are verbatim.',
      todo: 'Write “ ” around words taken exactly from the source, and no double marks around anything else.',
    });
  }
  const quoted = [...words.matchAll(/“([^“”]*)”/g)].map((match) => match[1]?.trim() ?? '');
  const rest = words.replace(/“[^“”]*”/g, '');
  if (/[“”]/.test(rest) || quoted.includes('')) {
    report(node, {
      rule: 'unpaired-quotes',
      field: name,
      what: 'A curly double quotation mark here has no partner, or nothing stands between a pair.',
      todo: 'Write each quotation as “words”, one mark on either side.',
    });
  }
  return quoted.filter(Boolean);
}

/** What puts a mark that the source has into a quotation without it being read as Markdown. */
const ESCAPE: Partial<Record<Nodes['type'], string>> = {
  list: 'Put a backslash before the full stop, bracket or dash that begins it: 16\\. or 16\\) or \\-',
  heading: 'Put a backslash before the # that begins it: \\#',
  thematicBreak: 'Put a backslash before the first of its marks: \\---',
  code: 'Write it with one space after the >',
  blockquote: 'Write one > only; where the source itself begins with >, put a backslash before it: > \\>',
  leafDirective: 'Put a backslash before the first colon: \\::',
  containerDirective: 'Put a backslash before the first colon: \\:::',
};

/** The words of a block quotation. */
function quotedWords(node: Blockquote, { name, lines, report }: PassageContext): string | undefined {
  const wrong = node.children.find((child) => child.type !== 'paragraph');
  if (wrong) {
    report(wrong, {
      rule: 'quotation-not-plain',
      field: name,
      what: `This quotation is read as ${called(wrong)}.`,
      todo: ESCAPE[wrong.type] ?? 'Write the quotation as plain words after >',
    });
    return undefined;
  }
  const marked = node.children
    .flatMap((child) => (child.type === 'paragraph' ? child.children : []))
    .find((child) => child.type !== 'text' && child.type !== 'break');
  if (marked) {
    report(marked, {
      rule: 'quotation-not-plain',
      field: name,
      what: `There is ${called(marked)} within this quotation, so its words would not be shown as printed.`,
      todo: 'Put a backslash before a *, _, [, <, & or ` that the source has.',
    });
  }
  const [first, last] = [node.position?.start.line ?? 1, node.position?.end.line ?? 1];
  const runOn = lines.slice(first - 1, last).findIndex((line) => !/^\s*>/.test(line));
  if (runOn !== -1) {
    report(node, {
      rule: 'quotation-runs-on',
      field: name,
      what: `Line ${first + runOn} follows the quotation without an empty line, and is taken for a part of it.`,
      got: lines[first - 1 + runOn]?.trim(),
      todo: 'Put an empty line before your own words, or > before words of the quotation.',
    });
  }
  const words = onOneLine(node.children.map((child) => plainText(child)).join(' '));
  if (!words) {
    report(node, {
      rule: 'empty-quotation',
      field: name,
      what: 'This quotation is empty.',
      todo: 'Write its words after the > or remove it.',
    });
    return undefined;
  }
  return words;
}
