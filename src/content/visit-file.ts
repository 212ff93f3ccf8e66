import { Identifier } from '../model/identifier.ts';
import { GRADES, judgementSet } from '../model/judgement.ts';
import { earliestDay, latestDay } from '../model/partial-date.ts';
import { isInspectorates, SOURCE_TYPES } from '../model/source.ts';
import { FrontMatter, VISIT_ID, type Visit } from '../model/visit.ts';
import { periodDay } from '../model/visit-kind.ts';
import { type ReadBody, readBody } from './body.ts';
import { splitFile } from './front-matter.ts';
import type { KnownSources } from './passage.ts';
import { type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { checkYaml, fieldName, soundFields } from './schema-problems.ts';
import { nearest } from './suggestion.ts';
import { hiddenCharacters, normaliseText } from './text.ts';
import type { YamlText } from './yaml.ts';

/** What a visit file is checked against. A list that is `undefined` is not known: then nothing is said about it. */
export interface VisitContext {
  /** The ids of the themes. */
  themes: readonly string[] | undefined;
  /** The ids of the authorities. */
  authorities: readonly string[] | undefined;
  /** The ids of the visits that are held, whether their files are sound or not. */
  visits?: readonly string[] | undefined;
}

/**
 * Reads one visit file: its facts, its words and every problem in it.
 *
 * @param raw the file's text
 * @param file its path from the project's root, `content/visits/wigan-2024.md`: its name is the visit's id
 * @returns the visit where there is no problem, and all the problems where there are any
 */
export function readVisit(
  raw: string,
  file: string,
  context: VisitContext,
): { visit?: Visit; problems: Problem[] } {
  const text = normaliseText(raw);
  const id = file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const named = nameProblems(id, file, context);
  const { split, problems: splitProblems } = splitFile(text, file);
  if (!split) return { problems: [...named, ...splitProblems] };

  const { yaml } = split;
  const checked = checkYaml(FrontMatter, yaml, 'front matter');
  const read = readBody(split.body, { file, sources: knownSources(yaml.value), themes: context.themes });
  // Where one field is not sound, the others are still compared with each other and with the body.
  const facts = checked.value ?? soundFields(FrontMatter, yaml.value);
  const problems = [
    ...named,
    ...splitProblems,
    ...hiddenCharacters(text, file),
    ...checked.problems,
    ...read.problems,
    ...factProblems(facts, read, id, yaml, context),
  ];
  if (!read.body.standfirst && facts.status !== 'draft') {
    problems.push(problemAt({ file, line: 1 }, MISSING_SUMMARY));
  }
  if (!checked.value || problems.length > 0) return { problems: inOrder(problems) };
  return { visit: { ...checked.value, id, file, ...read.body }, problems };
}

const MISSING_SUMMARY: ProblemFacts = {
  rule: 'missing-summary',
  field: 'summary',
  what: 'A published visit needs a summary, and this file has none.',
  todo: 'After the front matter, write one or two sentences that can stand alone; or set status: draft.',
};

/** Problems in the order of the file. */
function inOrder(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** The sources as they are written, whatever else is wrong with them; not known where an id is not sound. */
function knownSources(frontMatter: unknown): KnownSources {
  const written = Object(Object(frontMatter).sources) as Record<string, unknown>;
  const ids = Object.keys(written);
  if (ids.length === 0 || !ids.every((id) => Identifier.safeParse(id).success)) return undefined;
  return new Map(
    Object.entries(written).map(([id, source]) => [
      id,
      SOURCE_TYPES.find((type) => type === Object(source).type),
    ]),
  );
}

function nameProblems(id: string, file: string, { authorities = [] }: VisitContext): Problem[] {
  if (VISIT_ID.test(id)) return [];
  const authority = nearest(id.replace(/-?\d.*$/, ''), authorities) ?? authorities[0] ?? 'wigan';
  return [
    problemAt(
      { file, line: 1 },
      {
        rule: 'file-name',
        field: 'file name',
        what: `“${id}.md” is not the name of a visit file, and the name becomes a public URL.`,
        got: id,
        todo: `Call it <authority>-<year>.md, with the month or a number from 2 on where that is needed: ${authority}-2024.md, ${authority}-2024-09.md or ${authority}-2024-09-2.md`,
      },
    ),
  ];
}

/** What the schema cannot see: facts that must agree with each other, with the body or with other files. */
function factProblems(
  facts: Partial<FrontMatter>,
  { findingIds }: ReadBody,
  id: string,
  yaml: YamlText,
  context: VisitContext,
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: (string | number)[], what: Omit<ProblemFacts, 'field'>) =>
    problems.push(problemAt(yaml.placeOf(path), { field: fieldName(path), ...what }));
  const oneOf = (path: (string | number)[], value: string | undefined, of: Known) => {
    if (value === undefined || !of.allowed || of.allowed.includes(value)) return;
    const suggestion = nearest(value, of.allowed);
    report(path, {
      rule: of.rule,
      what: `“${value}” is not one of the ${of.things}.`,
      got: value,
      allowed: of.allowed,
      todo: suggestion ? `Write \`${path.at(-1)}: ${suggestion}\`` : of.otherwise,
    });
  };

  const { authority, figures = [], previous = [], visited, published } = facts;
  oneOf(['authority'], authority, {
    rule: 'unknown-authority',
    allowed: context.authorities,
    things: 'authorities in content/authorities.yaml',
    otherwise: 'Add it to content/authorities.yaml first.',
  });
  const named = VISIT_ID.exec(id)?.[1];
  if (named && authority && named !== authority && context.authorities?.includes(authority)) {
    report(['authority'], {
      rule: 'file-name',
      what: `The file’s name begins with “${named}”, and its authority is “${authority}”.`,
      got: authority,
      todo: `Write \`authority: ${named}\`, or rename a file that was never published to ${authority}${id.slice(named.length)}.md`,
    });
  }
  const written = Object(Object(yaml.value).sources) as Record<string, unknown>;
  const sources: Known = {
    rule: 'unknown-source',
    allowed: knownSources(yaml.value) && Object.keys(written),
    things: 'sources of this visit',
    otherwise: 'Add it to `sources`.',
  };
  figures.forEach((figure, index) => {
    oneOf(['figures', index, 'source'], figure.source, sources);
    oneOf(['figures', index, 'finding'], figure.finding, {
      rule: 'unknown-finding',
      allowed: findingIds,
      things: 'findings of this visit',
      otherwise: 'Write the id of one of its findings, or leave it out.',
    });
  });
  previous.forEach((earlier, index) => {
    oneOf(['previous', index, 'source'], earlier.source, sources);
    oneOf(['previous', index, 'visit'], earlier.visit, {
      rule: 'unknown-visit',
      allowed: context.visits?.filter((visit) => visit !== id),
      things: 'other visits that are held here',
      otherwise: 'Leave it out: it is for visits that have a file in content/visits.',
    });
  });
  for (const [name, type] of knownSources(yaml.value) ?? []) {
    if (Object(written[name]).whole === 'true' && type && !isInspectorates({ type })) {
      report(['sources', name, 'whole'], {
        rule: 'whole-account',
        what: `“${name}” is marked as the whole letter, and it is a ${type}: somebody’s account of a letter leaves things out.`,
        got: 'true',
        todo: 'Remove `whole`: only Ofsted’s own letter or report can be whole.',
      });
    }
  }
  if (visited?.start && published && latestDay(published) < earliestDay(visited.start)) {
    report(['published'], {
      rule: 'dates',
      what: `The letter cannot have been published (${published}) before the visit began (${visited.start}).`,
      got: published,
      todo: 'Check both dates against the letter.',
    });
  }
  problems.push(...unprovenWords(facts, yaml));
  if (visited && facts.kind && 'judgements' in facts && facts.judgements) {
    problems.push(...judgementProblems(facts.kind, facts.judgements, periodDay(visited), yaml));
  }
  return problems;
}

/** What a reference may name, and how problems speak of it. */
interface Known {
  rule: string;
  /** `undefined` where it is not known. */
  allowed: readonly string[] | undefined;
  things: string;
  /** What to do where nothing is like the value. */
  otherwise: string;
}

/** Quotation marks around words of the editor's own: a quotation there would be proven by nothing. */
function unprovenWords(
  { title, figures = [], previous = [] }: Partial<FrontMatter>,
  yaml: YamlText,
): Problem[] {
  const own: [path: (string | number)[], words: string | undefined][] = [
    [['title'], title],
    ...figures.map(({ label }, index): [(string | number)[], string] => [['figures', index, 'label'], label]),
    ...previous.map(({ says }, index): [(string | number)[], string] => [['previous', index, 'says'], says]),
  ];
  return own.flatMap(([path, words]) => {
    if (!words || !/["“”]/.test(words)) return [];
    return problemAt(yaml.placeOf(path), {
      rule: 'quotation-outside-finding',
      field: fieldName(path),
      what: 'There are double quotation marks here, and what stands between them is not checked.',
      got: words,
      todo: 'Say it in your own words, or move the quotation into a finding.',
    });
  });
}

/** Grades must be those of the framework in force when the inspection began: no more and no fewer. */
function judgementProblems(
  kind: string,
  judgements: Record<string, string | undefined>,
  began: string,
  yaml: YamlText,
): Problem[] {
  const set = judgementSet(kind, began);
  if (!set) return [];
  const allowed = [...set.required, ...set.optional];
  const surplus = Object.keys(judgements).filter((key) => !allowed.some((name) => name === key));
  const missing = set.required.filter((key) => judgements[key] === undefined);
  const ungiven = Object.entries(judgements).filter(([, grade]) =>
    GRADES.some((name) => name === grade && !set.grades.includes(name)),
  );
  return [
    ...ungiven.map(([key, grade]) =>
      problemAt(yaml.placeOf(['judgements', key]), {
        rule: 'judgement-set',
        field: `judgements.${key}`,
        what: `The framework of the time (${set.framework}) has no grade “${grade}”.`,
        got: grade,
        allowed: set.grades,
        todo: 'Write the grade that the report gives, or correct the date of the visit.',
      }),
    ),
    ...surplus.map((key) =>
      problemAt(yaml.placeOfKey(['judgements'], key), {
        rule: 'judgement-set',
        field: `judgements.${key}`,
        what: `The framework of the time (${set.framework}) has no judgement \`${key}\`.`,
        got: key,
        allowed,
        todo: 'Remove it, or correct the date of the visit.',
      }),
    ),
    ...missing.map((key) =>
      problemAt(yaml.placeOf(['judgements']), {
        rule: 'judgement-set',
        field: `judgements.${key}`,
        what: `The framework of the time (${set.framework}) has a judgement \`${key}\`, which is missing.`,
        allowed,
        todo: `Add \`${key}: …\` with its grade, or not-inspected where the report says so, or not-read where nobody has read it yet.`,
      }),
    ),
  ];
}
