import type { Correction } from './correct.ts';
import { FACETS, type FacetName, facetValues, type SearchDocument } from './document.ts';
import { makeLexicon } from './lexicon.ts';
import { type Knowledge, type NamedNeed, type Plan, planQuery, relaxNeeds } from './needs.ts';
import type { Token } from './normalise.ts';
import { type Match, makePostings } from './postings.ts';
import { parseQuery, type Range } from './query.ts';
import { makeScorer } from './score.ts';
import { makeThemeWords } from './theme-words.ts';

/** What results are narrowed to: under each facet named, a document must have one of the values. */
export type Chosen = Partial<Record<FacetName, readonly string[]>>;

/** A question to an index. */
interface Query {
  /** As typed: words, “phrases”, -excluded, prefix*. Empty asks for everything. */
  text: string;
  chosen?: Chosen | undefined;
  /** The first hit that is wanted, from 0 (the default). */
  from?: number | undefined;
  /** How many hits are wanted; all by default. */
  count?: number | undefined;
}

/** A document that answers a query. */
export interface Hit {
  document: SearchDocument;
  /** The stretches of its text that answer, in order, without overlap. */
  marks: Range[];
  /** What it lacks, each fit to follow “does not have”; empty for a full hit. */
  lacks: string[];
  /** The ids of its themes that stand in for words it lacks: `accommodation` for a text without “flat”. */
  standIns: string[];
}

/** How many full hits have a value. */
interface FacetCount {
  value: string;
  count: number;
}

/** The answer to a query. */
export interface Results {
  /** The hits that were asked for: full ones, best first, then those that lack something. */
  hits: Hit[];
  /** How many full hits there are. */
  total: number;
  /** How many more lack something; only looked for when there are few full ones. */
  near: number;
  /**
   * For every facet, every value that a full hit has, in code-unit order. The counts of a facet pay no heed to what is chosen
   * under that facet itself: they say what choosing another value would give.
   */
  facets: Record<FacetName, FacetCount[]>;
  corrections: Correction[];
  /** Words as typed that nothing in the collection has. */
  missing: string[];
}

/** What answers queries. An index in pieces that are fetched when needed can stand behind it as well. */
export interface SearchIndex {
  search: (query: Query) => Promise<Results>;
}

/** Fewer full hits than this, and texts that lack something join them. */
const FEW = 10;
/** How many such texts join at most. */
const MOST_NEAR = 10;

/** A hit before its text is looked up. */
interface Listed extends Pick<Hit, 'lacks' | 'standIns'> {
  number: number;
  matches: readonly Map<number, Match>[];
}

/**
 * An index in memory over documents in their order of precedence: the order in which they are listed when
 * nothing is asked for, and in which equal hits stand.
 *
 * @param themeWords inspectors’ and the public’s words for each theme, by the theme’s id
 */
export function makeIndex(
  documents: readonly SearchDocument[],
  themeWords: Readonly<Record<string, readonly string[]>> = {},
): SearchIndex {
  const postings = makePostings(documents);
  const lexicon = makeLexicon(postings.vocabulary);
  const score = makeScorer(documents, postings.tokens);
  const knowledge: Knowledge = { lexicon, isPlace: postings.isPlace, themeWords: makeThemeWords(themeWords) };

  /** Fetches the corrector. Without it (the connection is gone) a query is answered as typed. */
  async function fetchCorrector(): Promise<void> {
    try {
      const { makeCorrector } = await import('./correct.ts');
      knowledge.corrector ??= makeCorrector(postings.vocabulary);
    } catch {
      knowledge.corrector = undefined;
    }
  }

  async function search(query: Query): Promise<Results> {
    const terms = parseQuery(query.text);
    const plan = planQuery(terms, knowledge);
    if (!plan.wantsCorrector) return answer(plan, query);
    await fetchCorrector();
    return answer(planQuery(terms, knowledge), query);
  }

  function answer(plan: Plan, { chosen = {}, from = 0, count = Number.POSITIVE_INFINITY }: Query): Results {
    const matches = plan.needs.map((need) => postings.find(need));
    const excluded = plan.excluded.map((need) => postings.find(need));
    const counts = emptyCounts();
    const full: number[] = [];
    const others: number[] = [];
    documents.forEach((document, number) => {
      if (excluded.some((found) => found.has(number))) return;
      const failed = FACETS.filter((facet) => !fits(document, facet, chosen[facet]));
      const answers = matches.every((found) => found.has(number));
      if (answers) countFacets(counts, document, failed);
      if (failed.length === 0) (answers ? full : others).push(number);
    });
    const ranked = plan.needs.length === 0 ? full : ordered(full, score(plan.needs, matches));
    const exact = ranked.length > 0 && plan.needs.every(({ phrase }) => phrase.length > 0);
    const near = ranked.length < FEW && !exact ? nearHits(plan.needs, matches, others) : [];
    const listed = [
      ...ranked.map((number): Listed => ({ number, matches, lacks: [], standIns: [] })),
      ...near,
    ];
    return {
      hits: listed.slice(from, from + count).flatMap((hit) => {
        const document = documents[hit.number];
        const tokens = postings.tokens[hit.number] ?? [];
        if (!document) return [];
        const marks = marksOf(document.text, tokens, hit.matches, hit.number);
        return { document, marks, lacks: hit.lacks, standIns: hit.standIns };
      }),
      total: ranked.length,
      near: near.length,
      facets: sortedCounts(counts),
      corrections: plan.corrections,
      missing: plan.missing,
    };
  }

  /** Numbers by score, best first; then quotations before our own words; then in the documents’ order. */
  function ordered(numbers: readonly number[], scoreOf: (number: number) => number): number[] {
    const scores = new Map(numbers.map((number) => [number, scoreOf(number)]));
    const own = (number: number) => Number(documents[number]?.kind === 'words');
    return [...numbers].sort(
      (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || own(a) - own(b) || a - b,
    );
  }

  /**
   * What comes nearest among documents that are no full hits: those that have all the words but not the exact
   * phrase; then those that have a theme for the words they lack; then those that lack one word, but not the place.
   * Where there is nothing else at all, those that lack the fewest.
   */
  function nearHits(
    needs: readonly NamedNeed[],
    fullMatches: readonly Map<number, Match>[],
    candidates: readonly number[],
  ): Listed[] {
    const relaxed = relaxNeeds(needs, lexicon);
    const matches = relaxed.map((need) => postings.find(need));
    const near = candidates.flatMap((number) => {
      const lost = relaxed.filter((_, at) => !matches[at]?.has(number));
      const standIns = (documents[number]?.themes ?? []).filter((theme) =>
        lost.some(({ themes }) => themes.includes(theme)),
      );
      if (lost.length === relaxed.length && standIns.length === 0) return [];
      const unanswered = lost.filter(({ themes }) => !standIns.some((theme) => themes.includes(theme)));
      const lacks = lost.length > 0 ? lost : needs.filter((_, at) => !fullMatches[at]?.has(number));
      // To lack the place is as bad as to lack two words, and so is to have nothing but the place.
      const placeOnly = standIns.length === 0 && relaxed.every((need) => need.place !== lost.includes(need));
      const loss = unanswered.reduce((sum, { place }) => sum + (place ? 2 : 1), placeOnly ? 1 : 0);
      const rank = unanswered.length === 0 && lost.length > 0 ? 0.5 : loss;
      return { number, matches, lacks: [...new Set(lacks.map(({ name }) => name))], standIns, loss, rank };
    });
    const least = Math.min(...near.map(({ loss }) => loss));
    const scoreOf = score(relaxed, matches);
    const order = new Map(
      ordered(
        near.map(({ number }) => number),
        scoreOf,
      ).map((number, at) => [number, at]),
    );
    return near
      .filter(({ loss }) => loss <= Math.max(1, least))
      .sort((a, b) => a.rank - b.rank || (order.get(a.number) ?? 0) - (order.get(b.number) ?? 0))
      .slice(0, MOST_NEAR);
  }

  return { search };
}

function fits(document: SearchDocument, facet: FacetName, values: readonly string[] | undefined): boolean {
  return !values?.length || facetValues(document, facet).some((value) => values.includes(value));
}

type Counts = Record<FacetName, Map<string, number>>;

function emptyCounts(): Counts {
  return Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Counts;
}

/** Counts a document under the facets that what is chosen elsewhere lets it reach. */
function countFacets(counts: Counts, document: SearchDocument, failed: readonly FacetName[]): void {
  for (const facet of FACETS) {
    if (failed.some((other) => other !== facet)) continue;
    for (const value of facetValues(document, facet)) {
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
}

function sortedCounts(counts: Counts): Results['facets'] {
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      [...counts[facet]]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value))),
    ]),
  ) as Results['facets'];
}

/** The stretches of a text to be marked; words that only a space parts are marked as one. */
function marksOf(
  text: string,
  tokens: readonly Token[],
  matches: readonly Map<number, Match>[],
  number: number,
): Range[] {
  const stretches = matches
    .flatMap((found) => found.get(number)?.spans ?? [])
    .map(([from, to]): Range => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const marks: Range[] = [];
  for (const [start, end] of stretches) {
    const last = marks.at(-1);
    if (last && /^\s?$/.test(text.slice(Math.min(last[1], start), start))) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
