import { parseArgs } from 'node:util';
import { readLibrary } from '../src/content/library.ts';
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
process.exit(problems.length > 0 ? 1 : 0);
