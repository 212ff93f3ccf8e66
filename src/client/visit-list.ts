import {
  type Narrowing,
  narrowed,
  VISIT_FIELDS,
  type VisitEntry,
  type VisitField,
} from '../insight/narrowing.ts';
import { part } from './page-part.ts';

/*
 * Narrows the list of visits by what is chosen. The page holds the newest; all are fetched once something is chosen, and
 * those that fit are shown a page at a time. The choices are in the address, so that a narrowed list can be linked to.
 */

const root = document.querySelector<HTMLElement>('[data-visit-list]');
const form = root?.querySelector<HTMLFormElement>('[data-part="filters"]');
if (root && form) start(root, form);

function start(page: HTMLElement, filters: HTMLFormElement): void {
  const selects = [...filters.querySelectorAll('select')];
  const list = part(page, 'list');
  const more = part<HTMLButtonElement>(page, 'more');
  const unnarrowed = [...list.children];
  const size = Number(page.dataset.page);
  // A short list is fetched ahead, so that narrowing it never waits, nor fails where the connection is lost by then.
  let entries = Number(page.dataset.visits) > size ? undefined : fetchEntries(page.dataset.visitList ?? '');
  // Whether it came matters only when something is chosen; then it is said.
  entries?.catch(() => undefined);
  let fitting: VisitEntry[] = [];
  /** Counts what was asked for, so that of two answers on their way the later question’s wins. */
  let latest = 0;

  const show = async () => {
    const turn = ++latest;
    const asked = chosen(selects);
    if (Object.keys(asked).length === 0) {
      list.replaceChildren(...unnarrowed);
      more.hidden = true;
      relabel(selects);
      return say(page, `All ${page.dataset.visits} visits.`);
    }
    try {
      entries ??= fetchEntries(page.dataset.visitList ?? '');
      const result = narrowed(await entries, asked);
      if (turn !== latest) return;
      fitting = result.entries;
      list.replaceChildren();
      showMore();
      relabel(selects, result.counts);
      say(
        page,
        fitting.length === 0
          ? 'No visit fits all of these. Set one of the fields to “Any”.'
          : `${fitting.length} of ${page.dataset.visits} visits.`,
      );
    } catch {
      // What could not be fetched is asked for again at the next choice.
      entries = undefined;
      if (turn === latest)
        say(page, 'The list could not be fetched. Check your connection and choose again.');
    }
  };
  const showMore = () => {
    const from = list.children.length;
    const cards = fitting.slice(from, from + size).map((entry) => card(page, entry));
    list.append(...cards);
    more.hidden = list.children.length >= fitting.length;
    return cards[0];
  };
  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    void show();
  };
  filters.hidden = false;
  filters.addEventListener('change', () => {
    writeAddress(selects);
    void show();
  });
  filters.addEventListener('reset', () => {
    // The fields are emptied only after this event.
    setTimeout(() => {
      writeAddress(selects);
      void show();
    });
  });
  // The keyboard goes on at the first of those that were added.
  more.addEventListener('click', () => showMore()?.querySelector('a')?.focus());
  addEventListener('popstate', readAddress);
  readAddress();
}

async function fetchEntries(address: string): Promise<VisitEntry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return await response.json();
}

function isField(name: string): name is VisitField {
  return VISIT_FIELDS.some((field) => field === name);
}

function chosen(selects: HTMLSelectElement[]): Narrowing {
  return Object.fromEntries(
    selects.flatMap(({ name, value }) => (value && isField(name) ? [[name, value]] : [])),
  );
}

function writeAddress(selects: HTMLSelectElement[]): void {
  const query = new URLSearchParams(Object.entries(chosen(selects))).toString();
  history.pushState(null, '', query ? `?${query}` : location.pathname);
}

/** Writes beside each value how many visits it would give; how many have it at all where nothing is chosen. */
function relabel(selects: HTMLSelectElement[], counts?: Record<VisitField, Map<string, number>>): void {
  for (const select of selects) {
    for (const option of select.options) {
      if (!option.value || !isField(select.name)) continue;
      const count = counts ? (counts[select.name].get(option.value) ?? 0) : option.dataset.count;
      option.textContent = `${option.dataset.label} (${count})`;
    }
  }
}

function card(page: HTMLElement, entry: VisitEntry): HTMLElement {
  const template = part<HTMLTemplateElement>(page, 'card');
  const made = document.importNode(template.content, true).firstElementChild as HTMLElement;
  part<HTMLAnchorElement>(made, 'title').href = entry.address;
  for (const name of ['eyebrow', 'title', 'standfirst', 'facts'] as const)
    part(made, name).textContent = entry[name];
  return made;
}

function say(page: HTMLElement, words: string): void {
  part(page, 'count').textContent = words;
}
