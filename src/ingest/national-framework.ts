import { NATIONAL_FRAMEWORK, type NationalFramework } from '../model/national-framework.ts';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Enablers and outcomes that are named instead of numbered, by words that only their names have. */
const NAMED: [RegExp, NationalFramework][] = [
  [/multi-?\s?agency working is prioritised/, 'enabler-1'],
  [/leaders drive (?:the )?conditions/, 'enabler-2'],
  [/workforce is (?:well )?equipped/, 'enabler-3'],
  [/stay together and get the help/, 'outcome-1'],
  [/supported by their family network/, 'outcome-2'],
  [/safe in and outside (?:of )?their homes?/, 'outcome-3'],
  [/(?:have )?stable,? loving homes/, 'outcome-4'],
  [/welfare is paramount/, 'principle-1'],
  [/wishes and feelings are sought/, 'principle-2'],
  [/works? in partnership with whole families/, 'principle-3'],
  [/raised by their families/, 'principle-4'],
  [/work with other agencies to effectively/, 'principle-5'],
  [/consider the economic and social/, 'principle-6'],
];

const NUMBER = `(\\d|${WORDS.join('|')})`;
const JOINED = `(?:\\s*(?:,|and|&|/|or)\\s*${NUMBER}\\b)?`;
const REFERENCE = new RegExp(
  `\\b(outcome|enabler|principle)s?\\s*(?::\\s*)?${NUMBER}\\b${JOINED}${JOINED}`,
  'g',
);

/** What can stand between a part's name and its number: "outcome no. 2". */
const NUMBER_SIGN = new RegExp(` (?:no\\.? ?|number |#)(?=${NUMBER}\\b)`, 'g');

/**
 * The references to the National Framework with which a point ends, in one form and in the order printed: `outcome-3`,
 * `enabler-2`. They are printed in round, square or no brackets, with digits or words, with "national framework"
 * before, after or nowhere.
 */
export function nationalFrameworkReferences(point: string): NationalFramework[] {
  const text = point
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(NUMBER_SIGN, ' ')
    .trim();
  const tail = ending(text);
  if (tail === undefined) return [];
  const found: { at: number; reference: NationalFramework }[] = [];
  for (const match of tail.matchAll(REFERENCE)) {
    const [, part = '', ...numbers] = match;
    for (const number of numbers) {
      const named = number && `${part}-${numberOf(number)}`;
      const reference = NATIONAL_FRAMEWORK.find((id) => id === named);
      if (reference) found.push({ at: match.index, reference });
    }
  }
  const known = found.length > 0 || /national framework|\b(?:outcome|enabler|principle)s?\b/.test(tail);
  if (known) {
    for (const [name, reference] of NAMED) {
      const match = name.exec(tail);
      if (match) found.push({ at: match.index, reference });
    }
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ reference }) => reference))];
}

function numberOf(text: string): number {
  return /^\d$/.test(text) ? Number(text) : WORDS.indexOf(text) + 1;
}

/**
 * The end of a point where a reference stands: what is in brackets there, or what follows its last full stop or
 * dash. "Outcomes for children" in the middle of a sentence is no reference.
 */
function ending(text: string): string | undefined {
  const plain = text.replace(/[\s.;,]+$/, '');
  const bracketed = [
    ...plain.matchAll(/[([]([^()[\]]*(?:outcome|enabler|principle|national framework)[^()[\]]*)[)\]]?/g),
  ]
    .map(([, inner = '']) => inner)
    .join(' ; ');
  if (bracketed) return bracketed;
  const trailing =
    /(?:^|[.;:,\u2013\u2014-])\s*((?:(?:children's social care:? )?national framework[,:;\s-]*)?(?:outcome|enabler|principle)s?\s*[:\d\w][^.]{0,160})$/.exec(
      plain,
    )?.[1];
  if (trailing) return trailing;
  return /((?:outcome|enabler|principle)s?\s+(?:\d|one|two|three|four|five|six)\b[^.]{0,80})$/.exec(
    plain,
  )?.[1];
}
