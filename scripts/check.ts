import { parseArgs } from 'node:util';
import { ADDRESSES_FILE } from '../src/content/addresses.ts';
import { readLibrary } from '../src/content/library.ts';
import { unlisted, unlistedNote } from '../src/content/permanence.ts';
import { REPORT_FORMATS, type ReportFormat, reportProblems } from '../src/content/report.ts';

const USAGE = `Checks everything in content/ and says what is wrong and how to mend it.

  npm run check:content                      for people
  npm run check:content -- --format ci       annotations for continuous integration
  npm run check:content -- --format json     for other programs`;

/** The form that is asked for; `undefined` where the arguments are not understood. */
function askedFor(): ReportFormat | 'help' | undefined {
  try {
    const { values } = parseArgs({ options: { format: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) return 'help';
    const name = values.format ?? (process.env.CI ? 'ci' : 'people');
    return REPORT_FORMATS.find((format) => format === name);
  } catch {
    return undefined;
  }
}

const format = askedFor();
if (!format || format === 'help') {
  console.log(USAGE);
  process.exit(format ? 0 : 2);
}
const { library, problems } = readLibrary(process.cwd());
if (problems.length > 0 || format === 'json') console.log(reportProblems(problems, format));
else
  console.log(
    `${library.visits.length} visits, ${library.themes.length} themes, ${library.authorities.length} authorities: no problems.`,
  );
const added = problems.length > 0 ? [] : unlisted(library);
if (added.length > 0 && format === 'people') console.log(unlistedNote(added));
if (added.length > 0 && format === 'ci') {
  console.log(
    `::warning file=${ADDRESSES_FILE},title=new addresses::${unlistedNote(added).replace(/\n/g, '%0A')}`,
  );
}
process.exit(problems.length > 0 ? 1 : 0);
