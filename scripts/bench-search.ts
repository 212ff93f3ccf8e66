import { parseArgs } from 'node:util';
import { readCorpus } from './bench-search-corpus.ts';
import { measureFuse, measureOurs, measurePagefind } from './bench-search-engines.ts';
import { makeQueries } from './bench-search-queries.ts';
import { printTable } from './bench-search-table.ts';

const USAGE = `Measures the search over a folder of visit files, beside Fuse.js over everything and Pagefind, in Chromium with a cold
cache, at 1.6 Mbps and 150 ms, with the processor slowed four times. Run npm run build first: the page of quotations is taken
from it.

  npm run bench:search -- --corpus .cache/corpus-200000
  npm run bench:search -- --corpus .cache/corpus-200000 --only ours`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.corpus) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const corpus = readCorpus(values.corpus);
const queries = makeQueries(corpus.data.documents);
const engines = { ours: measureOurs, pagefind: measurePagefind, 'fuse.js': measureFuse };
for (const [name, measure] of Object.entries(engines)) {
  if (values.only && values.only !== name) continue;
  console.log(`\n${name}`);
  printTable(await measure(corpus, queries));
}
