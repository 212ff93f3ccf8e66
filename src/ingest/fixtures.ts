/** A piece of text on a page: x from the left and y from the top, in points. */
export interface Mark {
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
}

/** The signs beyond ASCII that tests need, by their numbers in the fonts of `writePdf`. */
const CODES: Record<string, number> = {
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '£': 0xa3,
  é: 0xe9,
  ë: 0xeb,
  // Two bullets that Word sets in symbol fonts; the fonts say here what they stand for.
  '\u25FC': 0x80,
  '\uF06E': 0x81,
};

/** A PDF of pages with marks on them, as small as a PDF can be: for tests. */
export function writePdf(pages: readonly (readonly Mark[])[], trailer = ''): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(font('Helvetica'));
  add(font('Helvetica-Bold'));
  add(stream(toUnicode()));
  for (const [index, marks] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + index * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    add(stream(marks.map(operators).join('\n')));
  }
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(entry).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body, 'latin1'));
}

function operators({ x, y, text, size = 12, bold = false }: Mark): string {
  const codes = [...text].map((sign) => (CODES[sign] ?? sign.charCodeAt(0)).toString(16).padStart(2, '0'));
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${842 - y} Td <${codes.join('')}> Tj ET`;
}

/** What each number of the fonts stands for. */
function toUnicode(): string {
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
  const ascii = Array.from({ length: 95 }, (_, index) => index + 32).map((code) => [code, code] as const);
  const others = Object.entries(CODES).map(([sign, code]) => [code, sign.charCodeAt(0)] as const);
  const lines = [...ascii, ...others].map(([code, unicode]) => `<${hex(code, 2)}> <${hex(unicode, 4)}>`);
  const chunks = [lines.slice(0, 60), lines.slice(60)];
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** A piece of a document that `typeset` sets: a title, a heading, running text, a row of a table. */
export type Item =
  | { title: string; size?: number }
  | { heading: string; size?: number }
  | { line: string; bold?: boolean; size?: number; gap?: number }
  | { text: string; number?: string; bullet?: string; indent?: number; gap?: number }
  | { row: [left: string[], right: string[]]; offset?: number }
  | { note: string; mark: string }
  | { breakPage: true };

/** How far right text goes, and how much room a page has. */
const MARGIN = { left: 71, right: 524, top: 105, bottom: 770 };
const PITCH = 14.5;

/** Marks that are set together, with `y` from the line on which they begin, and how far below the last line that is. */
interface Block {
  marks: Mark[];
  down: number;
}

/**
 * Sets a document as Word would: wrapped lines, hanging numbers and bullets, pages with a running foot.
 *
 * @param foot the lines of the running foot; the last has the page's number beside it, from page 2 on
 */
export function typeset(items: readonly Item[], foot: readonly string[] = []): Mark[][] {
  const pages: Mark[][] = [[]];
  const notes: Mark[][] = [[]];
  let y = MARGIN.top;
  const turn = () => {
    pages.push([]);
    notes.push([]);
    y = MARGIN.top;
  };
  for (const item of items) {
    if ('breakPage' in item) turn();
    else if ('note' in item) notes.at(-1)?.push(...noteMarks(item.note, item.mark));
    else {
      for (const { marks, down } of blocksOf(item)) {
        if (y + down > MARGIN.bottom - (notes.at(-1)?.length ?? 0) * 12) turn();
        else y += down;
        pages.at(-1)?.push(...marks.map((mark) => ({ ...mark, y: y + mark.y })));
      }
      // A row is as high as the longer of its cells.
      if ('row' in item) y += (rowsOf(item) - 1) * PITCH;
    }
  }
  return pages.map((page, index) => [
    ...(index === 0 ? [] : running(foot, index + 1)),
    ...page,
    ...(notes[index] ?? []),
  ]);
}

type SetItem = Exclude<Item, { breakPage: true } | { note: string }>;

/** The blocks of an item, which a page may part. */
function blocksOf(item: SetItem): Block[] {
  if ('title' in item) {
    return [{ marks: [{ x: MARGIN.left, y: 0, text: item.title, size: item.size ?? 26 }], down: 32 }];
  }
  if ('heading' in item) {
    return wrap(item.heading, 380).map((text, index) => ({
      marks: [{ x: MARGIN.left, y: 0, text, size: item.size ?? 14, bold: true }],
      down: index === 0 ? 30 : 17,
    }));
  }
  if ('line' in item) {
    const { line: text, bold = false, size = 12, gap = 26 } = item;
    return [{ marks: [{ x: MARGIN.left, y: 0, text, bold, size }], down: gap }];
  }
  return 'row' in item ? [rowBlock(item)] : textBlocks(item);
}

type Row = Extract<Item, { row: unknown }>;

function rowBlock({ row: [left, right], offset = 0 }: Row): Block {
  const marks = [
    ...left.map((text, index) => ({ x: 77, y: index * PITCH, text })),
    ...right.map((text, index) => ({ x: 380, y: (index + offset) * PITCH, text })),
  ];
  return { marks, down: 27 };
}

/** How many lines high a row is. */
function rowsOf({ row: [left, right], offset = 0 }: Row): number {
  return Math.max(left.length, right.length + Math.ceil(offset));
}

/** The lines of running text, its number or bullet hanging before the first. */
function textBlocks(item: Extract<Item, { text: string }>): Block[] {
  const sign = item.number ?? item.bullet;
  const hanging = item.number || item.bullet ? 28 : 0;
  const indent = MARGIN.left + (item.indent ?? 0);
  return wrap(item.text, MARGIN.right - indent - hanging).map((text, index) => {
    const isFirst = index === 0;
    return {
      marks: [
        ...(isFirst && sign ? [{ x: indent, y: 0, text: sign }] : []),
        { x: indent + hanging, y: 0, text },
      ],
      down: isFirst ? (item.gap ?? (item.bullet ? 20 : 29)) : PITCH,
    };
  });
}

/** A footnote at the foot of its page. */
function noteMarks(note: string, mark: string): Mark[] {
  const lines = wrap(note, 440);
  return lines.flatMap((text, index) => noteMark(text, index, lines.length, mark));
}

function noteMark(text: string, index: number, count: number, mark: string): Mark[] {
  const y = MARGIN.bottom + 8 - (count - 1 - index) * 12;
  const line = { x: index === 0 ? 78 : 71, y, text, size: 10 };
  return index === 0 ? [{ x: 71, y: y - 3.5, text: mark, size: 6.5 }, line] : [line];
}

function running(foot: readonly string[], page: number): Mark[] {
  const lines = foot.map((text, index) => ({ x: 71, y: 796 + index * 10, text, size: 8 }));
  return [...lines, { x: 513, y: 802, text: String(page), size: 20 }];
}

/** Words wrapped to a width, by about the widths of Helvetica; hyphens at the ends of lines are kept, as Word does. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=-)(?=\p{L})|(?<= )/u)) {
    if (line !== '' && (line + part).trimEnd().length * 5.6 > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

/** A small inspection report under ILACS, which tests vary. */
export function ilacsReport({
  title = ['Inspection of Northmoor local authority', 'children’s services'],
  dates = 'Inspection dates: 9 May to 20 May 2022',
  lead = ['Lead inspector: Ada Byrne, Her Majesty’s Inspector'],
  table = FOUR_JUDGEMENTS,
  introduction = ['Children in Northmoor get the right help at the right time, and services have improved.'],
  improvements = [
    { text: 'The quality of plans for children in need.', bullet: '\u25FC' },
    { text: 'The timeliness of supervision, so that drift is noticed.', bullet: '\u25FC' },
  ],
  body = PARTS_OF_FOUR,
}: {
  title?: string[];
  dates?: string;
  lead?: string[];
  table?: Item[];
  introduction?: string[];
  improvements?: Item[];
  body?: Item[];
} = {}): Item[] {
  return [
    ...title.map((text) => ({ title: text })),
    { line: dates },
    ...lead.map((line, index) => ({ line, ...(index > 0 && { gap: PITCH }) })),
    { row: [['Judgement'], ['Grade']] },
    ...table,
    ...introduction.map((text) => ({ text })),
    { heading: 'What needs to improve?' },
    ...improvements,
    ...body,
    BACK_PAGE,
  ];
}

const BACK_PAGE: Item = {
  text: 'The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence. You may reuse this information under the terms of the Open Government Licence.',
};

export const FOUR_JUDGEMENTS: Item[] = [
  { row: [['The impact of leaders on social work', 'practice with children and families'], ['Good']] },
  {
    row: [
      ['The experiences and progress of', 'children who need help and protection'],
      ['Requires improvement to be good'],
    ],
  },
  { row: [['The experiences and progress of', 'children in care and care leavers'], ['Good']] },
  { row: [['Overall effectiveness'], ['Good']] },
];

export const PARTS_OF_FOUR: Item[] = [
  {
    heading:
      'The experiences and progress of children who need help and protection: requires improvement to be good',
  },
  {
    number: '1.',
    text: 'Children get help early. Strategy meetings are held promptly and well attended by partners.',
  },
  {
    number: '2.',
    text: 'Plans are not always clear about what must change, and some children wait too long.',
  },
  { heading: 'The experiences and progress of children in care and care leavers: good' },
  { number: '3.', text: 'Children in care live in stable homes near their families.' },
  { heading: 'The impact of leaders on social work practice with children and families: good' },
  { number: '4.', text: 'Leaders know their services well and act on what they learn.' },
];

/** A letter on a focused visit, as text: its place, its own date, and the days of the visit, as they are printed. */
export function focusedVisitLetter(place: string, written: string, days: string): string {
  return `${written}

Dear Ms Field

### **Focused visit to ${place} children’s services**

This letter summarises the findings of a focused visit to ${place} children’s services on ${days}. The inspector was Ada Byrne, His Majesty’s Inspector.

Inspectors looked at the local authority’s arrangements for care leavers.

## **Headline findings**

Leaders are tenacious in their efforts to support young people.

## **What needs to improve in this area of social work practice?**

- The quality of pathway plans.

Yours sincerely

Ada Byrne
`;
}
