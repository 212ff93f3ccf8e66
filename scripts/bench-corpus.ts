import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLibrary } from '../src/content/library.ts';
import { splitSentences } from '../src/search/sentences.ts';

const USAGE = `Makes a collection of visits of any size, to measure the search with: the project’s own sentences, in which words
are exchanged for others with the frequencies of a natural language. The same seed gives the same files.

  npm run bench:corpus -- --sentences 200000
  npm run bench:corpus -- --sentences 600000 --out .cache/corpus-600000 --seed 2`;

/** How many sentences a visit has, and how many its findings have between them: as in a full inspection report. */
const SENTENCES_A_VISIT = 200;
const FINDINGS_A_VISIT = 60;
/** How many words there are to choose from. */
const WORDS = 26_000;
/** How often a word that says something is exchanged for another. */
const EXCHANGED = 0.4;

const { values } = parseArgs({
  options: {
    sentences: { type: 'string', default: '200000' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});
const sentences = Number(values.sentences);
if (values.help || !Number.isInteger(sentences) || sentences < 1) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const out = values.out ?? join('.cache', `corpus-${sentences}`);
const random = makeRandom(Number(values.seed));

/** Numbers from 0 to under 1 that look random and are the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Draws from a list so that its nth is drawn about n times more seldom than its first, as words are. */
function makeZipf<T>(list: readonly T[], exponent: number): () => T {
  const sums: number[] = [];
  list.reduce((sum, _, at) => {
    sums[at] = sum + 1 / (at + 2) ** exponent;
    return sums[at];
  }, 0);
  return () => {
    const wanted = random() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return list[low] as T;
  };
}

/* ---- Words -------------------------------------------------------------------------------------------------- */

const { library } = readLibrary(process.cwd());
const own = library.visits.flatMap((visit) =>
  [...visit.findings, ...visit.responses, ...visit.actions].flatMap(({ words, quotes }) => [
    ...words,
    ...quotes.map(({ text }) => text),
  ]),
);
const templates = [
  ...own,
  ...library.themes.map(({ definition }) => definition),
  ...library.visits.flatMap(({ standfirst }) => standfirst),
]
  .flatMap(splitSentences)
  // What Markdown or a directive would read in another way is no template.
  .filter((text) => /^\p{Lu}[^:*_`<>[\]#“”‘{}\\]+\.$/u.test(text) && text.split(' ').length >= 7);

/** Words that hold a sentence together are never exchanged. */
const isTelling = (word: string) => /^\p{Ll}{4,}$/u.test(word) && !HELD.has(word);
const HELD = new Set(
  (
    'that this with from have been were they them their there which when where what while those these than then also ' +
    'more most some such into about after before between through other being does will would could should must only ' +
    'well very each both many much over under make made take taken'
  ).split(' '),
);

const counts = new Map<string, number>();
for (const text of templates) {
  for (const word of text.split(/[^\p{L}]+/u))
    if (isTelling(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const known = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);

/** Words that are not the project’s: names of teams, schemes and places, and rarer words made of its own. */
function inventedWords(count: number): string[] {
  const starts =
    'ash beck brad brook carl chel cold dun east ells fair farn glen hal har hart hol kel kirk lang leigh lin mal mar mel mere north oak old pen pres red ros sal sel shel stan sut thorn tre wal wes whit win wood wyn'.split(
      ' ',
    );
  const ends =
    'bourne bridge brook burn bury by combe cote dale den field ford gate ham hurst land ley low mere mond mouth ridge shaw stead stock stoke stone ton wade well wick wood worth'.split(
      ' ',
    );
  const before = 'co counter fore inter mis multi non out over pre re sub super trans un under'.split(' ');
  const after = 'able ably ed er ers ful fully ing ingly ity less ly ment ments ness s'.split(' ');
  const made = new Set<string>();
  while (made.size < count) {
    const kind = random();
    if (kind < 0.35) made.add(pick(starts) + pick(ends));
    else if (kind < 0.5) made.add(pick(starts) + pick(starts) + pick(ends));
    else if (kind < 0.75) made.add(pick(known) + pick(after));
    else if (kind < 0.9) made.add(pick(before) + pick(known));
    else made.add(pick(before) + pick(known) + pick(after));
  }
  return [...made].filter((word) => !counts.has(word));
}

const drawWord = makeZipf([...known, ...inventedWords(WORDS - known.length)], 1);

function makeSentence(): string {
  const words = pick(templates)
    .slice(0, -1)
    .split(' ')
    .map((word, at) => {
      const [, letters = '', rest = ''] = /^(\p{L}+)(.*)$/u.exec(word) ?? [];
      return at > 0 && isTelling(letters) && random() < EXCHANGED ? drawWord() + rest : word;
    });
  // A number now and then, as reports have them.
  if (random() < 0.06) words.splice(Math.floor(words.length / 2), 0, `${2 + Math.floor(random() * 98)}%`);
  return `${words.join(' ')}.`;
}

/* ---- Visits -------------------------------------------------------------------------------------------------- */

const drawTheme = makeZipf(
  library.themes.map(({ id }) => id),
  1,
);
const drawAssessment = makeZipf(['strength', 'improvement', 'mixed', 'context', 'priority-action'], 1.4);
const councils = library.authorities.filter(({ abolished }) => !abolished);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const named = new Set<string>();
let made = 0;
while (made < sentences) {
  const { id: authority, name } = pick(councils);
  const year = 2011 + Math.floor(random() * 15);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const id = `${authority}-${year}-${month}`;
  if (named.has(id)) continue;
  named.add(id);
  const wanted = Math.min(SENTENCES_A_VISIT, sentences - made);
  const findings = Math.max(1, Math.round((wanted * FINDINGS_A_VISIT) / SENTENCES_A_VISIT));
  const blocks: string[] = [];
  for (let number = 1; number <= findings; number++) {
    const left = wanted - (made % SENTENCES_A_VISIT);
    const size =
      number === findings
        ? left
        : Math.min(left - (findings - number), 1 + Math.floor(random() * 2 * (wanted / findings - 0.5)));
    const themes = [...new Set(Array.from({ length: 1 + Math.floor(random() * 1.8) }, drawTheme))];
    const paragraph = Array.from({ length: Math.max(1, size) }, makeSentence);
    made += paragraph.length;
    blocks.push(
      `:::finding{#p${number} themes="${themes.join(' ')}" assessment="${drawAssessment()}" source="letter"}\n> ${paragraph.join(' ')}\n:::`,
    );
    if (made >= sentences) break;
  }
  const front = [
    `title: Care leavers in ${name}, ${year}`,
    `authority: ${authority}`,
    'kind: focused-visit',
    'focus:',
    '  - whole-service',
    'visited:',
    `  start: ${year}-${month}-10`,
    `  end: ${year}-${month}-11`,
    'sources:',
    '  letter:',
    '    type: inspectorate-letter',
    `    title: Focused visit to ${name}`,
    '    publisher: Ofsted',
    `    published: ${year}-${month}-25`,
    '    licence: OGL-3.0',
    '    whole: true',
  ].join('\n');
  writeFileSync(
    join(out, `${id}.md`),
    `---\n${front}\n---\n\nMade to measure the search with.\n\n${blocks.join('\n\n')}\n`,
  );
}
console.log(`${made} sentences in ${named.size} visits, made from ${templates.length} templates: ${out}`);
