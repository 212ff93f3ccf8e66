import { describe, expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { ilacsReport, PARTS_OF_FOUR, typeset, writePdf } from './fixtures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const report = () => writePdf(typeset(ilacsReport()));

describe('what cannot be read says what it is', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => bytes(''), 'It is empty.'],
    ['a web page', () => bytes('<!DOCTYPE html>\n<html lang="en"><head>'), 'It is a web page, not a PDF.'],
    ['a Word document', () => bytes('PK\u0003\u0004…'), 'It is a Word document or another archive.'],
    ['a text without words', () => bytes(' \n\n'), 'It holds no words.'],
    [
      'a visit file',
      () => bytes('---\n# A remark\ntitle: Wigan\nauthority: wigan\n---\n\nA summary.\n'),
      'It is a visit file, not a report.',
    ],
    ['a picture', () => new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13]), 'It is neither a PDF nor a text.'],
    ['a PDF cut off', () => report().slice(0, 5000), 'It is cut off: the end of the PDF is missing.'],
    [
      'a damaged PDF',
      () => bytes('%PDF-1.7\nnothing in it\n%%EOF'),
      'It is damaged: its pages cannot be found in it.',
    ],
    [
      'a scan',
      () => writePdf([[{ x: 10, y: 10, text: ' ' }], [{ x: 10, y: 10, text: '2' }]]),
      'It has 2 pages and hardly any text: it is a scan, pictures of pages.',
    ],
    [
      'an encrypted PDF',
      () => writePdf(typeset(ilacsReport()), ENCRYPTED),
      'It is encrypted and asks for a password.',
    ],
    [
      'a book',
      () => writePdf(Array.from({ length: 401 }, () => [])),
      'It has 401 pages; a report has fewer than 100.',
    ],
  ])('%s', async (_, make, message) => {
    await expect(readDocument(make())).rejects.toThrow(
      expect.objectContaining({ name: 'UnreadableDocument', message }),
    );
  });
});

test('a PDF with a damaged page is read as far as it goes, and says so', async () => {
  const whole = writePdf(typeset(ilacsReport({ body: [{ breakPage: true }, ...PARTS_OF_FOUR] })));
  const sound = await readDocument(whole);
  const text = Buffer.from(whole).toString('latin1');
  const at = text.lastIndexOf('BT /F1');
  const asked: number[] = [];
  const damaged = await readDocument(
    new Uint8Array(Buffer.from(`${text.slice(0, at)}[[[[[[${text.slice(at + 6)}`, 'latin1')),
    (_text, page) => {
      asked.push(page);
      return true;
    },
  );
  expect(sound.damaged).toBeUndefined();
  expect(damaged.damaged).toBe(true);
  expect(damaged.lines.length).toBeLessThan(sound.lines.length);
  // What was read before the damaged page is not read again.
  expect(asked).toEqual([1, 2]);
});

const ENCRYPTED = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;

test('a text, whatever its ends of lines and its encoding', async () => {
  const text = 'Dear Ms Field\r\n\r\n### **Focused visit**\r\n\r\n- One *point*\r\n';
  const expected = ['Dear Ms Field', 'Focused visit', '• One point'];
  for (const encoded of [
    bytes(text),
    bytes(`\uFEFF${text}`),
    new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
  ]) {
    expect((await readDocument(encoded)).lines.map((line) => line.text)).toEqual(expected);
  }
});
