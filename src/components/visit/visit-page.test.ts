import { expect, test } from 'vitest';
import { FIXTURE_FOLDER } from '../../../tests/fixtures/library.ts';
import { type Library, readLibrary } from '../../content/library.ts';
import { problemAt } from '../../content/problem.ts';
import type { Visit } from '../../model/visit.ts';
import { visitPage } from './visit-page.ts';

const { library } = readLibrary(FIXTURE_FOLDER);

/** The library’s visit, with some of it changed, and its page as markup. */
function markupOf(id: string, changes: Partial<Visit> = {}, held: Library = library): string {
  const visit = held.visits.find((one) => one.id === id);
  if (!visit) throw new Error(`The fixture library has no visit ${id}.`);
  return visitPage(held, { ...visit, ...changes } as Visit).main.markup;
}

/** The headings of the second level, in order. */
function headings(markup: string): string[] {
  return [...markup.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, words]) => words ?? '');
}

test('a page has its title, its summary’s first paragraph and its council’s feed', () => {
  const [visit] = library.visits;
  if (!visit) throw new Error('The fixture library has visits.');
  const { title, description, feed } = visitPage(library, visit);
  expect({ title, description, feed }).toEqual({
    title: 'Care leavers in Northmoor, September 2024',
    description: 'Most care leavers in Northmoor have a home that suits them, inspectors found.',
    feed: { title: 'Inspection Insights: Northmoor', href: '/authorities/northmoor/feed.xml' },
  });
});

test('a section for all that a visit has', () => {
  expect(headings(markupOf('northmoor-2024'))).toEqual([
    'In plain words',
    'Key figures',
    'What inspectors found, theme by theme',
    'On this page',
    'Every finding, theme by theme',
    'Background',
    'What was said in reply',
    'Earlier visits that the record mentions',
    'What the record does not say',
    'Sources',
    'Go on from here',
  ]);
});

test('and none for what it has not', () => {
  const bare = {
    summary: '',
    figures: [],
    findings: [],
    responses: [],
    actions: [],
    previous: [],
    plain: '',
  };
  const markup = markupOf('northmoor-2024', bare);
  expect(headings(markup)).toEqual([
    'On this page',
    'Every finding, theme by theme',
    'What the record does not say',
    'Sources',
    'Go on from here',
  ]);
  expect(markup).toContain('Of this visit nothing is quoted.');
  expect(markup).not.toContain('chart-figure');
  expect(markup).not.toContain('visit-summary');
});

test('every link within a page leads to something in it', () => {
  const markup = markupOf('northmoor-2024');
  const ids = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...markup.matchAll(/href="(?:\/visits\/northmoor-2024\/)?#([^"]+)"/g)].map(([, id]) => id);
  const marks = links.filter((id) => !id?.startsWith('page-mark-'));
  expect(marks.length).toBeGreaterThan(10);
  expect(marks.filter((id) => !ids.has(id ?? ''))).toEqual([]);
  const named = [...markup.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
  expect(named.filter((id) => !ids.has(id ?? ''))).toEqual([]);
});

test('what is known of a visit stands first, with its judgements in words', () => {
  const markup = markupOf('northmoor-2022');
  const facts = [...markup.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(facts).toEqual([
    ['Visited', '9 to 20 May 2022'],
    ['Kind of visit', 'Inspection'],
    ['Looked at', expect.any(String)],
    ['Inspectors', 'not named in the record'],
    ['Letter published', '5 July 2022'],
    ['Known from', expect.any(String)],
    ['Overall effectiveness', 'Requires improvement to be good'],
    [expect.any(String), 'Good'],
    [expect.any(String), 'Requires improvement to be good'],
    [expect.any(String), 'In the report, not read yet'],
  ]);
});

test('figures, sources and earlier visits keep a space between what they say', () => {
  const markup = markupOf('northmoor-2024');
  expect(markup).toContain(
    '<dt>Fall in homelessness applications, the last year</dt><dd><span class="value">40%</span> <span class="small soft">Ofsted’s letter · <a href="/visits/northmoor-2024/#homes-suitable"',
  );
  expect(markup).toContain(
    '<strong>Ofsted’s letter</strong> (held whole): <a href="https://northmoor.example/letter.pdf" rel="external">',
  );
  expect(markup).toContain(
    'Publisher: Ofsted. Published: 22 October 2024. Signed by Ruth Amos. Read there on 2 November 2024. Crown copyright, Open Government Licence v3.0.</p>',
  );
  expect(markup).toContain(
    '<strong>2022, inspection:</strong> The letter says that plans were less often brought up to date then. <a href="/visits/northmoor-2022/">Read it</a>',
  );
});

test('a visit leads to its comparisons with the council’s other visits, the earlier one first', () => {
  const address = '"/compare/northmoor-2022/northmoor-2024/"';
  expect(markupOf('northmoor-2024')).toContain(
    `${address}>Compare with Northmoor, visited 9 to 20 May 2022<`,
  );
  expect(markupOf('northmoor-2022')).toContain(
    `${address}>Compare with Northmoor, visited 17 and 18 September 2024<`,
  );
});

test('a draft says so and what it still needs, and a published visit nothing of it', () => {
  expect(markupOf('northmoor-2024')).not.toContain('Draft');
  const markup = markupOf('northmoor-2022', { status: 'draft' });
  expect(markup).toContain('<strong> · Draft: not on the published site</strong>');
  expect(markup).toContain('<h2 id="page-draft">Draft: what it still needs</h2>');
  expect(markup).toContain(
    '<p>Write the plain summary (:::plain) for the young people the visit was about.</p>',
  );
});

test('a visit known from an account says that it is', () => {
  const account = {
    council: { type: 'council-news', title: 'A letter came', publisher: 'Northmoor Council' },
  } as const;
  const markup = markupOf('northmoor-2024', {
    sources: account,
    findings: [],
    responses: [],
    actions: [],
    figures: [],
  });
  expect(markup).toContain('<p class="note"><strong>We know this visit only from ');
  expect(markup).toContain('We do not hold Ofsted’s letter. What the account leaves out is not known');
  expect(markupOf('northmoor-2024')).not.toContain('We know this visit only from');
});

test('a link to a passage that moved or was withdrawn still leads to something', () => {
  const redirects = [
    {
      from: '/visits/northmoor-2024/#old',
      to: '/visits/northmoor-2024/#homes-suitable',
      date: '2025-01-02',
      why: 'Two <findings> were one.',
    },
  ];
  const markup = markupOf('northmoor-2024', {}, { ...library, redirects });
  expect(markup).toContain('<a href="#page-former">Moved and withdrawn</a>');
  expect(markup).toContain(
    '<div class="former note" id="old"><p>What stood here has moved: <a href="/visits/northmoor-2024/#homes-suitable">read it where it is now</a>. <span class="soft">Two &lt;findings&gt; were one. (2 January 2025)</span></p></div>',
  );
});

test('an editor sees which quotations nothing proves yet', () => {
  const [visit] = library.visits;
  if (!visit) throw new Error('The fixture library has visits.');
  const facts = { rule: 'unproven-quotation', what: 'No receipt <proves> it.', todo: 'Run the check.' };
  const problem = problemAt({ file: visit.file, line: 48 }, facts);
  const { main } = visitPage(library, visit, [problem]);
  expect(main.markup).toContain('<li>Line 48: No receipt &lt;proves&gt; it. Run the check.</li>');
});

test('whatever a visit says stays words', () => {
  const hostile = '"><script>alert(1)</script>';
  const markup = markupOf('northmoor-2024', {
    title: hostile,
    standfirst: hostile,
    inspectors: [hostile],
    figures: [{ label: hostile, value: hostile, source: 'letter' }],
    previous: [{ date: '2022', says: hostile, source: 'letter' }],
  } as Partial<Visit>);
  expect(markup).not.toContain('<script>');
});

test('a link to an action is told what it leads to', () => {
  expect(markupOf('northmoor-2024')).toContain('This link leads here: an action from <strong>');
  expect(markupOf('northmoor-2024')).toContain('This link leads here: a reply from <strong>');
});

test('a council that the library does not hold is named', () => {
  expect(() => markupOf('northmoor-2024', {}, { ...library, authorities: [] })).toThrow(
    'content/visits/northmoor-2024.md: no authority “northmoor”',
  );
});
