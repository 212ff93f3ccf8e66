import { placeOf, uniteAll } from './entries.ts';
import { SAID_OTHERWISE } from './everyday.ts';
import { type Found, findNeed } from './find.ts';
import { type NamedNeed, relaxedWords, relaxNeeds, variantsIn } from './needs.ts';
import { tokenise } from './normalise.ts';
import { makePhraseBook } from './phrase-book.ts';
import { OWN_WORDS } from './quality.ts';
import type { Term } from './query.ts';
import { type Answer, loadNeighbours, makeScorer, SCORE_STEP } from './score.ts';
import type { Evaluation, Listed } from './search.ts';
import type { Store } from './store.ts';

/** How many texts that lack something are shown at most. */
const MOST_NEAR = 10;
/** Of the words of a query such texts lack at most so great a part. */
const MOST_LACKING = 2 / 3;
/** What inspectors’ words count that are said in the place of the public’s, beside the words themselves. */
const OTHERWISE_WORTH = 0.8;
/** What a theme counts that stands in for a word, beside a word that is in as many texts, and what it leaves lacking. */
const THEME_WORTH = 0.25;
const THEME_LOSS = 0.5;
/** The part of its words that a text has counts by so much, as a power; who lacks all is left so little. */
const COVERAGE = 0.5;
const LEAST_COVERAGE = 0.05;
/** Bits are kept in 32-bit numbers, of which one is the sign. */
const MOST_BITS = 31;

const NONE = new Int32Array();

/** Something that may stand in for what a query needs. */
interface StandIn {
  /** The needs for which it stands, a bit each. */
  for: number;
  texts: Int32Array;
}

/** Inspectors’ words for the public’s, with where each of their phrases is. */
interface Otherwise extends StandIn {
  found: Found;
  phrases: { name: string; need: NamedNeed; texts: Int32Array }[];
}

/** What is looked for in the place of everything that a query needs. */
interface Sought {
  needs: NamedNeed[];
  found: Found[];
  otherwise: Otherwise[];
  themes: (StandIn & { id: string })[];
}

/** Texts that are alike in what they have: a bit for each need, and for what stands in for them. */
interface Alike {
  has: number;
  says: number;
  on: number;
  texts: number[];
}

/**
 * What comes nearest among texts that are no full hits: first those that have all the words but not the exact phrase;
 * then those that lack some, best first. Inspectors’ words may be said in the place of the public’s, or the text be on
 * a theme for which they stand. Texts lack at most two words in three, and not the place; where there is nothing else
 * at all, they lack as few as they can.
 */
export async function findNear(
  { terms, plan: { needs }, found, barred }: Evaluation,
  full: ReadonlySet<number>,
  wanted: (text: number) => boolean,
  store: Store,
): Promise<Listed[]> {
  const sought = await seek(needs, found, terms, store);
  const isCandidate = (text: number) => !full.has(text) && !barred.has(text) && wanted(text);
  const groups = nearEnough(groupAlike(sought, store.count, isCandidate), sought);
  const best = rankNear(groups, sought, store);
  return best.map(({ number, has, says, on }): Listed => {
    const lost = sought.needs.filter((_, at) => !isIn(has, at));
    const lacks =
      lost.length > 0 ? lost : needs.filter((_, at) => placeOf(found[at]?.texts ?? NONE, number) < 0);
    const instead = sought.otherwise
      .filter((each, at) => isIn(says, at) && (each.for & ~has) !== 0)
      .flatMap(({ phrases }) => phrases.filter(({ texts }) => placeOf(texts, number) >= 0));
    const said = sought.otherwise.reduce((bits, each, at) => (isIn(says, at) ? bits | each.for : bits), has);
    return {
      number,
      needs: [...sought.needs, ...instead.map(({ need }) => need)],
      instead: instead.map(({ name }) => name),
      standIns: sought.themes
        .filter((each, at) => isIn(on, at) && (each.for & ~said) !== 0)
        .map(({ id }) => id),
      lacks: [...new Set(lacks.map(({ name }) => name))],
    };
  });
}

function isIn(bits: number, at: number): boolean {
  return (bits & (1 << at)) !== 0;
}

/* ---- What is looked for ------------------------------------------------------------------------------------- */

/** Finds the words of a query on their own, and what may stand in for them. */
async function seek(
  needs: readonly NamedNeed[],
  found: readonly Found[],
  terms: readonly Term[],
  store: Store,
): Promise<Sought> {
  const isFound = (need: NamedNeed) => (found[needs.indexOf(need)]?.texts.length ?? 0) > 0;
  await store.loadFamilies(needs.flatMap((need) => relaxedWords(need, isFound)));
  const variants = (word: string) => variantsIn(store.family(word) ?? [], word);
  const relaxed = relaxNeeds(needs, isFound, variants).slice(0, MOST_BITS);
  const asked = terms.filter(({ excluded }) => !excluded);
  const words = asked.map((term) => (term.literal ? [] : term.words.map(({ word }) => word)));
  /** From the ids that a phrase book has for each term to each id with the needs that it stands for. */
  const standsFor = (ids: readonly string[][]) => {
    const bits = new Map<string, number>();
    relaxed.forEach(({ term, phrase }, at) => {
      if (phrase.length > 0) return;
      for (const id of ids[term] ?? []) bits.set(id, (bits.get(id) ?? 0) | (1 << at));
    });
    return [...bits].slice(0, MOST_BITS);
  };
  const themeBook = makePhraseBook(await store.themeWords());
  const sayings = makePhraseBook(
    Object.fromEntries(SAID_OTHERWISE.map(({ everyday }, at) => [at, everyday])),
  );
  const [foundRelaxed, otherwise, themes] = await Promise.all([
    Promise.all(relaxed.map((need) => found[needs.indexOf(need)] ?? findNeed(need, store))),
    Promise.all(
      standsFor(sayings.idsOf(words)).map(([id, bits]) =>
        findOtherwise(SAID_OTHERWISE[Number(id)]?.inspectors ?? [], bits, store),
      ),
    ),
    Promise.all(
      standsFor(themeBook.idsOf(words)).map(async ([id, bits]) => ({
        id,
        for: bits,
        texts: await store.textsOn(id),
      })),
    ),
  ]);
  await loadNeighbours(relaxed, foundRelaxed, store);
  return { needs: relaxed, found: foundRelaxed, otherwise, themes };
}

/** Finds the texts that say something in any of some phrases. */
async function findOtherwise(phrases: readonly string[], bits: number, store: Store): Promise<Otherwise> {
  const each = await Promise.all(
    phrases.map(async (name) => {
      const words = tokenise(name).map(({ word }) => word);
      await store.loadFamilies(words);
      const need: NamedNeed = {
        name,
        phrase: [],
        words,
        term: -1,
        place: false,
        gap: 0,
        exact: new Set(words),
        sequences: [words.map((word) => new Set(variantsIn(store.family(word) ?? [], word)))],
        literal: false,
      };
      return { name, need, found: await findNeed(need, store) };
    }),
  );
  const entries = uniteAll(each.map(({ found }) => found));
  return {
    for: bits,
    texts: entries.texts,
    // Nothing is asked of where they stand: not all positions need be loaded.
    found: { ...entries, spansOf: () => [] },
    phrases: each.map(({ name, need, found }) => ({ name, need, texts: found.texts })),
  };
}

/* ---- What is near enough ------------------------------------------------------------------------------------ */

/** The candidates that have any of what is sought, those together that have the same of it. */
function groupAlike(
  { found, otherwise, themes }: Sought,
  count: number,
  isCandidate: (text: number) => boolean,
): Alike[] {
  const mark = (lists: readonly { texts: Int32Array }[]) => {
    const bits = new Int32Array(count);
    lists.forEach(({ texts }, at) => {
      for (const text of texts) bits[text] = (bits[text] ?? 0) | (1 << at);
    });
    return bits;
  };
  const [has, says, on] = [mark(found), mark(otherwise), mark(themes)];
  const groups = new Map<string, Alike>();
  for (let text = 0; text < count; text++) {
    if (((has[text] ?? 0) | (says[text] ?? 0) | (on[text] ?? 0)) === 0 || !isCandidate(text)) continue;
    const key = `${has[text]} ${says[text]} ${on[text]}`;
    const group = groups.get(key);
    if (group) group.texts.push(text);
    else groups.set(key, { has: has[text] ?? 0, says: says[text] ?? 0, on: on[text] ?? 0, texts: [text] });
  }
  return [...groups.values()];
}

/** What texts lack: 1 for every word, less where a theme stands in for it, nothing where it is said otherwise. */
function lossOf({ has, says, on }: Alike, { needs, otherwise, themes }: Sought): number {
  const stands = (list: readonly StandIn[], bits: number, need: number) =>
    list.some((each, at) => isIn(bits, at) && isIn(each.for, need));
  let loss = 0;
  let nothingElse = true;
  needs.forEach(({ place }, at) => {
    if (isIn(has, at)) {
      if (!place) nothingElse = false;
    } else if (stands(otherwise, says, at)) nothingElse = false;
    else if (stands(themes, on, at)) {
      nothingElse = false;
      loss += THEME_LOSS;
      // To lack the place is as bad as to lack everything.
    } else loss += place ? needs.length : 1;
  });
  // To have nothing but the place is not much better than that.
  return nothingElse ? Math.max(loss, 1) + 1 : loss;
}

/** The groups that lack little enough, each with what it lacks. */
function nearEnough(groups: readonly Alike[], sought: Sought): (Alike & { loss: number })[] {
  const weighed = groups.map((group) => ({ ...group, loss: lossOf(group, sought) }));
  const least = weighed.reduce((least, { loss }) => Math.min(least, loss), Number.POSITIVE_INFINITY);
  const most = Math.max(Math.floor(sought.needs.length * MOST_LACKING), least);
  return weighed.filter(({ loss }) => loss <= most);
}

/* ---- Which are the best --------------------------------------------------------------------------------------- */

interface Ranked extends Pick<Alike, 'has' | 'says' | 'on'> {
  number: number;
  /** Whether it has all the words, and lacks only that they stand as in a phrase. */
  all: boolean;
  score: number;
  own: boolean;
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    Number(b.all) - Number(a.all) || b.score - a.score || Number(a.own) - Number(b.own) || a.number - b.number
  );
}

/** The best texts of groups, those groups first that may have the best; what cannot be among them is not looked at. */
function rankNear(
  groups: readonly (Alike & { loss: number })[],
  { needs, found, otherwise, themes }: Sought,
  { count, averageLength }: Store,
): Ranked[] {
  const words = makeScorer(count, averageLength, needs, found);
  const sayings = otherwise.map((each) => each.found);
  const others = makeScorer(count, averageLength, [], sayings);
  const everything = 2 ** needs.length - 1;
  const weighed = groups.map((group) => {
    const lost = everything & ~group.has;
    const saying = otherwise.map((each, at) => isIn(group.says, at) && (each.for & lost) !== 0);
    const topics = themes.filter((each, at) => isIn(group.on, at) && (each.for & lost) !== 0);
    const themed = Math.max(0, ...topics.map(({ texts }) => Math.log(1 + count / (texts.length + 1))));
    const coverage = Math.max(LEAST_COVERAGE, 1 - group.loss / needs.length) ** COVERAGE;
    const total = (score: number, instead: number) =>
      Math.round((score + OTHERWISE_WORTH * instead + SCORE_STEP * THEME_WORTH * themed) * coverage);
    const most = total(words.most(needs.map((_, at) => isIn(group.has, at))), others.most(saying));
    return { ...group, all: lost === 0, saying, total, most };
  });
  weighed.sort((a, b) => Number(b.all) - Number(a.all) || b.most - a.most);
  let ranked: Ranked[] = [];
  for (const { has, says, on, all, saying, total, most, texts } of weighed) {
    const last = ranked[MOST_NEAR - 1];
    if (last && (last.all !== all || last.score > most)) break;
    for (const number of texts) {
      const answers = found.map((each, at) => (isIn(has, at) ? answerOf(each, number) : undefined));
      const instead = sayings.map((each, at) => (saying[at] ? answerOf(each, number) : undefined));
      const own = [...answers, ...instead].some((answer) => answer && (answer.quality & OWN_WORDS) > 0);
      const score = total(words.score(answers), others.score(instead));
      ranked.push({ number, has, says, on, all, own, score });
    }
    ranked = ranked.sort(byRank).slice(0, MOST_NEAR);
  }
  return ranked;
}

function answerOf(found: Found, text: number): Answer | undefined {
  const at = placeOf(found.texts, text);
  if (at < 0) return undefined;
  return {
    frequency: found.frequencies[at] ?? 0,
    quality: found.qualities[at] ?? 0,
    spans: () => found.spansOf(text),
  };
}
