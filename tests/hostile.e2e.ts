import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readLibrary } from '../src/content/library.ts';
import { quotationReceipt, quotationsOf } from '../src/content/quotations.ts';
import { copyProject, startScript } from './project.ts';
import { serve } from './serve.ts';
import { test as base, expect, PROJECT } from './site.ts';

/*
 * A site built from content that is sound in form and hostile in its words: whatever an editor, a letter or a
 * newspaper could put into a field, on every page and in every file. The build runs where no network can be reached.
 */

/** Ends whatever it could stand in: a script, a title, an attribute, a comment, CDATA, a template, a formula. */
const HOSTILE = `=1+1</title></script></style>]]>--><script>document.title=1</script><img src=x onerror=x>'&lt;`;
/** The longest word that a title may hold. */
const ENDLESS = 'W'.repeat(120);

const VISIT = 'content/visits/wirral-2024.md';
const FENCED = 'fenced';
const FENCES = pathToFileURL(join(PROJECT, 'tests/fences.ts')).href;

/** The built site, what the build was refused, and what it changed beside its output. */
interface Built {
  folder: string;
  refused: string;
  changed: string[];
}

base.describe.configure({ mode: 'default' });
const test = base.extend<object, { built: Built }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
    async ({}, use) => {
      const root = copyProject(`${FENCED}/site`);
      makeHostile(root);
      const around = join(root, '..');
      // What an earlier run has left there is nothing new to this one.
      for (const place of ['home', 'tmp']) rmSync(join(around, place), { recursive: true, force: true });
      const log = join(around, '..', 'fence.log');
      writeFileSync(log, '');
      for (const place of ['home', 'tmp']) mkdirSync(join(around, place), { recursive: true });
      const before = [contentsOf(around), contentsOf(PROJECT)];
      const build = startScript(root, 'build.ts', {
        NODE_OPTIONS: `--import=${FENCES}`,
        FENCE_LOG: log,
        HOME: join(around, 'home'),
        XDG_CONFIG_HOME: join(around, 'home'),
        TMPDIR: join(around, 'tmp'),
        // Node’s own cache of compiled scripts.
        NODE_DISABLE_COMPILE_CACHE: '1',
        // What Astro leaves out on a forge’s machines it must leave out everywhere.
        CI: '',
      });
      if ((await build.done()) !== 0) throw new Error(`The build failed.\n${build.output()}`);
      const after = [contentsOf(around), contentsOf(PROJECT)];
      const changed = before.flatMap((held, index) => differences(held, after[index] ?? new Map()));
      await use({ folder: join(root, 'dist'), refused: readFileSync(log, 'utf8'), changed });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  site: [
    async ({ built }, use) => {
      const site = await serve(built.folder);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

test('a build asks nothing of any network', ({ built }) => {
  expect(built.refused).toBe('');
});

test('what would be asked of a network is seen', () => {
  const log = join(PROJECT, '.cache/fence-proof.log');
  for (const attempt of [
    'await fetch("http://localhost:9/")',
    'import("node:http").then((http) => http.get("http://localhost:9/"))',
    'import("node:dns/promises").then((dns) => dns.lookup("localhost"))',
  ]) {
    writeFileSync(log, '');
    const { status } = spawnSync(
      process.execPath,
      [`--import=${FENCES}`, '--input-type=module', '-e', attempt],
      { env: { ...process.env, FENCE_LOG: log } },
    );
    expect(status, attempt).not.toBe(0);
    expect(readFileSync(log, 'utf8'), attempt).not.toBe('');
  }
});

test('a build writes nothing beside its output', ({ built }) => {
  expect(existsSync(join(built.folder, 'index.html'))).toBe(true);
  expect(built.changed).toEqual([]);
});

for (const path of [
  '',
  'visits/',
  'visits/wirral-2024/',
  'authorities/wirral/',
  'themes/accommodation/',
  'compare/?v=wirral-2024&v=wiltshire-2022',
  'quotes/?q=document',
  'charts/',
  'data/',
  'about/',
]) {
  test(`/${path} shows hostile words as words, and none of them sticks out`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    // The test’s page fails on every error and breach of the policy, and so on a script that was let through.
    await page.goto(path);
    if (path.startsWith('quotes')) await expect(page.locator('.quotes-result').first()).toBeVisible();
    if (path.startsWith('compare')) await expect(page.locator('[data-part="result"]')).toBeVisible();
    await expect(page.locator('body')).toContainText(path === 'about/' ? '</script>' : /<\/script>|WWWW/);
    expect(await page.locator('main img, [onerror]').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beyond, 'pixels that one must scroll sideways').toBe(0);
  });
}

test('every feed, drawing, table and data file is sound in form', async ({ page, built }) => {
  const files = (ending: string) => globSync(`**/*${ending}`, { cwd: built.folder });
  const read = (file: string) => readFileSync(join(built.folder, file), 'utf8');
  expect(read('feed.xml')).toContain('&lt;/script&gt;');
  for (const file of [...files('.xml'), ...files('.svg')]) {
    const fault = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      const isActive = parsed.querySelector('script, foreignObject, [onload], [onerror]') !== null;
      return isActive ? 'active content' : parsed.querySelector('parsererror')?.textContent;
    }, read(file));
    expect(fault, file).toBeUndefined();
  }
  for (const file of files('.json')) expect(() => JSON.parse(read(file)), file).not.toThrow();
  expect(read('data/visits.csv')).toContain(`'=1+1</title>`);
  for (const file of files('.csv')) expect(read(file), file).not.toMatch(/(?:^|,|\n)"?[=+@]/);
});

/** Puts hostile words into every kind of field, and receipts for the quotations among them. */
function makeHostile(root: string): void {
  const edit = (file: string, ...changes: [from: RegExp, to: string][]) => {
    const path = join(root, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of changes) {
      if (!from.test(text)) throw new Error(`${from} is not in ${file}.`);
      text = text.replace(from, () => to);
    }
    writeFileSync(path, text);
  };
  const quoted = JSON.stringify(HOSTILE);
  const attribute = HOSTILE.replace(/&/g, '&amp;');
  edit(
    VISIT,
    [/^title: .*$/m, `title: ${quoted}`],
    [/^( +)publisher: .*$/m, `    publisher: ${quoted}`],
    [/^( +)title: .*$/m, `    title: ${quoted}`],
    [/\n---\n\n/, `\n---\n\nA summary with \\${HOSTILE.replace(/[<&]/g, '\\$&')} in it.\n\n`],
    [/ speaker="[^"]*"/, ` speaker="${attribute}"`],
    [/ role="[^"]*"/, ` role="${attribute}; ${ENDLESS}"`],
    [/^> /m, `> ${HOSTILE.replace(/[<&]/g, '\\$&')} `],
  );
  edit('content/visits/wiltshire-2022.md', [/^title: .*$/m, `title: ${ENDLESS}`]);
  edit('content/themes.yaml', [/label: .*$/m, `label: ${JSON.stringify('</script><img src=x onerror=x>')}`]);
  edit('content/themes.yaml', [/definition: .*$/m, `definition: ${quoted}`]);
  edit('content/authorities.yaml', [
    /name: Wirral$/m,
    `name: ${JSON.stringify('Wirral</script><img src=x>')}`,
  ]);
  edit('content/corrections.yaml', [
    /^corrections:.*$/m,
    `corrections:\n  - date: 2026-01-01\n    what: ${quoted}`,
  ]);

  const { library, problems } = readLibrary(root);
  const unsound = problems.filter(
    ({ ruleId }) => !['unproven-quotation', 'stale-receipt'].includes(ruleId ?? ''),
  );
  if (unsound.length > 0) throw new Error(`The content is not sound in form.\n${unsound.join('\n')}`);
  const visit = library.visits.find(({ file }) => file === VISIT);
  const receipts = library.receipts['wirral-2024'];
  if (!visit || !receipts) throw new Error(`${VISIT} cannot be read.`);
  for (const [id, source] of Object.entries(receipts.sources)) {
    source.quotations = quotationsOf(visit)
      .filter(({ quote }) => quote.source === id)
      .map(({ quote }) => quotationReceipt(source.sha256, quote.text));
  }
  writeFileSync(join(root, 'content/receipts/wirral-2024.json'), JSON.stringify(receipts));
}

/** Every file below a folder by size and time of change, but for what builds and tests keep for themselves. */
function contentsOf(folder: string): Map<string, string> {
  const kept =
    /(?:^|[\\/])(?:node_modules|\.git|\.astro|\.cache|dist|test-results|playwright-report)(?:[\\/]|$)/;
  const files = globSync('**/*', { cwd: folder, exclude: (file) => kept.test(String(file)) });
  return new Map(
    files.flatMap((file) => {
      const entry = statSync(join(folder, file));
      return entry.isFile() ? [[join(folder, file), `${entry.size} ${entry.mtimeMs}`] as const] : [];
    }),
  );
}

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
}
