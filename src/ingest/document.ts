import type { LinedDocument } from './line.ts';
import { pdfLines, UnreadableDocument } from './pdf-lines.ts';
import { textLines } from './text-lines.ts';

/** Reports are under 5 MB; what is larger than this is not read at all. */
export const LARGEST_FILE = 50_000_000;

/**
 * Reads a report from the bytes of its file, a PDF, a text or Markdown.
 *
 * @param wanted see pdfLines: stops the reading of a PDF that is no report
 * @throws UnreadableDocument with what it is and what to do
 */
export async function readDocument(
  bytes: Uint8Array,
  wanted?: (text: string, page: number) => boolean,
): Promise<LinedDocument> {
  if (bytes.length === 0) throw new UnreadableDocument('It is empty.', 'Download it again.');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.includes('%PDF-')) {
    refuseTruncated(bytes);
    return pdfLines(bytes, wanted);
  }
  if (/^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|\?xml)/i.test(head)) {
    throw new UnreadableDocument(
      'It is a web page, not a PDF.',
      'Open its address in a browser, and save the report itself from there.',
    );
  }
  if (head.startsWith('PK\x03\x04')) {
    throw new UnreadableDocument('It is a Word document or another archive.', 'Save it as PDF or as text.');
  }
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    throw new UnreadableDocument('It is an old Word document.', 'Save it as PDF or as text.');
  }
  const text = decoded(bytes);
  if (text.trim() === '')
    throw new UnreadableDocument('It holds no words.', 'Save it again from its source.');
  if (VISIT_FILE.test(text))
    throw new UnreadableDocument('It is a visit file, not a report.', 'Give the report itself.');
  return textLines(text);
}

/** How a visit file begins: with front matter, in which the authority has an id. */
const VISIT_FILE = /^---\r?\n(?:(?!---).*\r?\n)*authority: \S/;

/** A PDF ends with a mark; one without it was cut off on its way, and pages are missing. */
function refuseTruncated(bytes: Uint8Array): void {
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 65_536),
    Math.min(bytes.length, 65_536),
  );
  if (!tail.includes('%%EOF')) {
    throw new UnreadableDocument('It is cut off: the end of the PDF is missing.', 'Download it again.');
  }
}

/** The words of a text file, which must be UTF-8, UTF-16 with its mark, or plain Western text. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new UnreadableDocument('It is neither a PDF nor a text.', 'Give the report as PDF or as text.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
