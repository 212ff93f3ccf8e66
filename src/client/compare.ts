import {
  type ComparedTheme,
  type Comparison,
  changed,
  compareSheets,
  leadOf,
} from '../insight/comparison.ts';
import type { StanceSheet } from '../insight/sheet.ts';
import { isSilence } from '../insight/stance.ts';
import { themeAddress, visitAddress } from '../model/address.ts';
import { SLUG } from '../model/slug.ts';
import { part } from './page-part.ts';

/** One visit's half of a comparison, as it was built: its sheet, and a cell for each theme. */
interface Half {
  sheet: StanceSheet;
  cells: Map<string, Element>;
}

/** Counts what was asked for, so that of two answers on their way the later question’s wins. */
let latest = 0;

const page = document.querySelector<HTMLElement>('[data-comparison]');
if (page) start(page);

/** Puts together the comparison that the address names, and any that is chosen afterwards. */
function start(root: HTMLElement): void {
  const chooser = part<HTMLFormElement>(root, 'chooser');
  const selects = [...chooser.querySelectorAll<HTMLSelectElement>('select[name="v"]')];
  const choose = councilsFirst(chooser);
  const showAddress = async () => {
    const chosen = new URLSearchParams(location.search).getAll('v').slice(0, selects.length);
    for (const [index, select] of selects.entries()) choose(select, chosen[index] ?? '');
    await show(root, chosen);
  };
  chooser.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams(selects.map((select) => ['v', select.value]));
    history.pushState(null, '', `?${query}`);
    void showAddress();
  });
  addEventListener('popstate', () => void showAddress());
  void showAddress();
}

/** A council, and the visits to it that can be chosen. */
interface Choice {
  council: string;
  visits: { id: string; title: string }[];
}

/**
 * Where there are too many visits for one list, a council is chosen first, and its visits are then the list.
 *
 * @returns what chooses a visit in a list of visits
 */
function councilsFirst(chooser: HTMLFormElement): (select: HTMLSelectElement, visit: string) => void {
  const held = chooser.querySelector('[data-part="choices"]')?.textContent;
  if (!held) {
    return (select, visit) => {
      select.value = visit;
    };
  }
  const choices: Choice[] = JSON.parse(held);
  const list = (select: HTMLSelectElement, council: string) => {
    const visits = choices.find((choice) => choice.council === council)?.visits ?? [];
    const first = visits.length > 0 ? 'Choose a visit' : 'Choose a council first';
    select.replaceChildren(new Option(first, ''), ...visits.map(({ id, title }) => new Option(title, id)));
  };
  const sides = [...chooser.querySelectorAll<HTMLElement>('[data-part="side"]')].map((side) => ({
    council: part<HTMLSelectElement>(side, 'council'),
    visit: side.querySelector<HTMLSelectElement>('select[name="v"]'),
  }));
  for (const { council, visit } of sides) {
    council.addEventListener('change', () => visit && list(visit, council.value));
  }
  return (select, chosen) => {
    const council = choices.find(({ visits }) => visits.some(({ id }) => id === chosen))?.council ?? '';
    const side = sides.find(({ visit }) => visit === select);
    if (side) side.council.value = council;
    list(select, council);
    select.value = chosen;
  };
}

async function show(root: HTMLElement, ids: string[]): Promise<void> {
  const turn = ++latest;
  const result = part(root, 'result');
  result.hidden = true;
  const [first, second] = ids;
  if (!first || !second) return say(root, first ? 'Choose a second visit to compare it with.' : '');
  if (first === second) return say(root, 'These are the same visit. Choose two different ones.');
  say(root, 'Putting the two visits side by side…');
  try {
    const [a, b] = await Promise.all([fetchHalf(root, first), fetchHalf(root, second)]);
    // A later choice made while these were on their way wins.
    if (turn !== latest) return;
    fill(root, a, b);
    say(root, '');
    result.hidden = false;
  } catch (error) {
    if (turn !== latest) return;
    say(root, error instanceof Error ? error.message : String(error), () => void show(root, ids));
  }
}

/** @throws an error in words for the reader, where the half cannot be had */
async function fetchHalf(root: HTMLElement, visit: string): Promise<Half> {
  // What is in an address anybody may have written: “..” would fetch some other page.
  if (!SLUG.test(visit)) throw new Error(noVisit(visit));
  let response: Response;
  try {
    response = await fetch(`${root.dataset.parts}${encodeURIComponent(visit)}/`);
  } catch {
    throw new Error('The visits could not be fetched. Check your connection and try again.');
  }
  if (response.status === 404) throw new Error(noVisit(visit));
  if (!response.ok) throw new Error(`The visits could not be fetched (error ${response.status}). Try again.`);
  const half = new DOMParser().parseFromString(await response.text(), 'text/html');
  const cells = [...half.querySelectorAll('[data-theme]')].flatMap((cell): [string, Element][] =>
    cell.firstElementChild ? [[cell.getAttribute('data-theme') ?? '', cell.firstElementChild]] : [],
  );
  const sheet = half.querySelector('script[type="application/json"]')?.textContent;
  // What stands last is there only where everything before it is.
  if (!sheet || !half.querySelector('[data-end]')) throw new Error('A visit arrived incomplete. Try again.');
  return { sheet: JSON.parse(sheet), cells: new Map(cells) };
}

function noVisit(visit: string): string {
  return `There is no visit “${visit}” here. Choose one from the lists above.`;
}

function fill(root: HTMLElement, a: Half, b: Half): void {
  const themes: ComparedTheme[] = JSON.parse(part(root, 'themes').textContent ?? '[]');
  const comparison = compareSheets(a.sheet, b.sheet, themes);
  const [left, right] = comparison.left === a.sheet ? [a, b] : [b, a];
  const title = `${left.sheet.title}, and ${right.sheet.title.charAt(0).toLowerCase()}${right.sheet.title.slice(1)}`;
  document.title = `${left.sheet.title} compared with ${right.sheet.title} – Inspection Insights`;
  part(root, 'heading').textContent = title;
  part(root, 'standfirst').textContent =
    `Of the themes that either record speaks of: ${comparison.tally.summary}.`;
  part(root, 'warnings').hidden = comparison.warnings.length === 0;
  part(root, 'warnings').replaceChildren(
    ...comparison.warnings.map((warning) =>
      Object.assign(document.createElement('p'), { textContent: warning }),
    ),
  );
  fillHead(part(root, 'head-left'), left.sheet);
  fillHead(part(root, 'head-right'), right.sheet);
  fillRows(root, comparison, left, right);
}

function fillHead(head: HTMLElement, sheet: StanceSheet): void {
  const title = part<HTMLAnchorElement>(head, 'title');
  title.textContent = sheet.title;
  title.href = visitAddress(sheet.visit);
  part(head, 'looked-at').textContent = sheet.lookedAt;
  part(head, 'record').textContent = sheet.record;
}

function fillRows(root: HTMLElement, comparison: Comparison, left: Half, right: Half): void {
  const template = part<HTMLTemplateElement>(root, 'row-template');
  const spoken = comparison.rows.filter((row) => !isSilence(row.left.stance) || !isSilence(row.right.stance));
  const silent = comparison.rows.filter((row) => !spoken.includes(row));
  const rows = spoken.map((row) => {
    const fragment = template.content.cloneNode(true) as DocumentFragment;
    const section = part(fragment, 'row');
    section.toggleAttribute('data-changed', changed(row));
    const theme = part<HTMLAnchorElement>(fragment, 'theme');
    theme.textContent = row.theme.label;
    theme.href = themeAddress(row.theme.id);
    theme.id = `page-theme-${row.theme.id}`;
    const lead = leadOf(row);
    const leadLine = part(fragment, 'lead');
    leadLine.textContent = lead.label;
    leadLine.className = `lead tone-${lead.tone}`;
    const verdict = part(fragment, 'verdict');
    verdict.hidden = lead.by !== 'inspectors';
    verdict.textContent = `By our comparison: ${row.verdict.label}`;
    part(fragment, 'proposed').hidden = !row.proposed;
    for (const [side, half] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const cell = half.cells.get(row.theme.id);
      const column = part(fragment, side);
      const whose = column.querySelector('.whose');
      if (whose) whose.textContent = half.sheet.title;
      if (cell) column.append(document.importNode(cell, true));
    }
    return fragment;
  });
  part(root, 'rows').replaceChildren(...rows);
  part(root, 'silent').textContent =
    silent.length > 0
      ? `Nothing from either side on: ${silent.map((row) => row.theme.label).join('; ')}.`
      : '';
}

/** Tells the reader what is going on; with a way to try again where that may help. */
function say(root: HTMLElement, message: string, again?: () => void): void {
  const status = part(root, 'status');
  status.hidden = message === '';
  status.textContent = message;
  if (again) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'text-button',
      textContent: 'Try again',
    });
    button.addEventListener('click', again);
    status.append(' ', button);
  }
}
