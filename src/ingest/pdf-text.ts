import { clearFurniture } from './furniture.ts';
import { joinLines, type Line, type LinedDocument } from './line.ts';
import { blocksOf } from './paragraphs.ts';
import { pdfLines } from './pdf-lines.ts';

/**
 * The words of a PDF as they are read: paragraph after paragraph across the ends of lines and pages, without page
 * numbers, running heads and footnote marks; the footnotes come last.
 *
 * @throws UnreadableDocument where the bytes are not a PDF that can be read
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return documentText(await pdfLines(bytes));
}

/** The words of a document as they are read, a line each for headings, paragraphs, points and footnotes. */
export function documentText(document: LinedDocument): string {
  const { lines, footnotes } = clearFurniture(document);
  const blocks = blocksOf(lines, document.format);
  return [
    ...blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : block.parts.map(({ text }) => text),
    ),
    ...footnoteTexts(footnotes),
  ].join('\n');
}

/** Each footnote as running text. */
function footnoteTexts(lines: readonly Line[]): string[] {
  const notes: Line[][] = [];
  for (const line of lines) {
    if (line.note !== undefined || notes.length === 0) notes.push([line]);
    else notes.at(-1)?.push(line);
  }
  return notes.map(joinLines);
}
