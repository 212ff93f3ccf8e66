import type { z } from 'zod';

/** Any zod schema, seen through the part of zod that all of them share. */
export type AnySchema = z.core.$ZodType;

/** What schemas of all sorts say of themselves, as far as it is asked for here. */
interface Definition {
  type: string;
  innerType?: AnySchema;
  in?: AnySchema;
  shape?: Record<string, AnySchema>;
  element?: AnySchema;
  valueType?: AnySchema;
  options?: AnySchema[];
  discriminator?: string;
  entries?: Record<string, string>;
  values?: unknown[];
}

/** A path to a value: the keys and the indices on the way to it. */
export type Path = readonly PropertyKey[];

function definitionOf(schema: AnySchema | undefined): Definition | undefined {
  return schema?._zod.def as Definition | undefined;
}

/** The schema behind optional, default, transform and other wrappers. */
function unwrapped(schema: AnySchema | undefined): AnySchema | undefined {
  const definition = definitionOf(schema);
  if (definition?.innerType) return unwrapped(definition.innerType);
  return definition?.type === 'pipe' ? unwrapped(definition.in) : schema;
}

/** The value at a path, or `undefined` where there is none. Never what a value inherits. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    root,
  );
}

/**
 * The schema for the value at a path. Where a union is told apart by a field such as `kind`, that field of the
 * value decides; a value whose field is not one of those allowed is taken for the first kind.
 */
export function schemaAt(schema: AnySchema | undefined, path: Path, root: unknown): AnySchema | undefined {
  const definition = definitionOf(unwrapped(schema));
  if (definition?.type === 'union' && definition.discriminator) {
    const { discriminator, options = [] } = definition;
    const chosen = valueAt(root, [discriminator]);
    const option = options.find((candidate) =>
      definitionOf(definitionOf(candidate)?.shape?.[discriminator])?.values?.includes(chosen),
    );
    return schemaAt(option ?? options[0], path, root);
  }
  const [part, ...rest] = path;
  if (part === undefined) return schema;
  const next =
    typeof part === 'number'
      ? definition?.element
      : (ownField(definition?.shape, part) ?? definition?.valueType);
  return schemaAt(next, rest, valueAt(root, [part]));
}

function ownField(shape: Record<string, AnySchema> | undefined, name: PropertyKey): AnySchema | undefined {
  return shape && Object.hasOwn(shape, name) ? shape[String(name)] : undefined;
}

/** The values of a union's deciding field, with the field; `undefined` where the schema is no such union. */
export function kindsOf(schema: AnySchema): { field: string; values: string[] } | undefined {
  const { discriminator, options = [] } = definitionOf(unwrapped(schema)) ?? { type: '' };
  if (!discriminator) return undefined;
  const values = options.flatMap(
    (option) => definitionOf(definitionOf(option)?.shape?.[discriminator])?.values ?? [],
  );
  return { field: discriminator, values: values.map(String) };
}

/** The fields of the map at a path, each with its schema. */
export function fieldsAt(schema: AnySchema, path: Path, root: unknown): Record<string, AnySchema> {
  return definitionOf(unwrapped(schemaAt(schema, path, root)))?.shape ?? {};
}

/** The values allowed at a path, where it is one of several. */
export function choicesAt(schema: AnySchema, path: Path, root: unknown): string[] | undefined {
  const definition = definitionOf(unwrapped(schemaAt(schema, path, root)));
  return definition?.entries && Object.values(definition.entries);
}

/** Whether the value at a path may be left out. */
export function isOptionalAt(schema: AnySchema, path: Path, root: unknown): boolean {
  const at = schemaAt(schema, path, root) as z.ZodType | undefined;
  return at?.safeParse(undefined).success ?? false;
}

/** What a schema, or one within its wrappers, says of itself. */
function metaOf(schema: AnySchema | undefined, key: 'description' | 'examples'): unknown {
  const said = (schema as z.ZodType | undefined)?.meta?.()?.[key];
  if (said !== undefined || !schema) return said;
  const { innerType, type, in: input } = definitionOf(schema) ?? { type: '' };
  return metaOf(innerType ?? (type === 'pipe' ? input : undefined), key);
}

/** The sentence that describes the value at a path. */
export function descriptionAt(schema: AnySchema, path: Path, root: unknown): string | undefined {
  return metaOf(schemaAt(schema, path, root), 'description') as string | undefined;
}

/** An example of the value at a path, as it is written. */
export function exampleAt(schema: AnySchema, path: Path, root: unknown): unknown {
  return (metaOf(schemaAt(schema, path, root), 'examples') as unknown[] | undefined)?.[0];
}

/** Where else in a map a field of this name belongs: `visited.start`, `sources.letter.publisher`. */
export function homesOf(name: string, schema: AnySchema, root: unknown): string[] {
  return Object.entries(fieldsAt(schema, [], root)).flatMap(([field, inner]) => {
    const definition = definitionOf(unwrapped(inner));
    const within = definition?.shape ?? definitionOf(unwrapped(definition?.valueType))?.shape;
    if (!ownField(within, name)) return [];
    if (definition?.shape) return `${field}.${name}`;
    const entries = valueAt(root, [field]);
    const first = typeof entries === 'object' && entries !== null ? Object.keys(entries)[0] : undefined;
    return `${field}.${first ?? '<id>'}.${name}`;
  });
}
