import type { SearchDocument } from '../search/document.ts';
import type { Results, SearchIndex } from '../search/search.ts';
import { offerCopying } from './copy.ts';
import { resultsAsCsv } from './quotes-download.ts';
import { openEngine } from './quotes-engine.ts';
import { chips, readFilters } from './quotes-filters.ts';
import { resultItem } from './quotes-results.ts';
import { countChosen, readState, type State, writeState } from './quotes-state.ts';
import { correctedQueries, countInWords } from './quotes-words.ts';

/** How many results are shown at first: a phone’s screen holds no more, and each may cost a fetch. */
const FIRST = 2;
/** How many more are shown at a time, as the reader scrolls or asks. */
const MORE = 10;
/** After so many results the reader is asked before more are shown, so that the end of the page can be reached. */
const UNASKED = 62;
/** How many results are read at a time for a download. */
const BATCH = 200;
/** An answer that has not come after so long, in milliseconds, is said to be slow. */
const SLOW = 3000;
/** How long typing must rest before it is searched, in milliseconds: Safari bears few changes of address. */
const REST = 150;
/** How long the page holds back for the search to begin, in milliseconds. */
const HEAD_START = 300;
/** Above this width the filters stand open beside the results. */
const WIDE = '(min-width: 62rem)';

/*
 * This script runs as soon as it is there, which may be before the page has been read (see EarlyScript.astro): first of
 * all the index and what the address asks for are set on their way. What is chosen there, only the page can tell from
 * what is not known, so the question is asked again once it has been read; most of the answer is then at hand.
 */
const root = document.querySelector<HTMLLinkElement>('[data-index-root]')?.href;
const folder = new URL('.', root).href;
const parameters = new URLSearchParams(location.search);
const opening = openEngine(folder, false, {
  text: parameters.get('q') ?? '',
  // Where something is chosen, other texts may come first.
  count: [...parameters.keys()].every((name) => name === 'q') ? FIRST : 0,
  hurry: true,
});
// Before the browser would do it: where the reader was is not there yet.
history.scrollRestoration = 'manual';
// A worker cannot start while the page is at work, so that waits until it has, but not for a slow line.
await Promise.race([opening.catch(() => {}), new Promise((resolve) => setTimeout(resolve, HEAD_START))]);
if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}

const page = document.querySelector<HTMLElement>('[data-quotes]') as HTMLElement;
/** The element of the page that plays a part in it. */
function part<E extends HTMLElement = HTMLElement>(name: string): E {
  const found = page.querySelector<E>(`[data-${name}]`);
  if (!found) throw new Error(`The page has no part data-${name}.`);
  return found;
}
const form = part<HTMLFormElement>('form');
const box = form.querySelector('input') as HTMLInputElement;
const filters = readFilters(page);
const status = part('status');
const more = part<HTMLButtonElement>('more');
const download = part<HTMLButtonElement>('download');

offerCopying();

let state = readState(location.search, filters.known);
let shown = FIRST;
let index: SearchIndex | undefined;
/** Counts searches, so that an answer that comes after a later question is passed over. */
let asked = 0;
/** Whether the entry of the history is one that typing may still change. */
let typing = false;
/** Runs out when typing rests. */
let rest: ReturnType<typeof setTimeout> | undefined;

/* ---- Results ---------------------------------------------------------------------------------------------- */

/** Searches and shows what was found, from the top; then, what can be chosen. */
async function show(): Promise<void> {
  const question = ++asked;
  if (!index) return;
  const slow = setTimeout(() => {
    if (question === asked) status.textContent = 'Still searching: the connection is slow…';
  }, SLOW);
  const current = () => question === asked;
  try {
    const filtered = countChosen(state) > 0;
    const put = (results: Results) => {
      part('trouble').hidden = true;
      status.textContent = countInWords(results, state.text.trim() !== '', filtered);
      part('hits').replaceChildren();
      part('near-hits').replaceChildren();
      append(results);
      showCorrections(results);
      showChips(results);
    };
    let results = await index.search({ ...state, count: shown, hurry: true });
    if (!current()) return;
    put(results);
    const facets = await index.facets(state);
    if (current()) filters.count(facets);
    if (results.hurried) {
      results = await index.search({ ...state, count: shown });
      if (!current()) return;
      put(results);
    }
    await showEmpty(results, filtered, current);
  } catch {
    if (current()) showTrouble();
  } finally {
    clearTimeout(slow);
  }
}

/** Puts hits at the end of the lists, and says what more there is. */
function append(results: Results): void {
  const items = results.hits.map((hit) => [hit, resultItem(hit, filters.labelOf)] as const);
  part('hits').append(...items.filter(([hit]) => hit.lacks.length === 0).map(([, item]) => item));
  part('near-hits').append(...items.filter(([hit]) => hit.lacks.length > 0).map(([, item]) => item));
  part('near').hidden = part('near-hits').childElementCount === 0;
  const left = results.total + results.near - shown;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(MORE, left)} more`;
  download.hidden = results.total === 0;
  download.textContent =
    results.total === 1 ? 'Download this as CSV' : `Download all ${results.total} as CSV`;
}

function showCorrections({ corrections }: Results): void {
  const note = part('corrected');
  note.hidden = corrections.length === 0;
  if (note.hidden) return;
  const { used, asTyped } = correctedQueries(state.text, corrections);
  part('corrected-used').textContent = used;
  const link = part<HTMLAnchorElement>('corrected-typed');
  link.textContent = asTyped;
  link.href = writeState({ ...state, text: asTyped });
}

function showChips({ hits }: Results): void {
  const chosen = countChosen(state);
  part('chosen-count').textContent = chosen > 0 ? ` (${chosen} chosen)` : '';
  const list = part('chips');
  const title = hits.find(({ document: { visit } }) => visit.id === state.within.visit)?.document.visit.title;
  list.replaceChildren(...chips(state, filters, title));
  list.hidden = chosen === 0;
}

/** What to try where nothing was found. */
async function showEmpty({ total }: Results, filtered: boolean, current: () => boolean): Promise<void> {
  part('empty').hidden = total > 0;
  part('empty-without').hidden = true;
  if (total > 0 || !filtered) return;
  const without = await index?.search({ text: state.text, count: 0 });
  if (!without || !current() || without.total === 0) return;
  part('empty-without').hidden = false;
  part('clear').textContent = `Remove the filters: ${without.total} without them`;
}

/** Says that something could not be fetched. What was found before stays in view. */
function showTrouble(): void {
  status.textContent = '';
  part('trouble').hidden = false;
  part('trouble-words').textContent = navigator.onLine
    ? 'The quotations could not be loaded. The connection may be poor, or the site may be changing just now.'
    : 'You are offline, and these quotations are not loaded yet.';
}

/* ---- What is asked for, and the address that holds it ------------------------------------------------------ */

/** Leaves in the entry of the history how far the reader had come. */
function rememberPlace(): void {
  history.replaceState({ shown, top: scrollY }, '');
}

/**
 * Takes up what is now asked for: a new entry of the history, or, while a query is typed, the same again. Done when it is
 * shown.
 */
function ask(next: State, whileTyping = false): Promise<void> {
  clearTimeout(rest);
  const before = writeState(state);
  const after = writeState(next);
  state = next;
  if (after !== before) {
    shown = FIRST;
    const address = location.pathname + after;
    if (whileTyping && typing) history.replaceState({ shown, top: 0 }, '', address);
    else {
      rememberPlace();
      history.pushState({ shown, top: 0 }, '', address);
    }
  }
  typing = whileTyping;
  return show();
}

/** Shows what the address asks for, as the reader left it. */
async function restore(): Promise<void> {
  state = readState(location.search, filters.known);
  const place = history.state as { shown?: number; top?: number } | null;
  shown = place?.shown ?? FIRST;
  typing = false;
  box.value = state.text;
  filters.tick(state.chosen);
  await show();
  if (index && place) scrollTo({ top: place.top ?? 0, behavior: 'instant' });
}

/** Takes up what is typed. */
function askTyped(whileTyping: boolean): void {
  void ask({ ...state, text: box.value }, whileTyping);
}

box.addEventListener('input', () => {
  clearTimeout(rest);
  rest = setTimeout(() => askTyped(true), REST);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  askTyped(false);
  // On a phone the keyboard would hide the results.
  if (matchMedia('(pointer: coarse)').matches) box.blur();
});
part('filters').addEventListener('change', () =>
  ask({ ...state, text: box.value, chosen: filters.chosen() }),
);

/** Takes up filters that were not ticked by hand. */
function choose({ chosen, within }: Pick<State, 'chosen' | 'within'>): Promise<void> {
  filters.tick(chosen);
  return ask({ text: box.value, chosen, within });
}

part('chips').addEventListener('click', async ({ target }) => {
  const chip = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
  if (!chip) return;
  const at = [...part('chips').querySelectorAll('button')].indexOf(chip);
  const { kind = '', value } = chip.dataset;
  if (kind in state.within) await choose({ ...state, within: { ...state.within, [kind]: undefined } });
  else {
    const facet = kind as keyof State['chosen'];
    const left = state.chosen[facet].filter((other) => other !== value);
    await choose({ ...state, chosen: { ...state.chosen, [facet]: left } });
  }
  // The button is gone: the keyboard goes on with its neighbour, or with the results.
  (part('chips').querySelectorAll('button')[at] ?? part('heading')).focus();
});
part('clear').addEventListener('click', () => {
  void choose(readState('', filters.known));
  part('heading').focus();
});
part('corrected-typed').addEventListener('click', (event) => {
  event.preventDefault();
  box.value = part('corrected-typed').textContent ?? '';
  askTyped(false);
  part('heading').focus();
});

/** Whether more results are on their way. */
let adding = false;

/** Puts more results at the end of the list. */
async function showMore(): Promise<void> {
  if (adding || more.hidden) return;
  adding = true;
  const question = asked;
  try {
    const results = await index?.search({ ...state, from: shown, count: MORE });
    if (!results || question !== asked) return;
    part('trouble').hidden = true;
    shown += MORE;
    append(results);
    const all = results.total + results.near;
    status.textContent = `${Math.min(shown, all)} of ${all} shown.`;
  } catch {
    if (question === asked) showTrouble();
  } finally {
    adding = false;
  }
}

more.addEventListener('click', async () => {
  const from = page.querySelectorAll('.quotes-result').length;
  await showMore();
  // The keyboard goes on with the first of what is new.
  page.querySelectorAll<HTMLElement>('.quotes-result')[from]?.querySelector('a')?.focus();
});

/** Shows more while the end of the list is in view, or has been scrolled past. */
const atEnd = new IntersectionObserver(
  async ([entry]) => {
    if (!entry?.isIntersecting || shown >= UNASKED || !part('trouble').hidden) return;
    await showMore();
    // Where the end is still in view nothing would tell: so it is looked at anew.
    atEnd.unobserve(more);
    atEnd.observe(more);
  },
  { rootMargin: '1000000px 0px 0px' },
);
atEnd.observe(more);

/** All full hits, read bit by bit. */
async function readAll(progress: (read: number, total: number) => void): Promise<SearchDocument[]> {
  const question = state;
  const found: SearchDocument[] = [];
  for (;;) {
    const results = await index?.search({ ...question, from: found.length, count: BATCH });
    if (!results) return found;
    const full = results.hits.slice(0, results.total - found.length);
    found.push(...full.map((hit) => hit.document));
    progress(found.length, results.total);
    if (full.length === 0 || found.length >= results.total) return found;
  }
}

download.addEventListener('click', async () => {
  const label = download.textContent;
  download.disabled = true;
  try {
    const found = await readAll((read, total) => {
      download.textContent = `Getting ${read} of ${total}…`;
    });
    const csv = new Blob([resultsAsCsv(found, filters.labelOf, location.origin)], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(csv);
    link.download = 'quotations.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch {
    showTrouble();
  } finally {
    download.disabled = false;
    download.textContent = label;
  }
});

/* ---- The keyboard ------------------------------------------------------------------------------------------ */

// A key without Ctrl or Alt must be one that can be switched off (WCAG 2.1.4).
const slash = part<HTMLInputElement>('slash');
const SLASH = 'quotes-slash-key';
try {
  slash.checked = localStorage.getItem(SLASH) !== 'off';
} catch {
  // A browser that keeps nothing: the choice then holds until the page is left.
}
slash.addEventListener('change', () => {
  try {
    localStorage.setItem(SLASH, slash.checked ? 'on' : 'off');
  } catch {
    // Nothing is kept, or there is no room: the same.
  }
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  const writing =
    target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
  if (key === '/' && slash.checked && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (key === 'Escape' && target === box && box.value) {
    event.preventDefault();
    box.value = '';
    askTyped(false);
  }
});

/* ---- Beginning ---------------------------------------------------------------------------------------------- */

/** Opens the index and begins; says so where that fails, and leaves the lists of visits and themes in view. */
async function begin(again = false): Promise<void> {
  part('trouble').hidden = true;
  status.textContent = 'Loading the quotations…';
  try {
    index = await (again ? openEngine(folder, true) : opening);
  } catch {
    showTrouble();
    return;
  }
  part('static').hidden = true;
  // What was typed while the index was on its way counts.
  if (box.value !== state.text) askTyped(true);
  else await restore();
}

/** Tries again what failed: to begin, or to answer. */
function again(): Promise<void> {
  return index ? show() : begin(true);
}

const wide = matchMedia(WIDE);
/** On a wide screen all filters stand open; on a narrow one the reader opens them. */
function openFilters(): void {
  for (const details of page.querySelectorAll<HTMLDetailsElement>('[data-filters], [data-facet]')) {
    if (details instanceof HTMLDetailsElement) details.open = wide.matches;
  }
}

addEventListener('popstate', () => void restore());
addEventListener('pagehide', rememberPlace);
addEventListener('online', () => {
  if (!part('trouble').hidden) void again();
});
part('retry').addEventListener('click', () => {
  part('heading').focus();
  void again();
});
wide.addEventListener('change', openFilters);
openFilters();
box.value = state.text;
filters.tick(state.chosen);
form.hidden = false;
part('body').hidden = false;
part('filters').hidden = false;
void begin();
