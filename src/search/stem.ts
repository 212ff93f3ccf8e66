/** Forms that no rule reaches, and spellings that differ between councils. */
const IRREGULAR = new Map([
  ['children', 'child'],
  ['childrens', 'child'],
  ['peoples', 'people'],
  ['persons', 'person'],
  ['women', 'woman'],
  ['womens', 'woman'],
  ['men', 'man'],
  ['used', 'use'],
  ['using', 'use'],
  ['advisor', 'adviser'],
  ['advisors', 'adviser'],
  ['judgment', 'judgement'],
  ['judgments', 'judgement'],
  ['whilst', 'while'],
]);

/** Restores what a suffix took: `plann` to `plan`, `car` (of `caring`) to `care`. */
function mendStem(stem: string): string {
  if (/([^aeiouyflsz])\1$/.test(stem)) return stem.slice(0, -1);
  return /^[^aeiou]*[aeiouy][^aeiouywx]$/.test(stem) && stem.length < 5 ? `${stem}e` : stem;
}

/** Whether what is left of a word without its ending is long enough to be one, and has a vowel. */
function isStem(rest: string): boolean {
  return rest.length > 2 && /[aeiouy]/.test(rest);
}

/**
 * A word without its everyday endings (plural, -ing, -ed), so that `supporting` finds `supported` and `plans`
 * finds `planning`. Light on purpose: it never joins words of different meaning such as `care` and `career`.
 * A stem is for comparing only and need not be a word.
 */
export function stem(word: string): string {
  if (/[^a-z]/.test(word)) return word;
  let stemmed = IRREGULAR.get(word) ?? word;
  if (stemmed.length > 4 && stemmed.endsWith('ies')) stemmed = `${stemmed.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(stemmed)) stemmed = stemmed.slice(0, -2);
  else if (stemmed.length > 3 && /[^su]s$/.test(stemmed) && !stemmed.endsWith('is')) {
    stemmed = stemmed.slice(0, -1);
  }
  if (/.ied$/.test(stemmed) && stemmed.length > 4) stemmed = `${stemmed.slice(0, -3)}y`;
  const ending = /(?:ing|ed)$/.exec(stemmed)?.[0];
  if (ending && isStem(stemmed.slice(0, -ending.length)))
    stemmed = mendStem(stemmed.slice(0, -ending.length));
  stemmed = stemmed.replace(/iz(?=e?$)/, 'is');
  return stemmed.length > 4 && stemmed.endsWith('e') ? stemmed.slice(0, -1) : stemmed;
}

/** `50` finds `50%` and `5m` finds `£5m`; the other way round nothing is forgiven, for 50% is not 50. */
export function bareNumber(word: string): string {
  return word.replace(/^[£$€](?=\p{N})|%$/gu, '');
}

/** Under what a word is filed: words that may stand for one another are in one family. */
export function familyOf(word: string): string {
  return bareNumber(stem(word));
}
