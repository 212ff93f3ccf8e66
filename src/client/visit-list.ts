/*
 * Narrows the list of visits by what is chosen. The whole list is in the page; the choices are in the address,
 * so that a narrowed list can be linked to.
 */

const form = document.querySelector<HTMLFormElement>('[data-part="filters"]');
if (form) start(form);

function start(filters: HTMLFormElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-visit-entry]')];
  const selects = [...filters.querySelectorAll('select')];
  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    narrow(entries, selects);
  };
  filters.hidden = false;
  filters.addEventListener('change', () => {
    writeAddress(selects);
    narrow(entries, selects);
  });
  filters.addEventListener('reset', () => {
    // The fields are emptied only after this event.
    setTimeout(() => {
      writeAddress(selects);
      narrow(entries, selects);
    });
  });
  addEventListener('popstate', readAddress);
  readAddress();
}

function writeAddress(selects: HTMLSelectElement[]): void {
  const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
  const query = new URLSearchParams(chosen).toString();
  history.pushState(null, '', query ? `?${query}` : location.pathname);
}

/** Whether an entry has what is chosen in every field but one. */
function fits(entry: HTMLElement, selects: HTMLSelectElement[], except?: HTMLSelectElement): boolean {
  return selects.every(
    (select) => select === except || !select.value || valuesOf(entry, select.name).includes(select.value),
  );
}

function valuesOf(entry: HTMLElement, field: string): string[] {
  return (entry.dataset[field] ?? '').split(' ');
}

function narrow(entries: HTMLElement[], selects: HTMLSelectElement[]): void {
  for (const entry of entries) entry.hidden = !fits(entry, selects);
  for (const select of selects) {
    // What each value would give, beside what the other fields have chosen.
    const open = entries.filter((entry) => fits(entry, selects, select));
    for (const option of select.options) {
      if (!option.value) continue;
      const count = open.filter((entry) => valuesOf(entry, select.name).includes(option.value)).length;
      option.textContent = `${option.dataset.label} (${count})`;
    }
  }
  const shown = entries.filter((entry) => !entry.hidden).length;
  const status = document.querySelector('[data-part="count"]');
  if (!status) return;
  status.textContent =
    shown === 0
      ? 'No visit fits all of these. Set one of the fields to “Any”.'
      : shown === entries.length
        ? `All ${shown} visits.`
        : `${shown} of ${entries.length} visits.`;
}
