import type { Correction } from '../search/correct.ts';
import type { Hit, Results } from '../search/search.ts';

/** How many results there are, in words, for the line above them. */
export function countInWords({ total, near, missing }: Results, asked: boolean, filtered: boolean): string {
  const parts: string[] = [];
  if (total === 0) parts.push(filtered ? 'Nothing with these filters' : 'Nothing has all of that');
  else if (asked) parts.push(total === 1 ? '1 result' : `${total} results`);
  else
    parts.push(
      filtered ? `${total} with these filters, newest visit first` : `All ${total}, newest visit first`,
    );
  if (near > 0) parts.push(`${near} ${near === 1 ? 'comes' : 'come'} close`);
  if (missing.length > 0)
    parts.push(
      `nothing here has ${listed(
        missing.map((word) => `“${word}”`),
        'or',
      )}`,
    );
  return `${parts.join('; ')}.`;
}

/** What a hit that is no full one lacks, and what it has instead. */
export function lackInWords({ lacks, standIns }: Hit, themeLabel: (id: string) => string): string {
  const lack = `Does not have ${listed(lacks, 'or')}`;
  if (standIns.length === 0) return `${lack}.`;
  return `${lack}, but is about ${listed(
    standIns.map((theme) => themeLabel(theme)),
    'and',
  )}.`;
}

/** Words in a row: “a”, “a or b”, “a, b or c”. */
function listed(words: readonly string[], joint: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
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
    asTyped += `${before}"${text.slice(correction.start, correction.end)}"`;
    at = correction.end;
  }
  return { used: (used + text.slice(at)).trim(), asTyped: (asTyped + text.slice(at)).trim() };
}
