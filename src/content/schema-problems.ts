import type { z } from 'zod';
import { nearest, type Place, type Problem, type ProblemFacts, problemAt } from './problem.ts';

type AnySchema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** The problems that a schema finds in a value, and the value when there are none. */
export type Checked<T> = { value: T; problems: [] } | { value: undefined; problems: Problem[] };

/** What is known of the text in which a value was written. */
export interface Written {
  /** The place of the value at a path. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of a key within the map at a path. */
  placeOfKey: (path: readonly PropertyKey[], key: string) => Place;
  /** How a field and value are written there: `kind: inspection` in YAML, `kind="inspection"` in a block. */
  write: (field: string, value: string) => string;
  /** What the value is as a whole: "front matter", "finding #homes-suitable". */
  whole: string;
}

/** Reads what a YAML field is written like: `kind: inspection`. */
export const writeYaml = (field: string, value: string): string => `${field}: ${value}`;

/**
 * Checks a value against a schema and puts every issue into words for an editor: what was written, what is
 * allowed, the nearest right value and what to write.
 */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  value: unknown,
  written: Written,
): Checked<z.infer<S>> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema, value, written));
  return { value: undefined, problems };
}

function problemsOf(issue: Issue, schema: AnySchema, root: unknown, written: Written): Problem[] {
  const got = valueAt(root, issue.path);
  const field = fieldName(issue.path);
  const at = (facts: Omit<ProblemFacts, 'field'>, place = written.placeOf(issue.path)): Problem =>
    problemAt(place, { field: field || written.whole, ...facts });

  if (issue.code === 'unrecognized_keys') {
    const allowed = fieldsAt(schema, issue.path, root);
    return issue.keys.map((key) =>
      at(unknownField(key, allowed, root, written), written.placeOfKey(issue.path, key)),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    const reason = issue.issues[0]?.message ?? 'is not an id';
    return [
      at(
        {
          rule: 'id',
          what: `“${key}” ${reason}.`,
          got: key,
          todo: `Write, for example: ${toIdentifier(key)}:`,
        },
        written.placeOfKey(issue.path.slice(0, -1), key),
      ),
    ];
  }
  if (got === undefined) {
    return [at(missingField(issue, schema, root, written))];
  }
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    return [at(wrongChoice(field, got, discriminatorValues(issue) ?? [], written))];
  }
  if (issue.code === 'invalid_value') {
    return [at(wrongChoice(field, got, issue.values.map(String), written))];
  }
  return [at(otherIssue(issue, got, schema, root))];
}

function unknownField(key: string, allowed: string[], root: unknown, written: Written): ProblemFacts {
  const kind = typeof root === 'object' && root !== null && 'kind' in root ? String(root.kind) : '';
  if (key === 'judgements' && kind) {
    return {
      rule: 'judgements-not-allowed',
      what: `A visit of the kind “${kind}” cannot carry grades, and this one has \`judgements\`.`,
      todo: 'Remove `judgements`, or correct `kind`.',
    };
  }
  const suggestion = nearest(key, allowed);
  return {
    rule: 'unknown-field',
    what: `There is no field \`${key}\` here.`,
    got: key,
    allowed,
    todo: suggestion
      ? `Did you mean ${written.write(suggestion, '…')}`
      : 'Remove it, or use one of the fields allowed.',
  };
}

function missingField(issue: Issue, schema: AnySchema, root: unknown, written: Written): ProblemFacts {
  const name = String(issue.path.at(-1) ?? '');
  const allowed = choicesAt(schema, issue.path, root) ?? discriminatorValues(issue);
  const meaning = descriptionAt(schema, issue.path, root);
  return {
    rule: 'missing-field',
    what:
      issue.code === 'custom'
        ? `\`${fieldName(issue.path)}\` ${issue.message}.`
        : `\`${fieldName(issue.path)}\` is missing.`,
    ...(allowed ? { allowed } : {}),
    todo: `Write ${written.write(name, '…')}${meaning ? `  ${meaning}` : ''}`,
  };
}

function wrongChoice(field: string, got: unknown, allowed: string[], written: Written): ProblemFacts {
  const text = shown(got);
  const suggestion = nearest(text, allowed) ?? allowed[0] ?? '';
  const name =
    field
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? field;
  const inList = /\[\d+\]$/.test(field);
  return {
    rule: 'not-allowed',
    what:
      text === ''
        ? `\`${field}\` is empty.`
        : `\`${field}\` is “${text}”, which is not one of the values allowed.`,
    got: text,
    allowed,
    todo: `Write ${inList ? written.write(name, `[${suggestion}]`) : written.write(name, suggestion)}`,
  };
}

function otherIssue(issue: Issue, got: unknown, schema: AnySchema, root: unknown): ProblemFacts {
  const meaning = descriptionAt(schema, issue.path, root) ?? 'Compare with the example in CONTRIBUTING.md.';
  const field = fieldName(issue.path);
  const text = shown(got);
  const base = { rule: 'invalid', got: text, todo: meaning };
  if (text === '')
    return {
      ...base,
      rule: 'empty',
      what: `\`${field}\` is empty.`,
      todo: `Fill it in or leave it out. ${meaning}`,
    };
  if (issue.code === 'custom') return { ...base, what: `\`${field}\` is “${text}”, which ${issue.message}.` };
  if (issue.code === 'invalid_format')
    return { ...base, what: `\`${field}\` is “${text}”, which ${issue.message}.` };
  if (issue.code === 'invalid_type') {
    const expected =
      {
        array: 'a list',
        object: 'a group of fields',
        record: 'a group of fields',
        number: 'a whole number',
        int: 'a whole number',
        string: 'text',
      }[issue.expected as string] ?? issue.expected;
    return {
      ...base,
      rule: 'wrong-type',
      what: `\`${field}\` is ${describe(got)}, and must be ${expected}.`,
    };
  }
  if (issue.code === 'too_big')
    return {
      ...base,
      what: `\`${field}\` is “${text}”: it can be at most ${issue.maximum}${unit(issue.origin)}.`,
    };
  if (issue.code === 'too_small')
    return {
      ...base,
      what: `\`${field}\` is “${text}”: it must be at least ${issue.minimum}${unit(issue.origin)}.`,
    };
  return { ...base, what: `\`${field}\` is “${text}”: ${issue.message}.` };
}

/** The kinds to choose from, where the issue is that none of them was chosen. */
function discriminatorValues(issue: Issue): string[] | undefined {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined;
}

const unit = (origin: string): string =>
  origin === 'string' ? ' characters long' : origin === 'array' ? ' entries long' : '';

/** A path as an editor reads it: `sources.letter.type`, `focus[0]`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** A value as it can be shown in a sentence, cut to 60 characters. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return `“${shown(value)}”`;
}

/** A text turned into an id, for a suggestion. */
export function toIdentifier(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return slug || 'name';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    root,
  );
}

/** The schema behind optional, default and other wrappers. */
function unwrapped(schema: AnySchema | undefined): AnySchema | undefined {
  const definition = schema?._zod.def as { innerType?: AnySchema; in?: AnySchema; type?: string } | undefined;
  return definition?.innerType ? unwrapped(definition.innerType) : schema;
}

/** The schema of the value at a path, choosing among kinds by what the value says. */
function schemaAt(
  schema: AnySchema | undefined,
  path: readonly PropertyKey[],
  root: unknown,
): AnySchema | undefined {
  const outer = unwrapped(schema);
  const definition = outer?._zod.def as
    | {
        type: string;
        shape?: Record<string, AnySchema>;
        element?: AnySchema;
        valueType?: AnySchema;
        options?: AnySchema[];
        discriminator?: string;
      }
    | undefined;
  if (definition?.type === 'union' && definition.discriminator) {
    const chosen = valueAt(root, [definition.discriminator]);
    const option = definition.options?.find((candidate) => {
      const literal = (candidate._zod.def as { shape?: Record<string, AnySchema> }).shape?.[
        definition.discriminator ?? ''
      ];
      return (literal?._zod.def as { values?: unknown[] } | undefined)?.values?.includes(chosen);
    });
    return schemaAt(option ?? definition.options?.[0], path, root);
  }
  const [part, ...rest] = path;
  if (part === undefined) return schema;
  const next = definition?.shape?.[String(part)] ?? definition?.element ?? definition?.valueType;
  return schemaAt(next, rest, valueAt(root, [part]));
}

function fieldsAt(schema: AnySchema, path: readonly PropertyKey[], root: unknown): string[] {
  const definition = unwrapped(schemaAt(schema, path, root))?._zod.def as { shape?: object } | undefined;
  return Object.keys(definition?.shape ?? {});
}

function choicesAt(schema: AnySchema, path: readonly PropertyKey[], root: unknown): string[] | undefined {
  const definition = unwrapped(schemaAt(schema, path, root))?._zod.def as { entries?: object } | undefined;
  return definition?.entries ? Object.values(definition.entries) : undefined;
}

/** The sentence that describes the field at a path. */
function descriptionAt(schema: AnySchema, path: readonly PropertyKey[], root: unknown): string | undefined {
  for (let at = schemaAt(schema, path, root); at; ) {
    const described = (at as z.ZodType).description;
    if (described) return described;
    const inner = (at._zod.def as { innerType?: AnySchema }).innerType;
    if (!inner) return undefined;
    at = inner;
  }
  return undefined;
}
