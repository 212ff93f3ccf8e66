import type { Library } from '../content/library.ts';
import type { Authority } from '../model/authority.ts';
import type { Finding } from '../model/finding.ts';
import type { Visit } from '../model/visit.ts';

/** A finding, and the visit it belongs to. */
export interface FoundAt {
  visit: Visit;
  finding: Finding;
}

/** The visits and findings of a library, by what a page asks for: found once, however many pages ask. */
interface Found {
  visits: ReadonlyMap<string, Visit[]>;
  findings: ReadonlyMap<string, FoundAt[]>;
}

const made = new WeakMap<Library, Found>();

function foundIn(library: Library): Found {
  const held = made.get(library);
  if (held) return held;
  const onThemes = library.visits.flatMap((visit) =>
    visit.findings.flatMap((finding) => finding.themes.map((theme) => ({ theme, at: { visit, finding } }))),
  );
  const found = {
    visits: Map.groupBy(library.visits, ({ authority }) => authority),
    findings: new Map(
      [...Map.groupBy(onThemes, ({ theme }) => theme)].map(([theme, entries]) => [
        theme,
        entries.map(({ at }) => at),
      ]),
    ),
  };
  made.set(library, found);
  return found;
}

/** The authority that was visited. @throws where the library does not hold it */
export function authorityOf(library: Library, visit: Visit): Authority {
  const authority = library.authorities.find(({ id }) => id === visit.authority);
  if (!authority) throw new Error(`${visit.file}: no authority “${visit.authority}”`);
  return authority;
}

/** The visits to an authority, in the library’s order. */
export function visitsTo(library: Library, authority: string): readonly Visit[] {
  return foundIn(library).visits.get(authority) ?? [];
}

/** The findings on a theme, of all visits, in the library’s order. */
export function findingsOn(library: Library, theme: string): readonly FoundAt[] {
  return foundIn(library).findings.get(theme) ?? [];
}
