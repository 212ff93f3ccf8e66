import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { makeIndex, makeSearchDocument, makeSearchVisit } from './fixtures.ts';
import { packIndex, ROOT, SIZES } from './pack.ts';
import { makeSearch, type Results } from './search.ts';
import { openStore } from './store.ts';

const wigan = makeSearchVisit({ id: 'wigan-2024', authority: 'wigan', places: ['Wigan', 'Wigan Council'] });
const wirral = makeSearchVisit({ id: 'wirral-2024', authority: 'wirral', places: ['Wirral'] });
const wiltshire = makeSearchVisit({
  id: 'wiltshire-2022',
  authority: 'wiltshire',
  places: ['Wiltshire'],
  year: 2022,
});

const documents: SearchDocument[] = [
  makeSearchDocument({
    id: 'onus',
    kind: 'words',
    text: 'There was “too much onus” on care leavers to look for help.',
    quoted: [[11, 24]],
    themes: ['relationships'],
    assessment: 'improvement',
    visit: wigan,
  }),
  makeSearchDocument({
    id: 'sure',
    text: 'Leaders make sure that young people have somewhere suitable to live.',
    visit: wigan,
  }),
  makeSearchDocument({
    id: 'transition',
    text: 'progress has been made in the transition arrangements for 16- and 17-year-olds',
    themes: ['transitions'],
    voice: 'council',
    speaker: 'Elizabeth Hartley',
    visit: wirral,
  }),
  makeSearchDocument({
    id: 'right-time',
    text: 'Care leavers receive the right support, at the right time, to help them make progress in their lives.',
    themes: ['care-leavers'],
    visit: wiltshire,
  }),
  makeSearchDocument({
    id: 'homeless',
    text: 'a drop of 50% in homelessness applications from care leavers; 324 had emotional well-being plans',
    visit: wiltshire,
  }),
  makeSearchDocument({
    id: 'plans',
    text: 'Pathway plans are not always reviewed, and accommodation is the personal adviser’s concern.',
    themes: ['pathway-plans'],
    assessment: 'improvement',
    visit: wiltshire,
  }),
  makeSearchDocument({ id: 'voices', text: "care leavers' voices; an investment of £5m", visit: wiltshire }),
];
const index = makeIndex(documents, {
  accommodation: ['flat', 'sofa surfing'],
  relationships: ['never turns up'],
});

const ids = (results: Results) => results.hits.slice(0, results.total).map(({ document }) => document.id);
const nearIds = (results: Results) => results.hits.slice(results.total).map(({ document }) => document.id);
const find = async (text: string) => ids(await index.search({ text }));
/** The marked stretches of the first hit. */
const marked = async (text: string) => {
  const [hit] = (await index.search({ text })).hits;
  return hit?.marks.map(([start, end]) => hit.document.text.slice(start, end));
};

describe('what is found', () => {
  it.each([
    ['"too much onus"', ['onus']],
    ['“Too  much—ONUS”', ['onus']],
    ['"much too onus"', []],
    ['"to much onus"', []],
    ['"at the right time, to help them"', ['right-time']],
    ['"the right support at the right time to help"', ['right-time']],
    ['"ight time"', []],
    ['"care leaver"', []],
    ["care leavers' voices", ['voices']],
    ['"leavers’ voices"', ['voices']],
    ['£5m', ['voices']],
    ['5m', ['voices']],
    ['50%', ['homeless']],
    ['50', ['homeless']],
    ['16- and 17-year-olds', ['transition']],
    ['"16 and 17 year olds"', ['transition']],
    ['17–year–olds', ['transition']],
    ['wellbeing', ['homeless']],
    ['well-being', ['homeless']],
    ['"emotional wellbeing"', ['homeless']],
    ['Elizabeth Hartley', ['transition']],
    ['"Elizabeth Hartley"', ['transition']],
    ['"Hartley Elizabeth"', []],
    ['homeless*', ['homeless']],
    ['reviewing pathway plan', ['plans']],
    ['"reviewing"', []],
    ['wigan onus', ['onus']],
    ['Wigan Council onus', ['onus']],
    ['wirral 2024', ['transition']],
    ['help -wigan', ['right-time']],
    ['care leavers -"right time" -onus -2022', []],
    ['what is there about the transition', ['transition']],
  ])('%s', async (text, expected) => expect(await find(text)).toEqual(expected));

  it('is everything, in order, where nothing is asked for', async () => {
    for (const text of ['', '  ', '"', '*', '???'])
      expect(await find(text)).toEqual(documents.map(({ id }) => id));
    expect(await find('-care')).toEqual(['sure', 'transition', 'plans']);
  });

  it('takes an unfinished last word as a beginning', async () => {
    expect(await find('accom')).toEqual(['plans']);
    expect(await find('pathway revi')).toEqual(['plans']);
    expect(await find('accom ')).toEqual([]);
  });

  it.each([
    'x'.repeat(10_000),
    '"'.repeat(10_000),
    '-'.repeat(10_000),
    `"${'care '.repeat(2000)}"`,
    'a-'.repeat(5000),
    '(((((.*)+)+)+$',
    '<img src=x onerror=alert(1)>',
    '__proto__ constructor toString',
    '\u0000\u202E\uFFFF\uD800',
    'مرحبا بالعالم',
    '%00 %s {{x}} $& $1',
  ])('is not disturbed by hostile input (%#)', async (text) => {
    const results = await index.search({ text, chosen: { theme: ['__proto__'] } });
    expect(results.total).toBe(0);
  });
});

describe('typing slips', () => {
  it.each([
    ['accomodation', [{ typed: 'accomodation', used: 'accommodation', start: 0, end: 12 }], ['plans']],
    ['Pathway pans', [{ typed: 'pans', used: 'plans', start: 8, end: 12 }], ['plans']],
    ['persnal adviser', [{ typed: 'persnal', used: 'personal', start: 0, end: 7 }], ['plans']],
    ['wirrel', [{ typed: 'wirrel', used: 'wirral', start: 0, end: 6 }], ['transition']],
  ])('%s', async (text, corrections, expected) => {
    const results = await index.search({ text });
    expect(results.corrections).toEqual(corrections);
    expect(ids(results)).toEqual(expected);
  });

  it('are not looked for in phrases, exclusions, prefixes or the public’s words for a theme', async () => {
    for (const text of ['"accomodation"', 'care -accomodation', 'accomod*', 'sofa ']) {
      expect((await index.search({ text })).corrections).toEqual([]);
    }
  });

  it('names what nothing has', async () => {
    const results = await index.search({ text: 'zebra onus ' });
    expect(results).toMatchObject({ total: 0, missing: ['zebra'] });
    expect(results.hits.map(({ document, lacks }) => [document.id, lacks])).toEqual([['onus', ['“zebra”']]]);
  });
});

describe('what is marked', () => {
  it.each([
    ['"too much onus"', ['too much onus']],
    ['too much onus', ['too much onus']],
    ['"right time, to help"', ['right time, to help']],
    ['16- and 17-year-olds', ['16', '17-year-olds']],
    ['wellbeing', ['well-being']],
    ['leavers’ voices', ["leavers' voices".slice(0, 7), 'voices']],
    ['50', ['50%']],
    ['wigan onus', ['onus']],
    ['reviewing plan', ['plans', 'reviewed']],
    ['', []],
  ])('%s', async (text, expected) => expect(await marked(text)).toEqual(expected));
});

describe('what comes near', () => {
  it('lacks up to two words in three, says which, and is not counted', async () => {
    const results = await index.search({ text: 'pathway plans zebra ' });
    expect(results).toMatchObject({ total: 0, near: 2 });
    expect(results.hits.map(({ document, lacks }) => [document.id, lacks])).toEqual([
      ['plans', ['“zebra”']],
      ['homeless', ['“pathway”', '“zebra”']],
    ]);
    expect((await index.facets({ text: 'pathway plans zebra ' })).authority).toEqual([]);
  });

  it('has the words but not the exact phrase', async () => {
    const results = await index.search({ text: '"right support at right time"' });
    expect(results.hits[0]).toMatchObject({
      document: { id: 'right-time' },
      lacks: ['the exact phrase “right support at right time”'],
    });
  });

  it('does not trail behind an exact phrase that is found', async () => {
    expect(await index.search({ text: '"too much onus"' })).toMatchObject({ total: 1, near: 0 });
  });

  it('has a theme for the word it lacks', async () => {
    const results = await index.search({ text: 'wigan flat' });
    expect(nearIds(results)).toEqual(['sure']);
    expect(results.hits[0]).toMatchObject({ lacks: ['“flat”'], standIns: ['accommodation'] });
    expect(nearIds(await index.search({ text: 'never turns up' }))).toEqual(['onus']);
  });

  it('says in inspectors’ words what was asked in the public’s, and says so', async () => {
    const texts = [
      'every child at risk has a plan that is reviewed with them each month',
      'the council has a plan for its buildings that is reviewed each month',
      'leaders know that some children have been excluded from their school',
    ].map((text) => makeSearchDocument({ text, themes: [] }));
    const { hits, total } = await makeIndex(texts).search({ text: 'kids expelled ' });
    expect(total).toBe(0);
    expect(hits.map(({ document }) => texts.indexOf(document))).toEqual([2, 0]);
    expect(hits[0]).toMatchObject({ lacks: ['“kids”', '“expelled”'], instead: ['children', 'excluded'] });
    expect(hits[0]?.marks.map(([start, end]) => hits[0]?.document.text.slice(start, end))).toEqual([
      'children',
      'excluded',
    ]);
  });

  it('has the word itself before what is said otherwise', async () => {
    const texts = [
      'inspectors met children who had moved to a new home this year',
      'inspectors met kids who had moved to a new home this year',
    ].map((text) => makeSearchDocument({ text, themes: [] }));
    const { hits, total } = await makeIndex(texts).search({ text: 'kids moved zebra ' });
    expect(total).toBe(0);
    expect(hits.map(({ document }) => texts.indexOf(document))).toEqual([1, 0]);
  });

  it('does not lack the place', async () => {
    const near = nearIds(await index.search({ text: 'wiltshire onus plans ' }));
    expect(near.sort()).toEqual(['homeless', 'plans']);
  });

  it('may be left for later where there are full hits', async () => {
    const text = 'care leavers help ';
    const hurried = await index.search({ text, hurry: true });
    const whole = await index.search({ text });
    expect(hurried).toMatchObject({ total: whole.total, near: 0, hurried: true });
    expect(whole).toMatchObject({ hurried: false });
    expect(whole.near).toBeGreaterThan(0);
    expect(await index.search({ text: 'zebra onus ', hurry: true })).toMatchObject({
      near: 1,
      hurried: false,
    });
  });

  it('has a phrase that is hyphened in the query and one word in the text', async () => {
    const written = makeIndex([makeSearchDocument({ id: 'joined', text: 'Wellbeing is everyone’s job.' })]);
    const results = await written.search({ text: 'giraffe “well-being” ' });
    expect(results.hits.map(({ document, lacks }) => [document.id, lacks])).toEqual([
      ['joined', ['“giraffe”']],
    ]);
  });

  it('is what lacks the fewest, where there is nothing else', async () => {
    const results = await index.search({ text: 'zebra giraffe onus ' });
    expect(nearIds(results)).toEqual(['onus']);
    expect(results.hits[0]?.lacks).toEqual(['“zebra”', '“giraffe”']);
  });

  it('keeps to what is chosen', async () => {
    const results = await index.search({ text: 'onus zebra ', chosen: { authority: ['wirral'] } });
    expect(results.hits).toEqual([]);
  });
});

describe('order', () => {
  const order = async (texts: (string | Partial<SearchDocument>)[], text: string) => {
    const made = texts.map((entry, at) =>
      makeSearchDocument({
        text: '',
        id: String(at),
        ...(typeof entry === 'string' ? { text: entry } : entry),
      }),
    );
    return find2(await makeIndex(made).search({ text }));
  };
  const find2 = (results: Results) => results.hits.map(({ document }) => document.id);

  it('puts words side by side before words apart', async () => {
    const apart = 'plans for every care leaver who needs one had their own pathway to follow at home';
    const together = 'every care leaver who needs one had their own pathway plans to follow when at home';
    expect(await order([apart, together], 'pathway plans')).toEqual(['1', '0']);
  });

  it('puts a fragment after a sentence', async () => {
    expect(
      await order(['suitable homes', 'most care leavers live in suitable homes that they like'], 'homes'),
    ).toEqual(['1', '0']);
  });

  it('puts the word as typed before its other endings', async () => {
    expect(
      await order(
        ['inspectors planned for the homes of care leavers', 'inspectors plan for the homes of care leavers'],
        'plan',
      ),
    ).toEqual(['1', '0']);
  });

  it('puts quotations before our own words, and else keeps the order given', async () => {
    const text = 'most care leavers live in suitable homes that they like';
    expect(await order([{ text, kind: 'words' }, text, text], 'homes')).toEqual(['1', '2', '0']);
  });
});

describe('facets and pages', () => {
  it('counts every value of the full hits', async () => {
    const facets = await index.facets({ text: 'care leavers' });
    expect(facets.authority).toEqual([
      { value: 'wigan', count: 1 },
      { value: 'wiltshire', count: 3 },
    ]);
    expect(facets.assessment).toEqual([
      { value: 'improvement', count: 1 },
      { value: 'strength', count: 3 },
    ]);
  });

  it('pays no heed, within a facet, to what is chosen under it', async () => {
    const question = { text: 'care leavers', chosen: { authority: ['wigan'] } };
    const facets = await index.facets(question);
    expect((await index.search(question)).total).toBe(1);
    expect(facets.authority.map(({ value }) => value)).toEqual(['wigan', 'wiltshire']);
    expect(facets.year).toEqual([{ value: '2024', count: 1 }]);
  });

  it('takes any of the values of one facet, and something of each facet', async () => {
    const chosen = { authority: ['wigan', 'wiltshire'], theme: ['relationships', 'pathway-plans'] };
    expect(ids(await index.search({ text: '', chosen }))).toEqual(['onus', 'plans']);
  });

  it('gives the part that is asked for', async () => {
    const results = await index.search({ text: '', from: 2, count: 3 });
    expect(results.hits.map(({ document }) => document.id)).toEqual(['transition', 'right-time', 'homeless']);
    expect(results.total).toBe(documents.length);
  });
});

describe('a part of the collection', () => {
  const index = makeIndex(documents, {}, { neighbours: { wigan: ['wirral', 'wiltshire'] } });
  const within = async (part: { visit?: string; neighboursOf?: string }) =>
    ids(await index.search({ text: 'care leavers', within: part }));

  it('is one visit, or the neighbours of an authority', async () => {
    expect(await within({ visit: 'wigan-2024' })).toEqual(['onus']);
    expect((await within({ neighboursOf: 'wigan' })).sort()).toEqual(['homeless', 'right-time', 'voices']);
    const { authority } = await index.facets({ text: 'care leavers', within: { neighboursOf: 'wigan' } });
    expect(authority).toEqual([{ value: 'wiltshire', count: 3 }]);
  });

  it('is empty where nothing is known by that name', async () => {
    expect(await within({ visit: 'nowhere-2024' })).toEqual([]);
    expect(await within({ neighboursOf: 'constructor' })).toEqual([]);
  });
});

describe('an index whose parts cannot be had', () => {
  it('says so, and can be asked again', async () => {
    const parts = packIndex({ documents, themeWords: {}, neighbours: {} }, { ...SIZES, whole: 0 });
    let online = false;
    const store = openStore(parts.get(ROOT) ?? new Uint8Array(), async (name) => {
      if (!online) throw new Error('offline');
      return parts.get(name) ?? new Uint8Array();
    });
    const cut = makeSearch(store);
    await expect(cut.search({ text: 'onus ' })).rejects.toThrow('offline');
    online = true;
    expect((await cut.search({ text: 'onus ' })).total).toBe(1);
  });
});
