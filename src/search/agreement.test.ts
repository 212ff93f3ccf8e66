import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FACETS, type FacetName, facetValues, type SearchDocument } from './document.ts';
import { makeIndex, makeSearchDocument, makeSearchVisit } from './fixtures.ts';
import { SIZES, type Sizes } from './pack.ts';
import { isCommonWord, isCouncilWord } from './query.ts';
import type { Chosen, Results, Within } from './search.ts';
import { stem } from './stem.ts';

/*
 * The engine against a scan that knows nothing of it: texts are made of known words, so the scan needs neither
 * the engine's reader of texts nor its reader of queries, and goes through every text for every query.
 */

/** What texts and queries are made of: words that endings, hyphens, signs and places make alike or unlike. */
const PIECES = (
  'care cared caring leaver leavers plan plans planned planning too much onus 50% 50 £5m 5m 2024 the of hartley ' +
  'accommodation wellbeing well-being well_being uptodate up-to-date up_to_date council wigan wigan_council'
).split(' ');

interface Text {
  words: string[];
  /** Whether each word is joined to the one before by a hyphen. */
  hyphened: boolean[];
}

/** Up to so many pieces; at most three hyphens, for with more a query is no longer read in every way. */
const text = (longest: number): fc.Arbitrary<Text> =>
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: longest }).map((pieces) => {
    const made: Text = { words: [], hyphened: [] };
    for (const [word, joint] of pieces.join('_').matchAll(/[^-_]+([-_]|$)/g)) {
      made.words.push(word.replace(/[-_]$/, ''));
      made.hyphened.push(joint === '-' && made.hyphened.filter(Boolean).length < 3);
    }
    // The joint after a word says how the next one is joined.
    made.hyphened.unshift(false);
    made.hyphened.pop();
    return made;
  });

function write({ words, hyphened }: Text): string {
  return words.reduce((all, word, at) => `${all}${at === 0 ? '' : hyphened[at] ? '-' : ' '}${word}`, '');
}

/** Every way to read a text: each hyphen as a space or as nothing. */
function readings({ words, hyphened }: Text): string[][] {
  return words.reduce<string[][]>(
    (all, word, at) =>
      all.flatMap((reading) => [
        [...reading, word],
        ...(hyphened[at] ? [[...reading.slice(0, -1), reading.at(-1) + word]] : []),
      ]),
    [[]],
  );
}

interface Asked {
  text: Text;
  kind: 'words' | 'phrase' | 'prefix';
  excluded: boolean;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  text: text(4),
  kind: fc.constantFrom('words', 'phrase', 'prefix'),
  excluded: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
});

/** Each of the words of a query part; without quotation marks only hyphened words stay together. */
function parts(query: Asked[]): Asked[] {
  return query.flatMap((part) => {
    if (part.kind === 'phrase') return [part];
    const groups: Text[] = [];
    part.text.words.forEach((word, at) => {
      const group = groups.at(-1);
      if (part.text.hyphened[at] && group) {
        group.words.push(word);
        group.hyphened.push(true);
      } else groups.push({ words: [word], hyphened: [false] });
    });
    // The sign of exclusion stands before the first, the star of a prefix after the last.
    return groups.map(
      (group, at): Asked => ({
        text: group,
        kind: part.kind === 'prefix' && at === groups.length - 1 ? 'prefix' : 'words',
        excluded: part.excluded && at === 0,
      }),
    );
  });
}

function writeQuery(query: Asked[]): string {
  const written = query.map(({ text: words, kind, excluded }) => {
    const inner = kind === 'phrase' ? `“${write(words)}”` : write(words) + (kind === 'prefix' ? '*' : '');
    return (excluded ? '-' : '') + inner;
  });
  // The space says that the last word is finished.
  return `${written.join(' ')} `;
}

const REGIONS = { wigan: 'North West', wirral: 'South East' };
const NEIGHBOURS = { wirral: ['wigan'], wigan: [] };

const document = fc
  .record({
    text: text(10),
    place: fc.constantFrom('wigan', 'wirral'),
    speaker: fc.constantFrom(undefined, ['Elizabeth', 'Hartley']),
    theme: fc.subarray(['homes', 'health', 'voice']),
    assessment: fc.constantFrom('strength', 'improvement', undefined),
    year: fc.constantFrom(2022, 2024),
    kind: fc.constantFrom('quotation', 'words'),
    voice: fc.constantFrom('inspectorate', 'council'),
    visitKind: fc.constantFrom('focused-visit', 'inspection'),
  })
  .map((made) => ({
    made,
    document: makeSearchDocument({
      text: write(made.text),
      themes: made.theme,
      assessment: made.assessment as SearchDocument['assessment'],
      speaker: made.speaker?.join(' '),
      kind: made.kind as SearchDocument['kind'],
      voice: made.voice as SearchDocument['voice'],
      visit: makeSearchVisit({
        // What a visit is, all its texts say alike.
        id: `${made.place}-${made.year}-${made.visitKind}`,
        kind: made.visitKind as SearchDocument['visit']['kind'],
        region: REGIONS[made.place as keyof typeof REGIONS],
        authority: made.place,
        places: [`${made.place} Council`],
        year: made.year,
      }),
    }),
  }));
type Made = Parameters<Parameters<typeof document.map>[0]>[0];

const bare = (word: string) => word.replace(/^£|%$/g, '');

/** Whether a word of a text, or what a text is about, answers a word of a query. */
function wordAnswers(wanted: string, word: string, kind: Asked['kind'], last: boolean): boolean {
  if (kind === 'phrase') return word === wanted;
  if (kind === 'prefix' && last) return word.startsWith(wanted);
  return word === wanted || stem(word) === stem(wanted) || bare(word) === wanted;
}

function answers({ made }: Made, { text: wanted, kind }: Asked): boolean {
  const has = (words: string[], sequence: string[]) =>
    words.some((_, at) =>
      sequence.every((word, step) => {
        const found = words[at + step];
        return found !== undefined && wordAnswers(word, found, kind, step === sequence.length - 1);
      }),
    );
  const speaker = (made.speaker ?? []).map((name) => name.toLowerCase());
  const about = [made.place, String(made.year), ...speaker];
  return readings(wanted).some(
    (sequence) =>
      readings(made.text).some((words) => has(words, sequence)) ||
      (kind === 'phrase'
        ? has(speaker, sequence)
        : sequence.every((word, at) =>
            about.some((other) => wordAnswers(word, other, kind, at === sequence.length - 1)),
          )),
  );
}

/** The parts that are demanded: common words are not, nor “council” after a place. */
function demanded(query: Asked[]): Asked[] {
  const wanted = parts(query).filter(({ excluded }) => !excluded);
  const common = (part: Asked) => part.kind === 'words' && part.text.words.every(isCommonWord);
  const places = ['wigan', 'wirral'];
  let afterPlace = false;
  return wanted.filter((part) => {
    const council = afterPlace && part.kind !== 'phrase' && part.text.words.every(isCouncilWord);
    afterPlace = council || (part.kind !== 'phrase' && part.text.words.some((word) => places.includes(word)));
    return !council && !(common(part) && !wanted.every(common));
  });
}

/** What was typed as the engine says it understood it. */
function corrected(part: Asked, { corrections }: Results): Asked {
  const words = part.text.words.map(
    (word) => (part.kind === 'words' && corrections.find(({ typed }) => typed === word)?.used) || word,
  );
  return { ...part, text: { ...part.text, words } };
}

/** Everything in one file, or cut so small that every word, and nearly every text, is in a file of its own. */
const sizes: fc.Arbitrary<Sizes> = fc.constantFrom(
  SIZES,
  { ...SIZES, whole: 0 },
  { whole: 0, block: 1, shard: 1, frequent: 1000, apart: 1000 },
  { whole: 0, block: 30, shard: 40, frequent: 3, apart: 5 },
  { whole: 0, block: 30, shard: 40, frequent: 1, apart: 1 },
);

const chosen: fc.Arbitrary<Chosen> = fc.record({
  authority: fc.subarray(['wigan', 'wirral']),
  theme: fc.subarray(['homes', 'health']),
  assessment: fc.subarray(['strength']),
  year: fc.subarray(['2022', '2024']),
  region: fc.subarray(['North West']),
  voice: fc.subarray(['inspectorate', 'council']),
  kind: fc.subarray(['inspection', 'focused-visit']),
});

const within: fc.Arbitrary<Within> = fc.record({
  visit: fc.constantFrom(undefined, undefined, undefined, 'wigan-2022-inspection'),
  neighboursOf: fc.constantFrom(undefined, undefined, undefined, 'wirral', 'wigan'),
});
/** Whether a text is in the part of the collection that is searched. */
function isWithin({ document: { visit } }: Made, { visit: one, neighboursOf }: Within): boolean {
  const near: readonly string[] | undefined = NEIGHBOURS[neighboursOf as keyof typeof NEIGHBOURS];
  return (one === undefined || visit.id === one) && (!near || near.includes(visit.authority));
}

it('finds what a scan finds, and counts what a scan counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(asked, { maxLength: 3 }),
      chosen,
      within,
      sizes,
      async (documents, query, choice, part, cut) => {
        // A place is known as one only if some text is about it.
        const places = new Set(documents.map(({ made }) => made.place));
        fc.pre(places.has('wigan') || !writeQuery(query).includes('wigan'));
        const index = makeIndex(
          documents.map((each) => each.document),
          {},
          { sizes: cut, neighbours: NEIGHBOURS },
        );
        const question = { text: writeQuery(query), chosen: choice, within: part };
        const results = await index.search(question);
        const facets = await index.facets(question);
        const needs = demanded(query).map((part) => corrected(part, results));
        const barred = parts(query).filter(({ excluded }) => excluded);
        const allowed = documents.filter(
          (each) => isWithin(each, part) && !barred.some((term) => answers(each, term)),
        );
        const found = allowed.filter((each) => needs.every((term) => answers(each, term)));
        const fits = (each: Made, facet: FacetName) =>
          !choice[facet]?.length ||
          facetValues(each.document, facet).some((value) => choice[facet]?.includes(value));
        const hits = found.filter((each) => FACETS.every((facet) => fits(each, facet)));

        const full = results.hits.slice(0, results.total);
        expect(new Set(full.map((hit) => hit.document))).toEqual(new Set(hits.map((each) => each.document)));
        expect(full).toHaveLength(hits.length);
        expect(full.every(({ lacks }) => lacks.length === 0)).toBe(true);

        const near = results.hits.slice(results.total);
        const reachable = allowed.filter((each) => FACETS.every((facet) => fits(each, facet)));
        const beyond = reachable.filter((each) => !hits.includes(each));
        expect(near.every(({ lacks }) => lacks.length > 0)).toBe(true);
        expect(near.every((hit) => beyond.some((each) => each.document === hit.document))).toBe(true);
        expect(new Set(near.map((hit) => hit.document)).size).toBe(near.length);
        // Never an empty page while anything fits.
        const some = beyond.filter((each) => needs.some((term) => answers(each, term)));
        if (full.length === 0 && some.length > 0) expect(near.length).toBeGreaterThan(0);
        for (const facet of FACETS) {
          const reached = found.filter((each) =>
            FACETS.every((other) => other === facet || fits(each, other)),
          );
          const values = reached.flatMap((each) => facetValues(each.document, facet));
          expect(facets[facet]).toEqual(
            [...new Set(values)]
              .sort()
              .map((value) => ({ value, count: values.filter((other) => other === value).length })),
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('marks stretches in order, without overlap, and only in what answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 8 }),
      fc.array(asked, { maxLength: 3 }),
      async (documents, query) => {
        const index = makeIndex(documents.map((each) => each.document));
        for (const { document: found, marks } of (await index.search({ text: writeQuery(query) })).hits) {
          let from = 0;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(from).toBeLessThanOrEqual(found.text.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});
