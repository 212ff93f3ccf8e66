import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { makeIndex, makeSearchDocument, makeSearchVisit } from './fixtures.ts';
import { type Need, planQuery } from './needs.ts';
import { forms, tokenise } from './normalise.ts';
import { SIZES } from './pack.ts';
import { isCouncilWord, parseQuery } from './query.ts';
import { needSpans, type Span, sequenceEnd } from './spans.ts';
import { bareNumber, stem } from './stem.ts';

/*
 * The order of the engine’s hits against that of a scan, which reads every text for every query and scores it from its
 * words: what the index keeps of a text, however it is cut into files, must be enough for that.
 */

const WORDS =
  'care caring leavers plan plans planned the of 50% 50 well-being wellbeing up-to-date wigan hartley'.split(
    ' ',
  );
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 24 })
  .map((words) => words.join(' '));
const document = fc
  .record({
    text,
    place: fc.constantFrom('Wigan', 'Wirral'),
    speaker: fc.constantFrom(undefined, 'Elizabeth Hartley'),
    kind: fc.constantFrom<SearchDocument['kind']>('quotation', 'words'),
  })
  .map(({ place, ...made }) =>
    makeSearchDocument({ ...made, visit: makeSearchVisit({ id: place, authority: place, places: [place] }) }),
  );
const part = fc.constantFrom(
  ...WORDS,
  '“care leavers”',
  '“the plan”',
  '“well-being of care”',
  'plan*',
  '“elizabeth hartley”',
);
const query = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join(' ')} `);

/** What a document is about beyond its text. */
function aboutWords({ visit, speaker }: SearchDocument): string[] {
  const places = visit.places.flatMap((place) => tokenise(place)).map(({ word }) => word);
  const names = tokenise(speaker ?? '').map(({ word }) => word);
  return [...places.filter((word) => !isCouncilWord(word)), String(visit.year), ...names];
}

/** What a document has of a need: where, and how often; or that what it is about answers. */
function readAnswer(from: SearchDocument, need: Need): { spans: Span[]; frequency: number } | undefined {
  const found = needSpans(forms(tokenise(from.text)), need);
  if (found.length > 0) {
    const frequency = found.reduce((sum, { exact }) => sum + (exact ? 1 : 0.8), 0);
    return { spans: found.map(({ span }) => span), frequency };
  }
  const about = aboutWords(from);
  const name = forms(tokenise(from.speaker ?? ''));
  const answers = need.sequences.some(
    (sequence) =>
      sequence.every((words) => about.some((word) => words.has(word))) &&
      (!need.literal || name.some((_, at) => sequenceEnd(name, at, sequence) >= 0)),
  );
  return answers ? { spans: [], frequency: 0 } : undefined;
}

function scan(documents: readonly SearchDocument[], asked: string): SearchDocument[] {
  const vocabulary = new Set(
    documents.flatMap((each) => [
      ...forms(tokenise(each.text)).flatMap((here) => here.map(({ word }) => word)),
      ...aboutWords(each),
    ]),
  );
  const { needs } = planQuery(parseQuery(asked), {
    variants: (word) =>
      [...vocabulary].filter((other) => stem(other) === stem(word) || bareNumber(other) === word),
    startingWith: (beginning) => [...vocabulary].filter((word) => word.startsWith(beginning)),
    isPlace: (word) => documents.some(({ visit }) => visit.id.toLowerCase() === word),
    isThemeWord: () => false,
    correct: () => null,
  });
  const lengths = documents.map((each) => tokenise(each.text).length);
  const average = Math.round((100 * lengths.reduce((sum, length) => sum + length, 0)) / lengths.length) / 100;
  const answers = documents.map((each) => needs.map((need) => readAnswer(each, need)));
  const weights = needs.map((_, at) => {
    const having = answers.filter((own) => own[at]).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  });
  const score = (number: number) => {
    const length = lengths[number] ?? 0;
    const counted = [5, 10, 14, 18, 24][[8, 12, 16, 21].filter((start) => length >= start).length] ?? 0;
    let sum = 0;
    answers[number]?.forEach((answer, at) => {
      const weight = weights[at] ?? 0;
      if (!answer?.spans.length) sum += weight;
      else {
        sum +=
          (weight * answer.frequency * 2.2) /
          (answer.frequency + 1.2 * (0.7 + (0.3 * counted) / Math.max(1, average)));
        const before = answers[number]?.[at - 1]?.spans ?? [];
        const gap = needs[at]?.gap ?? 0;
        if (before.some(([, end]) => answer.spans.some(([start]) => start === end + gap)))
          sum += Math.min(weight, weights[at - 1] ?? 0) / 2;
      }
    });
    const fragment = length < 8 && answers[number]?.some((answer) => answer?.spans.length);
    return Math.round(sum * (fragment ? 0.75 : 1) * 100);
  };
  return documents
    .map((each, number) => ({ each, number, own: Number(each.kind === 'words'), score: score(number) }))
    .filter(({ number }) => answers[number]?.every((answer) => answer !== undefined))
    .sort((a, b) => b.score - a.score || (needs.length > 0 ? a.own - b.own : 0) || a.number - b.number)
    .map(({ each }) => each);
}

const sizes = fc.constantFrom(
  SIZES,
  { whole: 0, block: 1, shard: 1, frequent: 1000, apart: 1000 },
  { whole: 0, block: 30, shard: 40, frequent: 3, apart: 5 },
  { whole: 0, block: 30, shard: 40, frequent: 1, apart: 1 },
);

it('is the order of a scan', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 14 }),
      query,
      sizes,
      async (documents, asked, cut) => {
        const { hits, total } = await makeIndex(documents, {}, { sizes: cut }).search({ text: asked });
        const found = hits.slice(0, total).map((hit) => hit.document);
        expect(found.map((each) => documents.indexOf(each))).toEqual(
          scan(documents, asked).map((each) => documents.indexOf(each)),
        );
      },
    ),
    { numRuns: 500 },
  );
});
