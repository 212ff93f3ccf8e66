import Fuse from 'fuse.js';
import { MONTHS } from '../model/partial-date.ts';
import { onOneLine } from './text.ts';

/** How unlike two texts may be, from 0 (the same) to 1: at more than this, suggestions begin to mislead. */
const THRESHOLD = 0.3;

/** The allowed value most like the one that was written: itself, if it is one; `undefined` where none is like it. */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  if (written.trim() === '') return undefined;
  if (allowed.includes(written)) return written;
  // Letters in the wrong order are the commonest slip, and the one that Fuse is worst at.
  const letters = (text: string) => [...text].sort().join('');
  const swapped = allowed.find((item) => letters(item) === letters(written));
  if (swapped) return swapped;
  const options = { threshold: THRESHOLD, ignoreLocation: true, includeScore: true };
  const fuse = new Fuse(allowed, options);
  // Fuse looks for the written text within each value; the other way round finds "focused-visits".
  const reversed = new Fuse([written], options);
  const candidates = [
    ...fuse.search(written.slice(0, 32)).map(({ item, score = 1 }) => ({ item, score })),
    ...allowed.flatMap((item) =>
      reversed.search(item.slice(0, 32)).map(({ score = 1 }) => ({ item, score })),
    ),
  ];
  // Of two that match as well, the one that explains more of what was written: "requires improvement to be good"
  // holds all of "good", and means another grade.
  const unlikeness = ({ item, score }: { item: string; score: number }) =>
    score + Math.abs(item.length - written.length) / Math.max(item.length, written.length) / 2;
  candidates.sort((a, b) => unlikeness(a) - unlikeness(b));
  return candidates[0]?.item;
}

/** A text turned into an id: "Letter 1" gives `letter-1`. */
export function toIdentifier(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return slug || 'name';
}

/**
 * What a text was probably meant to be, in the ways in which dates, addresses, numbers, ids and codes go wrong.
 * Guesses: who shows one makes sure first that the field accepts it.
 */
export function meantBy(text: string): string[] {
  return [
    onOneLine(text),
    ...dateMeantBy(text),
    ...addressMeantBy(text),
    text.replace(/\D/g, ''),
    text.toUpperCase(),
    toIdentifier(text),
  ].filter((guess) => guess !== text);
}

/** An address in which only the beginning is missing or wrong: "www.ofsted.gov.uk", "https:/ofsted.gov.uk". */
function addressMeantBy(text: string): string[] {
  const rest = /^(?:https?:?\/*)?([\w-]+(?:\.[\w-]+)+(?:\/\S*)?)$/i.exec(text.trim())?.[1];
  return rest ? [`https://${rest}`] : [];
}

/** Months by the first three letters of their names: "sep" and "sept" are September. */
const MONTH_NUMBERS = new Map(
  MONTHS.map((name, index) => [name.slice(0, 3).toLowerCase(), String(index + 1).padStart(2, '0')]),
);

/** The date in a text such as "17 September 2024", "17/09/2024" (the day first, as in Britain) or "2024-9-7". */
function dateMeantBy(text: string): string[] {
  const two = (digits = '') => digits.padStart(2, '0');
  const inWords = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text.trim());
  if (inWords) {
    const [, day, name = '', year] = inWords;
    const month = MONTH_NUMBERS.get(name.toLowerCase());
    return month ? [[year, month, ...(day ? [two(day)] : [])].join('-')] : [];
  }
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (dayFirst) return [`${dayFirst[3]}-${two(dayFirst[2])}-${two(dayFirst[1])}`];
  const yearFirst = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?(?:[T ].*)?$/.exec(text.trim());
  if (!yearFirst) return [];
  return [[yearFirst[1], two(yearFirst[2]), ...(yearFirst[3] ? [two(yearFirst[3])] : [])].join('-')];
}
