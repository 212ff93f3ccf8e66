import { describe, expect, it } from 'vitest';
import { makeVisit } from '../insight/fixtures.ts';
import type { Visit } from '../model/visit.ts';
import type { Cell } from './csv.ts';
import { makeCollection } from './fixtures.ts';
import { tableCsv, tablesOf } from './tables.ts';

const tables = tablesOf(makeCollection());

function tableNamed(id: string) {
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

/** The rows of a table, each by the names of its columns. */
function records(id: string): Record<string, Cell>[] {
  const { columns, rows } = tableNamed(id);
  return Array.from(rows(), (row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])),
  );
}

describe('tablesOf', () => {
  it('counts its rows without making them', () => {
    for (const { count, rows } of tables) expect(count()).toBe([...rows()].length);
  });

  // Names of tables and columns are public: programs depend on them. Add at the end; never rename.
  it('keeps the public names of its tables and columns', () => {
    expect(
      Object.fromEntries(tables.map(({ id, columns }) => [id, columns.map(({ name }) => name)])),
    ).toMatchInlineSnapshot(`
      {
        "figures": [
          "visit",
          "authority",
          "label",
          "value",
          "period",
          "source",
          "finding",
          "address",
        ],
        "findings": [
          "visit",
          "authority",
          "finding",
          "address",
          "themes",
          "assessment",
          "proposed",
          "group",
          "change",
          "since",
          "source",
          "words",
          "quotations",
        ],
        "quotations": [
          "visit",
          "authority",
          "passage",
          "passage_kind",
          "number",
          "address",
          "text",
          "form",
          "voice",
          "speaker",
          "roles",
          "source",
          "source_title",
          "source_type",
          "source_published",
          "licence",
        ],
        "responses-and-actions": [
          "visit",
          "authority",
          "passage",
          "kind",
          "address",
          "status",
          "themes",
          "speakers",
          "source",
          "words",
          "quotations",
        ],
        "sources": [
          "visit",
          "authority",
          "source",
          "type",
          "title",
          "publisher",
          "author",
          "published",
          "url",
          "retrieved",
          "licence",
          "whole",
          "sha256",
          "note",
        ],
        "stances": [
          "visit",
          "authority",
          "theme",
          "theme_label",
          "stance",
          "priority_actions",
          "to_improve",
          "mixed",
          "strengths",
          "context",
          "findings",
          "inspectors_say",
          "proposed",
          "whole_record",
        ],
        "visits": [
          "visit",
          "title",
          "address",
          "authority",
          "authority_name",
          "ons_code",
          "region",
          "kind",
          "focus",
          "ages_from",
          "ages_to",
          "visited_start",
          "visited_end",
          "visited_before",
          "visited_days",
          "published",
          "inspectors",
          "whole_record",
          "known_from",
          "judgements",
          "findings",
          "priority_actions",
          "to_improve",
          "mixed",
          "strengths",
          "context",
          "quotations",
          "standfirst",
        ],
      }
    `);
  });

  it.each(tables.map((table) => [table.id, table] as const))(
    'explains every column of %s in a sentence',
    (_, table) => {
      for (const { name, description } of table.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(description).toMatch(/\.$/);
      }
      expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length);
      expect(new Set(table.columns.map(({ description }) => description)).size).toBe(table.columns.length);
    },
  );

  it('says what each visit is known from, and leaves the unknown empty', () => {
    expect(records('visits')).toMatchObject([
      {
        visit: 'anyshire-2024',
        address: 'https://site.example/visits/anyshire-2024/',
        authority_name: 'Anyshire',
        whole_record: true,
        published: '2024-02-01',
        findings: 2,
        strengths: 1,
        context: 1,
        quotations: 3,
      },
      {
        visit: 'anyshire-2020',
        whole_record: false,
        known_from: 'a newspaper’s report of the letter',
        visited_start: '2020-10',
        visited_end: undefined,
        published: undefined,
        inspectors: undefined,
        judgements: undefined,
        to_improve: 1,
      },
    ]);
  });

  it('gives the grades of an inspection, each under the name of its judgement', () => {
    const inspection: Visit = {
      ...makeVisit(),
      kind: 'inspection',
      judgements: { leaders: 'good', overall: 'requires-improvement' },
    };
    const [visits] = tablesOf(makeCollection({ visits: [inspection] }));
    const column = visits?.columns.findIndex(({ name }) => name === 'judgements') ?? -1;
    expect([...(visits?.rows() ?? [])][0]?.[column]).toBe('overall: requires-improvement; leaders: good');
  });

  it('gives a finding with its permanent address, its themes and what is quoted beside it', () => {
    expect(records('findings')[0]).toMatchObject({
      finding: 'homes-suitable',
      address: 'https://site.example/visits/anyshire-2024/#homes-suitable',
      themes: 'accommodation health',
      words: 'Most live in “safe and suitable” homes, so inspectors say.',
      quotations: '“=Most care leavers”',
      change: 'better',
      since: '2023-09',
      proposed: false,
    });
  });

  it('gives every quotation once, with its speaker, its document and its terms', () => {
    const quotations = records('quotations');
    expect(quotations.map(({ passage, number, form }) => [passage, number, form])).toEqual([
      ['homes-suitable', 1, 'inline'],
      ['homes-suitable', 2, 'block'],
      ['reply', 1, 'block'],
    ]);
    expect(quotations[1]).toMatchObject({
      text: '=Most care leavers',
      voice: 'inspectorate',
      speaker: 'A. Inspector',
      roles: 'HMI; lead inspector',
      source_type: 'inspectorate-letter',
      source_published: '2024-02-01',
      licence: undefined,
    });
  });

  it('keeps replies and what the council says it does apart from findings', () => {
    expect(records('responses-and-actions')).toMatchObject([
      {
        passage: 'reply',
        kind: 'response',
        status: undefined,
        speakers: 'A. Leader',
        quotations: '“We are proud”',
      },
      { passage: 'audits', kind: 'action', status: 'promised', words: 'Audits will listen.' },
    ]);
  });

  it('gives a figure with the address of its finding', () => {
    expect(records('figures')).toMatchObject([
      { label: 'Care leavers', value: '324', address: 'https://site.example/visits/anyshire-2024/#how-many' },
    ]);
  });

  it('has a stance, or the reason for a silence, for every visit and theme', () => {
    expect(records('stances').map(({ visit, theme, stance }) => [visit, theme, stance])).toEqual([
      ['anyshire-2024', 'accommodation', 'strength'],
      ['anyshire-2024', 'health', 'strength'],
      ['anyshire-2020', 'accommodation', 'improvement'],
      ['anyshire-2020', 'health', 'not-known'],
    ]);
    expect(records('stances')[0]).toMatchObject({
      strengths: 1,
      findings: 'homes-suitable',
      inspectors_say: 'Inspectors say this got better since September 2023',
    });
  });

  it('names the document that quotations were checked against, where one was', () => {
    expect(records('sources')).toMatchObject([
      { visit: 'anyshire-2024', source: 'letter', whole: true, sha256: 'a'.repeat(64) },
      { visit: 'anyshire-2020', source: 'letter', whole: false, sha256: undefined, publisher: undefined },
    ]);
  });
});

describe('tableCsv', () => {
  it('guards a quotation that a spreadsheet would take for a formula', () => {
    expect([...tableCsv(tableNamed('quotations'))].join('')).toContain(",'=Most care leavers,block,");
  });
});
