import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const USAGE = `Runs the property tests again and again, each time with other examples, until one fails or the time is over.

  npm run fuzz                      for ten minutes
  npm run fuzz -- --minutes 60
  npm run fuzz -- src/ingest        only the tests whose paths hold these words`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' }, help: { type: 'boolean', default: false } },
});
const minutes = Number(values.minutes);
if (values.help || !(minutes > 0)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const files = globSync('{src,scripts}/**/*.test.ts')
  .filter((file) => positionals.length === 0 || positionals.some((words) => file.includes(words)))
  .filter((file) => /\bfc\.(?:assert|check)\(/.test(readFileSync(file, 'utf8')))
  .sort();
if (files.length === 0) {
  console.error('No property test has such a path.');
  process.exit(2);
}

// An example found far into a search may take long to make smaller, and beside other work longer still.
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=900000'];

const end = Date.now() + minutes * 60_000;
let round = 0;
while (round === 0 || Date.now() < end) {
  round++;
  const seed = randomInt(2 ** 31);
  console.log(`Round ${round}, seed ${seed}: ${files.length} files`);
  const { status } = spawnSync(process.execPath, [...VITEST, ...files], {
    env: { ...process.env, FUZZ_SEED: String(seed) },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  }) satisfies { status: number | null; stdout: string };
  if (status !== 0) {
    // Once more, to be read: the same seed gives the same examples.
    console.error(
      `Failed. Again, to be read:\n\n  FUZZ_SEED=${seed} npm run test:unit -- ${files.join(' ')}\n`,
    );
    spawnSync(process.execPath, [...VITEST, ...files], {
      env: { ...process.env, FUZZ_SEED: String(seed) },
      stdio: 'inherit',
    });
    process.exit(1);
  }
}
console.log(`${round} rounds, and nothing failed.`);
