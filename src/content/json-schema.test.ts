import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { FOCUSED_VISIT, fixture, INSPECTION } from '../../tests/fixtures/library.ts';
import { fieldsOf } from '../../tests/fixtures/schema-fields.ts';
import { jsonSchemaOf, SCHEMA_FILES } from './json-schema.ts';

const [VISIT] = SCHEMA_FILES;
if (!VISIT) throw new Error('There is no schema for visits.');
const visitSchema = jsonSchemaOf(VISIT);

/** Whether an editor’s program, which reads YAML with numbers and booleans, would accept a front matter. */
function accepted(frontMatter: string): boolean {
  const schema = z.fromJSONSchema(visitSchema as Parameters<typeof z.fromJSONSchema>[0]);
  return schema.safeParse(parse(frontMatter)).success;
}

function frontMatterOf(file: string): string {
  return fixture(file).split('---\n')[1] ?? '';
}

test.each(SCHEMA_FILES)('$file is up to date: else run npm run schema', (entry) => {
  expect(readFileSync(entry.file, 'utf8')).toBe(`${JSON.stringify(jsonSchemaOf(entry), null, 2)}\n`);
});

describe('the schema of a visit', () => {
  test.each([FOCUSED_VISIT, INSPECTION])('accepts %s', (file) => {
    expect(accepted(frontMatterOf(file))).toBe(true);
  });

  test('accepts numbers and booleans that are written without quotation marks', () => {
    const facts = frontMatterOf(FOCUSED_VISIT)
      .replace('value: 40%', 'value: 324')
      .replace('date: 2022', 'date: 2019');
    expect(parse(facts)).toMatchObject({
      ages: { from: 18 },
      sources: { letter: { whole: true } },
      figures: [{ value: 324 }],
      previous: [{ date: 2019 }],
    });
    expect(accepted(facts)).toBe(true);
  });

  test.each([
    ['a misspelt field', 'title:', 'titel:'],
    ['an unknown kind', 'kind: focused-visit', 'kind: visit'],
    ['a date in words', 'start: 2024-09-17', 'start: last autumn'],
    ['an age that is none', 'from: 18', 'from: eighteen'],
    ['an age that is too high', 'to: 25', 'to: 30'],
    ['a source without a type', '    type: inspectorate-letter\n', ''],
    ['grades where there can be none', 'ages:', 'judgements:\n  overall: good\nages:'],
  ])('refuses %s', (_what, from, to) => {
    const broken = frontMatterOf(FOCUSED_VISIT).replace(from, to);
    expect(broken).not.toBe(frontMatterOf(FOCUSED_VISIT));
    expect(accepted(broken)).toBe(false);
  });

  test('says of every field what it means', () => {
    const undescribed = [...JSON.stringify(visitSchema).matchAll(/"(\w+)":\{"type":"string"\}/g)];
    expect(undescribed.map(([, name]) => name)).toEqual([]);
    expect(fieldsOf(visitSchema)).toContain('sources.*.title');
  });
});
