import { describe, expect, test } from 'vitest';
import { agesInWords, gaps, lookedAt, recordName, silences } from './coverage.ts';
import { LETTER, makeFinding, makeTheme, makeVisit, NEWS } from './fixtures.ts';
import { stanceSheet } from './sheet.ts';

test('what a visit looked at, in words', () => {
  expect(lookedAt(makeVisit({ focus: ['front-door', 'permanence'], ages: { from: 0, to: 17 } }))).toEqual({
    areas: 'the front door and permanence',
    ages: 'aged 0 to 17',
    record: 'Ofsted’s whole letter',
  });
  expect(lookedAt(makeVisit()).ages).toBeUndefined();
  expect(agesInWords({ from: 17, to: 17 })).toBe('aged 17');
});

test('inspections and reviews end in a report, visits and joint inspections in a letter', () => {
  expect(recordName('inspection')).toBe('report');
  expect(recordName('lscb-review')).toBe('report');
  expect(recordName('assurance-visit')).toBe('letter');
  expect(recordName('joint-inspection')).toBe('letter');
});

describe('what a visit is known from', () => {
  const OWN = { update: { type: 'council-news', title: 'Update' } } as const;

  test('is the whole letter or report, whatever else there is', () => {
    expect(lookedAt(makeVisit({ sources: { ...LETTER, ...OWN } })).record).toBe('Ofsted’s whole letter');
    expect(lookedAt({ ...makeVisit({ sources: LETTER }), kind: 'inspection' }).record).toBe(
      'Ofsted’s whole report',
    );
  });

  test('is the kinds of document that judged findings are taken from, each once', () => {
    const sources = {
      ...OWN,
      paper: NEWS.letter,
      other: NEWS.letter,
      later: { type: 'inspectorate-report', title: 'Cited for a date' },
    } as const;
    const findings = [
      ...['paper', 'other', 'update'].map((source) => makeFinding({ source })),
      makeFinding({ source: 'later', assessment: 'context' }),
    ];
    expect(lookedAt(makeVisit({ sources, findings })).record).toBe(
      'the council’s own account and a newspaper’s report of the letter',
    );
    expect(lookedAt(makeVisit({ sources, findings: [makeFinding({ source: 'later' })] })).record).toBe(
      'part of Ofsted’s letter',
    );
  });

  test('is every source where nothing was judged yet', () => {
    expect(lookedAt(makeVisit({ sources: OWN })).record).toBe('the council’s own account');
  });
});

test('silences are listed by their reason, in the order of the taxonomy', () => {
  const themes = [
    makeTheme(),
    makeTheme({ id: 'health' }),
    makeTheme({ id: 'neglect', focus: ['front-door'] }),
    makeTheme({ id: 'voice' }),
  ];
  const ids = (sources: typeof LETTER | typeof NEWS) => {
    const sheet = stanceSheet(makeVisit({ sources, findings: [makeFinding()] }), themes, {
      name: 'Anyshire',
    });
    return Object.entries(silences(sheet, themes)).map(([silence, silent]) => [
      silence,
      silent.map(({ id }) => id),
    ]);
  };
  expect(ids(LETTER)).toEqual([
    ['not-mentioned', ['health', 'voice']],
    ['not-known', []],
    ['not-looked-at', ['neglect']],
  ]);
  expect(ids(NEWS)).toEqual([
    ['not-mentioned', []],
    ['not-known', ['health', 'voice']],
    ['not-looked-at', ['neglect']],
  ]);
});

describe('gaps in the record', () => {
  test('there are none where everything is known', () => {
    expect(gaps(makeVisit())).toEqual([]);
  });

  test('everything that may be unknown is told', () => {
    const visit = makeVisit({
      visited: { before: '2024-12-15' },
      published: undefined,
      inspectors: undefined,
      sources: NEWS,
    });
    expect(gaps(visit)).toEqual([
      'We do not hold Ofsted’s letter: what this account leaves out, the letter may say.',
      'The record does not say when the visit took place: only that it was before 15 December 2024.',
      'The date of Ofsted’s letter is not in the record.',
      'The record does not name the inspectors.',
      'Of the document “Council praised” it is not known who published it, when it was published and where it can be read on the web.',
    ]);
  });

  test.each([
    ['2020-10', 'Of the date of the visit only the month is known: October 2020.'],
    ['2020', 'Of the date of the visit only the year is known: 2020.'],
  ])('a visit dated %s', (start, gap) => {
    expect(gaps(makeVisit({ visited: { start } }))).toEqual([gap]);
  });
});
