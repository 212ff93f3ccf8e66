import { judgementSet } from '../model/judgement.ts';
import { earliestDay } from '../model/partial-date.ts';
import { isInspectorates } from '../model/source.ts';
import { FrontMatter, VISIT_ID, type Visit } from '../model/visit.ts';
import { periodDay } from '../model/visit-kind.ts';
import { readBody } from './body.ts';
import { hiddenCharacters, normaliseText, splitFile } from './front-matter.ts';
import { nearest, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import { checkSchema, writeYaml } from './schema-problems.ts';
import type { YamlText } from './yaml.ts';

/** What a visit file is checked against: the ids of the themes and of the authorities. */
export interface VisitContext {
  themes: readonly string[];
  authorities: readonly string[];
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
  const problems = hiddenCharacters(text, file);
  const id = file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const { split, problems: splitProblems } = splitFile(text, file);
  problems.push(...splitProblems);
  if (!split) return { problems };

  const { yaml } = split;
  const checked =
    yaml.value === undefined
      ? undefined
      : checkSchema(FrontMatter, yaml.value, { ...yaml, write: writeYaml, whole: 'front matter' });
  problems.push(...(checked?.problems ?? []));
  const facts = checked?.value;
  // Where the front matter cannot be used, the body is still read, against the sources as far as they are written.
  const sources = facts?.sources ?? sourcesAsWritten(yaml);
  const { body, problems: bodyProblems } = readBody(split.body, { file, sources, themes: context.themes });
  problems.push(...(sources ? bodyProblems : []));
  problems.push(...nameProblems(id, file, context));
  if (facts)
    problems.push(
      ...factProblems(
        facts,
        body.findings.map((finding) => finding.id),
        id,
        yaml,
        context,
      ),
    );
  if (facts?.status === 'published' && !body.standfirst) {
    problems.push(
      problemAt(
        { file, line: 1 },
        {
          rule: 'missing-summary',
          field: 'summary',
          what: 'A published visit needs a summary, and this file has none.',
          todo: 'After the front matter, write one or two sentences that can stand alone; or set status: draft.',
        },
      ),
    );
  }
  if (!facts || problems.length > 0) return { problems: inOrder(problems) };
  return { visit: { ...facts, id, file, ...body }, problems };
}

/** Problems in the order of the file. */
function inOrder(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** The ids of the sources, for a body whose front matter has problems of its own. */
function sourcesAsWritten(yaml: YamlText): Visit['sources'] {
  const written = (yaml.value as { sources?: Record<string, Visit['sources'][string]> } | undefined)?.sources;
  return typeof written === 'object' && written !== null ? written : {};
}

function nameProblems(id: string, file: string, { authorities }: VisitContext): Problem[] {
  const parts = VISIT_ID.exec(id);
  if (parts) return [];
  const authority = nearest(id.replace(/-?\d.*$/, ''), authorities) ?? 'wigan';
  return [
    problemAt(
      { file, line: 1 },
      {
        rule: 'file-name',
        field: 'file name',
        what: `“${id}.md” is not the name of a visit file, and the name becomes a public URL.`,
        got: id,
        todo: `Call it <authority>-<year>.md, with the month or a number where that is needed: ${authority}-2024.md, ${authority}-2024-09.md or ${authority}-2024-09-2.md`,
      },
    ),
  ];
}

/** What the schema cannot see: facts that must agree with each other, with the body or with the register. */
function factProblems(
  facts: FrontMatter,
  findings: string[],
  id: string,
  yaml: YamlText,
  context: VisitContext,
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: (string | number)[], what: Omit<ProblemFacts, 'field'>) =>
    problems.push(
      problemAt(yaml.placeOf(path), { field: path.join('.').replace(/\.(\d+)/g, '[$1]'), ...what }),
    );
  const oneOf = (
    path: (string | number)[],
    value: string | undefined,
    allowed: readonly string[],
    things: string,
    otherwise: string,
  ) => {
    if (value === undefined || allowed.includes(value)) return;
    const suggestion = nearest(value, allowed);
    report(path, {
      rule: `unknown-${things.split(' ')[0]}`,
      what: `“${value}” is not one of the ${things}.`,
      got: value,
      allowed,
      todo: suggestion
        ? `Write ${path.findLast((part) => typeof part === 'string')}: ${suggestion}`
        : otherwise,
    });
  };

  oneOf(
    ['authority'],
    facts.authority,
    context.authorities,
    'authorities in content/authorities.yaml',
    'Add it to content/authorities.yaml first.',
  );
  const named = VISIT_ID.exec(id)?.[1];
  if (named && named !== facts.authority && context.authorities.includes(facts.authority)) {
    report(['authority'], {
      rule: 'file-name',
      what: `The file’s name begins with “${named}”, and its authority is “${facts.authority}”.`,
      got: facts.authority,
      todo: `Write authority: ${named}, or rename a file that was never published to ${facts.authority}${id.slice(named.length)}.md`,
    });
  }
  const sources = Object.keys(facts.sources);
  facts.figures.forEach((figure, index) => {
    oneOf(
      ['figures', index, 'source'],
      figure.source,
      sources,
      'sources of this visit',
      'Add it to `sources`.',
    );
    oneOf(
      ['figures', index, 'finding'],
      figure.finding,
      findings,
      'findings of this visit',
      'Write the id of one of its findings, or leave it out.',
    );
  });
  facts.previous.forEach((earlier, index) => {
    oneOf(
      ['previous', index, 'source'],
      earlier.source,
      sources,
      'sources of this visit',
      'Add it to `sources`.',
    );
  });
  for (const [name, source] of Object.entries(facts.sources)) {
    if (source.whole && !isInspectorates(source)) {
      report(['sources', name, 'whole'], {
        rule: 'whole-account',
        what: `“${name}” is marked as the whole letter, and it is a ${source.type}: somebody’s account of a letter leaves things out.`,
        got: 'true',
        todo: 'Remove `whole`; only Ofsted’s own letter or report can be whole.',
      });
    }
  }
  const { start } = facts.visited;
  if (start && facts.published && earliestDay(facts.published) < earliestDay(start)) {
    report(['published'], {
      rule: 'dates',
      what: `The letter cannot have been published (${facts.published}) before the visit began (${start}).`,
      got: facts.published,
      todo: 'Check both dates against the letter.',
    });
  }
  if ('judgements' in facts && facts.judgements) {
    problems.push(...judgementProblems(facts.kind, facts.judgements, periodDay(facts.visited), yaml));
  }
  return problems;
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
  return [
    ...surplus.map((key) =>
      problemAt(yaml.placeOfKey(['judgements'], key), {
        rule: 'judgement-set',
        field: `judgements.${key}`,
        what: `The framework of the time (${set.framework}) has no judgement “${key}”.`,
        got: key,
        allowed,
        todo: 'Remove it, or correct the date of the visit.',
      }),
    ),
    ...missing.map((key) =>
      problemAt(yaml.placeOf(['judgements']), {
        rule: 'judgement-set',
        field: `judgements.${key}`,
        what: `The framework of the time (${set.framework}) has a judgement “${key}”, which is missing.`,
        allowed,
        todo: `Write ${key}: with its grade, or not-inspected where the report says so, or not-read where nobody has read it yet.`,
      }),
    ),
  ];
}
