import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AuthoritiesFile, type Authority } from '../model/authority.ts';
import { type Correction, CorrectionsFile, isWithdrawal } from '../model/correction.ts';
import { Receipts } from '../model/receipt.ts';
import { type Redirect, RedirectsFile } from '../model/redirect.ts';
import { type Theme, ThemesFile } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { periodDay } from '../model/visit-kind.ts';
import { ADDRESSES_FILE, type AddressList, passageIds, readAddresses } from './addresses.ts';
import type { FormerRecord } from './former.ts';
import {
  goneProblems,
  namesPassage,
  redirectProblems,
  standingOf,
  withdrawalProblems,
} from './permanence.ts';
import { type Problem, problemAt } from './problem.ts';
import { proofProblems } from './quotations.ts';
import { checkYaml, fieldName } from './schema-problems.ts';
import { tooLong } from './size.ts';
import { nearest } from './suggestion.ts';
import { hiddenCharacters, normaliseText } from './text.ts';
import { readTextFile } from './text-file.ts';
import { readVisit, type VisitContext } from './visit-file.ts';
import { readYaml, type YamlText } from './yaml.ts';

const REDIRECTS_FILE = 'content/redirects.yaml';

/** Everything that is published, as it was read: visits newest first, the rest in the order of its file. */
export interface Library {
  visits: Visit[];
  themes: Theme[];
  authorities: Authority[];
  corrections: Correction[];
  redirects: Redirect[];
  /** Every address that was ever published, from the first slash on: `/visits/wigan-2024/#hub`. */
  addresses: string[];
  /** By visit and by source within it: the SHA-256 of the document that its quotations were checked against. */
  receipts: Record<string, Receipts>;
}

/** A library as far as it could be read, and every problem in it. */
export interface ReadLibrary {
  library: Library;
  problems: Problem[];
}

/**
 * Reads the content folder: the taxonomy, the register, the visits, their receipts and the corrections.
 *
 * @param root the folder that holds `content/`; problems name files relative to it
 */
export function readLibrary(root: string): ReadLibrary {
  const taxonomy = readYamlFile(root, 'content/themes.yaml', ThemesFile);
  const register = readYamlFile(root, 'content/authorities.yaml', AuthoritiesFile);
  const log = readYamlFile(root, 'content/corrections.yaml', CorrectionsFile);
  const moved = readRedirects(root);
  const list = readAddressFile(root);
  const themes = taxonomy.value?.themes ?? [];
  const authorities = register.value?.authorities ?? [];
  const corrections = log.value?.corrections ?? [];
  const redirects = moved.value?.redirects ?? [];
  const files = filesIn(root, 'content/visits', '.md');
  const visitIds = files.map((file) => idOf(file, '.md'));
  const problems: Problem[] = [
    ...taxonomy.problems,
    ...repeatedIds(themes, ['themes'], taxonomy.yaml),
    ...register.problems,
    ...repeatedIds(authorities, ['authorities'], register.yaml),
    ...log.problems,
    ...moved.problems,
    ...list.problems,
    ...FOLDERS.flatMap((folder) => folderProblems(root, folder)),
    ...strayFiles(root, 'content/visits', '.md'),
  ];
  // Not spread into the arguments of a call: a hostile file has more problems than a call may have arguments.
  const report = (found: readonly Problem[]) => {
    for (const problem of found) problems.push(problem);
  };

  const visits: Visit[] = [];
  for (const file of files) {
    const read = readVisitFile(root, file, {
      themes: taxonomy.value && themes.map(({ id }) => id),
      authorities: register.value && authorities.map(({ id }) => id),
      visits: visitIds,
    });
    report(read.problems);
    if (read.visit) visits.push(read.visit);
  }
  visits.sort(newestFirst);
  report(correctionProblems(corrections, visits, visitIds, log.yaml));

  const { receipts, problems: unsound } = readAllReceipts(root, visitIds);
  report(unsound);
  report(visits.flatMap((visit) => proofProblems(visit, receipts[visit.id])));
  const addresses = [...list.addresses.keys()];
  const library = { visits, themes, authorities, corrections, redirects, addresses, receipts };
  report(withdrawalProblems(library, visitIds));
  // A redirect or a withdrawal may stand in a file that cannot be read: nothing is gone for certain then.
  if (log.value && moved.value) {
    const held = new Set(visits.map(({ id }) => id));
    const stands = standingOf(
      library,
      visitIds.filter((id) => !held.has(id)),
    );
    report(redirectProblems(redirects, stands, corrections, moved.yaml));
    report(goneProblems(list.addresses, stands, library));
  }
  return { library, problems };
}

/** Every receipt of the content, by the visit that it is for. */
function readAllReceipts(
  root: string,
  visitIds: readonly string[],
): { receipts: Record<string, Receipts>; problems: Problem[] } {
  const read = filesIn(root, 'content/receipts', '.json').map((file) => readReceipts(root, file, visitIds));
  return {
    receipts: Object.fromEntries(read.flatMap(({ value }) => (value ? [[value.visit, value]] : []))),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/**
 * Reads only what says what became of addresses that were published, for what looks at a built site: the list of them,
 * the redirects and the log. What cannot be read is left out: a build has stopped before.
 */
export function readFormerRecord(root: string): FormerRecord & { list: AddressList } {
  const { addresses: list } = readAddressFile(root);
  return {
    list,
    addresses: [...list.keys()],
    redirects: readRedirects(root).value?.redirects ?? [],
    corrections: readYamlFile(root, 'content/corrections.yaml', CorrectionsFile).value?.corrections ?? [],
  };
}

/** Newest visit first; visits of one day by id. */
function newestFirst(a: Visit, b: Visit): number {
  const [dayA, dayB] = [periodDay(a.visited), periodDay(b.visited)];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The files of a folder with an ending, by name: in the same order on every machine. */
function filesIn(root: string, folder: string, ending: string): string[] {
  return entriesOf(root, folder).filter((file) => file.endsWith(ending));
}

/** The folders of the content. */
const FOLDERS = ['content', 'content/visits', 'content/receipts'];

/** A link is no folder of the content: what it leads to was never reviewed. */
function folderProblems(root: string, folder: string): Problem[] {
  const entry = lstatSync(join(root, folder), { throwIfNoEntry: false });
  if (!entry || entry.isDirectory()) return [];
  return [
    problemAt(
      { file: folder },
      {
        rule: 'not-a-folder',
        what: `This must be a folder, and is ${entry.isSymbolicLink() ? 'a link to something else' : 'a file'}.`,
        todo: 'Put the folder itself in its place.',
      },
    ),
  ];
}

/** What stands in a folder, by name, without what begins with a dot: systems and editors leave such files behind. */
function entriesOf(root: string, folder: string): string[] {
  if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function idOf(file: string, ending: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -ending.length);
}

/** What stands in a folder and is not read: a visit in `wigan-2024.txt` would be missed by nobody. */
function strayFiles(root: string, folder: string, ending: string): Problem[] {
  return entriesOf(root, folder)
    .filter((file) => !file.endsWith(ending))
    .map((file) =>
      problemAt(
        { file },
        {
          rule: 'stray-file',
          what: `Only files whose names end in ${ending} are read here, and this is none.`,
          todo: `Rename it, or move it out of ${folder}.`,
        },
      ),
    );
}

function readVisitFile(root: string, file: string, context: VisitContext): ReturnType<typeof readVisit> {
  const { text, problem } = readTextFile(root, file);
  return problem ? { problems: [problem] } : readVisit(text, file, context);
}

/** A file of the content in YAML: what it says where it is sound, and where its values stand. */
interface ReadYamlFile<T> {
  value?: T | undefined;
  yaml?: YamlText;
  problems: Problem[];
}

function readYamlFile<S extends z.ZodType>(root: string, file: string, schema: S): ReadYamlFile<z.infer<S>> {
  if (!existsSync(join(root, file))) {
    return {
      problems: [
        problemAt(
          { file },
          {
            rule: 'missing-file',
            what: 'This file is missing.',
            todo: 'Put it back: the site cannot be built without it.',
          },
        ),
      ],
    };
  }
  const { text: raw, problem } = readTextFile(root, file);
  if (problem) return { problems: [problem] };
  const text = normaliseText(raw);
  const long = tooLong(text, file);
  if (long) return { problems: [long] };
  const yaml = readYaml(text, file);
  const checked = checkYaml(schema, yaml, file);
  const problems = [...hiddenCharacters(text, file), ...checked.problems];
  return { yaml, problems, value: problems.length > 0 ? undefined : checked.value };
}

/** The list of published addresses. Where there is none, nothing was published yet. */
function readAddressFile(root: string): { addresses: AddressList; problems: Problem[] } {
  if (!existsSync(join(root, ADDRESSES_FILE))) return readAddresses('');
  const { text, problem } = readTextFile(root, ADDRESSES_FILE);
  return problem ? { addresses: new Map(), problems: [problem] } : readAddresses(normaliseText(text));
}

/** The redirects. Where there is no such file, nothing has moved. */
function readRedirects(root: string): ReadYamlFile<RedirectsFile> {
  return existsSync(join(root, REDIRECTS_FILE))
    ? readYamlFile(root, REDIRECTS_FILE, RedirectsFile)
    : { value: { redirects: [] }, problems: [] };
}

function readReceipts(
  root: string,
  file: string,
  visitIds: readonly string[],
): { value?: Receipts; problems: Problem[] } {
  const refuse = (
    what: string,
    todo = 'Do not edit receipts: delete it, and run npm run verify with the source at hand.',
  ) => ({ problems: [problemAt({ file }, { rule: 'receipt', what, todo })] });
  const { text, problem } = readTextFile(root, file);
  if (problem) return { problems: [problem] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('This receipt is not JSON.');
  }
  const checked = Receipts.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return refuse(`This receipt is not sound: ${fieldName(issue?.path ?? [])} ${issue?.message ?? ''}.`);
  }
  const { visit, sources } = checked.data;
  if (visit !== idOf(file, '.json')) {
    return refuse(`This receipt is for the visit “${visit}”, which is not its file’s name.`);
  }
  if (!visitIds.includes(visit)) {
    return refuse(
      `This receipt is for the visit “${visit}”, which is not held here.`,
      'Delete it; or was the visit’s file renamed? Its name is a public URL and never changes.',
    );
  }
  const documents = Object.values(sources).map(({ sha256 }) => sha256);
  if (new Set(documents).size < documents.length) {
    return refuse('This receipt gives one document for two sources.');
  }
  return { value: checked.data, problems: [] };
}

function repeatedIds(
  entries: readonly { id: string }[],
  path: readonly string[],
  yaml: YamlText | undefined,
): Problem[] {
  return entries.flatMap(({ id }, index) => {
    const first = entries.findIndex((entry) => entry.id === id);
    if (first === index || !yaml) return [];
    return problemAt(yaml.placeOf([...path, index, 'id']), {
      rule: 'duplicate-id',
      field: fieldName([...path, index, 'id']),
      what: `“${id}” is there twice: it stands on line ${yaml.placeOf([...path, first, 'id']).line} too.`,
      got: id,
      todo: 'Keep one of the two, or give this one an id of its own.',
    });
  });
}

/** Corrections of visits or findings that are not there, and were not withdrawn. */
function correctionProblems(
  corrections: readonly Correction[],
  visits: readonly Visit[],
  visitIds: readonly string[],
  yaml: YamlText | undefined,
): Problem[] {
  return corrections.flatMap(({ visit: id, finding, withdrawn: why }, index) => {
    const unknown = (field: 'visit' | 'finding', value: string, allowed: readonly string[], what: string) => {
      const path = ['corrections', index, field];
      const suggestion = nearest(value, allowed);
      return problemAt(yaml?.placeOf(path) ?? { file: 'content/corrections.yaml' }, {
        rule: `unknown-${field}`,
        field: fieldName(path),
        what,
        got: value,
        allowed,
        todo: suggestion ? `Write \`${field}: ${suggestion}\`` : 'Leave it out.',
      });
    };
    if (!id && why) {
      return problemAt(
        yaml?.placeOf(['corrections', index, 'withdrawn']) ?? { file: 'content/corrections.yaml' },
        {
          rule: 'withdrawn-nothing',
          field: fieldName(['corrections', index, 'withdrawn']),
          what: 'Something was withdrawn, and nothing says what.',
          got: why,
          todo: 'Write `visit:` with the id of the visit, and `finding:` if it was one finding of it; or leave out `withdrawn`.',
        },
      );
    }
    if (!id) {
      return finding
        ? unknown(
            'finding',
            finding,
            [],
            `A finding is named (“${finding}”), and not the visit it belongs to.`,
          )
        : [];
    }
    const withdrawn = corrections.some(
      (entry) => isWithdrawal(entry) && entry.visit === id && !entry.finding,
    );
    if (!visitIds.includes(id)) {
      if (withdrawn) return [];
      return unknown('visit', id, visitIds, `“${id}” is not a visit that is held here.`);
    }
    const visit = visits.find((candidate) => candidate.id === id);
    if (!visit || !finding) return [];
    return namesPassage(finding, visit, corrections)
      ? []
      : unknown('finding', finding, passageIds(visit), `“${finding}” is not in the visit “${id}”.`);
  });
}
