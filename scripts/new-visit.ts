import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readLibrary } from '../src/content/library.ts';
import { newVisitFile, newVisitId } from '../src/content/new-visit.ts';
import { nearest } from '../src/content/suggestion.ts';
import { PartialDate } from '../src/model/partial-date.ts';
import { VISIT_KINDS } from '../src/model/visit-kind.ts';

const USAGE = `Begins a visit: writes a draft file for you to fill in.

  npm run new-visit -- <authority> <date> [kind]
  npm run new-visit -- wigan 2024-09-17
  npm run new-visit -- wigan 2022-05 inspection

Kinds: ${VISIT_KINDS.join(', ')}`;

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

const { positionals } = parseArgs({ allowPositionals: true });
const [place, date, asked = 'focused-visit'] = positionals;
if (!place || !date) {
  console.error(USAGE);
  process.exit(2);
}
const { library } = readLibrary(process.cwd());
const authority = library.authorities.find(({ id }) => id === place);
if (!authority) {
  const like = nearest(
    place,
    library.authorities.map(({ id }) => id),
  );
  refuse(
    `There is no authority “${place}” in content/authorities.yaml.${like ? ` Did you mean ${like}?` : ''}`,
  );
}
const start = PartialDate.safeParse(date);
if (!start.success) refuse(`“${date}” is not a date: write 2024, 2024-09 or 2024-09-17.`);
const kind = VISIT_KINDS.find((name) => name === asked);
if (!kind) refuse(`“${asked}” is not a kind of visit. Kinds: ${VISIT_KINDS.join(', ')}`);

const visit = { authority, kind, start: start.data };
const file = `content/visits/${newVisitId(
  visit,
  library.visits.map(({ id }) => id),
)}.md`;
try {
  writeFileSync(file, newVisitFile(visit), { flag: 'wx' });
} catch (error) {
  refuse(
    `${file} could not be written (${error instanceof Error ? error.message : error}). Nothing was changed.`,
  );
}
console.log(
  `${file} is begun. Run npm run dev and open the page while you write; CONTRIBUTING.md says what belongs where.`,
);
