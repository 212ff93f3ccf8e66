import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readLibrary } from '../src/content/library.ts';
import {
  findQuotation,
  neededReceipts,
  normaliseWords,
  quotationReceipt,
  quotationsOf,
  sha256,
} from '../src/content/quotations.ts';
import { reportProblems } from '../src/content/report.ts';
import { writeWhole } from '../src/ingest/write.ts';
import type { Receipts } from '../src/model/receipt.ts';

const USAGE = `Checks every quotation that a visit takes from a source against the text of that source, and
writes a receipt when all of them are there.

  npm run verify -- <visit> <source id> <file of the source>
  npm run verify -- wigan-2024 news-report ~/wigan-2024.txt
  npm run verify -- wigan-2024 --prune       takes out what proves nothing that is still quoted; needs no source`;

// Not strict: a file may be called anything, and what begins with a dash is then refused as too few arguments.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { prune: { type: 'boolean' } },
});
const [visitId, sourceId, path, ...more] = positionals;
const prunes = values.prune === true && visitId !== undefined && sourceId === undefined;
if (!prunes && (!visitId || !sourceId || !path || more.length > 0)) {
  console.error(USAGE);
  process.exit(2);
}

function textOf(receipts: Receipts): string {
  return `${JSON.stringify(receipts, null, 2)}\n`;
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

const { library, problems } = readLibrary(process.cwd());
const visit = library.visits.find(({ id }) => id === visitId);
if (!visit) {
  const own = problems.filter(({ file }) => file === `content/visits/${visitId}.md`);
  refuse(
    own.length > 0
      ? reportProblems(own, 'people')
      : `There is no visit “${visitId}”. Those held: ${library.visits.map(({ id }) => id).join(', ')}`,
  );
}
const file = `content/receipts/${visit.id}.json`;
if (prunes || !sourceId || !path) {
  const held = library.receipts[visit.id];
  if (!held) refuse(`“${visit.id}” has no receipts, so there is nothing to take out.`);
  writeWhole(file, textOf(neededReceipts(visit, held)));
  console.log(`${file} holds what proves the quotations of ${visit.file}, and no more.`);
  process.exit(0);
}
if (!Object.hasOwn(visit.sources, sourceId)) {
  refuse(`“${visitId}” has no source “${sourceId}”. Its sources: ${Object.keys(visit.sources).join(', ')}`);
}
const quotations = quotationsOf(visit).filter(({ quote }) => quote.source === sourceId);
if (quotations.length === 0) {
  refuse(`“${visitId}” takes no quotation from “${sourceId}”, so there is nothing to check.`);
}

/** The text of a source and the SHA-256 of its file. */
async function readSource(file: string): Promise<{ words: string; documentSha256: string }> {
  const bytes = readFileSync(file);
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
  // pdf.js is large: it is loaded for a PDF only.
  const { pdfText } = isPdf ? await import('../src/ingest/pdf-text.ts') : { pdfText: undefined };
  const text = pdfText ? await pdfText(bytes) : bytes.toString('utf8');
  return { words: normaliseWords(text), documentSha256: sha256(bytes) };
}
const { words, documentSha256 } = await readSource(path).catch((error: Error) =>
  refuse(`${path} cannot be read (${error.message}). Give the file of the source: a PDF or a text.`),
);
const other = Object.entries(library.receipts[visitId]?.sources ?? {}).find(
  ([id, { sha256: held }]) => id !== sourceId && held === documentSha256,
);
if (other) {
  refuse(
    `${path} is the document of the source “${other[0]}” already, and cannot be that of “${sourceId}” too.`,
  );
}
const missing = quotations.flatMap(({ passage, quote }) => {
  const result = findQuotation(quote.text, words);
  return result.found
    ? []
    : [`${visit.file}:${quote.line}  #${passage}\n    not in the source from: “${result.firstWordsMissing}”`];
});
if (missing.length > 0) {
  refuse(
    `${missing.length} of ${quotations.length} quotations are not in ${path}; no receipt was written.\n\n${missing.join('\n')}`,
  );
}

const receipts = library.receipts[visitId] ?? { visit: visitId, sources: {} };
const sources = {
  ...receipts.sources,
  [sourceId]: {
    sha256: documentSha256,
    quotations: [
      ...new Set(quotations.map(({ quote }) => quotationReceipt(documentSha256, quote.text))),
    ].sort(),
  },
};
const sorted = Object.fromEntries(
  Object.entries(sources)
    .filter(([id]) => visit.sources[id])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeWhole(file, textOf({ visit: visit.id, sources: sorted }));
console.log(`All ${quotations.length} quotations from “${sourceId}” are in ${path}. Receipt: ${file}`);
