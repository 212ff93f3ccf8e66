import type { Library } from '../content/library.ts';
import { LETTER, makeFinding, makeTheme, makeVisit, NEWS } from '../insight/fixtures.ts';
import type { Authority } from '../model/authority.ts';
import type { Quote } from '../model/quote.ts';
import { type Collection, collectionOf } from './collection.ts';

/** Where the site of a test is published. */
const SITE = new URL('https://site.example');

/** A quotation for a test: of the letter, in the inspectors’ words, unless told otherwise. */
function makeQuote(quote: Partial<Quote> = {}): Quote {
  return {
    text: 'safe and suitable',
    form: 'block',
    source: 'letter',
    voice: 'inspectorate',
    roles: [],
    line: 1,
    ...quote,
  };
}

const ANYSHIRE: Authority = {
  id: 'anyshire',
  name: 'Anyshire',
  fullName: 'Anyshire Council',
  alsoCalled: [],
  region: 'North West',
  type: 'county-council',
  onsCode: 'E10000001',
  urn: '80001',
  neighbours: [],
  predecessors: [],
  reports: [],
};

/** A visit known from its whole letter, with a finding, a reply, an action and a figure. */
const HELD = makeVisit({
  findings: [
    makeFinding({
      words: ['Most live in “safe and suitable” homes,', 'so inspectors say.'],
      quotes: [
        makeQuote({ form: 'inline' }),
        makeQuote({ text: '=Most care leavers', speaker: 'A. Inspector', roles: ['HMI', 'lead inspector'] }),
      ],
      themes: ['accommodation', 'health'],
      change: 'better',
      since: '2023-09',
    }),
    makeFinding({ id: 'how-many', assessment: 'context', themes: [] }),
  ],
  responses: [
    {
      id: 'reply',
      words: [],
      quotes: [makeQuote({ text: 'We are proud', voice: 'council', speaker: 'A. Leader' })],
      themes: [],
      source: 'letter',
      line: 9,
    },
  ],
  actions: [
    {
      id: 'audits',
      words: ['Audits will listen.'],
      quotes: [],
      themes: [],
      source: 'letter',
      line: 12,
      status: 'promised',
    },
  ],
  figures: [{ label: 'Care leavers', value: '324', source: 'letter', finding: 'how-many' }],
  sources: LETTER,
});

/** A visit known from a newspaper only, of which little is known. */
const ACCOUNT = makeVisit({
  id: 'anyshire-2020',
  title: 'Care leavers in Anyshire, 2020',
  visited: { start: '2020-10' },
  published: undefined,
  inspectors: undefined,
  sources: NEWS,
  findings: [makeFinding({ assessment: 'improvement' })],
});

/** A library for tests: one authority, two visits, two themes. */
export function makeLibrary(library: Partial<Library> = {}): Library {
  return {
    visits: [HELD, ACCOUNT],
    themes: [makeTheme(), makeTheme({ id: 'health', label: 'Health & well-being' })],
    authorities: [ANYSHIRE],
    corrections: [],
    redirects: [],
    addresses: [],
    receipts: {
      'anyshire-2024': {
        visit: 'anyshire-2024',
        sources: { letter: { sha256: 'a'.repeat(64), quotations: [] } },
      },
    },
    ...library,
  };
}

/** The collection of a test’s library. */
export function makeCollection(library: Partial<Library> = {}): Collection {
  return collectionOf(makeLibrary(library), SITE);
}
