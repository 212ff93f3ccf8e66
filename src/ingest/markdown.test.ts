import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readVisit } from '../content/visit-file.ts';
import { attributeValue, escapeMarkdown } from './markdown.ts';

const FRONT_MATTER = `---
title: Northmoor, May 2022
authority: northmoor
kind: inspection
status: draft
visited:
  start: 2022-05-09
sources:
  letter:
    type: inspectorate-letter
    title: A letter
---
`;

test.each([
  '16. Their plans are late.',
  '- a dash, + a plus, # a sign, > another',
  '> 5% of *all* children_in_care [sic] <b>bold</b> `code` ~~gone~~ \\ back',
  'At 10:30am: see https://www.gov.uk/ofsted :::plain ::from{source="x"} :word[label]{#id}',
  '::from{source="letter"}',
  ':::',
  'R&D &amp; &#35; AT&T; &lt;',
  '“Double” and ‘single’ and "straight" quotation marks',
  '1) a list',
  '=== and --- and ***',
  '| a | table |',
  'e.g. www.ofsted.gov.uk or enquiries@ofsted.gov.uk!',
  '![picture](x) [link](y) [^1] {#id} $x$',
])('words are read back as they were: %s', (words) => {
  const heading = attributeValue(words);
  const text = `${FRONT_MATTER}\n:::finding{#p1 assessment="context" source="letter" heading="${heading}"}\n> ${escapeMarkdown(words)}\n:::\n`;
  const context = { themes: [], authorities: ['northmoor'] };
  const { visit, problems } = readVisit(text, 'content/visits/northmoor-2022.md', context);
  expect(problems.map(({ reason }) => reason)).toEqual([]);
  expect(visit?.findings[0]?.quotes.map((quote) => quote.text)).toEqual([words]);
  expect(visit?.findings[0]?.headings).toEqual([words]);
});

test('any words are read back as they were', () => {
  const piece = fc.constantFrom(
    ...'\\`*_[]<>{}&#+-.!~|:=()"’“” \t1a.',
    '::',
    ':::',
    '&amp;',
    '10:30',
    '](x)',
    'word',
    '{#a}',
  );
  const sentence = fc
    .array(piece, { minLength: 1, maxLength: 14 })
    .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(
      sentence.filter((words) => words !== ''),
      (words) => {
        const text = `${FRONT_MATTER}\n:::finding{#p1 assessment="context" source="letter"}\n> ${escapeMarkdown(words)}\n:::\n`;
        const { visit, problems } = readVisit(text, 'content/visits/northmoor-2022.md', {
          themes: [],
          authorities: ['northmoor'],
        });
        expect(problems.map(({ reason }) => reason)).toEqual([]);
        expect(visit?.findings[0]?.quotes.map((quote) => quote.text)).toEqual([words]);
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});
