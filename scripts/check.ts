import { parseArgs } from 'node:util';
import { readLibrary } from '../src/content/library.ts';
import { REPORT_FORMATS, reportProblems } from '../src/content/report.ts';

const USAGE = `Checks everything in content/ and says what is wrong and how to mend it.

  npm run check:content                      for people
  npm run check:content -- --format ci       annotations for continuous integration
  npm run check:content -- --format json     for other programs`;

const { values } = parseArgs({
  options: {
    format: { type: 'string', default: process.env.CI ? 'ci' : 'people' },
    help: { type: 'boolean' },
  },
});
const format = REPORT_FORMATS.find((name) => name === values.format);
if (values.help || !format) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const { library, problems } = readLibrary(process.cwd());
if (problems.length > 0 || format === 'json') console.log(reportProblems(problems, format));
else
  console.log(
    `${library.visits.length} visits, ${library.themes.length} themes, ${library.authorities.length} authorities: no problems.`,
  );
process.exit(problems.length > 0 ? 1 : 0);
