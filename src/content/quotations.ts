import { hash } from 'node:crypto';
import type { Quote } from '../model/quote.ts';
import type { Receipts } from '../model/receipt.ts';
import type { Visit } from '../model/visit.ts';
import { type Problem, problemAt } from './problem.ts';
import { onOneLine } from './text.ts';

/**
 * Words in the form in which they are compared. Forgiven, because they are how a text was set and not what
 * it says: white space, the shape of quotation marks and of dashes, soft hyphens. Kept: every letter and its
 * case, every digit, every mark of punctuation.
 */
export function normaliseWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return onOneLine(plain);
}

/** The SHA-256 of some bytes or text, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** What a receipt holds for a quotation: bound to the document, so that it cannot serve for another. */
export function quotationReceipt(documentSha256: string, words: string): string {
  return sha256(`${documentSha256}\n${normaliseWords(words)}`);
}

/** Every quotation of a visit, in the order of its file, with the passage it stands in. */
export function quotationsOf(visit: Visit): { passage: string; quote: Quote }[] {
  return [...visit.findings, ...visit.responses, ...visit.actions]
    .sort((a, b) => a.line - b.line)
    .flatMap((passage) => passage.quotes.map((quote) => ({ passage: passage.id, quote })));
}

/** Whether a quotation was found in a document; if not, the first of its words that were not. */
export type Found = { found: true } | { found: false; firstWordsMissing: string };

/**
 * Looks for a quotation in the text of its source. It must stand there word for word, in one piece and as whole
 * words; only where it says so itself may it leave out (`[...]`) or put in (`[they]`), and then its pieces must
 * follow one another.
 */
export function findQuotation(words: string, normalisedDocument: string): Found {
  const pieces = normaliseWords(words)
    .split(/\[[^\]]*\]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length === 0) return { found: false, firstWordsMissing: words };
  let from = 0;
  for (const piece of pieces) {
    const at = indexOfWords(normalisedDocument, piece, from);
    if (at === -1) return { found: false, firstWordsMissing: firstMissing(piece, normalisedDocument, from) };
    from = at + piece.length;
  }
  return { found: true };
}

/**
 * Text that goes on within a word: a letter or a digit, or one behind an apostrophe or a hyphen. So “can” is not
 * found in "can't", nor “compliant” in "non-compliant".
 */
const WORD_ENDS = /[\p{L}\p{N}]['-]?$/u;
const WORD_GOES_ON = /^['-]?[\p{L}\p{N}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Where a text stands as whole words, at or after an offset; -1 where it does not. */
function indexOfWords(document: string, piece: string, from: number): number {
  const [first = '', last = ''] = [piece[0], piece.at(-1)];
  for (let at = document.indexOf(piece, from); at !== -1; at = document.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    const cutsIntoStart = LETTER.test(first) && WORD_ENDS.test(document.slice(Math.max(0, at - 2), at));
    const cutsIntoEnd = LETTER.test(last) && WORD_GOES_ON.test(document.slice(end, end + 2));
    if (!cutsIntoStart && !cutsIntoEnd) return at;
  }
  return -1;
}

/** The words at which a piece stops agreeing with the document: up to eight of them. */
function firstMissing(piece: string, document: string, from: number): string {
  const words = piece.split(' ');
  let agreed = 0;
  while (agreed < words.length && indexOfWords(document, words.slice(0, agreed + 1).join(' '), from) !== -1)
    agreed++;
  return words.slice(agreed, agreed + 8).join(' ');
}

/** A quotation of a visit, with the passage it stands in and the receipt that it needs. */
interface ReceiptedQuotation {
  passage: string;
  quote: Quote;
  /** `undefined` where its source was never checked. */
  receipt: string | undefined;
}

/** Every quotation of a visit with the receipt that it needs: most of the time that a proof takes is spent here. */
function withReceipts(visit: Visit, receipts: Receipts | undefined): ReceiptedQuotation[] {
  return quotationsOf(visit).map(({ passage, quote }) => {
    const document = receipts?.sources[quote.source]?.sha256;
    return { passage, quote, receipt: document && quotationReceipt(document, quote.text) };
  });
}

/** What is not proven of a visit. A draft is published nowhere: its quotations are proven when it loses that mark. */
export function proofProblems(visit: Visit, receipts: Receipts | undefined): Problem[] {
  if (visit.status !== 'published') return [];
  const quotations = withReceipts(visit, receipts);
  const unproven = unprovenAmong(quotations, visit, receipts);
  // A quotation that was changed leaves its old proof behind: to say so too would only repeat it.
  return unproven.length > 0 ? unproven : staleReceipts(quotations, visit, receipts);
}

/** The quotations of a visit that no receipt proves: one problem each, or one for a source that was never checked. */
export function unprovenQuotations(visit: Visit, receipts: Receipts | undefined): Problem[] {
  return unprovenAmong(withReceipts(visit, receipts), visit, receipts);
}

function unprovenAmong(
  quotations: readonly ReceiptedQuotation[],
  visit: Visit,
  receipts: Receipts | undefined,
): Problem[] {
  const todo = (source: string) =>
    `With the source at hand, run: npm run verify -- ${visit.id} ${source} <file of the source>`;
  const neverChecked = Object.keys(visit.sources).flatMap((source) => {
    const own = quotations.filter(({ quote }) => quote.source === source);
    if (own.length === 0 || receipts?.sources[source]) return [];
    return problemAt(
      { file: visit.file, line: own[0]?.quote.line },
      {
        rule: 'unproven-quotation',
        field: `sources.${source}`,
        what: `Nothing proves the quotations from “${source}” (${own.length} in this file): they were never checked.`,
        todo: todo(source),
      },
    );
  });
  const changed = quotations.flatMap(({ passage, quote, receipt }) => {
    if (!receipt || receipts?.sources[quote.source]?.quotations.includes(receipt)) return [];
    const opening = quote.text.split(' ').slice(0, 8).join(' ');
    return problemAt(
      { file: visit.file, line: quote.line },
      {
        rule: 'unproven-quotation',
        field: `#${passage}`,
        what: `Nothing proves this quotation (“${opening}…”): it was not there when “${quote.source}” was last checked, or has changed since.`,
        got: quote.text,
        todo: todo(quote.source),
      },
    );
  });
  return [...neverChecked, ...changed];
}

/** Receipts as far as they prove something that a visit quotes: without what is quoted no more. */
export function neededReceipts(visit: Visit, receipts: Receipts): Receipts {
  return neededAmong(withReceipts(visit, receipts), receipts);
}

function neededAmong(quotations: readonly ReceiptedQuotation[], receipts: Receipts): Receipts {
  const sources = Object.entries(receipts.sources).map(([id, source]) => {
    const needed = new Set(
      quotations.filter(({ quote }) => quote.source === id).map(({ receipt }) => receipt),
    );
    return [id, { ...source, quotations: source.quotations.filter((one) => needed.has(one)) }] as const;
  });
  return {
    ...receipts,
    sources: Object.fromEntries(sources.filter(([, source]) => source.quotations.length > 0)),
  };
}

/**
 * What receipts hold that proves nothing of a visit any more: a problem, because a fingerprint of words that were
 * withdrawn lets anybody who guesses them make sure, and because “all proven” must mean these and no others.
 */
function staleReceipts(
  quotations: readonly ReceiptedQuotation[],
  visit: Visit,
  receipts: Receipts | undefined,
): Problem[] {
  if (!receipts) return [];
  const count = ({ sources }: Receipts) =>
    Object.values(sources).reduce((sum, { quotations }) => sum + quotations.length, 0);
  const stale = count(receipts) - count(neededAmong(quotations, receipts));
  if (stale === 0) return [];
  return [
    problemAt(
      { file: `content/receipts/${visit.id}.json` },
      {
        rule: 'stale-receipt',
        what: `This holds the ${stale === 1 ? 'fingerprint of a quotation that is' : `fingerprints of ${stale} quotations that are`} not in ${visit.file} any more, or stood there in other words.`,
        todo: `When its quotations are as they should be, run: npm run verify -- ${visit.id} --prune`,
      },
    ),
  ];
}
