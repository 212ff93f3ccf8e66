import { isVisitFacet } from './columns.ts';
import type { Correction, Corrector } from './correct.ts';
import { FACETS, type FacetName, type SearchDocument } from './document.ts';
import { type Found, findNeed } from './find.ts';
import { type Knowledge, type NamedNeed, type Plan, planQuery, variantsIn } from './needs.ts';
import { forms, type Token, tokenise } from './normalise.ts';
import { OWN_WORDS } from './quality.ts';
import { parseQuery, type Range, type Term } from './query.ts';
import { type Answer, loadNeighbours, makeScorer } from './score.ts';
import { needSpans } from './spans.ts';
import type { Store } from './store.ts';

/** What results are narrowed to: under each facet named, a text must have one of the values. */
export type Chosen = Partial<Record<FacetName, readonly string[]>>;

/** A part of the collection to search in. */
export interface Within {
  /** The id of one visit. */
  visit?: string | undefined;
  /** The id of an authority: its statistical neighbours are searched, and not itself. */
  neighboursOf?: string | undefined;
}

/** A question to an index. */
export interface Question {
  /** As typed: words, “phrases”, -excluded, prefix*. Empty asks for everything. */
  text: string;
  chosen?: Chosen | undefined;
  within?: Within | undefined;
}

/** A question, and how much of its answer is wanted. */
interface Query extends Question {
  /** The first hit that is wanted, from 0 (the default). */
  from?: number | undefined;
  /** How many hits are wanted; all by default. */
  count?: number | undefined;
  /** Whether what only comes near may be left out where there are full hits: they are then there sooner. */
  hurry?: boolean | undefined;
}

/** A document that answers a query. */
export interface Hit {
  document: SearchDocument;
  /** The stretches of its text that answer, in order, without overlap. */
  marks: Range[];
  /** What it lacks, each fit to follow “does not have”; empty for a full hit. */
  lacks: string[];
  /** What it says in the place of words that it lacks, in inspectors’ words: `children` for a text without “kids”. */
  instead: string[];
  /** The ids of its themes that stand in for words it lacks: `accommodation` for a text without “flat”. */
  standIns: string[];
}

/** How many full hits have a value. */
export interface FacetCount {
  value: string;
  count: number;
}

/**
 * For every facet, every value that a full hit has, in code-unit order. The counts of a facet pay no heed to what is
 * chosen under that facet itself: they say what choosing another value would give.
 */
export type Facets = Record<FacetName, FacetCount[]>;

/** The answer to a query. */
export interface Results {
  /** The hits that were asked for: full ones, best first, then those that lack something. */
  hits: Hit[];
  /** How many full hits there are. */
  total: number;
  /** How many more lack something; only looked for when there are few full ones. */
  near: number;
  /** Whether it was not looked for what comes near, to be sooner: ask again without hurry. */
  hurried: boolean;
  corrections: Correction[];
  /** Words as typed that nothing in the collection has. */
  missing: string[];
}

/** What answers queries. Either rejects where a part of the index cannot be had, and may then be asked again. */
export interface SearchIndex {
  search: (query: Query) => Promise<Results>;
  /** Counts what can be chosen: apart, for it may need more of the index than the first hits do. */
  facets: (question: Question) => Promise<Facets>;
}

/** Fewer full hits than this, and texts that lack something join them. */
const FEW = 10;

/** What the text of a query comes to, whatever the answer is narrowed to. */
export interface Evaluation {
  terms: Term[];
  plan: Plan;
  found: Found[];
  /** The texts that no hit may be. */
  barred: ReadonlySet<number>;
  /** The full hits, best first; for a query that asks for nothing, every text that is not barred. */
  ranked: Int32Array;
}

/** A hit before its text is looked up. */
export interface Listed extends Pick<Hit, 'lacks' | 'instead' | 'standIns'> {
  number: number;
  needs: readonly NamedNeed[];
}

/** A test of texts by what is chosen under one facet. */
export interface Filter {
  facet: FacetName;
  fits: (text: number) => boolean;
}

/** Answers queries from an index in pieces, of which each query loads those it needs. */
export function makeSearch(store: Store): SearchIndex {
  /** What was meant by words that the collection does not have: `null` where none is near. */
  const meant = new Map<string, string | null>();
  /** The last queries, so that more of an answer costs nothing. */
  const evaluations = new Map<string, Promise<Evaluation>>();

  /** The correctors by the first letter of the words that they know. */
  const correctors = new Map<string, Corrector>();

  /**
   * Looks for the word that was meant: among those with the same first letter, or, where that was left out or
   * swapped with the next, among those that begin with the second.
   */
  async function findMeant(word: string): Promise<void> {
    const { makeCorrector } = await import('./correct.ts');
    let found: string | undefined;
    for (const letter of new Set([word[0] ?? '', word[1] ?? ''])) {
      const corrector = correctors.get(letter) ?? makeCorrector(await store.vocabulary(letter));
      correctors.set(letter, corrector);
      found ??= corrector(word);
      if (found) break;
    }
    meant.set(word, found ?? null);
  }

  /** Plans a query, and plans it anew with what the plan turned out to need, until it needs no more. */
  async function plan(terms: readonly Term[]): Promise<Plan> {
    for (;;) {
      const wanted = new Map<string, () => Promise<void>>();
      const variants = (word: string) => {
        const family = store.family(word);
        if (!family) wanted.set(`word ${word}`, () => store.loadFamilies([word]));
        return family && variantsIn(family, word);
      };
      const knowledge: Knowledge = {
        variants,
        startingWith(beginning) {
          const words = store.startingWith(beginning);
          if (!words) wanted.set(`beginning ${beginning}`, () => store.loadStartingWith(beginning));
          return words;
        },
        isPlace(word) {
          if (!store.isLoaded(word)) wanted.set(`word ${word}`, () => store.loadFamilies([word]));
          return store.word(word)?.place ?? false;
        },
        // A word that is asked for so is in no text, so its family is in a shard, and that is loaded.
        isThemeWord: (word) => store.isThemeWord(word) ?? false,
        correct(word) {
          if (!meant.has(word)) wanted.set(`meant ${word}`, () => findMeant(word));
          return meant.get(word);
        },
      };
      const made = planQuery(terms, knowledge);
      if (wanted.size === 0) return made;
      await Promise.all([...wanted.values()].map((load) => load()));
    }
  }

  async function evaluate(text: string): Promise<Evaluation> {
    const terms = parseQuery(text);
    const made = await plan(terms);
    const [found, excluded] = await Promise.all([
      Promise.all(made.needs.map((need) => findNeed(need, store))),
      Promise.all(made.excluded.map((need) => findNeed(need, store))),
    ]);
    const barred = new Set<number>();
    for (const { texts } of excluded) for (const number of texts) barred.add(number);
    const everywhere = () => Int32Array.from({ length: store.count }, (_, number) => number);
    const full = (found.length > 0 ? intersect(found) : everywhere()).filter((number) => !barred.has(number));
    if (found.length === 0) return { terms, plan: made, found, barred, ranked: full };
    if (full.length > 1) await loadNeighbours(made.needs, found, store);
    return { terms, plan: made, found, barred, ranked: rank(full, made.needs, found) };
  }

  /** Texts best first; then quotations before our own words; then in their order. */
  function rank(texts: Int32Array, needs: readonly NamedNeed[], found: readonly Found[]): Int32Array {
    const { score } = makeScorer(store.count, store.averageLength, needs, found);
    const keys = new Float64Array(texts.length);
    const cursors = found.map(() => 0);
    const answers: (Answer | undefined)[] = found.map(() => undefined);
    texts.forEach((text, at) => {
      let own = 0;
      found.forEach((each, need) => {
        let cursor = cursors[need] ?? 0;
        while ((each.texts[cursor] ?? text) < text) cursor++;
        cursors[need] = cursor;
        answers[need] = undefined;
        if (each.texts[cursor] !== text) return;
        const quality = each.qualities[cursor] ?? 0;
        own = (quality & OWN_WORDS) > 0 ? 1 : 0;
        answers[need] = {
          frequency: each.frequencies[cursor] ?? 0,
          quality,
          spans: () => each.spansOf(text),
        };
      });
      keys[at] = (2 * (BEST - Math.min(BEST, score(answers))) + own) * MOST_TEXTS + text;
    });
    return Int32Array.from(keys.sort(), (key) => key % MOST_TEXTS);
  }

  function evaluated(text: string): Promise<Evaluation> {
    const known = evaluations.get(text);
    if (known) return known;
    const made = evaluate(text);
    evaluations.set(text, made);
    made.catch(() => evaluations.delete(text));
    for (const oldest of [...evaluations.keys()].slice(0, -KEPT)) evaluations.delete(oldest);
    return made;
  }

  async function visitFilter(facet: FacetName, values: readonly string[]): Promise<Filter | undefined> {
    if (!isVisitFacet(facet)) return undefined;
    const { columns, ofText } = await store.visits();
    const codes = new Set(values.map((value) => columns.values[facet].indexOf(value)));
    const fits = Uint8Array.from(columns.codes[facet], (code) => Number(codes.has(code)));
    return { facet, fits: (text) => fits[ofText[text] ?? 0] === 1 };
  }

  async function columnFilter(facet: FacetName, values: readonly string[]): Promise<Filter | undefined> {
    if (isVisitFacet(facet)) return undefined;
    const { sets, codes } = await store.column(facet);
    const fits = Uint8Array.from(sets, (set) => Number(set.some((value) => values.includes(value))));
    return { facet, fits: (text) => fits[codes[text] ?? 0] === 1 };
  }

  /** A filter for every facet under which something is chosen. */
  async function filtersOf(chosen: Chosen): Promise<Filter[]> {
    const made = await Promise.all(
      FACETS.flatMap((facet) => {
        const values = chosen[facet] ?? [];
        return values.length > 0 ? [visitFilter(facet, values), columnFilter(facet, values)] : [];
      }),
    );
    return made.flatMap((filter) => filter ?? []);
  }

  async function neighboursFor(authority: string): Promise<readonly string[]> {
    const neighbours = await store.neighbours();
    return Object.hasOwn(neighbours, authority) ? (neighbours[authority] ?? []) : [];
  }

  /** Whether a text is in the part of the collection that is searched. */
  async function scopeOf({ visit, neighboursOf }: Within): Promise<((text: number) => boolean) | undefined> {
    if (visit === undefined && neighboursOf === undefined) return undefined;
    const { columns, ofText } = await store.visits();
    const neighbours = neighboursOf === undefined ? undefined : await neighboursFor(neighboursOf);
    const inside = Uint8Array.from(columns.ids, (id, number) => {
      const authority = columns.values.authority[columns.codes.authority[number] ?? 0] ?? '';
      return Number((visit === undefined || id === visit) && (!neighbours || neighbours.includes(authority)));
    });
    return (text) => inside[ofText[text] ?? 0] === 1;
  }

  async function search({
    text,
    chosen = {},
    within = {},
    from = 0,
    count,
    hurry = false,
  }: Query): Promise<Results> {
    const [evaluation, filters, scope] = await Promise.all([
      evaluated(text),
      filtersOf(chosen),
      scopeOf(within),
    ]);
    const { plan: made } = evaluation;
    const wanted = (number: number) => filters.every(({ fits }) => fits(number)) && (!scope || scope(number));
    const ranked = filters.length > 0 || scope ? evaluation.ranked.filter(wanted) : evaluation.ranked;
    const exact = ranked.length > 0 && made.needs.every(({ phrase }) => phrase.length > 0);
    const few = ranked.length < FEW && !exact;
    const hurried = few && hurry && ranked.length > 0;
    const near = few && !hurried ? await lookNear(evaluation, ranked, wanted) : [];
    const end = count === undefined ? ranked.length + near.length : from + count;
    const listed = [
      ...Array.from(ranked.subarray(from, end), (number): Listed => {
        return { number, needs: made.needs, lacks: [], instead: [], standIns: [] };
      }),
      ...near.slice(Math.max(0, from - ranked.length), Math.max(0, end - ranked.length)),
    ];
    return {
      hits: await Promise.all(listed.map(readHit)),
      total: ranked.length,
      near: near.length,
      hurried,
      corrections: made.corrections,
      missing: made.missing,
    };
  }

  /** What comes near is seldom looked for, so how to is fetched when it is. */
  async function lookNear(
    evaluation: Evaluation,
    full: Int32Array,
    wanted: (text: number) => boolean,
  ): Promise<Listed[]> {
    const { findNear } = await import('./near.ts');
    return findNear(evaluation, new Set(full), wanted, store);
  }

  async function readHit({ number, needs, lacks, instead, standIns }: Listed): Promise<Hit> {
    const document = await store.document(number);
    return { document, marks: marksOf(document.text, needs), lacks, instead, standIns };
  }

  async function facets({ text, chosen = {}, within = {} }: Question): Promise<Facets> {
    const [{ ranked }, filters, scope, { countFacets }] = await Promise.all([
      evaluated(text),
      filtersOf(chosen),
      scopeOf(within),
      import('./count.ts'),
    ]);
    return countFacets(scope ? ranked.filter(scope) : ranked, filters, store);
  }

  return { search, facets };
}

/** How many queries’ evaluations are kept. */
const KEPT = 3;
/** No score is over this, in hundredths, and no collection has more texts: together they fit in a number. */
const BEST = 1 << 20;
const MOST_TEXTS = 2 ** 24;

const NONE = new Int32Array();

/** The texts that answer all needs, in order. */
function intersect(found: readonly Found[]): Int32Array {
  const [rarest, ...others] = [...found].sort((a, b) => a.texts.length - b.texts.length);
  const cursors = others.map(() => 0);
  return (rarest?.texts ?? NONE).filter((text) =>
    others.every(({ texts }, at) => {
      let cursor = cursors[at] ?? 0;
      while ((texts[cursor] ?? text) < text) cursor++;
      cursors[at] = cursor;
      return texts[cursor] === text;
    }),
  );
}

/** The stretches of a text to be marked; words that only a space parts are marked as one. */
function marksOf(text: string, needs: readonly NamedNeed[]): Range[] {
  if (needs.length === 0) return [];
  const tokens: Token[] = tokenise(text);
  const places = forms(tokens);
  const stretches = needs
    .flatMap((need) => needSpans(places, need))
    .map(({ span: [from, to] }): Range => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const marks: Range[] = [];
  for (const [start, end] of stretches) {
    const last = marks.at(-1);
    if (last && /^\s?$/.test(text.slice(Math.min(last[1], start), start))) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
