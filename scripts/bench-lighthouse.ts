import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { findBrowser } from '../tests/browser.ts';
import { serve } from '../tests/serve.ts';

/*
 * Lighthouse on the pages that people come for, as built and served compressed:
 *
 *   npm run build && npm run bench:lighthouse
 *
 * Lighthouse is fetched when it is asked for and is no dependency: with it come 114 packages and 176 MB that nothing
 * else needs.
 */

const LIGHTHOUSE = 'lighthouse@13.5.0';

const PAGES = ['', 'visits/wigan-2024/', 'compare/wigan-2020/wigan-2024/', 'quotes/'];

/** What each category must reach, of 100. */
const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof WANTED;

/** What is used of Lighthouse’s report. */
interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

const folder = '.cache/lighthouse';
mkdirSync(folder, { recursive: true });
const site = await serve('dist');
const browser = findBrowser();
if (!browser) throw new Error('There is no browser. Run npm run browser first.');

/** Runs Lighthouse as for a phone, its own way: it measures, and reckons what a slow line would have made of it. */
async function examine(path: string, index: number): Promise<Report> {
  const output = `${folder}/${index}.json`;
  const args = ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', site.url + path];
  const flags = [
    '--output=json',
    `--output-path=${output}`,
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  // Not waited for in one piece: this process serves the site meanwhile.
  const run = spawn('npm', [...args, ...flags], {
    env: { ...process.env, CHROME_PATH: browser },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [status] = await once(run, 'exit');
  if (status !== 0) throw new Error(`Lighthouse could not examine /${path}.`);
  return JSON.parse(readFileSync(output, 'utf8'));
}

const categories = Object.keys(WANTED) as Category[];
const scoreOf = (report: Report, category: Category) =>
  Math.round((report.categories[category].score ?? 0) * 100);
console.log(`| page | ${categories.join(' | ')} | first words | largest | blocked |`);
console.log(`|---|${'---:|'.repeat(categories.length + 3)}`);
const short: string[] = [];
for (const [index, path] of PAGES.entries()) {
  const report = await examine(path, index);
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
  const cells = [
    ...categories.map((category) => scoreOf(report, category)),
    ...times.map((id) => report.audits[id]?.displayValue),
  ];
  console.log(`| /${path} | ${cells.join(' | ')} |`);
  for (const category of categories) {
    for (const { id, weight } of report.categories[category].auditRefs) {
      const audit = report.audits[id];
      const isShort = weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9;
      if (isShort) short.push(`/${path} ${category}: ${audit?.title} (${audit?.displayValue ?? id})`);
    }
    if (scoreOf(report, category) < WANTED[category]) process.exitCode = 1;
  }
}
for (const line of short) console.log(line);
if (process.exitCode) console.error('Below what is wanted.');
await site.close();
