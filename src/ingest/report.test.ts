import { describe, expect, test } from 'vitest';
import type { RegisterEntry } from './authority-match.ts';
import { readDocument } from './document.ts';
import { FOUR_JUDGEMENTS, type Item, ilacsReport, PARTS_OF_FOUR, typeset, writePdf } from './fixtures.ts';
import { type NoReport, type Report, readReport } from './report.ts';

const place = (
  id: string,
  name: string,
  fullName: string,
  more: Partial<RegisterEntry> = {},
): RegisterEntry => ({
  id,
  name,
  fullName,
  alsoCalled: [],
  ...more,
});
const REGISTER: RegisterEntry[] = [
  place('northmoor', 'Northmoor', 'Northmoor Metropolitan Borough Council'),
  place('sandbury', 'Sandbury', 'London Borough of Sandbury'),
];

const FOOT = ['Inspection of Northmoor local authority children’s services', '9 May to 20 May 2022'];

async function read(items: Item[], foot = FOOT): Promise<Report> {
  const report = await readAny(items, foot);
  if (report.kind === undefined) throw new Error(`no report: ${report.what}`);
  return report;
}

async function readAny(items: Item[], foot = FOOT): Promise<Report | NoReport> {
  return readReport(await readDocument(writePdf(typeset(items, foot))), REGISTER);
}

const words = (report: Report, id: string) => report.passages.find((passage) => passage.id === id)?.texts;
const RI = 'requires-improvement';

describe('an inspection under ILACS', () => {
  test('four judgements', async () => {
    const report = await read(ilacsReport());
    expect(report).toMatchObject({
      kind: 'inspection',
      framework: 'ILACS',
      authority: 'northmoor',
      title: 'Inspection of Northmoor local authority children’s services',
      periods: [{ start: '2022-05-09', end: '2022-05-20' }],
      inspectors: ['Ada Byrne'],
      judgements: {
        overall: 'good',
        leaders: 'good',
        helpAndProtection: RI,
        childrenInCareAndCareLeavers: 'good',
      },
      notes: [],
    });
    expect(report.passages.map(({ id }) => id)).toEqual([
      'overview-1',
      'improve-1',
      'improve-2',
      'p1',
      'p2',
      'p3',
      'p4',
    ]);
    expect(words(report, 'improve-1')).toEqual(['The quality of plans for children in need.']);
  });

  test('five judgements from January 2023, one of them misprinted', async () => {
    const report = await read(
      ilacsReport({
        dates: 'Inspection dates: 18 to 29 September 2023',
        table: [
          ...FOUR_JUDGEMENTS.slice(0, 2),
          { row: [['The experiences and progress of', 'children in care'], ['Outstanding']] },
          { row: [['The experiences and progress of', 'children care leavers'], ['Inadequate']] },
          { row: [['Overall effectiveness'], ['Inadequate']] },
        ],
        body: PARTS_OF_FOUR.filter((item) => !('heading' in item && /care/.test(item.heading))),
      }),
    );
    expect(report.judgements).toEqual({
      overall: 'inadequate',
      leaders: 'good',
      helpAndProtection: RI,
      childrenInCare: 'outstanding',
      careLeavers: 'inadequate',
    });
  });

  test('from April 2026 there is no overall effectiveness, and none is missed', async () => {
    const report = await read(
      ilacsReport({
        dates: 'Inspection dates: 27 April to 1 May 2026',
        table: [
          ...FOUR_JUDGEMENTS.slice(0, 2),
          { row: [['The experiences and progress of', 'children in care'], ['Good']] },
          { row: [['The experiences and progress of care', 'leavers'], ['Good']] },
        ],
        body: PARTS_OF_FOUR.filter((item) => !('heading' in item && /care/.test(item.heading))),
      }),
    );
    expect(report.judgements).toEqual({
      leaders: 'good',
      helpAndProtection: RI,
      childrenInCare: 'good',
      careLeavers: 'good',
    });
    expect(report.notes).toEqual([]);
  });

  test('grades over two and three lines, beside and between the lines of the names, with full stops', async () => {
    const report = await read(
      ilacsReport({
        table: [
          {
            row: [['The impact of leaders on social work', 'practice with children and families'], ['Good.']],
            offset: 0.5,
          },
          {
            row: [
              ['The experiences and progress of', 'children who need help and protection'],
              ['Requires', 'improvement to be', 'good'],
            ],
          },
          {
            row: [
              ['', 'The experiences and progress of', 'children in care and care leavers'],
              ['Requires improvement', 'to be good'],
            ],
          },
          {
            row: [
              ['', 'Overall effectiveness'],
              ['Requires improvement', '', 'to be good'],
            ],
          },
        ],
        body: PARTS_OF_FOUR.filter((item) => !('heading' in item && /care leavers/.test(item.heading))),
      }),
    );
    expect(report.judgements).toEqual({
      overall: RI,
      leaders: 'good',
      helpAndProtection: RI,
      childrenInCareAndCareLeavers: RI,
    });
  });

  test('a table across a page break', async () => {
    const report = await read(
      ilacsReport({
        table: [...FOUR_JUDGEMENTS.slice(0, 2), { breakPage: true }, ...FOUR_JUDGEMENTS.slice(2)],
      }),
    );
    expect(report.judgements).toMatchObject({
      childrenInCareAndCareLeavers: 'good',
      overall: 'good',
      helpAndProtection: RI,
    });
    expect(words(report, 'overview-1')).toEqual([
      'Children in Northmoor get the right help at the right time, and services have improved.',
    ]);
  });

  test('a heading that says otherwise than the table: neither is believed', async () => {
    const body = PARTS_OF_FOUR.map((item) =>
      'heading' in item
        ? { ...item, heading: item.heading.replace('care leavers: good', 'care leavers: outstanding') }
        : item,
    );
    const report = await read(ilacsReport({ body }));
    expect(report.judgements.childrenInCareAndCareLeavers).toBe('not-read');
    expect(report.notes.map(({ what }) => what)).toEqual([
      'The table says good for “childrenInCareAndCareLeavers”, and a heading says outstanding: “The experiences and progress of children in care and care leavers: outstanding”.',
    ]);
  });

  test('a grade that is missing is not read, which is not the same as not there', async () => {
    const table = FOUR_JUDGEMENTS.map(
      (item, index): Item => (index === 3 ? { row: [['Overall effectiveness'], ['']] } : item),
    );
    const report = await read(ilacsReport({ table }));
    expect(report.judgements).toMatchObject({ overall: 'not-read', leaders: 'good' });
    expect(report.notes[0]?.what).toBe('The grade for “overall” could not be read.');
  });

  test('a grade that is missing in the middle leaves the others where they belong', async () => {
    const table = FOUR_JUDGEMENTS.map(
      (item, index): Item => (index === 1 && 'row' in item ? { row: [item.row[0], ['']] } : item),
    );
    const body = PARTS_OF_FOUR.filter(
      (item) => !('heading' in item && /help and protection/.test(item.heading)),
    );
    const report = await read(ilacsReport({ table, body }));
    expect(report.judgements).toEqual({
      overall: 'good',
      leaders: 'good',
      helpAndProtection: 'not-read',
      childrenInCareAndCareLeavers: 'good',
    });
  });

  test('the title page wins over a wrong running foot', async () => {
    const report = await read(ilacsReport(), [FOOT[0] ?? '', '11 July 2021']);
    expect(report.periods).toEqual([{ start: '2022-05-09', end: '2022-05-20' }]);
    expect(report.passages.flatMap(({ texts }) => texts).join(' ')).not.toContain('2021');
  });

  test('two lead inspectors, the titles of whom run over the line', async () => {
    const lead = [
      'Lead inspectors: Ada Byrne, His Majesty’s Inspector, and Zoë O’Brien-Lee,',
      'His Majesty’s Inspector',
    ];
    expect((await read(ilacsReport({ lead }))).inspectors).toEqual(['Ada Byrne', 'Zoë O’Brien-Lee']);
  });

  test('no inspector named: none is made up', async () => {
    const report = await read(ilacsReport({ lead: [] }));
    expect(report.inspectors).toEqual([]);
    expect(report.notes.map(({ what }) => what)).toEqual([
      'It names no inspector, or the names could not be read.',
    ]);
  });

  test('two periods on site', async () => {
    const report = await read(
      ilacsReport({
        dates: 'Inspection dates: 8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019',
      }),
    );
    expect(report.periods).toEqual([
      { start: '2019-07-08', end: '2019-07-12' },
      { start: '2019-08-07', end: '2019-08-08' },
    ]);
  });

  test('dates that run backwards are misprinted, and none is taken', async () => {
    const report = await read(ilacsReport({ dates: 'Inspection dates: 20 May 2022 to 9 May 2022' }));
    expect(report.periods).toEqual([]);
    expect(report.notes[0]?.what).toBe(
      'The dates of the visit cannot be right as printed: 2022-05-20, then 2022-05-09.',
    );
  });

  test('a visit of over a year has a year misprinted, and its dates are not taken', async () => {
    const report = await read(ilacsReport({ dates: 'Inspection dates: 9 May 2021 to 20 May 2022' }));
    expect(report.periods).toEqual([]);
    expect(report.notes[0]?.what).toContain('2021-05-09 to 2022-05-20');
  });

  test('a grade for what the framework of the time does not have is told', async () => {
    const report = await read(ilacsReport({ dates: 'Inspection dates: 27 April to 1 May 2026' }));
    expect(report.judgements).toMatchObject({ leaders: 'good', helpAndProtection: RI });
    expect(report.judgements).not.toHaveProperty('overall');
    expect(report.notes.map(({ what }) => what)).toContain(
      'It gives a grade for “overall”, which the framework of the time (ILACS, from April 2026) does not have.',
    );
  });

  test('a grade that the framework of the time does not give is not taken', async () => {
    const table = FOUR_JUDGEMENTS.map(
      (item, index): Item => (index === 3 ? { row: [['Overall effectiveness'], ['Adequate']] } : item),
    );
    const report = await read(ilacsReport({ table }));
    expect(report.judgements.overall).toBe('not-read');
    expect(report.notes[0]?.what).toBe(
      'It says adequate for “overall”, which was no grade of the framework of the time (ILACS, 2018 to 2022).',
    );
  });

  test('an older title: the council, then the inspection, then the job title on the next line', async () => {
    const report = await read(
      ilacsReport({
        title: ['London Borough of Sandbury', 'Inspection of children’s social care services'],
        lead: ['Lead inspector: Ada Byrne', 'Her Majesty’s Inspector'],
      }),
    );
    expect(report).toMatchObject({ authority: 'sandbury', inspectors: ['Ada Byrne'] });
  });

  test('a council that is not in the register: the nearest is proposed', async () => {
    const report = await read(
      ilacsReport({ title: ['Inspection of Northmore local authority', 'children’s services'] }),
    );
    expect(report.authority).toBeUndefined();
    expect(report.notes[0]?.what).toBe(
      'No authority of the register is called “Northmore”. The nearest: northmoor.',
    );
  });
});

describe('the text', () => {
  const long =
    'Social workers know their children well and visit them often, and the well-planned multi-agency work that they do with schools and health visitors keeps most children safe, though a few wait too long for help from other services.';

  test('a paragraph over the end of a page: without foot, page number and footnote', async () => {
    const filler = Array.from({ length: 12 }, (_, index) => ({
      number: `${index + 3}.`,
      text: `${long} ${long}`,
    }));
    const report = await read([
      ...ilacsReport({
        body: [
          ...PARTS_OF_FOUR.slice(0, 3),
          { mark: '1', note: 'A note that is no part of the text.' },
          ...filler,
        ],
      }),
    ]);
    for (const number of [3, 7, 14]) expect(words(report, `p${number}`)).toEqual([`${long} ${long}`]);
  });

  test('hyphens at the ends of lines are kept, and those that hang stay apart', async () => {
    const text = `The ${'word '.repeat(15)}safe-guarding short- and long-term ${'word '.repeat(9)}well-planned and multi-agency work.`;
    const report = await read(ilacsReport({ body: [...PARTS_OF_FOUR.slice(0, 1), { number: '1.', text }] }));
    expect(words(report, 'p1')).toEqual([text]);
  });

  test('a raised mark is dropped, and its footnote stays out', async () => {
    const pages = typeset(ilacsReport(), FOOT);
    const heading = pages.flat().find(({ text }) => text === 'What needs to improve?');
    pages[0]?.push({ x: 235, y: (heading?.y ?? 0) - 5, text: '1', size: 9, bold: true });
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(report.passages.find(({ id }) => id === 'improve-1')?.above).toEqual(['What needs to improve?']);
  });

  test('both bullets of symbol fonts, and points beneath a point', async () => {
    const improvements: Item[] = [
      { text: 'Oversight of:', bullet: '\uF06E' },
      { text: 'permanence for children', bullet: '–', indent: 28 },
      { text: 'private fostering.', bullet: '–', indent: 28 },
      { text: 'Caseloads in some teams.', bullet: '\u25FC' },
    ];
    const report = await read(ilacsReport({ improvements }));
    expect(words(report, 'improve-1')).toEqual([
      'Oversight of:',
      'permanence for children',
      'private fostering.',
    ]);
    expect(words(report, 'improve-2')).toEqual(['Caseloads in some teams.']);
  });

  test('bullets of a symbol font are bullets in a text too, and what could not be read is seen and told', async () => {
    const text = [
      'Inspection of Northmoor local authority children’s services',
      'Inspection dates: 9 May to 20 May 2022',
      'Judgement: good',
      'What needs to improve?',
      '\uF06E The quality of plans.',
      '\uE000 Caseloads in some teams.',
      'The experiences and progress of care leavers: good',
      '1. Care leavers like their caf\uFFFD.',
    ].join('\n\n');
    const report = readReport(await readDocument(Buffer.from(text)), REGISTER) as Report;
    expect(words(report, 'improve-1')).toEqual(['The quality of plans.']);
    expect(words(report, 'improve-2')).toEqual(['Caseloads in some teams.']);
    expect(words(report, 'p1')).toEqual(['Care leavers like their caf\u25A1.']);
    expect(report.notes).toContainEqual({
      what: 'A character could not be read: in the draft “\u25A1” stands for it.',
      todo: 'Write what the document has there.',
    });
  });

  test('points beneath a numbered paragraph belong to it', async () => {
    const body: Item[] = [
      ...PARTS_OF_FOUR.slice(0, 1),
      { number: '1.', text: 'Three things have improved:' },
      { text: 'the front door', bullet: '•', indent: 28 },
      { text: 'early help.', bullet: '•', indent: 28 },
      { number: '2.', text: 'Plans are clear.' },
    ];
    const report = await read(ilacsReport({ body }));
    expect(words(report, 'p1')).toEqual(['Three things have improved:', 'the front door', 'early help.']);
    expect(words(report, 'p2')).toEqual(['Plans are clear.']);
  });

  test('a wrapped line that begins like a number is no paragraph, and a skipped number is no loss', async () => {
    const pages = typeset(ilacsReport({ body: PARTS_OF_FOUR.slice(0, 2) }), FOOT);
    const last = pages[0] ?? [];
    last.splice(-5);
    const y = 720;
    last.push(
      { x: 71, y, text: '1.' },
      { x: 99, y, text: 'Homeless children are well supported by workers, who help those aged 15 and' },
      { x: 99, y: y + 14.5, text: '2. This is a line of the same paragraph.' },
      { x: 71, y: y + 43.5, text: '2.' },
      { x: 99, y: y + 43.5, text: 'This one is new.' },
    );
    pages[1] = [
      { x: 71, y: 105, text: '4.' },
      { x: 99, y: 105, text: 'Number three was forgotten.' },
    ];
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(report.passages.filter(({ number }) => number).map(({ id, texts }) => [id, ...texts])).toEqual([
      [
        'p1',
        'Homeless children are well supported by workers, who help those aged 15 and 2. This is a line of the same paragraph.',
      ],
      ['p2', 'This one is new.'],
      ['p4', 'Number three was forgotten.'],
    ]);
  });

  test('a wrapped line that begins with the next number, after a full stop', async () => {
    const pages = typeset(ilacsReport({ body: PARTS_OF_FOUR.slice(0, 2) }), FOOT);
    const at = (pages[0] ?? []).findIndex(({ text }) => text === '1.');
    const y = pages[0]?.[at]?.y ?? 0;
    pages[0]?.splice(
      at,
      10,
      { x: 71, y, text: '1.' },
      {
        x: 99,
        y,
        text: 'Homeless children are well supported, and so are those who are 15 or 16 years old.',
      },
    );
    pages[0]?.push({ x: 99, y: y + 14.5, text: '2. This is how the council counts them.' });
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(report.passages.filter(({ number }) => number).map(({ id }) => id)).toEqual(['p1']);
  });

  test('a heading over the end of a page', async () => {
    const pages = typeset(ilacsReport({ body: [{ breakPage: true }, ...PARTS_OF_FOUR.slice(1)] }), FOOT);
    pages[0]?.push({
      x: 71,
      y: 765,
      text: 'The experiences and progress of children who need help and',
      size: 14,
      bold: true,
    });
    pages[1]?.push({
      x: 71,
      y: 95,
      text: 'protection: requires improvement to be good',
      size: 14,
      bold: true,
    });
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(report.passages.find(({ id }) => id === 'p1')).toMatchObject({
      improvement: false,
      section: { topic: 'help-and-protection', role: 'findings' },
    });
    expect(report.passages.filter(({ improvement }) => improvement)).toHaveLength(2);
  });

  test('a paragraph over the end of a page that goes on like a heading', async () => {
    const pages = typeset(ilacsReport({ body: [...PARTS_OF_FOUR.slice(0, 1), { breakPage: true }] }), FOOT);
    pages[0]?.push(
      { x: 71, y: 750, text: '1.' },
      { x: 99, y: 750, text: 'Workers are good at helping, and this has a very good effect on the' },
    );
    pages[1] = [
      { x: 99, y: 105, text: 'experiences and progress of children, and on those of young people.' },
      { x: 71, y: 134, text: '2.' },
      { x: 99, y: 134, text: 'They know their area well, which is one of the poorest in' },
    ];
    pages[2] = [
      { x: 99, y: 105, text: 'England, and they know that it has many young people aged' },
      { x: 99, y: 119.5, text: '16 or 17 who live alone.' },
    ];
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(report.passages.filter(({ number }) => number).flatMap(({ texts }) => texts)).toEqual([
      'Workers are good at helping, and this has a very good effect on the experiences and progress of children, and on those of young people.',
      'They know their area well, which is one of the poorest in England, and they know that it has many young people aged 16 or 17 who live alone.',
    ]);
  });

  test('a report whose first number is left out', async () => {
    const body: Item[] = [
      ...PARTS_OF_FOUR.slice(0, 1),
      { number: '2.', text: 'Plans are clear.' },
      { number: '3.', text: 'Visits are frequent.' },
    ];
    const report = await read(ilacsReport({ body }));
    expect(report.passages.filter(({ number }) => number).map(({ id }) => id)).toEqual(['p2', 'p3']);
  });

  test('a running foot of which one line is another on each page', async () => {
    const pages = typeset(
      ilacsReport({
        body: [
          ...PARTS_OF_FOUR,
          ...Array(3)
            .fill([{ breakPage: true }, { text: long }])
            .flat(),
        ],
      }),
      FOOT,
    );
    for (const [index, page] of pages.entries()) {
      for (const mark of page)
        if (mark.text === FOOT[1]) mark.text = `Draft of ${['Monday', 'Tuesday', 'Friday', 'Sunday'][index]}`;
    }
    const report = readReport(await readDocument(writePdf(pages)), REGISTER) as Report;
    expect(JSON.stringify(report.passages)).not.toContain('Draft of');
  });

  test('a heading of a part that is judged ends the points, however large theirs is set', async () => {
    const items = ilacsReport().map((item) =>
      'heading' in item && /improve\?/.test(item.heading) ? { ...item, size: 16 } : item,
    );
    const report = await read(items);
    expect(report.passages.filter(({ improvement }) => improvement)).toHaveLength(2);
    expect(words(report, 'p1')).toBeDefined();
  });

  test('prose under “What needs to improve” is no point', async () => {
    const improvements: Item[] = [
      { text: 'No areas for improvement were found by inspectors at this visit.' },
    ];
    const report = await read(ilacsReport({ improvements }));
    expect(report.passages.filter(({ improvement }) => improvement)).toEqual([]);
    expect(words(report, 'improvements-1')).toEqual([
      'No areas for improvement were found by inspectors at this visit.',
    ]);
  });
});

const SIF: Item[] = [
  { title: 'Northmoor Metropolitan Borough Council' },
  {
    heading:
      'Inspection of services for children in need of help and protection, children looked after and care leavers',
  },
  { line: 'and' },
  { heading: 'Review of the effectiveness of the Local Safeguarding Children Board' },
  { line: 'Inspection date: 20 January 2015 – 11 February 2015', bold: true, size: 14 },
  { line: 'Report published: 30/03/2015', bold: true, size: 14, gap: 20 },
  { heading: 'Children’s services in Northmoor require improvement to be good' },
  { row: [['1. Children who need help and protection'], ['Requires improvement']] },
  { row: [['2. Children looked after and achieving', 'permanence'], ['Good']], offset: 0.5 },
  { row: [['2.1 Adoption performance'], ['Outstanding']] },
  { row: [['2.2 Experiences and progress of care leavers'], ['Requires', 'improvement']] },
  { row: [['3. Leadership, management and governance'], ['Inadequate']] },
  { breakPage: true },
  { title: 'Contents' },
  { row: [['Executive summary'], ['2']] },
  {
    row: [
      ['The experiences and progress of children who', 'need help and protection'],
      ['', '9'],
    ],
  },
  { breakPage: true },
  { heading: 'Executive summary' },
  { text: 'Services have improved since the last inspection, and not all of them are good.' },
  { heading: 'Recommendations' },
  { number: '1.', text: 'Ensure that plans are clear.' },
  { number: '2.', text: 'Ensure that supervision is regular.' },
  {
    heading: 'The experiences and progress of children who need help and protection Requires improvement',
    size: 16,
  },
  { heading: 'Inspection findings', size: 12 },
  { number: '3.', text: 'Early help is strong.' },
  { heading: 'The graded judgement for adoption performance is that it is outstanding', size: 12 },
  { number: '4.', text: 'Adopters are found quickly.' },
  { heading: 'The Local Safeguarding Children Board (LSCB)', size: 16 },
  { heading: 'The Local Safeguarding Children Board is inadequate' },
  { heading: 'Recommendations' },
  { number: '5.', text: 'The Board should challenge its partners.' },
  { heading: 'Inspection findings – the Local Safeguarding Children Board' },
  { number: '6.', text: 'The Board does not know enough.' },
  { heading: 'Information about this inspection', size: 16 },
  { text: 'Inspectors have looked closely at the experiences of children.' },
  { line: 'The inspection team', bold: true },
  { line: 'Lead inspector: Ada Byrne HMI' },
  { line: 'Team inspectors: Tom Reed (HMI), Kit Long (HMI) Zoë Hart (OI) and' },
  { line: 'Mary Ann Dale (Contracted Inspector)', gap: 14.5 },
  { line: 'Senior data analyst: Ben Figures' },
  { line: 'Quality assurance manager: Sue Check Senior HMI' },
  { text: 'Any complaints about the inspection or the report should be made following the procedures.' },
];

describe('a single inspection', () => {
  test('with its table, its team, its recommendations and the review of the Board', async () => {
    const report = await read(SIF, []);
    expect(report).toMatchObject({
      kind: 'single-inspection',
      framework: 'SIF',
      authority: 'northmoor',
      periods: [{ start: '2015-01-20', end: '2015-02-11' }],
      published: '2015-03-30',
      inspectors: ['Ada Byrne', 'Tom Reed', 'Kit Long', 'Zoë Hart', 'Mary Ann Dale'],
      judgements: {
        overall: RI,
        helpAndProtection: RI,
        childrenInCare: 'good',
        adoption: 'outstanding',
        careLeavers: RI,
        leaders: 'inadequate',
        lscb: 'inadequate',
      },
      notes: [],
    });
    expect(report.passages.map(({ id }) => id)).toEqual([
      'summary-1',
      'improve-1',
      'improve-2',
      'p3',
      'p4',
      'improve-3',
      'p6',
      'about-1',
    ]);
    expect(report.passages.find(({ id }) => id === 'p4')?.section.topic).toBe('adoption');
    expect(report.passages.find(({ id }) => id === 'improve-3')?.section).toMatchObject({
      topic: 'lscb',
      role: 'improvements',
    });
  });

  test.each(['The LSCB is good because:', 'Northmoor Safeguarding Children Board is good'])(
    'a heading that grades the board: %s',
    async (heading) => {
      const items = SIF.map((item) =>
        'heading' in item && / Board is inadequate$/.test(item.heading) ? { ...item, heading } : item,
      );
      expect((await read(items, [])).judgements.lscb).toBe('good');
    },
  );

  test('a board that was reviewed, and whose grade is not found: not read', async () => {
    const items = SIF.filter((item) => !('heading' in item && / Board is inadequate$/.test(item.heading)));
    const report = await read(items, []);
    expect(report.judgements.lscb).toBe('not-read');
    expect(report.notes.map(({ what }) => what)).toEqual(['The grade for “lscb” could not be read.']);
  });

  test('a re-inspection', async () => {
    const items = SIF.map((item) =>
      'heading' in item
        ? { ...item, heading: item.heading.replace(/^Inspection of services/, 'Re-inspection of services') }
        : item,
    );
    expect((await read(items, [])).kind).toBe('single-inspection');
  });

  test('a judgement that was not made is neither missing nor unread', async () => {
    const items = SIF.filter((item) => !('heading' in item && /graded judgement/.test(item.heading))).map(
      (item): Item =>
        'row' in item && item.row[0][0] === '2.1 Adoption performance'
          ? { row: [item.row[0], ['Not judged']] }
          : item,
    );
    expect((await read(items, [])).judgements.adoption).toBe('not-inspected');
  });
});

test('an inspection of services for looked after children, of 2013', async () => {
  const report = await read(
    [
      { title: 'Inspection of looked after children services' },
      { title: 'Northmoor Metropolitan Borough Council', size: 18 },
      { line: 'Inspection dates: 24 – 28 June 2013', bold: true },
      { line: 'Reporting inspector Ada Byrne HMI', bold: true, gap: 14.5 },
      { line: 'Age group: All', bold: true },
      { line: 'Published: 2 August 2013', bold: true, gap: 14.5 },
      { breakPage: true },
      { heading: 'About this inspection', size: 18 },
      { number: '1.', text: 'The purpose of the inspection is to evaluate services.' },
      { heading: 'Areas for improvement' },
      { number: '2.', text: 'To improve services, the local authority should take the following action.' },
      { line: 'Immediately:', bold: true },
      { text: 'Review all plans', bullet: '•', indent: 28 },
      { line: 'Within three months:', bold: true },
      { text: 'Train all staff', bullet: '•', indent: 28 },
      { heading: 'Record of main findings', size: 18 },
      { row: [['Overall effectiveness'], ['Adequate']] },
      { row: [['Capacity to improve'], ['Good']] },
      { row: [['Leadership and management'], ['Inadequate']] },
    ],
    [],
  );
  expect(report).toMatchObject({
    kind: 'looked-after-children-inspection',
    framework: 'Inspection of looked after children services',
    published: '2013-08-02',
    inspectors: ['Ada Byrne'],
    judgements: { overall: 'adequate', leaders: 'inadequate' },
  });
  expect(report.passages.map(({ id }) => id)).toEqual(['p1', 'p2', 'improve-1', 'improve-2']);
});

function letter(subject: string, opening: string, body: Item[] = []): Item[] {
  return [
    { line: 'Piccadilly Gate', gap: 12 },
    { line: '4 November 2024' },
    { line: 'Jo Field' },
    { line: 'Director of Children’s Services', gap: 14.5 },
    { line: 'Northmoor Metropolitan Borough Council', gap: 14.5 },
    { line: 'Dear Ms Field' },
    { line: subject, bold: true },
    { text: opening },
    { text: 'Inspectors looked at the local authority’s arrangements for children at the front door.' },
    { line: 'Headline findings', bold: true },
    { text: 'Children are helped well.' },
    { line: 'What needs to improve in this area of social work practice?', bold: true },
    { text: 'The timeliness of decisions.', bullet: '\u25FC' },
    { line: 'Main findings', bold: true },
    { text: 'Most children are seen quickly.' },
    ...body,
    { line: 'Yours sincerely' },
    { line: 'Ada Byrne' },
    { line: 'His Majesty’s Inspector', gap: 14.5 },
  ];
}

describe('a letter', () => {
  test('of a focused visit', async () => {
    const report = await read(
      letter(
        'Focused visit to Northmoor children’s services',
        'This letter summarises the findings of the focused visit to Northmoor children’s services on 17 and 18 September 2024. His Majesty’s Inspectors for this visit were Ada Byrne and Tom Reed.',
      ),
      [],
    );
    expect(report).toMatchObject({
      kind: 'focused-visit',
      framework: 'ILACS',
      letter: true,
      authority: 'northmoor',
      title: 'Focused visit to Northmoor children’s services',
      periods: [{ start: '2024-09-17', end: '2024-09-18' }],
      published: '2024-11-04',
      inspectors: ['Ada Byrne', 'Tom Reed'],
      judgements: {},
      notes: [],
    });
    expect(report.passages.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'improve-1', 'p4']);
  });

  test.each([
    [
      'Monitoring visit of Northmoor children’s services',
      'the second monitoring visit of Northmoor children’s services since the local authority was judged inadequate in 2023',
      'monitoring-visit',
      'ILACS',
    ],
    [
      'Focused assurance visit to Northmoor children’s services',
      'a focused assurance visit to Northmoor children’s services',
      'assurance-visit',
      'ILACS',
    ],
  ])('%s', async (subject, what, kind, framework) => {
    const report = await read(
      letter(
        subject,
        `This letter summarises the findings of ${what} on 6 and 7 October 2024. The inspector was Ada Byrne HMI.`,
      ),
      [],
    );
    expect(report).toMatchObject({ kind, framework, authority: 'northmoor', inspectors: ['Ada Byrne'] });
    expect(report.periods).toEqual([{ start: '2024-10-06', end: '2024-10-07' }]);
  });

  test('that names its inspector by the signature only', async () => {
    const report = await read(
      letter(
        'Focused visit to Northmoor children’s services',
        'This letter summarises the findings of a focused visit to Northmoor children’s services on 17 September 2024.',
      ),
      [],
    );
    expect(report.inspectors).toEqual(['Ada Byrne']);
  });

  test('with an area for priority action', async () => {
    const report = await read(
      letter(
        'Focused visit to Northmoor children’s services',
        'This letter summarises the findings of a focused visit to Northmoor children’s services on 17 September 2024.',
        [
          { line: 'Area for priority action', bold: true },
          { text: 'The safety of children.', bullet: '\u25FC' },
        ],
      ),
      [],
    );
    expect(report.passages.at(-1)).toMatchObject({ id: 'improve-2', section: { role: 'priority-action' } });
  });
});

describe('what is no report says what it is', () => {
  test.each([
    [
      ['Inspection of safeguarding and looked after children services', 'Northmoor'],
      'an inspection of safeguarding and looked after children services (2009 to 2012)',
    ],
    [
      ['Inspection of local authority arrangements for the protection of children', 'Northmoor'],
      'an inspection of arrangements for the protection of children (2012 to 2013)',
    ],
    [['A cookery book', 'Soups and stews'], 'not a report on an authority’s children’s services'],
  ])('%s', async (title, what) => {
    const items: Item[] = [
      ...title.map((text) => ({ title: text, size: 14 })),
      { text: 'There is some text beneath the title, which goes on for a line or two, and then it stops.' },
    ];
    expect(await readAny(items, [])).toEqual({ kind: undefined, what });
  });

  test('a newspaper’s account of a visit', async () => {
    const items: Item[] = [
      { title: 'Ofsted praises Northmoor' },
      {
        text: 'Ofsted carried out a focused visit to Northmoor Council’s children’s services on 17 September 2024, which looked at care leavers.',
      },
    ];
    expect(await readAny(items, [])).toMatchObject({ kind: undefined });
  });
});
