import { getRssString, type RSSOptions } from '@astrojs/rss';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { makeTheme, makeVisit } from '../insight/fixtures.ts';
import { feedDay, feedOfAuthority, feedOfTheme, siteFeed } from './feed.ts';
import { makeCollection, makeLibrary } from './fixtures.ts';

/** The channel of a feed, as a feed reader would read it. */
async function channelOf(options: RSSOptions) {
  const xml = await getRssString(options);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' });
  return parser.parse(xml).rss.channel;
}

describe('feedDay', () => {
  it.each([
    [
      'the day the letter was published',
      { published: '2024-02-01', visited: { start: '2024-01-15' } },
      '2024-02-01',
    ],
    ['else the last day of the visit', { visited: { start: '2024-01-15', end: '2024-01-16' } }, '2024-01-16'],
    ['else its first', { published: '2024-02', visited: { start: '2024-01-15' } }, '2024-01-15'],
    ['else the day of the report of it', { visited: { before: '2024-12-15' } }, '2024-12-15'],
    ['and never a guess', { published: '2020', visited: { start: '2020-10' } }, undefined],
  ])('is %s', (_, visit, day) => {
    expect(feedDay(visit)).toBe(day);
  });
});

describe('siteFeed', () => {
  it('is a feed that says what it is, where it belongs and where it is', async () => {
    expect(await channelOf(siteFeed(makeCollection()))).toMatchObject({
      title: 'Inspection Insights: newest visits',
      link: 'https://site.example/',
      language: 'en-GB',
      'atom:link': {
        '@_href': 'https://site.example/feed.xml',
        '@_rel': 'self',
        '@_type': 'application/rss+xml',
      },
    });
  });

  it('has every visit, newest first, under its permanent address', async () => {
    const { item } = await channelOf(siteFeed(makeCollection()));
    expect(item).toMatchObject([
      {
        title: 'Care leavers in Anyshire, January 2024',
        link: 'https://site.example/visits/anyshire-2024/',
        guid: { '#text': 'https://site.example/visits/anyshire-2024/', '@_isPermaLink': 'true' },
        pubDate: 'Thu, 01 Feb 2024 00:00:00 GMT',
        category: ['Anyshire', 'Focused visit'],
      },
      { title: 'Care leavers in Anyshire, 2020' },
    ]);
    expect(item[1]).not.toHaveProperty('pubDate');
  });

  it('gives the standfirst, the counts and what the visit is known from', async () => {
    const { item } = await channelOf(siteFeed(makeCollection()));
    expect(item[0]['content:encoded']).toBe(
      '<p>A visit.</p><p>2 findings: 1 strength, 1 of context.</p><p>Visited 15 and 16 January 2024. Letter published 1 February 2024. Looked at care leavers. Known from Ofsted’s whole letter.</p><p><a href="https://site.example/visits/anyshire-2024/">The visit, with every quotation and its source</a></p>',
    );
  });

  it('makes markup in a visit’s words harmless', async () => {
    const visits = [makeVisit({ title: 'A & <b>', standfirst: '<script>alert(1)</script> ]]> &amp;' })];
    const { item } = await channelOf(siteFeed(makeCollection({ visits })));
    expect(item[0].title).toBe('A & <b>');
    expect(item[0]['content:encoded']).toContain(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp;</p>',
    );
  });

  it('is sound without a single visit', async () => {
    expect(await channelOf(siteFeed(makeCollection({ visits: [] })))).not.toHaveProperty('item');
  });
});

describe('feedOfAuthority', () => {
  it('has the visits to that authority only', async () => {
    const { authorities, visits } = makeLibrary();
    const [anyshire] = authorities;
    if (!anyshire) throw new Error('no authority');
    const elsewhere = { ...anyshire, id: 'elsewhere', name: 'Elsewhere' };
    const collection = makeCollection({
      authorities: [anyshire, elsewhere],
      visits: [makeVisit({ id: 'elsewhere-2024', authority: 'elsewhere' }), ...visits],
    });
    const channel = await channelOf(feedOfAuthority(collection, elsewhere));
    expect(channel).toMatchObject({
      title: 'Inspection Insights: Elsewhere',
      link: 'https://site.example/authorities/elsewhere/',
      'atom:link': { '@_href': 'https://site.example/authorities/elsewhere/feed.xml' },
      item: [{ link: 'https://site.example/visits/elsewhere-2024/' }],
    });
  });
});

describe('feedOfTheme', () => {
  it('has the visits that judge the theme, with where each stands on it', async () => {
    const health = makeTheme({ id: 'health', label: 'Health & well-being' });
    const channel = await channelOf(feedOfTheme(makeCollection(), health));
    expect(channel).toMatchObject({
      title: 'Inspection Insights: Health & well-being',
      item: [{ link: 'https://site.example/visits/anyshire-2024/' }],
    });
    expect(channel.item[0]['content:encoded']).toContain(
      '<a href="https://site.example/visits/anyshire-2024/#page-theme-health">Health &amp; well-being</a>: strength (1 strength).',
    );
  });
});
