import { expect, it } from 'vitest';
import { makeSearchDocument } from '../search/fixtures.ts';
import { resultsAsCsv } from './quotes-download.ts';

const csv = resultsAsCsv(
  [
    makeSearchDocument({ text: '=HYPERLINK("x"), they said', speaker: '@leader', voice: 'council' }),
    makeSearchDocument({
      kind: 'words',
      text: 'Some is “too much”.',
      quoted: [[9, 17]],
      assessment: undefined,
    }),
  ],
  (facet, value) => `${facet} ${value}`,
  'https://example.org',
);
const lines = csv.split('\r\n');

it('has a column for each fact and a citation', () => {
  expect(lines[0]).toBe(
    '\uFEFFText,Verbatim,Whose words,Speaker,Role,Council,Visit,Kind of visit,When,Assessment,Themes,Document,Publisher,Published,Link,Citation',
  );
  expect(lines[2]).toBe(
    'Some is “too much”.,“too much”,voice inspectorate,,,authority anyshire,"Care leavers in Anyshire, January 2024",' +
      'kind focused-visit,on 15 and 16 January 2024,,theme accommodation,Focused visit to Anyshire,Ofsted,,' +
      'https://example.org/visits/anyshire-2024/#homes-suitable,"“too much” — Ofsted inspectors, in Ofsted’s letter ' +
      '(date unknown), of a focused visit to Anyshire on 15 and 16 January 2024. In our sentence: Some is “too much”. ' +
      'Inspection Insights, https://example.org/visits/anyshire-2024/#homes-suitable"',
  );
});

it('guards cells that a spreadsheet would take for a formula', () => {
  expect(lines[1]).toContain('"\'=HYPERLINK(""x""), they said"');
  expect(lines[1]).toContain("'@leader");
});
