import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from '../src/content/library.ts';
import { quotationReceipt, quotationsOf, sha256 } from '../src/content/quotations.ts';
import type { Visit } from '../src/model/visit.ts';

/** What the site is built from, besides its visits and the packages. */
const PARTS = ['public', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const REGISTERS = ['themes.yaml', 'authorities.yaml', 'redirects.yaml', 'LICENSE.md'];
/** As `npm run bench:corpus` makes visits: full reports. */
const SENTENCES_A_VISIT = 200;

/**
 * This project with a collection of its own: so many made-up visits, or those of a folder.
 *
 * @param folder where it is made: within this project, so that the packages are found from it
 * @returns the visits in it
 * @throws where the content has a problem that is not a missing receipt
 */
export function makeSite(folder: string, count: number, corpus?: string): Visit[] {
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  const content = join(folder, 'content');
  mkdirSync(join(content, 'receipts'), { recursive: true });
  for (const register of REGISTERS) cpSync(join('content', register), join(content, register));
  writeFileSync(join(content, 'corrections.yaml'), 'corrections: []\n');
  // Nothing of it was ever published.
  writeFileSync(join(content, 'addresses.txt'), '');
  if (corpus) cpSync(corpus, join(content, 'visits'), { recursive: true });
  else {
    const sentences = String(count * SENTENCES_A_VISIT);
    const made = ['scripts/bench-corpus.ts', '--sentences', sentences, '--out', join(content, 'visits')];
    const { status, stderr } = spawnSync(process.execPath, made, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  const { library, problems } = readLibrary(folder);
  const [unsound] = problems.filter(({ ruleId }) => ruleId !== 'unproven-quotation');
  if (unsound) throw new Error(`${unsound.file}: ${unsound.reason}`);
  for (const visit of library.visits) prove(visit, join(content, 'receipts', `${visit.id}.json`));
  return library.visits;
}

/** Writes a receipt as if every source had been checked: the builder then has as much to check as with real visits. */
function prove(visit: Visit, file: string): void {
  const quotations = quotationsOf(visit).map(({ quote }) => quote);
  const receipt = (source: string) => {
    const document = sha256(`${visit.id} ${source}`);
    const own = quotations.filter((quote) => quote.source === source);
    return { sha256: document, quotations: own.map(({ text }) => quotationReceipt(document, text)) };
  };
  const sources = Object.fromEntries(Object.keys(visit.sources).map((source) => [source, receipt(source)]));
  writeFileSync(file, JSON.stringify({ visit: visit.id, sources }));
}

/** What the bare site is made of: one page for every address, in a layout, with paragraphs of text. */
const BARE = {
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
export default defineConfig({ trailingSlash: 'always' });
`,
  'src/layouts/Layout.astro': `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <meta name="description" content={title}>
  </head>
  <body>
    <header><nav><a href="/">Home</a> <a href="/page-1/">First</a></nav></header>
    <main><slot /></main>
    <footer><p>A bare site</p></footer>
  </body>
</html>
<style is:global>
  body { max-inline-size: 60rem; margin-inline: auto; font-family: serif; }
</style>
`,
  'src/pages/[page].astro': `---
import { pages } from '../pages.mjs';
import Layout from '../layouts/Layout.astro';
export const getStaticPaths = () => pages().map((props) => ({ params: { page: props.id }, props }));
const { id, paragraphs } = Astro.props;
---
<Layout title={id}>
  <h1>{id}</h1>
  {paragraphs.map((words) => <p>{words}</p>)}
</Layout>
`,
};

/**
 * A bare Astro site: a layout and paragraphs of text, and nothing else.
 *
 * @param folder where it is made: within this project, so that the packages are found from it
 * @param pages how many pages it has
 * @param characters how much text each has
 * @param words paragraphs to fill the pages with
 */
export function makeBareSite(
  folder: string,
  pages: number,
  characters: number,
  words: readonly string[],
): void {
  for (const [file, text] of Object.entries(BARE)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(
    join(folder, 'src/pages.mjs'),
    `const words = ${JSON.stringify(words)};
function paragraphs(from) {
  const taken = [];
  for (let at = from, length = 0; length < ${characters}; at++) {
    const paragraph = words[at % words.length];
    taken.push(paragraph);
    length += paragraph.length;
  }
  return taken;
}
export const pages = () =>
  Array.from({ length: ${pages} }, (_, index) => ({ id: \`page-\${index + 1}\`, paragraphs: paragraphs(index * 7) }));
`,
  );
  symlinkSync(join(process.cwd(), 'package.json'), join(folder, 'package.json'));
}
