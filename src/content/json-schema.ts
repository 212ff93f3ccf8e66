import { z } from 'zod';
import { AuthoritiesFile } from '../model/authority.ts';
import { CorrectionsFile } from '../model/correction.ts';
import { RedirectsFile } from '../model/redirect.ts';
import { ThemesFile } from '../model/theme.ts';
import { FrontMatter } from '../model/visit.ts';

/** A JSON Schema, as far as it is made here. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The files that an editor’s program can complete and check while they are written, with the schema of each. */
export const SCHEMA_FILES: readonly { file: string; title: string; schema: z.ZodType }[] = [
  { file: 'content/visit.schema.json', title: 'The front matter of a visit file', schema: FrontMatter },
  { file: 'content/themes.schema.json', title: 'content/themes.yaml', schema: ThemesFile },
  { file: 'content/authorities.schema.json', title: 'content/authorities.yaml', schema: AuthoritiesFile },
  { file: 'content/corrections.schema.json', title: 'content/corrections.yaml', schema: CorrectionsFile },
  { file: 'content/redirects.schema.json', title: 'content/redirects.yaml', schema: RedirectsFile },
];

/**
 * The JSON Schema of a file (draft 7, which YAML language servers read best), from the zod schema that the reader
 * itself checks with. It describes what editors write: their programs take an unquoted 2024 for a number and true
 * for a yes, where the reader sees text.
 */
export function jsonSchemaOf({ title, schema }: { title: string; schema: z.ZodType }): JsonSchema {
  const made = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, asWritten(zodSchema, jsonSchema));
      if (jsonSchema.type === 'integer') delete jsonSchema.pattern;
    },
  });
  return { title, ...made };
}

/** Values that an editor’s program takes for numbers: a reference number, a year. */
const DIGITS = ['80579', '2024'];

/** What is different in a schema for a file as an editor’s program sees it. */
function asWritten(zodSchema: z.core.$ZodTypes, jsonSchema: JsonSchema): JsonSchema {
  // zod takes examples for what comes out of a schema; ours are what goes in.
  const { examples } = z.globalRegistry.get(zodSchema) ?? {};
  const shown = Array.isArray(examples) ? { examples: examples.map(unquoted) } : {};
  const { def } = zodSchema._zod;
  if (def.type === 'pipe') {
    if (def.out instanceof z.ZodNumber) {
      const { minValue, maxValue } = def.out;
      return { ...shown, type: 'integer', minimum: minValue ?? 0, maximum: maxValue ?? 0 };
    }
    if (def.out instanceof z.ZodBoolean) return { ...shown, type: 'boolean' };
  }
  const mayBeDigits =
    !jsonSchema.pattern || DIGITS.some((digits) => new RegExp(jsonSchema.pattern ?? '').test(digits));
  const isFreeText = jsonSchema.type === 'string' && !jsonSchema.enum && jsonSchema.const === undefined;
  return isFreeText && mayBeDigits && !jsonSchema.format
    ? { ...shown, type: ['string', 'number'] as unknown as 'string' }
    : shown;
}

/** An example as an editor’s program sees it: digits are a number. */
function unquoted(example: unknown): unknown {
  if (typeof example === 'string') return /^\d+$/.test(example) ? Number(example) : example;
  if (Array.isArray(example)) return example.map(unquoted);
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, unquoted(value)]));
}
