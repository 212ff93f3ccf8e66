import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AuthoritiesFile, type Authority } from '../model/authority.ts';
import { type Correction, CorrectionsFile } from '../model/correction.ts';
import { Receipts } from '../model/receipt.ts';
import { type Theme, ThemesFile } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { periodDay } from '../model/visit-kind.ts';
import { hiddenCharacters, normaliseText } from './front-matter.ts';
import { nearest, type Problem, problemAt } from './problem.ts';
import { unprovenQuotations } from './quotations.ts';
import { checkSchema, writeYaml } from './schema-problems.ts';
import { readVisit } from './visit-file.ts';
import { readYaml } from './yaml.ts';

/** Everything that is published, as it was read: visits newest first, the rest in the order of its file. */
export interface Library {
  visits: Visit[];
  themes: Theme[];
  authorities: Authority[];
  corrections: Correction[];
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
  const problems: Problem[] = [];
  const yamlFile = <S extends z.ZodType>(file: string, schema: S): z.infer<S> | undefined => {
    const read = readYamlFile(root, file, schema);
    problems.push(...read.problems);
    return read.value;
  };
  const themes = yamlFile('content/themes.yaml', ThemesFile)?.themes ?? [];
  const authorities = yamlFile('content/authorities.yaml', AuthoritiesFile)?.authorities ?? [];
  const corrections = yamlFile('content/corrections.yaml', CorrectionsFile)?.corrections ?? [];
  problems.push(
    ...repeatedIds(themes, 'content/themes.yaml'),
    ...repeatedIds(authorities, 'content/authorities.yaml'),
  );
  const context = { themes: themes.map(({ id }) => id), authorities: authorities.map(({ id }) => id) };

  const visits: Visit[] = [];
  for (const file of filesIn(root, 'content/visits', '.md')) {
    const read = readVisit(readFileSync(join(root, file), 'utf8'), file, context);
    problems.push(...read.problems);
    if (read.visit) visits.push(read.visit);
  }
  visits.sort(newestFirst);

  const receipts: Record<string, Receipts> = {};
  for (const file of filesIn(root, 'content/receipts', '.json')) {
    const read = readReceipts(root, file);
    problems.push(...read.problems);
    if (read.value) receipts[read.value.visit] = read.value;
  }
  for (const visit of visits) problems.push(...unprovenQuotations(visit, receipts[visit.id]));
  problems.push(...referenceProblems(visits, corrections));
  return { library: { visits, themes, authorities, corrections, receipts }, problems };
}

/** Newest visit first; visits of one day by id. */
function newestFirst(a: Visit, b: Visit): number {
  const [dayA, dayB] = [periodDay(a.visited), periodDay(b.visited)];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The files of a folder with an ending, by name: in the same order on every machine. */
function filesIn(root: string, folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`)
    .filter((file) => statSync(join(root, file)).isFile());
}

function readYamlFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): { value?: z.infer<S>; problems: Problem[] } {
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
  const text = normaliseText(readFileSync(join(root, file), 'utf8'));
  const yaml = readYaml(text, file);
  const problems = [...hiddenCharacters(text, file), ...yaml.problems];
  if (problems.length > 0) return { problems };
  return checkSchema(schema, yaml.value, { ...yaml, write: writeYaml, whole: file });
}

function readReceipts(root: string, file: string): { value?: Receipts; problems: Problem[] } {
  const refuse = (what: string) => ({
    problems: [
      problemAt(
        { file },
        { rule: 'receipt', what, todo: 'Do not edit receipts: run npm run verify with the source at hand.' },
      ),
    ],
  });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return refuse('This receipt is not JSON.');
  }
  const checked = Receipts.safeParse(value);
  if (!checked.success)
    return refuse(`This receipt is not sound: ${checked.error.issues[0]?.message ?? ''}.`);
  if (file !== `content/receipts/${checked.data.visit}.json`) {
    return refuse(`This receipt is for the visit “${checked.data.visit}”, which is not its file’s name.`);
  }
  return { value: checked.data, problems: [] };
}

function repeatedIds(entries: readonly { id: string }[], file: string): Problem[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((entry) => entry.id === id) === index
      ? []
      : problemAt(
          { file },
          {
            rule: 'duplicate-id',
            field: id,
            what: `“${id}” is there twice.`,
            got: id,
            todo: 'Keep one of the two.',
          },
        ),
  );
}

/** References from one file to another that lead nowhere. */
function referenceProblems(visits: readonly Visit[], corrections: readonly Correction[]): Problem[] {
  const ids = visits.map(({ id }) => id);
  const report = (file: string, field: string, id: string) => {
    const suggestion = nearest(id, ids);
    return problemAt(
      { file },
      {
        rule: 'unknown-visit',
        field,
        what: `“${id}” is not a visit that is held here.`,
        got: id,
        allowed: ids,
        todo: suggestion ? `Write visit: ${suggestion}, or leave it out.` : 'Leave it out.',
      },
    );
  };
  return [
    ...visits.flatMap((visit) =>
      visit.previous.flatMap(({ visit: earlier }) =>
        earlier && !ids.includes(earlier) ? report(visit.file, 'previous', earlier) : [],
      ),
    ),
    ...corrections.flatMap(({ visit }) =>
      visit && !ids.includes(visit) ? report('content/corrections.yaml', 'corrections', visit) : [],
    ),
  ];
}
