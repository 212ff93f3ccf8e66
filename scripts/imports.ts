import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongImports } from './import-directions.ts';

// Checks that imports point one way (README.md, “Where things are”), and that nothing heavy reaches the browser.
const files = ['src', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro)$/.test(name))
    .sort()
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);
const problems = wrongImports(files);
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${files.length} files: all imports point one way.`);
process.exit(problems.length === 0 ? 0 : 1);
