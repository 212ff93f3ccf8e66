import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURE_CONTEXT, FOCUSED_VISIT, fixture } from '../../tests/fixtures/library.ts';
import type { Receipts } from '../model/receipt.ts';
import type { Visit } from '../model/visit.ts';
import {
  findQuotation,
  normaliseWords,
  quotationReceipt,
  quotationsOf,
  sha256,
  unprovenQuotations,
} from './quotations.ts';
import { readVisit } from './visit-file.ts';

const LETTER = normaliseWords(fixture('sources/letter.txt'));
const found = (words: string, document = LETTER) => findQuotation(words, document).found;

describe('what is forgiven, because it is how a text was set and not what it says', () => {
  test.each([
    ['white space and line ends', 'well-matched to their\n  needs.'],
    ['curly apostrophes', 'The personal adviser’s door'],
    ['a low apostrophe', 'The personal adviserʼs door'],
    ['another kind of hyphen', 'well‑matched'],
    ['a soft hyphen', 'accommo\u00ADdation'],
    ['a zero-width space', 'accommo\u200Bdation'],
    ['a non-breaking space', 'Most\u00A0care'],
    ['a letter in two pieces of Unicode', 'e\u0301'],
  ])('%s', (_what, words) => {
    const document = `${LETTER} \u00E9`;
    expect(found(words, document)).toBe(true);
  });

  test('a ligature in the source', () => {
    expect(found('findings', normaliseWords('These are the ﬁndings.'))).toBe(true);
  });

  test('quotation marks of any shape', () => {
    expect(found('the "best" parents', normaliseWords('the “best” parents'))).toBe(true);
  });

  test('dashes of any length', () => {
    expect(found('homes – most', normaliseWords('homes — most'))).toBe(true);
  });
});

describe('what is refused', () => {
  const sentence = 'Most care leavers live in safe, stable and suitable accommodation';

  test('the sentence itself is there', () => expect(found(sentence)).toBe(true));

  test.each([
    ['one word changed', 'Many care leavers live in safe, stable and suitable accommodation'],
    ['one word left out', 'Most care leavers live in safe, stable and accommodation'],
    ['one word put in', 'Most care leavers now live in safe, stable and suitable accommodation'],
    ['two words swapped', 'Most care leavers live in stable, safe and suitable accommodation'],
    ['a comma more', 'Most care leavers live in safe, stable, and suitable accommodation'],
    ['a comma less', 'Most care leavers live in safe stable and suitable accommodation'],
    ['another case', 'most care leavers live in safe, stable and suitable accommodation'],
    ['capitals', 'MOST CARE LEAVERS LIVE IN SAFE'],
    ['a sentence joined from two', 'suitable accommodation that is well-matched to needs.'],
    ['two sentences in the wrong order', 'The frequency of supervision. Most care leavers live in safe'],
    ['the beginning of a word', 'Most care leavers live in safe, stable and suit'],
    ['the end of a word', 'ost care leavers live in safe'],
    ['a word before its apostrophe', 'Some young people said that they can'],
    ['a word before its hyphen', 'accommodation that is well'],
    ['a word behind its hyphen', 'matched to their needs'],
    ['another number', 'Homelessness applications have fallen by 50%'],
    ['nothing', ''],
    ['a cut and nothing else', '[...]'],
  ])('%s', (_what, words) => expect(found(words)).toBe(false));

  test('any two sentences of the letter joined into one', () => {
    const sentences = LETTER.split(/(?<=\.) /).filter((one) => one.split(' ').length > 5);
    expect(sentences.length).toBeGreaterThan(2);
    const half = (words: string[], from: number, to: number) => words.slice(from, to).join(' ');
    for (const [at, one] of sentences.entries()) {
      for (const other of sentences.slice(at + 1)) {
        const [a, b] = [one.split(' '), other.split(' ')];
        expect(found(`${half(a, 0, 3)} ${half(b, 3, 6)}`), `${one} | ${other}`).toBe(false);
      }
    }
  });

  test('says from which word on it is not there', () => {
    expect(findQuotation('Most care leavers live in warm, stable homes', LETTER)).toEqual({
      found: false,
      firstWordsMissing: 'warm, stable homes',
    });
  });

  test('one word changed anywhere in any of the letter’s sentences', () => {
    const words = LETTER.split(' ');
    const spans = fc
      .tuple(fc.nat(words.length - 8), fc.integer({ min: 3, max: 8 }))
      .map(([start, length]) => words.slice(start, start + length));
    fc.assert(
      fc.property(spans, fc.nat(7), (span, at) => {
        const changed = span.with(at % span.length, 'marmalade');
        return found(span.join(' ')) && !found(changed.join(' '));
      }),
    );
  });
});

describe('what a quotation itself marks as cut or put in', () => {
  test.each([
    ['a cut', 'Most care leavers live [...] suitable accommodation'],
    ['a cut with an ellipsis character', 'Most care leavers live […] suitable accommodation'],
    ['a cut at the end', 'Most care leavers live in safe [...]'],
    ['a word put in', "Some young people said that they [the care leavers] can't always"],
    ['a word put in for another', 'Some [care leavers] said that they'],
  ])('%s', (_what, words) => expect(found(words)).toBe(true));

  test.each([
    ['pieces in the wrong order', 'suitable accommodation [...] Most care leavers live'],
    ['a piece that is nowhere', 'Most care leavers [...] marmalade'],
    ['a piece that is a part of a word', 'Most care leavers [...] accommo'],
  ])('not %s', (_what, words) => expect(found(words)).toBe(false));
});

describe('receipts', () => {
  const visit = readVisit(fixture(FOCUSED_VISIT), FOCUSED_VISIT, FIXTURE_CONTEXT).visit as Visit;
  const documents = { letter: sha256('letter'), 'council-news': sha256('news') };
  const receiptsOf = (source: keyof typeof documents) => ({
    sha256: documents[source],
    quotations: quotationsOf(visit)
      .filter(({ quote }) => quote.source === source)
      .map(({ quote }) => quotationReceipt(documents[source], quote.text)),
  });
  const good: Receipts = {
    visit: visit.id,
    sources: { letter: receiptsOf('letter'), 'council-news': receiptsOf('council-news') },
  };
  const unproven = (of: Visit, receipts: Receipts | undefined) =>
    unprovenQuotations(of, receipts).map(({ line, reason, note }) => `${line}: ${reason} → ${note}`);
  const changed = (from: string, to: string) =>
    readVisit(fixture(FOCUSED_VISIT).replace(from, to), FOCUSED_VISIT, FIXTURE_CONTEXT).visit as Visit;

  test('every quotation of the file is asked for, in its order', () => {
    expect(
      quotationsOf(visit).map(({ passage, quote }) => `${passage} ${quote.source} ${quote.form}`),
    ).toEqual([
      'homes-suitable letter inline',
      'homes-suitable letter block',
      'homes-suitable council-news block',
      'plans-not-updated letter block',
      'opening-times letter block',
      'response-hale council-news block',
      'response-flat council-news block',
    ]);
  });

  test('prove the quotations that they were made of', () => {
    expect(unproven(visit, good)).toEqual([]);
  });

  test('are missing: one problem for each source, and the command to run', () => {
    expect(unproven(visit, undefined)).toMatchInlineSnapshot(`
      [
        "57: Nothing proves the quotations from “letter” (4 in this file): they were never checked. → With the source at hand, run: npm run verify -- northmoor-2024 letter <file of the source>",
        "63: Nothing proves the quotations from “council-news” (3 in this file): they were never checked. → With the source at hand, run: npm run verify -- northmoor-2024 council-news <file of the source>",
      ]
    `);
  });

  test('do not prove a quotation in which a word was changed', () => {
    expect(
      unproven(changed('Most care leavers live in safe', 'All care leavers live in safe'), good),
    ).toMatchInlineSnapshot(`
      [
        "59: Nothing proves this quotation (“All care leavers live in safe, stable and…”): it was not there when “letter” was last checked, or has changed since. → With the source at hand, run: npm run verify -- northmoor-2024 letter <file of the source>",
      ]
    `);
  });

  test('still prove a quotation whose white space or apostrophe was changed', () => {
    expect(unproven(changed("young person's circumstances", 'young person’s circumstances'), good)).toEqual(
      [],
    );
  });

  test('do not prove a quotation that was moved to another source', () => {
    const moved = changed(
      '#plans-not-updated themes="pathway-plans oversight" assessment="improvement" source="letter"',
      '#plans-not-updated themes="pathway-plans oversight" assessment="improvement" source="council-news"',
    );
    expect(unproven(moved, good)).toHaveLength(1);
  });

  test('copied from another source’s receipt prove nothing', () => {
    const forged: Receipts = {
      ...good,
      sources: {
        ...good.sources,
        'council-news': {
          sha256: documents['council-news'],
          quotations: good.sources.letter?.quotations ?? [],
        },
      },
    };
    expect(unproven(visit, forged)).toHaveLength(3);
  });

  test('of one quotation do not serve for another', () => {
    const [first] = good.sources.letter?.quotations ?? [];
    const one: Receipts = {
      ...good,
      sources: { ...good.sources, letter: { sha256: documents.letter, quotations: [first ?? ''] } },
    };
    expect(unproven(visit, one)).toHaveLength(3);
  });

  test('are bound to the document: the same words from another one have another receipt', () => {
    expect(quotationReceipt(documents.letter, 'words')).not.toBe(
      quotationReceipt(documents['council-news'], 'words'),
    );
  });
});
