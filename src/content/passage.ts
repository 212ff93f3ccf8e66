import type { Blockquote, Nodes, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { z } from 'zod';
import { FromAttributes } from '../model/finding.ts';
import type { Quote, Voice } from '../model/quote.ts';
import { isInspectorates, type Source } from '../model/source.ts';
import { nearest } from './problem.ts';
import { plainText, type Report, strayMarker } from './prose.ts';

/** Whose words the quotations of a block are, until `::from` says otherwise. */
interface Origin {
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
  sources: Record<string, Source>;
  /** The voice of a quotation that names none and is not from the inspectorate's own document. */
  usualVoice: Voice | undefined;
  report: Report;
  attributesOf: <S extends z.ZodType>(node: LeafDirective, schema: S, name: string) => z.infer<S> | undefined;
}

/**
 * Reads what stands inside a block: the editor's own words, in which “ ” marks verbatim words, block quotations, and
 * `::from` lines that change whose words the quotations after them are.
 */
export function readPassage(node: ContainerDirective, origin: Origin, context: PassageContext): PassageText {
  const { report, name } = context;
  const text: PassageText = { words: [], quotes: [] };
  let from: Origin = origin;
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
    } else if (child.type === 'leafDirective' && child.name === 'from') {
      const changed = context.attributesOf(child, FromAttributes, `the ::from line of ${name}`);
      if (changed) {
        from = changed;
        checkOrigin(child, from, context);
      }
    } else if (child.type === 'containerDirective') {
      report(node, {
        rule: 'unclosed-block',
        field: name,
        what: `This block is not closed before the next one opens (:::${child.name} on line ${child.position?.start.line}).`,
        todo: 'Put a line ::: after its last words.',
      });
    } else if (child.type === 'leafDirective') {
      report(child, {
        rule: 'unknown-block',
        field: name,
        what: `There is no line ::${child.name}.`,
        got: child.name,
        allowed: ['from'],
        todo: 'Write ::from{source="…" voice="…"} or remove it.',
      });
    } else {
      report(child, {
        rule: 'not-plain-words',
        field: name,
        what: `There is a “${child.type}” here; a block holds paragraphs of plain words and > quotations.`,
        todo:
          child.type === 'list'
            ? 'If the words begin with a number or a dash, put a backslash before its full stop or dash: 16\\. or \\-'
            : 'Write it as plain words.',
      });
    }
  }
  return text;
}

function checkOrigin(node: Nodes, origin: Origin, { sources, name, report }: PassageContext): void {
  const ids = Object.keys(sources);
  if (!ids.includes(origin.source)) {
    const suggestion = nearest(origin.source, ids);
    report(node, {
      rule: 'unknown-source',
      field: `${name}, source`,
      what: `“${origin.source}” is not one of the sources of this visit.`,
      got: origin.source,
      allowed: ids,
      todo: suggestion ? `Write source="${suggestion}"` : 'Add it to `sources` in the front matter.',
    });
  }
  if (origin.voice === 'care-leaver' && origin.speaker && !origin.named) {
    report(node, {
      rule: 'named-young-person',
      field: `${name}, speaker`,
      what: `A care leaver is named (“${origin.speaker}”), and nothing says why.`,
      got: origin.speaker,
      todo: 'Give the role and not the name; where the name must stand, add named="the reason".',
    });
  }
}

/** A quotation with its voice, which must be certain. */
function quote(
  text: string,
  form: Quote['form'],
  node: Nodes,
  origin: Origin,
  context: PassageContext,
): Quote {
  const source = context.sources[origin.source];
  const voice = origin.voice ?? (source && isInspectorates(source) ? 'inspectorate' : context.usualVoice);
  if (!voice && source) {
    context.report(node, {
      rule: 'missing-voice',
      field: `${context.name}, voice`,
      what: `This quotation is from ${source.type === 'news-report' ? 'a newspaper' : 'the council’s own account'}, and nothing says whose words it quotes.`,
      todo: 'Write voice="inspectorate" where it quotes the inspectors, else voice="council", "press" or "care-leaver".',
    });
  }
  return {
    text,
    form,
    source: origin.source,
    voice: voice ?? 'press',
    speaker: origin.speaker,
    roles: origin.role ?? [],
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
        what: `There is a “${child.type}” here; a block’s words are plain, so that they read the same in search, data and feeds.`,
        todo: 'Remove the Markdown; put a backslash before a *, _, [ or < that is meant as such.',
      });
    } else if (child.type === 'text' && /^:{2,}/m.test(child.value)) {
      report(child, { field: name, ...strayMarker(child.value) });
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

/** The words of a block quotation. */
function quotedWords(node: Blockquote, { name, report }: PassageContext): string | undefined {
  const wrong = node.children.find((child) => child.type !== 'paragraph');
  if (wrong) {
    report(wrong, {
      rule: 'quotation-not-plain',
      field: name,
      what: `This quotation is read as a “${wrong.type}”.`,
      todo:
        wrong.type === 'list'
          ? 'Put a backslash before the full stop or dash that begins it: 16\\. or \\-'
          : 'Write the quotation as plain words after >',
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
      what: `There is a “${marked.type}” within this quotation, so its words would not be shown as printed.`,
      todo: 'Put a backslash before a *, _, [, <, & or ` that the source has.',
    });
  }
  const words = node.children
    .map((child) => plainText(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
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
