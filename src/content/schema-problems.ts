import { stringify } from 'yaml';
import type { z } from 'zod';
import { type Place, type Problem, type ProblemFacts, problemAt } from './problem.ts';
import {
  type AnySchema,
  choicesAt,
  descriptionAt,
  exampleAt,
  fieldsAt,
  homesOf,
  isOptionalAt,
  kindsOf,
  type Path,
  schemaAt,
  valueAt,
} from './schema-walk.ts';
import { meantBy, nearest, toIdentifier } from './suggestion.ts';
import { onOneLine } from './text.ts';
import type { YamlText } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The problems that a schema finds in a value, and the value when there are none. */
export type Checked<T> = { value: T; problems: [] } | { value: undefined; problems: Problem[] };

/** What is known of the text in which a value was written. */
export interface Written {
  /** The place of the value at a path. */
  placeOf: (path: Path) => Place;
  /** The place of a key within the map at a path. */
  placeOfKey: (path: Path, key: string) => Place;
  /** How a field and its value are written there: `kind: inspection` in YAML, `kind="inspection"` in a block. */
  write: (field: string, value: unknown) => string;
  /** What the value is as a whole: "front matter", "finding #homes-suitable". */
  whole: string;
  /** How problems name a field of it: `visited.start`, or "finding #homes-suitable, themes". */
  name: (field: string) => string;
}

/** What a value was checked with: every message draws on these. */
interface Check {
  schema: AnySchema;
  root: unknown;
  written: Written;
}

/** How a YAML field and its value are written: `kind: inspection`; short lists of plain words on one line. */
function writeYaml(field: string, value: unknown): string {
  if (Array.isArray(value) && value.every((item) => /^[a-z][a-z0-9-]*$/.test(String(item)))) {
    return `${field}: [${value.join(', ')}]`;
  }
  return stringify({ [field]: value }, { schema: 'failsafe', lineWidth: 0 }).trimEnd();
}

/**
 * Checks a value against a schema and puts every issue into words for an editor: what was written, what is
 * allowed, the nearest right value and what to write.
 */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  value: unknown,
  written: Written,
): Checked<z.infer<S>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const check = { schema, root: value, written };
  const issues = [...result.error.issues, ...issuesOfLikeliestKind(schema, value)];
  const unknown = unknownFields(issues);
  const seen = new Set<string>();
  const problems = issues
    .filter((issue) => !isMisspelt(issue, unknown, check))
    .flatMap((issue) => problemsOf(issue, check))
    .filter(({ field, reason, line }) => {
      const key = JSON.stringify([field, reason, line]);
      return !seen.has(key) && seen.add(key);
    });
  return { value: undefined, problems };
}

/**
 * Checks YAML against a schema. What is wrong with it as YAML comes first, and where that is so at a place, nothing
 * else is said about the same place.
 *
 * @param whole what the YAML is: "front matter", or the name of its file
 */
export function checkYaml<S extends z.ZodType>(
  schema: S,
  yaml: YamlText,
  whole: string,
): Checked<z.infer<S>> {
  if (yaml.value === undefined) return { value: undefined, problems: yaml.problems };
  const written = { ...yaml, write: writeYaml, whole, name: (field: string) => field };
  const checked = checkSchema(schema, yaml.value, written);
  const place = ({ line, column }: Problem) => `${line}:${column}`;
  const taken = new Set(yaml.problems.map(place));
  const problems = [...yaml.problems, ...checked.problems.filter((problem) => !taken.has(place(problem)))];
  return problems.length > 0 ? { value: undefined, problems } : checked;
}

/** The fields of a map that are sound on their own, whatever is wrong with the others. */
export function soundFields<S extends z.ZodType>(schema: S, value: unknown): Partial<z.infer<S>> {
  const sound = Object.entries(fieldsAt(schema, [], value)).flatMap(([field, inner]) => {
    const result = (inner as z.ZodType).safeParse(valueAt(value, [field]));
    return result.success && result.data !== undefined ? [[field, result.data]] : [];
  });
  return Object.fromEntries(sound) as Partial<z.infer<S>>;
}

/**
 * Where the kind of thing is wrong, its other fields have not been looked at: they are checked as the kind that
 * they fit best, so that an editor hears of everything at once.
 */
function issuesOfLikeliestKind(schema: z.ZodType, value: unknown): Issue[] {
  const kinds = kindsOf(schema);
  if (!kinds || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (kinds.values.includes(String(valueAt(value, [kinds.field])))) return [];
  const tried = kinds.values.map(
    (kind) => schema.safeParse({ ...value, [kinds.field]: kind }).error?.issues ?? [],
  );
  return tried.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** So many unknown fields of one map are looked at: a file with more is some other file. */
const MOST_UNKNOWN = 100;

/** The fields that the schema does not know, by the name of the map that holds them. */
function unknownFields(issues: readonly Issue[]): Map<string, string[]> {
  const unknown = new Map<string, string[]>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const map = fieldName(issue.path);
    unknown.set(map, [...(unknown.get(map) ?? []), ...issue.keys.slice(0, MOST_UNKNOWN)]);
  }
  return unknown;
}

/** Whether a field is missing only because its name was misspelt: then the misspelling is the problem. */
function isMisspelt(issue: Issue, unknown: Map<string, string[]>, { schema, root }: Check): boolean {
  if (valueAt(root, issue.path) !== undefined) return false;
  const map = issue.path.slice(0, -1);
  const keys = unknown.get(fieldName(map)) ?? [];
  return keys.some((key) => meantField(key, map, schema, root) === issue.path.at(-1));
}

/** The field that an unknown one was probably meant to be: one that is not there yet. */
function meantField(key: string, map: Path, schema: AnySchema, root: unknown): string | undefined {
  const absent = (name: string) => valueAt(root, [...map, name]) === undefined;
  return nearest(key, Object.keys(fieldsAt(schema, map, root)).filter(absent));
}

function problemsOf(issue: Issue, check: Check): Problem[] {
  const { root, written } = check;
  const field = fieldName(issue.path);
  const at = (facts: Omit<ProblemFacts, 'field'>, place = written.placeOf(issue.path)): Problem =>
    problemAt(place, { field: field ? written.name(field) : written.whole, ...facts });

  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MOST_UNKNOWN)
      .map((key) => at(unknownField(key, issue.path, check), written.placeOfKey(issue.path, key)));
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    return [at(wrongKey(key, issue.issues[0]?.message), written.placeOfKey(issue.path.slice(0, -1), key))];
  }
  const within = valueAt(root, issue.path.slice(0, -1));
  if (typeof within === 'string' && issue.code === 'invalid_value') {
    const path = issue.path.slice(0, -1);
    return [
      problemAt(written.placeOf(path), {
        field: written.name(fieldName(path)),
        ...wrongAmongSeveral(issue, path, within, check),
      }),
    ];
  }
  const got = valueAt(root, issue.path);
  if (got === undefined) return [at(missingField(issue, check))];
  if (isEmpty(got)) return [at(emptyField(issue, check))];
  if (issue.code === 'invalid_union' || issue.code === 'invalid_value') {
    return [at(wrongChoice(issue, got, check))];
  }
  if (issue.code === 'invalid_type') return [at(wrongType(issue, got, check))];
  return [at(unsound(issue, got, check))];
}

function unknownField(key: string, map: Path, check: Check): ProblemFacts {
  const { schema, root } = check;
  const kind = kindsOf(schema) && valueAt(root, ['kind']);
  if (key === 'judgements' && kind) {
    return {
      rule: 'judgements-not-allowed',
      what: `A visit of the kind “${shown(kind)}” carries no grades, and this one has \`judgements\`.`,
      todo: 'Remove `judgements`, or correct `kind`: inspections carry grades.',
    };
  }
  const allowed = Object.keys(fieldsAt(schema, map, root));
  const unknown = { rule: 'unknown-field', what: `There is no field \`${key}\` here.`, got: key, allowed };
  const homes = map.length === 0 ? homesOf(key, schema, root) : [];
  if (homes.length > 0) {
    return { ...unknown, todo: `It belongs further in: ${homes.join(' or ')}. Move it there, or remove it.` };
  }
  const meant = meantField(key, map, schema, root);
  return {
    ...unknown,
    todo: meant
      ? write(check, [meant], valueAt(root, [...map, key]))
      : 'Remove it, or use one of the fields allowed.',
  };
}

function wrongKey(key: string, reason = 'is not an id'): ProblemFacts {
  return {
    rule: 'id',
    what: `“${key}” ${reason}.`,
    got: key,
    todo: `Write \`${toIdentifier(key)}:\``,
  };
}

function missingField(issue: Issue, check: Check): ProblemFacts {
  const { schema, root, written } = check;
  const allowed = choices(issue, check);
  const field = fieldName(issue.path);
  const name = lastName(issue.path);
  return {
    rule: 'missing-field',
    what: issue.code === 'custom' ? `\`${field}\` ${issue.message}.` : `\`${field}\` is missing.`,
    allowed,
    todo: sentences(
      allowed ? undefined : 'Add it.',
      descriptionAt(schema, issue.path, root),
      allowed
        ? `Add \`${written.write(name, '…')}\` with one of the values allowed.`
        : example(issue.path, check),
    ),
  };
}

function emptyField(issue: Issue, check: Check): ProblemFacts {
  const { schema, root } = check;
  const { path } = issue;
  const isEntry = typeof path.at(-1) === 'number';
  const allowed = choices(issue, check);
  return {
    rule: 'empty',
    what: `\`${fieldName(path)}\` is empty.`,
    got: '',
    allowed,
    todo: sentences(
      isEntry || isOptionalAt(schema, path, root) ? 'Fill it in or remove it.' : 'Fill it in.',
      descriptionAt(schema, path, root),
      allowed ? undefined : example(path, check),
    ),
  };
}

function wrongChoice(issue: Issue, got: unknown, check: Check): ProblemFacts {
  const allowed = choices(issue, check) ?? [];
  const suggestion = nearest(shown(got), allowed);
  const index = issue.path.at(-1);
  const list = valueAt(check.root, issue.path.slice(0, -1));
  const instead =
    suggestion && typeof index === 'number' && Array.isArray(list)
      ? [...new Set(list.with(index, suggestion))]
      : suggestion;
  return {
    rule: 'not-allowed',
    what: `\`${fieldName(issue.path)}\` is ${named(got)}, which is not one of the values allowed.`,
    got: shown(got),
    allowed,
    todo: instead
      ? write(check, issue.path, instead)
      : sentences(descriptionAt(check.schema, issue.path, check.root), 'Write one of the values allowed.'),
  };
}

/** One of several values that stand in one attribute, separated by spaces. */
function wrongAmongSeveral(
  issue: Issue & { code: 'invalid_value' },
  path: Path,
  text: string,
  check: Check,
): ProblemFacts {
  const wrong = String(issue.input);
  const allowed = issue.values.map(String);
  const suggestion = nearest(wrong, allowed);
  return {
    rule: 'not-allowed',
    what: `“${shown(wrong)}” in \`${fieldName(path)}\` is not one of the values allowed.`,
    got: shown(wrong),
    allowed,
    todo: suggestion
      ? write(check, path, text.replace(wrong, suggestion))
      : 'Write some of the values allowed, separated by spaces.',
  };
}

const WANTED: Record<string, string> = {
  array: 'be a list',
  object: 'have fields of its own',
  record: 'have fields of its own',
};

function wrongType(issue: Issue & { code: 'invalid_type' }, got: unknown, check: Check): ProblemFacts {
  const { schema, root, written } = check;
  const list =
    issue.expected === 'array' && typeof got === 'string' ? listMeantBy(got, issue.path, check) : [];
  return {
    rule: 'wrong-type',
    what: `\`${fieldName(issue.path) || written.whole}\` must ${WANTED[issue.expected] ?? 'be a single value'}, and is ${named(got)}.`,
    got: shown(got),
    todo:
      list.length > 0
        ? write(check, issue.path, list)
        : sentences(descriptionAt(schema, issue.path, root), example(issue.path, check)),
  };
}

/** The entries of a list that was written as one value, `Ruth Amos, Idris Bell`; none where they are not sound. */
function listMeantBy(text: string, path: Path, { schema, root }: Check): string[] {
  const allowed = choicesAt(schema, [...path, 0], root);
  const entries = text.split(/\s*[,;]\s*|\s+and\s+/).map((entry) => {
    return allowed && !allowed.includes(entry) ? (nearest(entry, allowed) ?? entry) : entry;
  });
  return accepts(schemaAt(schema, path, root), entries) ? entries : [];
}

/** A value of the right type that its field does not accept. */
function unsound(issue: Issue, got: unknown, check: Check): ProblemFacts {
  const { schema, root, written } = check;
  const accepted = (guess: string) => accepts(schemaAt(schema, issue.path, root), guess);
  const meant = typeof got === 'string' ? meantBy(got).find(accepted) : undefined;
  const field = `\`${fieldName(issue.path) || written.whole}\``;
  const what =
    issue.code === 'too_big' || issue.code === 'too_small'
      ? `${field} ${sizeProblem(issue, got)}.`
      : typeof got === 'string'
        ? `${field} is ${named(got)}, which ${issue.message}.`
        : `${field} ${issue.message}.`;
  return {
    rule: 'invalid',
    what,
    got: shown(got),
    todo: meant
      ? write(check, issue.path, meant)
      : sentences(descriptionAt(schema, issue.path, root), example(issue.path, check)),
  };
}

function sizeProblem(issue: Issue & { code: 'too_big' | 'too_small' }, got: unknown): string {
  const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  if (issue.origin === 'number') return `is ${shown(got)}, and must be ${limit}`;
  const things = issue.origin === 'string' ? 'characters' : 'entries';
  return `has ${(got as string | unknown[]).length} ${things}, and must have ${limit}`;
}

/** The values to choose from, where the issue is with one that must be among several. */
function choices(issue: Issue, { schema, root }: Check): string[] | undefined {
  if (issue.code === 'invalid_union') return kindsOf(schema)?.values;
  return (
    choicesAt(schema, issue.path, root) ??
    (issue.code === 'invalid_value' ? issue.values.map(String) : undefined)
  );
}

function accepts(schema: AnySchema | undefined, value: unknown): boolean {
  return (schema as z.ZodType | undefined)?.safeParse(value).success ?? false;
}

/** What to write at a path, as a sentence, or as lines of their own where it takes several. */
function write({ written }: Check, path: Path, value: unknown): string {
  const text = written.write(lastName(path), value);
  return text.includes('\n') ? `Write:\n${text}` : `Write \`${text}\``;
}

/** An example of what may stand at a path. */
function example(path: Path, { schema, root, written }: Check): string | undefined {
  const field = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  const value = exampleAt(schema, field, root);
  if (value === undefined) return undefined;
  const text = written.write(lastName(field), value);
  return text.includes('\n') ? `For example:\n${text}` : `For example: \`${text}\``;
}

function sentences(...parts: (string | undefined)[]): string {
  const complete = parts.flatMap((part) =>
    part && !part.includes('\n') ? part.replace(/([\p{L}\p{N})])$/u, '$1.') : (part ?? []),
  );
  return complete.join(' ') || 'Compare with the example in CONTRIBUTING.md.';
}

/** A path as an editor reads it: `sources.letter.type`, `focus[0]`. */
export function fieldName(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** The name under which the value at a path is written: that of the list, where it is an entry of one. */
function lastName(path: Path): string {
  return String(path.findLast((part) => typeof part !== 'number') ?? '');
}

function isEmpty(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** A value as it can be shown in a sentence, cut to 60 characters. */
function shown(value: unknown): string {
  const text = onOneLine(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function named(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? `“${shown(value)}”` : 'a group of fields';
}
