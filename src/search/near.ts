import { type Found, findNeed, placeOf } from './find.ts';
import { relaxedWords, relaxNeeds, variantsIn } from './needs.ts';
import { OWN_WORDS } from './quality.ts';
import { type Answer, loadNeighbours, makeScorer } from './score.ts';
import type { Evaluation, Listed } from './search.ts';
import type { Store } from './store.ts';
import type { ThemeWords } from './theme-words.ts';

/** How many texts that lack something are shown at most. */
const MOST_NEAR = 10;
/** Of the words of a query such texts lack at most so great a part, and count less by so much for each. */
const MOST_LACKING = 2 / 3;
const LACK_PENALTY = 0.1;

const NONE = new Int32Array();

/**
 * What comes nearest among texts that are no full hits: those that have all the words but not the exact phrase;
 * then those that have a theme for the words they lack; then those that lack words, but not the place nor more than
 * two in three. Where there is nothing else at all, those that lack the fewest.
 */
export async function findNear(
  { terms, plan: { needs }, found, barred }: Evaluation,
  full: ReadonlySet<number>,
  wanted: (text: number) => boolean,
  themeWords: ThemeWords,
  store: Store,
): Promise<Listed[]> {
  const words = needs.flatMap(relaxedWords).flatMap((word) => word ?? []);
  await store.loadFamilies(words);
  const relaxed = relaxNeeds(needs, (word) => variantsIn(store.family(word) ?? [], word));
  const foundRelaxed = await Promise.all(
    relaxed.map((need) => found[needs.indexOf(need)] ?? findNeed(need, store)),
  );
  await loadNeighbours(relaxed, foundRelaxed, store);
  const asked = terms.filter(({ excluded }) => !excluded);
  const themes = themeWords.themesOf(
    asked.map((term) => (term.literal ? [] : term.words.map(({ word }) => word))),
  );
  const themesOf = relaxed.map(({ term, phrase }) => (phrase.length > 0 ? [] : (themes[term] ?? [])));
  const themeIds = [...new Set(themesOf.flat())];
  const onThemes = await Promise.all(themeIds.map(async (theme) => new Set(await store.textsOn(theme))));
  const score = makeScorer(store.count, store.averageLength, relaxed, foundRelaxed);
  const isPlace = relaxed.map(({ place }) => place);

  /** What a text comes to: how much it lacks, and what stands in for that. */
  const weigh = (number: number, has: readonly boolean[]) => {
    const standIns = themeIds.filter(
      (theme, at) =>
        onThemes[at]?.has(number) && themesOf.some((list, need) => !has[need] && list.includes(theme)),
    );
    if (!has.includes(true) && standIns.length === 0) return undefined;
    // To lack the place is as bad as to lack everything, and to have nothing but the place is not much better.
    let loss = standIns.length === 0 && has.every((here, at) => here === isPlace[at]) ? 1 : 0;
    let lost = 0;
    has.forEach((here, at) => {
      if (here) return;
      lost++;
      if (!standIns.some((theme) => themesOf[at]?.includes(theme))) loss += isPlace[at] ? relaxed.length : 1;
    });
    // All the words, then themes for those it lacks, then the rest.
    return { loss, standIns, rank: lost === 0 ? 0 : loss === 0 ? 1 : 2 };
  };

  const most = Math.floor(relaxed.length * MOST_LACKING);
  const masks = masksOf(foundRelaxed, onThemes);
  const near: { number: number; loss: number; rank: number; standIns: string[]; has: boolean[] }[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const [number, mask] of masks) {
    // Every theme can stand in for some of what a text lacks: beyond that, it need not be looked at closely.
    const lost = relaxed.length - bitCount(mask);
    if (themeIds.length === 0 && lost > Math.max(most, least)) continue;
    if (full.has(number) || barred.has(number) || !wanted(number)) continue;
    const has = relaxed.map((_, at) => (mask & (1 << at)) !== 0);
    const weighed = weigh(number, has);
    if (!weighed || weighed.loss > Math.max(most, least)) continue;
    least = Math.min(least, weighed.loss);
    near.push({ number, has, ...weighed });
  }
  const scored = near
    .filter(({ loss }) => loss <= Math.max(most, least))
    .map((each) => {
      const answers = each.has.map((here, at) =>
        here ? answerOf(foundRelaxed[at], each.number) : undefined,
      );
      const own = answers.some((answer) => answer && (answer.quality & OWN_WORDS) > 0);
      return { ...each, score: score(answers) * Math.max(0, 1 - LACK_PENALTY * each.loss), own };
    });
  scored.sort(
    (a, b) => a.rank - b.rank || b.score - a.score || Number(a.own) - Number(b.own) || a.number - b.number,
  );
  return scored.slice(0, MOST_NEAR).map(({ number, has, standIns }) => {
    const lost = relaxed.filter((_, at) => !has[at]);
    const lacks =
      lost.length > 0 ? lost : needs.filter((_, at) => placeOf(found[at]?.texts ?? NONE, number) < 0);
    return { number, needs: relaxed, standIns, lacks: [...new Set(lacks.map(({ name }) => name))] };
  });
}

/** For each text that answers a need, a bit for each that it answers; none for those that only a theme speaks for. */
function masksOf(found: readonly Found[], onThemes: readonly ReadonlySet<number>[]): Map<number, number> {
  const masks = new Map<number, number>();
  for (const texts of onThemes) for (const text of texts) masks.set(text, 0);
  found.forEach(({ texts }, at) => {
    for (const text of texts) masks.set(text, (masks.get(text) ?? 0) | (1 << at));
  });
  return masks;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

function answerOf(found: Found | undefined, text: number): Answer | undefined {
  const at = placeOf(found?.texts ?? NONE, text);
  if (!found || at < 0) return undefined;
  return {
    frequency: found.frequencies[at] ?? 0,
    quality: found.qualities[at] ?? 0,
    spans: () => found.spansOf(text),
  };
}
