import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * The text of a PDF, page after page, its lines as they are set.
 *
 * @throws an error from pdf.js where the bytes are not a PDF that can be read
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  // pdf.js takes the bytes over and empties them: it is given a copy.
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages.join('\n');
  } finally {
    await loading.destroy();
  }
}
