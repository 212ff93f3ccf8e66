import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '../src/ingest/document.ts';
import { proposer } from '../src/ingest/propose.ts';
import {
  assessmentTallies,
  type Compared,
  folds,
  halves,
  type Label,
  labelledPassage,
  scores,
  type Tally,
  themeTallies,
  total,
} from '../src/ingest/propose-measure.ts';
import { readRegister } from '../src/ingest/register.ts';
import { type Report, readReport } from '../src/ingest/report.ts';

const USAGE = `Measures what the importer proposes beside what a person judged (src/ingest/labels.md).

  npm run measure:proposals -- <folder of the labelled reports>
  npm run measure:proposals -- <folder of the labelled reports> --tuning     the tuning half alone, while tuning`;

/** Into how many parts the tuning half is divided to see how far the scores swing. */
const FOLDS = 7;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tuning: { type: 'boolean', default: false }, help: { type: 'boolean' } },
});
const [folder] = positionals;
if (!folder || values.help) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const labels = JSON.parse(
  readFileSync(join(import.meta.dirname, '../src/ingest/labels.json'), 'utf8'),
) as Label[];
const files = [...new Set(labels.map(({ file }) => file))];
const missing = files.filter((file) => !existsSync(join(folder, file)));
if (missing.length > 0) {
  console.log(
    `Not measured: ${missing.length} of the ${files.length} labelled reports are not in ${folder}, ${missing[0]} for one.`,
  );
  process.exit(0);
}

const { authorities, themes } = readRegister(process.cwd());
const propose = proposer(themes);
const reports = new Map<string, Report>();
for (const file of files) {
  const report = readReport(await readDocument(readFileSync(join(folder, file))), authorities);
  if (!report.kind) throw new Error(`${file} is ${report.what}.`);
  reports.set(file, report);
}

const { tuning, measuring } = halves(labels);
const tuned = tuning.map(compare);
print('Tuning half', tuned);
const parts = folds(tuned, FOLDS);
console.log(`\nThe tuning half in ${FOLDS} parts: the lowest F1, the median and the highest`);
console.log(row('themes', ...swing(parts.map((part) => f1Of(total(themeTallies(part).values()))))));
for (const name of ['strength', 'mixed', 'improvement']) {
  console.log(row(name, ...swing(parts.map((part) => f1Of(assessmentTallies(part).get(name))))));
}
if (!values.tuning) print('\nMeasuring half', measuring.map(compare));

function compare(label: Label): Compared {
  const passage = labelledPassage(reports.get(label.file)?.passages ?? [], label);
  if (!passage) throw new Error(`${label.file} has no paragraph ${label.paragraph}.`);
  return { label, proposal: propose(passage.texts.join(' '), passage.section) };
}

function print(title: string, compared: readonly Compared[]): void {
  const assessments = assessmentTallies(compared);
  const byTheme = themeTallies(compared);
  console.log(`${title}: ${compared.length} paragraphs`);
  console.log(row('', 'precision', 'recall', 'F1', 'right', 'wrong', 'missed'));
  console.log(scored('themes, micro', total(byTheme.values())));
  for (const [name, tally] of assessments) console.log(scored(name, tally));
  console.log('each theme:');
  for (const [name, tally] of byTheme) console.log(scored(`  ${name}`, tally));
}

function scored(name: string, tally: Tally): string {
  const { precision, recall, f1 } = scores(tally);
  return row(
    name,
    ...[precision, recall, f1].map(inThousandths),
    ...[tally.right, tally.wrong, tally.missed].map(String),
  );
}

function f1Of(tally: Tally | undefined): number | undefined {
  return tally && scores(tally).f1;
}

/** The lowest of some numbers, the one in the middle, and the highest. */
function swing(numbers: readonly (number | undefined)[]): string[] {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(inThousandths);
}

function inThousandths(number: number | undefined): string {
  return number === undefined ? '–' : number.toFixed(3);
}

function row(name: string, ...cells: string[]): string {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(10))].join('');
}
