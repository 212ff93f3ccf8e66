import type { Correction, Corrector } from './correct.ts';
import type { FacetName, SearchDocument } from './document.ts';
import type { Narrowing } from './facets.ts';
import { type Found, findNeed, loadSequences } from './find.ts';
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
export interface Query extends Question {
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

/** Answers queries from an index in pieces, of which each query loads those it needs. */
export function makeSearch(store: Store): SearchIndex {
  /** What was meant by words that the collection does not have: `null` where none is near. */
  const meant = new Map<string, string | null>();
  /** The last queries, so that more of an answer costs nothing. */
  const evaluations = new Map<string, Promise<Evaluation>>();

  /** The correctors by the first letter of the words that they know. */
  const correctors = new Map<string, Corrector>();

  async function loadCorrector(letter: string): Promise<Corrector> {
    const [{ makeCorrector }, vocabulary] = await Promise.all([
      import('./correct.ts'),
      store.vocabulary(letter),
    ]);
    return makeCorrector(vocabulary);
  }

  /**
   * Looks for the word that was meant: among those with the same first letter, or, where that was left out or
   * swapped with the next, among those that begin with the second.
   */
  async function findMeant(word: string): Promise<void> {
    let found: string | undefined;
    for (const letter of new Set([word[0] ?? '', word[1] ?? ''])) {
      const corrector = correctors.get(letter) ?? (await loadCorrector(letter));
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
    // On its way while the words are: what cannot be had is asked for again, and said, where it is needed.
    if (terms.some(({ words }) => words.length > 1)) loadSequences().catch(() => {});
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
    return { terms, plan: made, found, barred, ranked: rank(full, made.needs, found, store) };
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

  /** What results are narrowed to; how is fetched only where they are. */
  async function narrowing(chosen: Chosen, within: Within): Promise<Narrowing | undefined> {
    const parts = [...Object.values(chosen).filter(({ length }) => length > 0), ...Object.values(within)];
    if (parts.every((part) => part === undefined)) return undefined;
    const { narrow } = await import('./facets.ts');
    return narrow(chosen, within, store);
  }

  async function search({
    text,
    chosen = {},
    within = {},
    from = 0,
    count,
    hurry = false,
  }: Query): Promise<Results> {
    const [evaluation, narrowed] = await Promise.all([evaluated(text), narrowing(chosen, within)]);
    const { plan: made } = evaluation;
    const wanted = narrowed?.fits ?? (() => true);
    const ranked = narrowed ? evaluation.ranked.filter(wanted) : evaluation.ranked;
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
    const [{ findNear }] = await Promise.all([import('./near.ts'), store.themeWords()]);
    return findNear(evaluation, new Set(full), wanted, store);
  }

  async function readHit({ number, needs, lacks, instead, standIns }: Listed): Promise<Hit> {
    const document = await store.document(number);
    return { document, marks: marksOf(document.text, needs), lacks, instead, standIns };
  }

  async function facets({ text, chosen = {}, within = {} }: Question): Promise<Facets> {
    const [{ ranked }, { narrow, countFacets }] = await Promise.all([evaluated(text), import('./facets.ts')]);
    return countFacets(ranked, await narrow(chosen, within, store), store);
  }

  return { search, facets };
}

/** How many queries’ evaluations are kept. */
const KEPT = 3;
/** No score is over this, in hundredths, and no collection has more texts: together they fit in a number. */
const BEST = 1 << 20;
const MOST_TEXTS = 2 ** 24;

/** Texts best first; then quotations before our own words; then in their order. */
function rank(
  texts: Int32Array,
  needs: readonly NamedNeed[],
  found: readonly Found[],
  { count, averageLength }: Store,
): Int32Array {
  const { score } = makeScorer(count, averageLength, needs, found);
  const readers = found.map(readAnswers);
  const keys = Float64Array.from(texts, (text) => {
    const answers = readers.map((read) => read(text));
    const own = answers.some((answer) => answer && (answer.quality & OWN_WORDS) > 0);
    return (2 * (BEST - Math.min(BEST, score(answers))) + Number(own)) * MOST_TEXTS + text;
  });
  return Int32Array.from(keys.sort(), (key) => key % MOST_TEXTS);
}

/** Reads the answers of texts that are asked for in order. It fills one answer again and again: there may be many texts. */
function readAnswers({
  texts,
  frequencies,
  qualities,
  spansOf,
}: Found): (text: number) => Answer | undefined {
  let at = 0;
  const answer = { frequency: 0, quality: 0, spans: () => spansOf(texts[at] ?? 0) };
  return (text) => {
    while ((texts[at] ?? text) < text) at++;
    if (texts[at] !== text) return undefined;
    answer.frequency = frequencies[at] ?? 0;
    answer.quality = qualities[at] ?? 0;
    return answer;
  };
}

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
