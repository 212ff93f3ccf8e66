import { readFileSync, writeFileSync } from 'node:fs';
import { licencePage, notAllowed } from './licence-list.ts';

// Lists the licences of all packages in docs/licences.md, and says which of them are not allowed.
const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
writeFileSync('docs/licences.md', licencePage(lockfile));
const problems = notAllowed(lockfile);
for (const problem of problems) console.error(`Not an allowed licence: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
