import { describe, expect, it } from 'vitest';
import type { Authority } from '../model/authority.ts';
import type { Finding } from '../model/finding.ts';
import type { Quote } from '../model/quote.ts';
import type { Visit } from '../model/visit.ts';
import { divideBlocks, packBlock, unpackBlock } from './blocks.ts';
import { searchDocuments, whenVisited } from './documents.ts';

const anyshire: Authority = {
  id: 'anyshire',
  name: 'Anyshire',
  fullName: 'Anyshire County Council',
  alsoCalled: ['Anyshire'],
  region: 'South West',
  type: 'county-council',
  onsCode: 'E10000001',
  urn: '80000',
  neighbours: [],
  predecessors: [],
  reports: [],
};

const quote = (text: string, made: Partial<Quote> = {}): Quote => ({
  text,
  form: 'block',
  source: 'letter',
  voice: 'inspectorate',
  roles: [],
  line: 1,
  ...made,
});

const finding = (made: Partial<Finding>): Finding => ({
  id: 'homes',
  words: [],
  quotes: [],
  themes: ['accommodation'],
  source: 'letter',
  line: 1,
  assessment: 'strength',
  proposed: false,
  ...made,
});

const visit = {
  id: 'anyshire-2024',
  title: 'Care leavers in Anyshire, January 2024',
  authority: 'anyshire',
  kind: 'focused-visit',
  visited: { start: '2024-01-15', end: '2024-01-16' },
  sources: {
    letter: { type: 'inspectorate-letter', title: 'A letter', publisher: 'Ofsted', published: '2024-02-01' },
    news: { type: 'news-report', title: 'A report' },
  },
  findings: [
    finding({
      words: ['Homes are safe.', 'Few move.'],
      quotes: [
        quote('Most live in safe homes.'),
        quote('safe homes', { source: 'news', voice: 'council', speaker: 'A. Leader', roles: ['Leader'] }),
      ],
      line: 10,
    }),
    finding({
      id: 'onus',
      words: ['There is “too much onus” on “them”.'],
      quotes: [
        quote('too much onus', { form: 'inline', source: 'news' }),
        quote('them', { form: 'inline', source: 'news' }),
      ],
      assessment: 'improvement',
      line: 30,
    }),
  ],
  responses: [
    {
      id: 'response-leader',
      words: [],
      quotes: [quote('We are proud.', { voice: 'council', line: 21 })],
      themes: [],
      source: 'news',
      line: 20,
    },
  ],
  actions: [],
} as unknown as Visit;

const documents = searchDocuments([visit], [anyshire]);

describe('searchDocuments', () => {
  it('gives each quotation and each passage’s own words once, in the order of the file', () => {
    expect(documents.map(({ id, kind, text }) => [id, kind, text])).toEqual([
      ['anyshire-2024#homes.0', 'quotation', 'Most live in safe homes.'],
      ['anyshire-2024#homes.1', 'quotation', 'safe homes'],
      ['anyshire-2024#homes.2', 'words', 'Homes are safe. Few move.'],
      ['anyshire-2024#response-leader.0', 'quotation', 'We are proud.'],
      ['anyshire-2024#onus.0', 'words', 'There is “too much onus” on “them”.'],
    ]);
  });

  it('says whose words they are, and from which document', () => {
    expect(
      documents.map(({ voice, speaker, source }) => [voice, speaker, source.type, source.published]),
    ).toEqual([
      ['inspectorate', undefined, 'inspectorate-letter', '1 February 2024'],
      ['council', 'A. Leader', 'news-report', undefined],
      ['editor', undefined, 'inspectorate-letter', '1 February 2024'],
      ['council', undefined, 'inspectorate-letter', '1 February 2024'],
      ['inspectorate', undefined, 'news-report', undefined],
    ]);
  });

  it('marks what is verbatim in our own words', () => {
    const own = documents[4];
    expect(own?.quoted.map(([start, end]) => own.text.slice(start, end))).toEqual(['too much onus', 'them']);
  });

  it('gives only findings an assessment', () => {
    expect(documents.map(({ part, assessment }) => [part, assessment])).toEqual([
      ['finding', 'strength'],
      ['finding', 'strength'],
      ['finding', 'strength'],
      ['response', undefined],
      ['finding', 'improvement'],
    ]);
  });

  it('refuses a visit to an authority that is not in the register', () => {
    expect(() => searchDocuments([visit], [])).toThrow('anyshire-2024 is to “anyshire”');
  });
});

describe('packBlock', () => {
  it('keeps everything', () => {
    expect(unpackBlock(JSON.parse(JSON.stringify(packBlock(documents))))).toEqual(documents);
  });

  it('is refused when damaged', () => {
    expect(() => unpackBlock({ ...packBlock(documents), visits: [] })).toThrow('damaged');
  });
});

describe('divideBlocks', () => {
  it('cuts between passages only', () => {
    const blocks = divideBlocks(documents, 1);
    expect(blocks.map((block) => block.map(({ passage }) => passage))).toEqual([
      ['homes', 'homes', 'homes'],
      ['response-leader'],
      ['onus'],
    ]);
  });
});

describe('a long quotation', () => {
  const [first, second] = [`Most ${'care leavers '.repeat(20)}are safe.`, 'Few (e.g. in Wigan) are not.'];
  const long = { ...visit, findings: [finding({ quotes: [quote(`${first} ${second}`)] })], responses: [] };
  const sentences = searchDocuments([long as Visit], [anyshire]);

  it('is a text for each of its sentences, which knows the others', () => {
    expect(sentences.map(({ id, text, paragraph }) => [id, text, paragraph])).toEqual([
      ['anyshire-2024#homes.0', first, { sentences: [first, second], at: 0 }],
      ['anyshire-2024#homes.1', second, { sentences: [first, second], at: 1 }],
    ]);
  });

  it('is kept so in a block', () => {
    expect(unpackBlock(JSON.parse(JSON.stringify(packBlock(sentences))))).toEqual(sentences);
  });
});

describe('whenVisited', () => {
  it.each([
    [{ start: '2024-09-17', end: '2024-09-18' }, 'on 17 and 18 September 2024'],
    [{ start: '2022-05-09', end: '2022-05-20' }, 'from 9 to 20 May 2022'],
    [{ start: '2024-09-17' }, 'on 17 September 2024'],
    [{ start: '2020-10' }, 'in October 2020'],
    [{ start: '2020' }, 'in 2020'],
    [{ before: '2024-12-15', days: 2 }, 'before 15 December 2024'],
  ])('%j: %s', (period, words) => expect(whenVisited(period)).toBe(words));
});
