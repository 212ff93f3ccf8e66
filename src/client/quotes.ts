import './copy.ts';
import { unpackIndex } from '../search/index-file.ts';
import { makeIndex, type Results, type SearchIndex } from '../search/search.ts';
import { resultsAsCsv } from './quotes-download.ts';
import { chips, readFilters } from './quotes-filters.ts';
import { resultItem } from './quotes-results.ts';
import { countChosen, readState, type State, writeState } from './quotes-state.ts';
import { correctedQueries, countInWords } from './quotes-words.ts';

/** How many results are shown at first, and how many more at a time. */
const PAGE = 20;
/** How long typing must rest before it is searched, in milliseconds: Safari bears few changes of address. */
const REST = 150;
/** Above this width the filters stand open beside the results. */
const WIDE = '(min-width: 62rem)';

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

let state = readState(location.search, filters.known);
let shown = PAGE;
let index: SearchIndex | undefined;
/** Counts searches, so that an answer that comes after a later question is passed over. */
let asked = 0;
/** Whether the entry of the history is one that typing may still change. */
let typing = false;
/** Runs out when typing rests. */
let rest: ReturnType<typeof setTimeout> | undefined;

/* ---- Results ---------------------------------------------------------------------------------------------- */

/** Searches and shows what was found, from the top. */
async function show(): Promise<void> {
  const question = ++asked;
  const results = await index?.search({ ...state, count: shown });
  if (!results || question !== asked) return;
  const filtered = countChosen(state) > 0;
  status.textContent = countInWords(results, state.text.trim() !== '', filtered);
  part('hits').replaceChildren();
  part('near-hits').replaceChildren();
  append(results);
  showCorrections(results);
  showFilters(results);
  await showEmpty(results, filtered, question);
}

/** Puts hits at the end of the lists, and says what more there is. */
function append(results: Results): void {
  const items = results.hits.map((hit) => [hit, resultItem(hit, filters.labelOf)] as const);
  part('hits').append(...items.filter(([hit]) => hit.lacks.length === 0).map(([, item]) => item));
  part('near-hits').append(...items.filter(([hit]) => hit.lacks.length > 0).map(([, item]) => item));
  part('near').hidden = part('near-hits').childElementCount === 0;
  const left = results.total + results.near - shown;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(PAGE, left)} more`;
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

function showFilters({ facets }: Results): void {
  filters.count(facets);
  const chosen = countChosen(state);
  part('chosen-count').textContent = chosen > 0 ? ` (${chosen} chosen)` : '';
  const list = part('chips');
  list.replaceChildren(...chips(state.chosen, filters));
  list.hidden = chosen === 0;
}

/** What to try where nothing was found. */
async function showEmpty({ total }: Results, filtered: boolean, question: number): Promise<void> {
  part('empty').hidden = total > 0;
  part('empty-without').hidden = true;
  if (total > 0 || !filtered) return;
  const without = await index?.search({ text: state.text, count: 0 });
  if (!without || question !== asked || without.total === 0) return;
  part('empty-without').hidden = false;
  part('clear').textContent = `Remove the filters: ${without.total} without them`;
}

/* ---- What is asked for, and the address that holds it ------------------------------------------------------ */

/** Leaves in the entry of the history how far the reader had come. */
function rememberPlace(): void {
  history.replaceState({ shown, top: scrollY }, '');
}

/** Takes up what is now asked for: a new entry of the history, or, while a query is typed, the same again. */
function ask(next: State, whileTyping = false): void {
  clearTimeout(rest);
  const before = writeState(state);
  const after = writeState(next);
  state = next;
  if (after !== before) {
    shown = PAGE;
    const address = location.pathname + after;
    if (whileTyping && typing) history.replaceState({ shown, top: 0 }, '', address);
    else {
      rememberPlace();
      history.pushState({ shown, top: 0 }, '', address);
    }
  }
  typing = whileTyping;
  void show();
}

/** Shows what the address asks for, as the reader left it. */
async function restore(): Promise<void> {
  state = readState(location.search, filters.known);
  const place = history.state as { shown?: number; top?: number } | null;
  shown = place?.shown ?? PAGE;
  typing = false;
  box.value = state.text;
  filters.tick(state.chosen);
  await show();
  if (index && place) scrollTo({ top: place.top ?? 0, behavior: 'instant' });
}

/** Takes up what is typed. */
function askTyped(whileTyping: boolean): void {
  ask({ ...state, text: box.value }, whileTyping);
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
part('filters').addEventListener('change', () => ask({ text: box.value, chosen: filters.chosen() }));

/** Takes up filters that were not ticked by hand. */
function choose(chosen: State['chosen']): void {
  filters.tick(chosen);
  ask({ text: box.value, chosen });
}

part('chips').addEventListener('click', ({ target }) => {
  const chip = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
  if (!chip) return;
  const at = [...part('chips').querySelectorAll('button')].indexOf(chip);
  const facet = chip.dataset.facet as keyof State['chosen'];
  choose({ ...state.chosen, [facet]: state.chosen[facet].filter((value) => value !== chip.dataset.value) });
  // The button is gone: the keyboard goes on with its neighbour, or with the results.
  queueMicrotask(() => (part('chips').querySelectorAll('button')[at] ?? part('heading')).focus());
});
part('clear').addEventListener('click', () => {
  choose(readState('', filters.known).chosen);
  part('heading').focus();
});
part('corrected-typed').addEventListener('click', (event) => {
  event.preventDefault();
  box.value = part('corrected-typed').textContent ?? '';
  askTyped(false);
  part('heading').focus();
});

more.addEventListener('click', async () => {
  const question = asked;
  const from = shown;
  const results = await index?.search({ ...state, from, count: PAGE });
  if (!results || question !== asked) return;
  shown += PAGE;
  append(results);
  const listed = Math.min(shown, results.total + results.near);
  status.textContent = `${listed} of ${results.total + results.near} shown.`;
  // The keyboard goes on with the first of what is new.
  page.querySelectorAll<HTMLElement>('.quotes-result')[from]?.querySelector('a')?.focus();
});

download.addEventListener('click', async () => {
  const results = await index?.search({ ...state });
  if (!results) return;
  const found = results.hits.slice(0, results.total).map((hit) => hit.document);
  const csv = new Blob([resultsAsCsv(found, filters.labelOf, location.origin)], { type: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(csv);
  link.download = 'quotations.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
});

/* ---- The keyboard ------------------------------------------------------------------------------------------ */

// A key without Ctrl or Alt must be one that can be switched off (WCAG 2.1.4).
const slash = part<HTMLInputElement>('slash');
const SLASH = 'quotes-slash-key';
try {
  slash.checked = localStorage.getItem(SLASH) !== 'off';
  slash.addEventListener('change', () => localStorage.setItem(SLASH, slash.checked ? 'on' : 'off'));
} catch {
  // A browser that keeps nothing: the choice then holds until the page is left.
}

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

/** Fetches the index and begins; says so where that fails, and leaves the lists of visits and themes in view. */
async function begin(): Promise<void> {
  part('trouble').hidden = true;
  status.textContent = 'Loading the quotations…';
  try {
    const response = await fetch(page.dataset.quotes ?? '');
    if (!response.ok) throw new Error(`The index came back as ${response.status}.`);
    const { documents, themeWords } = unpackIndex(await response.json());
    index = makeIndex(documents, themeWords);
  } catch {
    status.textContent = '';
    part('trouble').hidden = false;
    part('trouble-words').textContent = navigator.onLine
      ? 'The quotations could not be loaded. The connection may be poor, or the site may be changing just now.'
      : 'You are offline, and the quotations are not loaded yet.';
    return;
  }
  part('static').hidden = true;
  // What was typed while the index was on its way counts.
  if (box.value !== state.text) askTyped(true);
  else await restore();
}

const wide = matchMedia(WIDE);
/** On a wide screen all filters stand open; on a narrow one the reader opens them. */
function openFilters(): void {
  for (const details of page.querySelectorAll<HTMLDetailsElement>('[data-filters], [data-facet]')) {
    if (details instanceof HTMLDetailsElement) details.open = wide.matches;
  }
}

history.scrollRestoration = 'manual';
addEventListener('popstate', () => void restore());
addEventListener('pagehide', rememberPlace);
addEventListener('online', () => {
  if (!index) void begin();
});
part('retry').addEventListener('click', () => {
  part('heading').focus();
  void begin();
});
wide.addEventListener('change', openFilters);
openFilters();
box.value = state.text;
filters.tick(state.chosen);
form.hidden = false;
part('body').hidden = false;
part('filters').hidden = false;
void begin();
