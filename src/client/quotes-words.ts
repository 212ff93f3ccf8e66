import { listInWords } from '../insight/phrase.ts';
import type { Correction } from '../search/correct.ts';
import type { Hit, Results } from '../search/search.ts';

/** How many results there are, in words, for the line above them. */
export function countInWords({ total, near, missing }: Results, asked: boolean, filtered: boolean): string {
  const close = near > 0 ? ` ${near} ${near === 1 ? 'comes' : 'come'} close.` : '';
  if (missing.length > 0) {
    const words = missing.map((word) => `“${word}”`).join(' or ');
    return `Nothing here has ${words}.${close}`;
  }
  if (total === 0) return `Nothing ${filtered ? 'with these filters' : 'has all of that'}.${close}`;
  if (asked) return `${total} ${total === 1 ? 'result' : 'results'}.${close}`;
  if (filtered) return `${total} with these filters, newest visit first.`;
  return `All ${total} quotations and findings, newest visit first.`;
}

/** What a hit that is no full one lacks, and what it has instead. */
export function lackInWords(
  { lacks, instead, standIns }: Pick<Hit, 'lacks' | 'instead' | 'standIns'>,
  themeLabel: (id: string) => string,
): string {
  const has = [
    ...(instead.length > 0 ? [`says ${listInWords(instead.map((words) => `“${words}”`))}`] : []),
    ...(standIns.length > 0 ? [`is about ${listInWords(standIns.map((theme) => themeLabel(theme)))}`] : []),
  ];
  return `Does not have ${lacks.join(' or ')}${has.length > 0 ? `, but ${listInWords(has)}` : ''}.`;
}

/** A query as it was understood, and as it can be asked again with its words taken exactly as typed. */
export function correctedQueries(
  text: string,
  corrections: readonly Correction[],
): { used: string; asTyped: string } {
  let used = '';
  let asTyped = '';
  let at = 0;
  for (const correction of corrections) {
    const before = text.slice(at, correction.start);
    used += before + correction.used;
    asTyped += `${before}“${text.slice(correction.start, correction.end)}”`;
    at = correction.end;
  }
  return { used: (used + text.slice(at)).trim(), asTyped: (asTyped + text.slice(at)).trim() };
}
