import { describe, expect, it } from 'vitest';
import { sha256 } from '../content/quotations.ts';
import { type Collection, collectionOf } from './collection.ts';
import { dataFiles } from './data-files.ts';
import { makeCollection, makeLibrary } from './fixtures.ts';
import { visitRecord } from './record.ts';
import { tablesOf } from './tables.ts';

const held = (collection: Collection, address: string) =>
  Buffer.from(dataFiles(collection).get(address) ?? []).toString('utf8');

const collection = makeCollection();
const wholeText = held(collection, '/data/inspection-insights.json');
const whole = JSON.parse(wholeText);

describe('the file of the whole collection', () => {
  it('says at its top what it is, its version, how to cite it and on what terms', () => {
    expect(whole).toMatchObject({
      name: 'Inspection Insights',
      address: 'https://site.example/data/inspection-insights.json',
      format: 1,
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      citation: expect.stringContaining(`Version ${collection.version}. https://site.example/data/`),
      terms: [{ licence: { id: 'CC-BY-4.0' } }, { licence: { id: 'OGL-3.0' } }, {}],
    });
  });

  it('explains every column of every table', () => {
    for (const { id, columns } of tablesOf(collection)) {
      expect(Object.entries(whole.columns[id])).toEqual(
        columns.map(({ name, description }) => [name, description]),
      );
    }
  });

  it('holds every visit with its findings, replies, actions and stances', () => {
    expect(whole.visits).toHaveLength(2);
    expect(whole.visits[0]).toMatchObject({
      id: 'anyshire-2024',
      wholeRecord: true,
      sources: [{ id: 'letter', sha256: 'a'.repeat(64) }],
      findings: [{ id: 'homes-suitable', quotations: [{ form: 'inline' }, { speaker: 'A. Inspector' }] }, {}],
      responses: [{ id: 'reply' }],
      actions: [{ id: 'audits', status: 'promised' }],
      stances: [{ theme: 'accommodation', stance: 'strength', counts: { strength: 1, context: 0 } }, {}],
    });
  });

  it('leaves out what is not known, and says so of the record', () => {
    const account = whole.visits[1];
    expect(account).not.toHaveProperty('published');
    expect(account).not.toHaveProperty('inspectors');
    expect(account.notInTheRecord).toContain('The record does not name the inspectors.');
  });

  it('is set as JSON is everywhere, but for its visits, which are as far in as in files of their own', () => {
    const set = (value: { visits: unknown[] }) => `${JSON.stringify(value, null, 2)}\n`;
    const [before = '', after = ''] = set({ ...whole, visits: ['here'] }).split('\n    "here"\n  ');
    const records = whole.visits.map((visit: unknown) =>
      JSON.stringify(visit, null, 2).replaceAll('\n', '\n  '),
    );
    expect(wholeText).toBe(`${before}${records.join(', ')}${after}`);
    const none = held(makeCollection({ visits: [] }), '/data/inspection-insights.json');
    expect(none).toBe(set(JSON.parse(none)));
  });

  it('gives away nothing of how the files are written', () => {
    expect(JSON.stringify(whole)).not.toMatch(/"line":|"file":/);
  });
});

describe('the file of a visit', () => {
  it('holds the same record as the whole collection', () => {
    const text = held(collection, '/data/visits/anyshire-2024.json');
    const one = JSON.parse(text);
    expect(text).toBe(`${JSON.stringify(one, null, 2)}\n`);
    expect(one.visit).toEqual(whole.visits[0]);
    expect(one).toMatchObject({ version: whole.version, citation: whole.citation, terms: whole.terms });
  });
});

describe('the version', () => {
  it('is that of all records together', () => {
    const { themes, authorities, corrections } = collection;
    const visits = collection.visits.map((held) => visitRecord(held));
    const content = JSON.stringify({ themes, authorities, visits, corrections });
    expect(collection.version).toBe(sha256(content).slice(0, 12));
  });

  it('is the same for the same content, wherever it is published', () => {
    expect(collectionOf(makeLibrary(), new URL('https://elsewhere.example')).version).toBe(
      collection.version,
    );
  });

  it('changes when a word changes', () => {
    const [first, ...others] = makeLibrary().visits;
    if (!first) throw new Error('no visit');
    const visits = [{ ...first, standfirst: 'Another visit.' }, ...others];
    expect(makeCollection({ visits }).version).not.toBe(collection.version);
  });

  it('does not change when a line moves within a file', () => {
    const [first, ...others] = makeLibrary().visits;
    if (!first) throw new Error('no visit');
    const findings = first.findings.map((finding) => ({ ...finding, line: finding.line + 10 }));
    expect(makeCollection({ visits: [{ ...first, findings }, ...others] }).version).toBe(collection.version);
  });
});
