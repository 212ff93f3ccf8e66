import { describe, expect, it } from 'vitest';
import { citation, type PassageRecord, whoSaid } from './citation.ts';

const url = 'https://example.org/visits/wigan-2024/#onus-on-care-leavers';

const onus: PassageRecord = {
  quotations: ['too much onus'],
  voice: 'inspectorate',
  roles: [],
  source: { type: 'news-report', published: '15 December 2024' },
  visit: { kind: 'focused-visit', place: 'Wigan', when: 'before 15 December 2024' },
};

const letter: PassageRecord = {
  quotations: ['Most care leavers live in safe homes.'],
  voice: 'inspectorate',
  roles: [],
  source: { type: 'inspectorate-letter', publisher: 'Ofsted', published: '28 February 2022' },
  visit: { kind: 'focused-visit', place: 'Wiltshire', when: 'on 24 and 25 January 2022' },
};

const text = (record: PassageRecord) => citation(record, url, 'text');

describe('as text', () => {
  it('is complete', () => {
    expect(text(onus)).toBe(
      '“too much onus” — Ofsted inspectors, quoted in a newspaper’s report of 15 December 2024 (publisher unknown), ' +
        'of a focused visit to Wigan before 15 December 2024. ' +
        'Inspection Insights, https://example.org/visits/wigan-2024/#onus-on-care-leavers',
    );
  });

  it('gives words within our sentence their context', () => {
    const words = 'There was “too much onus” on care leavers, and “little” besides';
    expect(text({ ...onus, quotations: ['too much onus', 'little'], words })).toContain(
      '“too much onus”, “little” — Ofsted inspectors',
    );
    expect(text({ ...onus, words })).toContain(
      `December 2024. In our sentence: ${words}. Inspection Insights, https:`,
    );
  });

  it('says that our own words are ours', () => {
    expect(text({ ...letter, quotations: [], words: 'Homes are safe.', voice: 'editor' })).toBe(
      'Homes are safe. — Inspection Insights, in our own words, from Ofsted’s letter of 28 February 2022, ' +
        `of a focused visit to Wiltshire on 24 and 25 January 2022. ${url}`,
    );
  });

  const council = { ...letter, voice: 'council' as const };
  const account = { type: 'council-news' as const, publisher: 'Wirral Council' };
  it.each<[string, PassageRecord]>([
    ['Ofsted inspectors, in Ofsted’s letter of 28 February 2022, of', letter],
    ['in Ofsted’s letter (date unknown), of', { ...letter, source: { type: 'inspectorate-letter' } }],
    [
      'quoted in a newspaper’s report (publisher and date unknown), of',
      { ...onus, source: { type: 'news-report' } },
    ],
    [
      'a newspaper’s report of 1 May 2024 (The Post), of',
      { ...onus, source: { ...onus.source, publisher: 'The Post', published: '1 May 2024' } },
    ],
    ['the council, in its own account (Wirral Council, date unknown), of', { ...council, source: account }],
    [
      'A. Mayes, Leader, Lead Member, in the council’s own account of 1 May 2024 (Wirral Council), of',
      {
        ...council,
        speaker: 'A. Mayes',
        roles: ['Leader', 'Lead Member'],
        source: { ...account, published: '1 May 2024' },
      },
    ],
    ['Ofsted inspectors, quoted in the council’s own account', { ...letter, source: account }],
    [
      'a care leaver, quoted in the council’s own account',
      { ...letter, voice: 'care-leaver', source: account },
    ],
    ['the newspaper, in a newspaper’s report', { ...onus, voice: 'press' }],
    [
      'of an inspection of children’s services in Wigan in May 2022',
      { ...onus, visit: { kind: 'inspection', place: 'Wigan', when: 'in May 2022' } },
    ],
  ])('%s', (expected, record) => expect(text(record)).toContain(expected));
});

describe('whoSaid', () => {
  it.each([
    [
      'Sophie Wales, Inspector, Ofsted',
      { voice: 'inspectorate', speaker: 'Sophie Wales', roles: ['Inspector'] },
    ],
    [
      'A. Smith, His Majesty’s Inspector',
      { voice: 'inspectorate', speaker: 'A. Smith', roles: ['His Majesty’s Inspector'] },
    ],
    ['Wigan Council spokesperson', { voice: 'council', roles: ['Wigan Council spokesperson'] }],
    ['Care leaver, now a manager', { voice: 'care-leaver', roles: ['Care leaver, now a manager'] }],
  ] as const)('%s', (expected, by) => expect(whoSaid({ ...onus, ...by })).toBe(expected));
});

const hostile: PassageRecord = {
  ...onus,
  quotations: ['1. <script>alert("x")</script> & *bold* [link](javascript:x) `code`'],
  speaker: '<b>"A"</b>',
};

describe('as HTML', () => {
  it('is complete', () => {
    expect(citation(onus, url, 'html')).toBe(
      `<figure><blockquote cite="${url}"><p>too much onus</p></blockquote><figcaption>— Ofsted inspectors, quoted in ` +
        'a newspaper’s report of 15 December 2024 (publisher unknown), of a focused visit to Wigan before 15 December ' +
        `2024. <a href="${url}">Inspection Insights</a></figcaption></figure>\n`,
    );
  });

  it('lets nothing through as markup', () => {
    const html = citation(hostile, 'https://example.org/"><script>', 'html');
    expect(html).not.toMatch(/<script|<b>/);
    expect(html.match(/"/g)).toHaveLength(4);
  });

  it('does not call our own words a quotation', () => {
    expect(citation({ ...onus, quotations: [], words: 'Ours.', voice: 'editor' }, url, 'html')).toMatch(
      /^<figure><p>Ours\.<\/p><figcaption>/,
    );
  });
});

describe('as Markdown', () => {
  it('is complete', () => {
    expect(citation({ ...onus, words: 'There was “too much onus”.' }, url, 'markdown')).toBe(
      '> too much onus\n\n— Ofsted inspectors, quoted in a newspaper’s report of 15 December 2024 (publisher unknown), ' +
        'of a focused visit to Wigan before 15 December 2024. In our sentence: There was “too much onus”. ' +
        `[Inspection Insights](${url})\n`,
    );
  });

  it('lets nothing through as markup', () => {
    expect(citation(hostile, url, 'markdown')).toContain(
      '> 1\\. \\<script\\>alert("x")\\</script\\> \\& \\*bold\\* \\[link\\](javascript:x) \\`code\\`\n',
    );
  });
});
