import { nearest } from '../content/suggestion.ts';
import type { Authority } from '../model/authority.ts';

/** What of the register a name is looked for in. */
export type RegisterEntry = Pick<Authority, 'id' | 'name' | 'fullName' | 'alsoCalled' | 'abolished'>;

/** What councils are called besides their place: words that tell no two of them apart. */
const KINDS =
  /\b(?:london borough council of|london borough of|royal london borough of|royal borough of|metropolitan borough of|metropolitan district of|metropolitan (?:borough|district|city)|metropolitan|city and county of|city of|county of|borough of|council of the|borough|district|county|city|unitary|council|councils|corporation|local authority|authority|mbc|mdc|cc|the)\b/g;

/** A council’s name without what councils are called, for comparing: "City of Bradford MDC" gives `bradford`. */
export function placeName(name: string): string {
  const words = plain(name);
  const place = words
    .replace(KINDS, ' ')
    .replace(/\b(?:of|in)\s*$/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return place.replace(/^of /, '') || words;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The authority that a name means, or those that it is most like. */
export type AuthorityMatch = { id: string } | { nearest: string[] };

/**
 * Finds the authority that a report is about: by any of the names of the register, whatever the council calls
 * itself besides its place. A name that two councils had after one another goes by the date.
 *
 * @param names what the report may call it, the likeliest first
 * @param day the first day of the visit, where known
 */
export function matchAuthority(
  names: readonly string[],
  register: readonly RegisterEntry[],
  day?: string,
): AuthorityMatch {
  for (const compare of ['plain', 'place'] as const) {
    for (const name of names) {
      const wanted = compare === 'plain' ? plain(name) : placeName(name);
      const found = register.filter((entry) => folded(entry)[compare].includes(wanted));
      const chosen =
        compare === 'plain' ? inForce([...found, ...namesakes(found, register)], day) : inForce(found, day);
      if (chosen) return { id: chosen.id };
    }
  }
  for (const name of names) {
    const chosen = within(name, register, day);
    if (chosen) return { id: chosen.id };
  }
  return { nearest: nearestTo(names, register) };
}

/** The names of an authority as they are compared; kept, for every report is compared with all of them. */
function folded(entry: RegisterEntry): { plain: string[]; place: string[] } {
  const kept = FOLDED.get(entry);
  if (kept) return kept;
  const names = [entry.name, entry.fullName, ...entry.alsoCalled];
  const all = { plain: names.map(plain), place: names.map(placeName) };
  FOLDED.set(entry, all);
  return all;
}
const FOLDED = new WeakMap<RegisterEntry, { plain: string[]; place: string[] }>();

/** Authorities whose place has the same name: Dorset, before 2019 and after. */
function namesakes(found: readonly RegisterEntry[], register: readonly RegisterEntry[]): RegisterEntry[] {
  const places = found.map(({ name }) => placeName(name));
  return register.filter(
    (entry) => entry.abolished && !found.includes(entry) && places.includes(placeName(entry.name)),
  );
}

/** Of authorities with one name, the one that there was on a day: the abolished one before it was abolished. */
function inForce(found: readonly RegisterEntry[], day: string | undefined): RegisterEntry | undefined {
  const then = found.find(({ abolished }) => abolished && day !== undefined && day < abolished.on);
  const now = found.filter(({ abolished }) => !abolished);
  return then ?? (now.length > 0 ? now[0] : found[0]);
}

/** Words that make another place of the one they stand before: Somerset is not within "North Somerset County Council". */
const BEARING = /(?:^| )(?:north|south|east|west|central)$/;

/** The authority with the longest name that stands within a text as whole words. */
function within(
  text: string,
  register: readonly RegisterEntry[],
  day: string | undefined,
): RegisterEntry | undefined {
  const words = ` ${plain(text)} `;
  let longest = 0;
  let found: RegisterEntry[] = [];
  for (const entry of register) {
    const length = Math.max(
      0,
      ...folded(entry)
        .plain.filter((name) => name.length > 3 && standsWithin(name, words))
        .map((name) => name.length),
    );
    if (length > longest) [longest, found] = [length, [entry]];
    else if (length > 0 && length === longest) found.push(entry);
  }
  return found.length === 1 || found.some(({ abolished }) => abolished) ? inForce(found, day) : undefined;
}

function standsWithin(name: string, words: string): boolean {
  for (let at = words.indexOf(` ${name} `); at !== -1; at = words.indexOf(` ${name} `, at + 1)) {
    if (!BEARING.test(words.slice(0, at))) return true;
  }
  return false;
}

/** The ids of up to three authorities with the names most like those given. */
function nearestTo(names: readonly string[], register: readonly RegisterEntry[]): string[] {
  const ids: string[] = [];
  for (const name of names) {
    const place = placeName(name);
    let left = register.filter(({ id }) => !ids.includes(id));
    while (ids.length < 3) {
      const closest = nearest(
        place,
        left.map((entry) => placeName(entry.name)),
      );
      const entry = left.find((candidate) => placeName(candidate.name) === closest);
      if (!entry) break;
      ids.push(entry.id);
      left = left.filter((candidate) => candidate !== entry);
    }
    if (ids.length > 0) break;
  }
  return ids;
}
