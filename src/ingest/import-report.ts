import { quotationReceipt, quotationsOf, sha256 } from '../content/quotations.ts';
import { readVisit } from '../content/visit-file.ts';
import type { Authority } from '../model/authority.ts';
import type { VisitKind } from '../model/visit-kind.ts';
import { readDocument } from './document.ts';
import { type Draft, draftVisit } from './draft.ts';
import { recognise } from './kind.ts';
import { UnreadableDocument } from './pdf-lines.ts';
import type { Propose } from './propose.ts';
import { type Note, noteInWords, type Report, readReport } from './report.ts';

/** What is said of a file with `--json`: a line each, or `ok: false` and what is wrong. */
export interface ImportRecord {
  file: string;
  ok: boolean;
  /** What an editor must know or mend, a sentence or two each. */
  problems: string[];
  authority?: string;
  kind?: VisitKind;
  framework?: string;
  /** The first day and the last on which inspectors were there; `null` where they could not be read. */
  visited?: { start: string; end: string } | null;
  /** The date of publication that is printed in it; `null` where none is. */
  published?: string | null;
  inspectors?: string[];
  judgements?: Report['judgements'];
  /** How many points say what needs to improve. */
  improvements?: number;
  /** How many paragraphs are numbered, recommendations left out. */
  paragraphs?: number;
}

/** A report as it can be written: its visit file, and the proofs of its quotations. */
export interface ImportedReport {
  record: ImportRecord & { ok: true; authority: string; kind: VisitKind };
  draft: Draft;
  /** The id of its source within the visit file. */
  source: string;
  /** The SHA-256 of the file. */
  sha256: string;
  /** What the receipt holds for its quotations, sorted. */
  receipts: string[];
}

/** What the import of a file came to. */
export type Imported = { ok: true; report: ImportedReport } | { ok: false; record: ImportRecord };

/** What reports are read against. */
export interface ImportContext {
  authorities: readonly Authority[];
  themes: readonly string[];
  propose: Propose;
  factsOnly: boolean;
}

/**
 * Reads a report from the bytes of its file and drafts its visit file. The draft is read back with the project's own
 * reader, and must hold the words of the report exactly.
 *
 * @param file how the file is called, for the record and for the draft
 * @throws Error where a draft does not pass the reader: a mistake in this program, never in the report
 */
export async function importReport(
  bytes: Uint8Array,
  file: string,
  context: ImportContext,
): Promise<Imported> {
  const refused = (notes: readonly Note[]): Imported => ({
    ok: false,
    record: { file, ok: false, problems: notes.map(noteInWords) },
  });
  const digest = sha256(bytes);
  let read: ReturnType<typeof readReport>;
  try {
    let stopped = false;
    const goOn = (words: string, page: number) => {
      stopped = page === PAGES_TO_TELL && !mayBeReport(words);
      return !stopped;
    };
    let document = await readDocument(bytes, goOn);
    read = readReport(document, context.authorities);
    if (stopped && read.kind !== undefined) {
      // A report after all: never is one imported in part.
      document = await readDocument(bytes);
      read = readReport(document, context.authorities);
    }
  } catch (error) {
    if (error instanceof UnreadableDocument) return refused([{ what: error.message, todo: error.todo }]);
    throw error;
  }
  if (read.kind === undefined) {
    return refused([
      {
        what: `It is ${read.what}.`,
        todo: 'Give an Ofsted report or letter on a council’s children’s services.',
      },
    ]);
  }
  const { authority } = read;
  const facts = factsOf(read);
  if (!authority || read.passages.length === 0 || (read.periods.length === 0 && !read.published)) {
    return { ok: false, record: { file, ok: false, problems: read.notes.map(noteInWords), ...facts } };
  }

  const name = context.authorities.find(({ id }) => id === authority)?.name ?? authority;
  const base = file.split(/[/\\]/).at(-1) ?? file;
  const draft = draftVisit(
    { ...read, authority },
    { authorityName: name, propose: context.propose, factsOnly: context.factsOnly, file: base },
  );
  const receipts = readBack(draft, read, authority, digest, context);
  return {
    ok: true,
    report: {
      record: {
        file,
        ok: true,
        problems: draft.notes.map(noteInWords),
        ...facts,
        authority,
        kind: read.kind,
      },
      draft,
      source: read.letter ? 'letter' : 'report',
      sha256: digest,
      receipts,
    },
  };
}

/** The facts of a report as the record gives them; one that cannot become a visit file has them too, as far as they were read. */
function factsOf(read: Report): Omit<ImportRecord, 'file' | 'ok' | 'problems'> {
  const start = read.periods[0]?.start;
  const end = read.periods.at(-1)?.end;
  const numbered = read.passages.filter(({ number }) => number !== undefined);
  return {
    ...(read.authority && { authority: read.authority }),
    kind: read.kind,
    framework: read.framework,
    visited: start && end ? { start, end } : null,
    published: read.published ?? null,
    inspectors: read.inspectors,
    judgements: read.judgements,
    improvements: read.passages.filter(({ improvement }) => improvement).length,
    paragraphs: numbered.filter(({ improvement }) => !improvement).length,
  };
}

/** After this many pages it is asked whether to read on. */
const PAGES_TO_TELL = 3;

/** Whether the first pages of a PDF may be those of a report; what is none is not read to its end. */
function mayBeReport(text: string): boolean {
  return recognise(text, text).kind !== undefined || /\binspection dates?\b|\bdear\b/i.test(text);
}

/** Reads a draft as the site will, and proves its quotations. */
function readBack(
  draft: Draft,
  report: Report,
  authority: string,
  digest: string,
  context: ImportContext,
): string[] {
  const year = (report.periods[0]?.start ?? report.published ?? '2000').slice(0, 4);
  const { visit, problems } = readVisit(draft.text, `content/visits/${authority}-${year}.md`, {
    themes: context.themes,
    authorities: context.authorities.map(({ id }) => id),
  });
  const [problem] = problems;
  if (!visit) throw new Error(`The draft does not pass the check, line ${problem?.line}: ${problem?.reason}`);
  const quotations = quotationsOf(visit).map(({ quote }) => quote.text);
  const wrong = draft.quotations.findIndex((words, index) => words !== quotations[index]);
  if (wrong !== -1 || quotations.length !== draft.quotations.length) {
    throw new Error(`The draft changes the words “${draft.quotations[wrong]?.slice(0, 80)}”.`);
  }
  return [...new Set(quotations.map((words) => quotationReceipt(digest, words)))].sort();
}
