import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { fieldsOf } from '../../tests/fixtures/schema-fields.ts';
import { ASSESSMENTS } from '../model/assessment.ts';
import { CorrectionsFile } from '../model/correction.ts';
import { ActionAttributes, FindingAttributes, FromAttributes, ResponseAttributes } from '../model/finding.ts';
import { FOCUS_AREAS, GROUPS } from '../model/focus.ts';
import { Judgement } from '../model/judgement.ts';
import { VOICES } from '../model/quote.ts';
import { RedirectsFile } from '../model/redirect.ts';
import { SOURCE_TYPES } from '../model/source.ts';
import { FrontMatter } from '../model/visit.ts';
import { VISIT_KINDS } from '../model/visit-kind.ts';
import { BLOCKS } from './blocks.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { readLibrary } from './library.ts';
import { reportProblems } from './report.ts';
import { checkYaml } from './schema-problems.ts';
import { readVisit } from './visit-file.ts';
import { readYaml } from './yaml.ts';

const GUIDE = readFileSync('CONTRIBUTING.md', 'utf8');
const { library } = readLibrary(process.cwd());

/** What stands between backticks in the guide, or in a part of it. */
const named = (text: string) => new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));

/** The part of the guide under a heading. */
function section(heading: string): string {
  const [, text] = GUIDE.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`CONTRIBUTING.md has no section “${heading}”.`);
  return text.split('\n## ')[0] ?? '';
}

const missing = (names: readonly string[], where: string) => {
  const there = named(where);
  return names.filter((name) => !there.has(name));
};
const fields = (schema: Parameters<typeof jsonSchemaOf>[0]['schema']) =>
  fieldsOf(jsonSchemaOf({ title: '', schema }));

describe('CONTRIBUTING.md documents', () => {
  test('every field of the front matter', () => {
    expect(missing(fields(FrontMatter), section('The file, field by field'))).toEqual([]);
  });

  test('no field that does not exist', () => {
    const table =
      section('The file, field by field')
        .match(/^\| `[^|]*\|/gm)
        ?.join('\n') ?? '';
    const known = fields(FrontMatter);
    expect([...named(table)].filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  test('every block and every attribute', () => {
    const body = section('The body');
    expect(missing([...BLOCKS.map((name) => `:::${name}`), '::from'], body)).toEqual([]);
    const attributes = [FindingAttributes, ResponseAttributes, ActionAttributes, FromAttributes].flatMap(
      fields,
    );
    expect(
      missing(
        [...new Set(attributes)].map((name) => (name === 'id' ? '#id' : name)),
        body,
      ),
    ).toEqual([]);
  });

  test.each([
    ['kind of visit', VISIT_KINDS],
    ['focus area', FOCUS_AREAS],
    ['kind of document', SOURCE_TYPES],
    ['voice', VOICES],
    ['assessment', ASSESSMENTS],
    ['group', GROUPS],
    ['theme', library.themes.map(({ id }) => id)],
  ])('every %s', (_what, names) => {
    expect(missing(names, section('Words to choose from'))).toEqual([]);
  });

  test('every judgement, status and change', () => {
    expect(missing(Judgement.options, section('The file, field by field'))).toEqual([]);
    const statuses = ActionAttributes.shape.status.options;
    expect(missing([...statuses, 'better', 'worse', 'same', 'rules'], section('The body'))).toEqual([]);
  });

  test.each([
    ['what is logged of a correction', CorrectionsFile, 'corrections[].', 'Corrections'],
    ['what a redirect says', RedirectsFile, 'redirects[].', 'Addresses last'],
  ])('%s', (_what, schema, list, heading) => {
    const written = fields(schema).filter((field) => field.startsWith(list));
    expect(
      missing(
        written.map((field) => field.replace(list, '')),
        section(heading),
      ),
    ).toEqual([]);
  });
});

test.each([
  ['correction', CorrectionsFile, 'corrections', 'Corrections'],
  ['redirect', RedirectsFile, 'redirects', 'Addresses last'],
])('the example of a %s is one', (_what, schema, list, heading) => {
  const [, example = ''] =
    new RegExp(`^\`\`\`yaml\\n(${list}:[\\s\\S]*?)^\`\`\`$`, 'm').exec(section(heading)) ?? [];
  expect(example).not.toBe('');
  const { problems } = checkYaml<z.ZodType>(schema, readYaml(example, 'CONTRIBUTING.md'), 'the example');
  expect(reportProblems(problems, 'people')).toBe('No problems.');
});

describe('an example in CONTRIBUTING.md', () => {
  const examples = [...GUIDE.matchAll(/^```markdown example\n([\s\S]*?)^```$/gm)].map(
    ([, text]) => text ?? '',
  );
  const context = {
    themes: library.themes.map(({ id }) => id),
    authorities: library.authorities.map(({ id }) => id),
  };

  test('is there', () => expect(examples.length).toBeGreaterThan(0));

  test.each(examples.map((text) => ({ name: text.split('\n')[1], text })))(
    '$name can be read as it is',
    ({ text }) => {
      const { visit, problems } = readVisit(text, 'content/visits/wiltshire-2022.md', context);
      expect(reportProblems(problems, 'people')).toBe('No problems.');
      expect(visit?.findings.length).toBeGreaterThan(0);
    },
  );
});
