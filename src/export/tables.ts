import { lookedAt } from '../insight/coverage.ts';
import { STANCE_LABELS, type Stance } from '../insight/stance.ts';
import { passageAddress, visitAddress } from '../model/address.ts';
import { ASSESSMENTS, type Assessment } from '../model/assessment.ts';
import type { Action, Finding, Response } from '../model/finding.ts';
import { JUDGEMENT_LABELS, type JudgementKey } from '../model/judgement.ts';
import type { Quote } from '../model/quote.ts';
import type { Source } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import { type Figure, holdsWholeRecord } from '../model/visit.ts';
import { absolute } from './absolute.ts';
import type { Collection, HeldVisit } from './collection.ts';
import { type Cell, csvLines } from './csv.ts';

/** A column, with what stands in it in a sentence. Its name is public and never changes. */
interface Column {
  name: string;
  description: string;
}

/** A part of the collection as a table that can be taken away. */
export interface Table {
  /** Its public name: the file is `/data/<id>.csv`. */
  id: string;
  title: string;
  /** What a row of it is. */
  description: string;
  columns: Column[];
  /** How many rows it has. */
  count: () => number;
  /** A cell for each column; a row is made when it is asked for. */
  rows: () => Iterable<Cell[]>;
}

/** A column with how its cells are made, so that what is said of it stands beside what it holds. */
interface ColumnOf<Row> extends Column {
  cell: (row: Row) => Cell;
}

type AboutTable = Pick<Table, 'id' | 'title' | 'description'>;

/**
 * A table from what its rows are and how its cells are made of them.
 *
 * @param rowsOf the rows of one visit: they are made a visit at a time, since those of a large collection are many
 */
function tableOf<Row>(
  about: AboutTable,
  columns: readonly ColumnOf<Row>[],
  visits: readonly HeldVisit[],
  rowsOf: (held: HeldVisit) => readonly Row[],
): Table {
  return {
    ...about,
    columns: columns.map(({ name, description }) => ({ name, description })),
    count: () => visits.reduce((sum, held) => sum + rowsOf(held).length, 0),
    *rows() {
      for (const held of visits) for (const row of rowsOf(held)) yield columns.map(({ cell }) => cell(row));
    },
  };
}

/** Ids in one cell, separated by spaces, as a visit file writes them; nothing for none. */
function ids(list: readonly string[]): Cell {
  return list.join(' ') || undefined;
}

/** Texts in one cell, separated by semicolons, for texts may hold spaces; nothing for none. */
function texts(list: readonly string[]): Cell {
  return [...new Set(list)].join('; ') || undefined;
}

/** The editor’s paragraphs in one cell; nothing for none. */
function prose(words: readonly string[]): Cell {
  return words.join(' ') || undefined;
}

/** Block quotations in one cell, each between quotation marks; those within the words stand there already. */
function quoted(quotes: readonly Quote[]): Cell {
  return (
    quotes
      .filter(({ form }) => form === 'block')
      .map(({ text }) => `“${text}”`)
      .join(' ') || undefined
  );
}

/** The columns that say which visit a row belongs to. */
const OF_A_VISIT: readonly ColumnOf<{ held: HeldVisit }>[] = [
  { name: 'visit', description: 'The id of the visit.', cell: ({ held }) => held.visit.id },
  {
    name: 'authority',
    description: 'The id of the authority that was visited.',
    cell: ({ held }) => held.visit.authority,
  },
];

/** A finding, response or action, and the visit it belongs to. */
interface PassageRow<Passage> {
  held: HeldVisit;
  passage: Passage;
}

type AnyPassage = PassageRow<Finding | Response | Action> & { kind: 'finding' | 'response' | 'action' };

/** Everything said of a visit: its findings, then responses, then actions, each in the order of its file. */
function passagesOf(held: HeldVisit): AnyPassage[] {
  const { findings, responses, actions } = held.visit;
  return [
    ...findings.map((passage) => ({ held, passage, kind: 'finding' as const })),
    ...responses.map((passage) => ({ held, passage, kind: 'response' as const })),
    ...actions.map((passage) => ({ held, passage, kind: 'action' as const })),
  ];
}

/** The column of a passage’s permanent address. */
function addressColumn<Passage extends { id: string }>(site: URL): ColumnOf<PassageRow<Passage>> {
  return {
    name: 'address',
    description: 'Its permanent address on this site.',
    cell: ({ held, passage }) => absolute(passageAddress(held.visit.id, passage.id), site),
  };
}

/** How many findings of a visit have an assessment. */
function assessed(held: HeldVisit, assessment: Assessment): number {
  return held.visit.findings.filter((finding) => finding.assessment === assessment).length;
}

/** The grades of an inspection in one cell: `overall: good; leaders: good`. */
function judgements({ visit }: HeldVisit): Cell {
  if (!('judgements' in visit) || !visit.judgements) return undefined;
  const given = visit.judgements;
  return texts(
    (Object.keys(JUDGEMENT_LABELS) as JudgementKey[]).flatMap((key) =>
      given[key] ? `${key}: ${given[key]}` : [],
    ),
  );
}

/** What a column of counts is called, for each assessment. */
const COUNT_NAMES: Record<Assessment, { name: string; counted: string }> = {
  'priority-action': { name: 'priority_actions', counted: 'areas for priority action' },
  improvement: { name: 'to_improve', counted: 'findings of what needs to improve' },
  mixed: { name: 'mixed', counted: 'findings of a mixed picture' },
  strength: { name: 'strengths', counted: 'findings of a strength' },
  context: { name: 'context', counted: 'findings that are context: a fact without a judgement' },
};

function visitsTable({ visits, site }: Collection): Table {
  const columns: ColumnOf<HeldVisit>[] = [
    {
      name: 'visit',
      description: 'The id of the visit, which the other tables refer to.',
      cell: ({ visit }) => visit.id,
    },
    { name: 'title', description: 'Its title on this site.', cell: ({ visit }) => visit.title },
    {
      name: 'address',
      description: 'Its permanent address on this site.',
      cell: ({ visit }) => absolute(visitAddress(visit.id), site),
    },
    {
      name: 'authority',
      description: 'The id of the authority that was visited.',
      cell: ({ visit }) => visit.authority,
    },
    {
      name: 'authority_name',
      description: 'The authority’s short name.',
      cell: ({ authority }) => authority.name,
    },
    {
      name: 'ons_code',
      description: 'The authority’s code at the Office for National Statistics, to join other data by.',
      cell: ({ authority }) => authority.onsCode,
    },
    { name: 'region', description: 'The authority’s region.', cell: ({ authority }) => authority.region },
    {
      name: 'kind',
      description: 'The kind of visit, such as focused-visit or inspection.',
      cell: ({ visit }) => visit.kind,
    },
    {
      name: 'focus',
      description: 'The ids of what it looked at, separated by spaces; whole-service is everything.',
      cell: ({ visit }) => ids(visit.focus),
    },
    {
      name: 'ages_from',
      description: 'The youngest age it looked at, in years. Empty where the record does not say.',
      cell: ({ visit }) => visit.ages?.from,
    },
    {
      name: 'ages_to',
      description: 'The oldest age it looked at, in years. Empty where the record does not say.',
      cell: ({ visit }) => visit.ages?.to,
    },
    {
      name: 'visited_start',
      description: 'Its first day, as far as it is known: a year, a month or a day.',
      cell: ({ visit }) => visit.visited.start,
    },
    {
      name: 'visited_end',
      description: 'Its last day. Empty where it is not known, or the same as the first.',
      cell: ({ visit }) => visit.visited.end,
    },
    {
      name: 'visited_before',
      description:
        'Where the dates are unknown and only a report of the visit is dated: that date. The visit was before it.',
      cell: ({ visit }) => visit.visited.before,
    },
    {
      name: 'visited_days',
      description: 'How many days it lasted, where the record says so without giving dates.',
      cell: ({ visit }) => visit.visited.days,
    },
    {
      name: 'published',
      description: 'When Ofsted published its letter or report. Empty where that is not known.',
      cell: ({ visit }) => visit.published,
    },
    {
      name: 'inspectors',
      description:
        'The inspectors whom the record names, separated by semicolons. Empty where it names none.',
      cell: ({ visit }) => texts(visit.inspectors ?? []),
    },
    {
      name: 'whole_record',
      description:
        'true where we hold the whole letter or report; false where we know it from an account only, so that what the account leaves out is not known.',
      cell: ({ visit }) => holdsWholeRecord(visit),
    },
    {
      name: 'known_from',
      description: 'What the visit is known from, in words.',
      cell: ({ visit }) => lookedAt(visit).record,
    },
    {
      name: 'judgements',
      description:
        'The grades of an inspection, each with the name of its judgement, separated by semicolons. Empty for visits that are not graded.',
      cell: judgements,
    },
    {
      name: 'findings',
      description:
        'How many findings the table of findings has of it. A long letter has more of them: that does not make a council worse.',
      cell: ({ visit }) => visit.findings.length,
    },
    ...ASSESSMENTS.map((assessment) => ({
      name: COUNT_NAMES[assessment].name,
      description: `How many of them are ${COUNT_NAMES[assessment].counted}.`,
      cell: (held: HeldVisit) => assessed(held, assessment),
    })),
    {
      name: 'quotations',
      description: 'How many quotations the table of quotations has of it.',
      cell: (held) => passagesOf(held).flatMap(({ passage }) => passage.quotes).length,
    },
    {
      name: 'standfirst',
      description: 'The visit in a sentence, in our words.',
      cell: ({ visit }) => visit.standfirst,
    },
  ];
  const description = 'A row for each visit: when it was, what it looked at and what it is known from.';
  return tableOf({ id: 'visits', title: 'Visits', description }, columns, visits, (held) => [held]);
}

function findingsTable({ visits, site }: Collection): Table {
  const columns: ColumnOf<PassageRow<Finding>>[] = [
    ...OF_A_VISIT,
    {
      name: 'finding',
      description: 'Its id within the visit. Visit and finding together are unique and permanent.',
      cell: ({ passage }) => passage.id,
    },
    addressColumn(site),
    {
      name: 'themes',
      description: 'The ids of its themes, separated by spaces. Only context may have none.',
      cell: ({ passage }) => ids(passage.themes),
    },
    {
      name: 'assessment',
      description:
        'How inspectors assessed it: priority-action, improvement (needs to improve), mixed, strength, or context.',
      cell: ({ passage }) => passage.assessment,
    },
    {
      name: 'proposed',
      description:
        'true where the themes and the assessment were proposed by rule and no editor has confirmed them.',
      cell: ({ passage }) => passage.proposed,
    },
    {
      name: 'group',
      description:
        'The children or young people it is about, where what the visit looked at does not say so.',
      cell: ({ passage }) => passage.group,
    },
    {
      name: 'change',
      description: 'Where inspectors themselves say that something changed: better, worse or same.',
      cell: ({ passage }) => passage.change,
    },
    {
      name: 'since',
      description: 'The earlier point that they compare with, where they name it: a year, a month or a day.',
      cell: ({ passage }) => passage.since,
    },
    {
      name: 'source',
      description: 'The id, within the visit, of the document it is taken from.',
      cell: ({ passage }) => passage.source,
    },
    {
      name: 'words',
      description: 'The finding in our words; what stands between “ ” in it is quoted word for word.',
      cell: ({ passage }) => prose(passage.words),
    },
    {
      name: 'quotations',
      description:
        'The quotations that stand beside it, each between “ ”. Who said them, and in which document, is in the table of quotations.',
      cell: ({ passage }) => quoted(passage.quotes),
    },
  ];
  const rowsOf = (held: HeldVisit) => held.visit.findings.map((passage) => ({ held, passage }));
  const description = 'A row for each thing that inspectors found, as the record gives it.';
  return tableOf({ id: 'findings', title: 'Findings', description }, columns, visits, rowsOf);
}

function quotationsTable({ visits, site }: Collection): Table {
  type Row = AnyPassage & { quote: Quote; number: number };
  const source = ({ held, quote }: Row): Source | undefined => held.visit.sources[quote.source];
  const columns: ColumnOf<Row>[] = [
    ...OF_A_VISIT,
    {
      name: 'passage',
      description: 'The id, within the visit, of the finding, response or action it stands in.',
      cell: ({ passage }) => passage.id,
    },
    {
      name: 'passage_kind',
      description: 'What it stands in: finding, response or action.',
      cell: ({ kind }) => kind,
    },
    {
      name: 'number',
      description: 'Its place among the quotations of the passage, counted from 1.',
      cell: ({ number }) => number,
    },
    addressColumn(site),
    { name: 'text', description: 'The words, as the source prints them.', cell: ({ quote }) => quote.text },
    {
      name: 'form',
      description: 'block for a quotation of its own; inline for words within a sentence of ours.',
      cell: ({ quote }) => quote.form,
    },
    {
      name: 'voice',
      description:
        'Whose words they are: inspectorate, council, care-leaver or press. A newspaper that quotes a letter gives the inspectorate’s words.',
      cell: ({ quote }) => quote.voice,
    },
    {
      name: 'speaker',
      description: 'Who said or wrote them. Empty where the source does not say.',
      cell: ({ quote }) => quote.speaker,
    },
    {
      name: 'roles',
      description: 'The speaker’s roles as the source gives them, separated by semicolons.',
      cell: ({ quote }) => texts(quote.roles),
    },
    {
      name: 'source',
      description: 'The id, within the visit, of the document they are quoted from.',
      cell: ({ quote }) => quote.source,
    },
    {
      name: 'source_title',
      description: 'The title of the document, or a description of it where it has none.',
      cell: (row) => source(row)?.title,
    },
    {
      name: 'source_type',
      description: 'What kind of document it is, such as inspectorate-letter or news-report.',
      cell: (row) => source(row)?.type,
    },
    {
      name: 'source_published',
      description: 'When the document was published. Empty where that is not known.',
      cell: (row) => source(row)?.published,
    },
    {
      name: 'licence',
      description: 'OGL-3.0 for the Open Government Licence. Empty for words that stay their publisher’s.',
      cell: (row) => source(row)?.licence,
    },
  ];
  const rowsOf = (held: HeldVisit) =>
    passagesOf(held).flatMap((row) =>
      row.passage.quotes.map((quote, index) => ({ ...row, quote, number: index + 1 })),
    );
  const description =
    'A row for each quotation, with whose words they are and where they stand. Each was checked word for word against its document.';
  return tableOf({ id: 'quotations', title: 'Quotations', description }, columns, visits, rowsOf);
}

function repliesTable({ visits, site }: Collection): Table {
  const columns: ColumnOf<AnyPassage>[] = [
    ...OF_A_VISIT,
    {
      name: 'passage',
      description: 'Its id within the visit. Visit and passage together are unique and permanent.',
      cell: ({ passage }) => passage.id,
    },
    {
      name: 'kind',
      description:
        'response: what the council or a young person said. action: what the council says it does.',
      cell: ({ kind }) => kind,
    },
    addressColumn(site),
    {
      name: 'status',
      description: 'Of an action: done, under-way or promised, on the council’s word. Empty for a response.',
      cell: ({ passage }) => ('status' in passage ? passage.status : undefined),
    },
    {
      name: 'themes',
      description: 'The ids of the themes it answers to, separated by spaces.',
      cell: ({ passage }) => ids(passage.themes),
    },
    {
      name: 'speakers',
      description: 'Who is quoted in it, separated by semicolons. Empty where nobody is named.',
      cell: ({ passage }) => texts(passage.quotes.flatMap(({ speaker }) => speaker ?? [])),
    },
    {
      name: 'source',
      description: 'The id, within the visit, of the document it is taken from.',
      cell: ({ passage }) => passage.source,
    },
    {
      name: 'words',
      description: 'What it says in our words. Empty where it consists of quotations.',
      cell: ({ passage }) => prose(passage.words),
    },
    {
      name: 'quotations',
      description: 'The quotations in it, each between “ ”.',
      cell: ({ passage }) => quoted(passage.quotes),
    },
  ];
  const rowsOf = (held: HeldVisit) => passagesOf(held).filter(({ kind }) => kind !== 'finding');
  const description =
    'A row for each thing said in reply to a visit, and for each thing a council says that it did, does or will do. Nobody has checked for this site whether it was done.';
  return tableOf(
    { id: 'responses-and-actions', title: 'Responses and actions', description },
    columns,
    visits,
    rowsOf,
  );
}

function figuresTable({ visits, site }: Collection): Table {
  type Row = { held: HeldVisit; figure: Figure };
  const columns: ColumnOf<Row>[] = [
    ...OF_A_VISIT,
    { name: 'label', description: 'What was counted, in our words.', cell: ({ figure }) => figure.label },
    {
      name: 'value',
      description: 'The number as the source gives it, with its unit: 50% or £5m.',
      cell: ({ figure }) => figure.value,
    },
    {
      name: 'period',
      description: 'The time it is about, as the source gives it. Empty where it gives none.',
      cell: ({ figure }) => figure.period,
    },
    {
      name: 'source',
      description: 'The id, within the visit, of the document that gives it.',
      cell: ({ figure }) => figure.source,
    },
    {
      name: 'finding',
      description: 'The id, within the visit, of the finding it belongs to, if any.',
      cell: ({ figure }) => figure.finding,
    },
    {
      name: 'address',
      description: 'The permanent address of that finding, or else of the visit.',
      cell: ({ held, figure }) =>
        absolute(
          figure.finding ? passageAddress(held.visit.id, figure.finding) : visitAddress(held.visit.id),
          site,
        ),
    },
  ];
  const rowsOf = (held: HeldVisit) => held.visit.figures.map((figure) => ({ held, figure }));
  const description = 'A row for each number that a record gives.';
  return tableOf({ id: 'figures', title: 'Figures', description }, columns, visits, rowsOf);
}

function stancesTable({ visits, themes }: Collection): Table {
  type Row = { held: HeldVisit; theme: Theme };
  const of = ({ held, theme }: Row) => held.sheet.themes[theme.id];
  const stances = (Object.keys(STANCE_LABELS) as Stance[]).join(', ');
  const columns: ColumnOf<Row>[] = [
    ...OF_A_VISIT,
    { name: 'theme', description: 'The id of the theme.', cell: ({ theme }) => theme.id },
    { name: 'theme_label', description: 'What the theme is called.', cell: ({ theme }) => theme.label },
    {
      name: 'stance',
      description: `Where the visit stands on the theme: ${stances}. The last three are silences, and three different things.`,
      cell: (row) => of(row)?.stance,
    },
    ...ASSESSMENTS.map((assessment) => ({
      name: COUNT_NAMES[assessment].name,
      description: `How many of its findings on the theme are ${COUNT_NAMES[assessment].counted}.`,
      cell: (row: Row) => (assessment === 'context' ? of(row)?.context : of(row)?.counts[assessment]),
    })),
    {
      name: 'findings',
      description:
        'The ids, within the visit, of the findings that the stance rests on, separated by spaces.',
      cell: (row) => ids(of(row)?.findings ?? []),
    },
    {
      name: 'inspectors_say',
      description:
        'Where inspectors themselves say that something changed, in words; semicolons between several.',
      cell: (row) => texts(of(row)?.said.map(({ label }) => label) ?? []),
    },
    {
      name: 'proposed',
      description: 'true where the stance rests on a finding that no editor has confirmed.',
      cell: (row) => of(row)?.proposed,
    },
    {
      name: 'whole_record',
      description: 'true where we hold the whole letter or report of the visit.',
      cell: ({ held }) => held.sheet.whole,
    },
  ];
  const rowsOf = (held: HeldVisit) => themes.map((theme) => ({ held, theme }));
  const description =
    'A row for each visit and theme: where the visit stands on it, or why it says nothing of it. We derive it from the findings.';
  return tableOf({ id: 'stances', title: 'Stances', description }, columns, visits, rowsOf);
}

function sourcesTable({ visits }: Collection): Table {
  type Row = { held: HeldVisit; id: string; source: Source };
  const columns: ColumnOf<Row>[] = [
    ...OF_A_VISIT,
    { name: 'source', description: 'Its id within the visit.', cell: ({ id }) => id },
    {
      name: 'type',
      description:
        'What kind of document it is: inspectorate-letter, inspectorate-report, council-news or news-report.',
      cell: ({ source }) => source.type,
    },
    {
      name: 'title',
      description: 'Its title as printed, or a description where it has none, which the note then says.',
      cell: ({ source }) => source.title,
    },
    {
      name: 'publisher',
      description: 'Who published it. Empty where that is not known.',
      cell: ({ source }) => source.publisher,
    },
    {
      name: 'author',
      description: 'Who wrote it, where it is signed.',
      cell: ({ source }) => source.author,
    },
    {
      name: 'published',
      description: 'When it was published: a year, a month or a day. Empty where that is not known.',
      cell: ({ source }) => source.published,
    },
    {
      name: 'url',
      description: 'Where it can be read on the web. Empty where that is not known.',
      cell: ({ source }) => source.url,
    },
    {
      name: 'retrieved',
      description: 'The day on which it was read there, where that is recorded.',
      cell: ({ source }) => source.retrieved,
    },
    {
      name: 'licence',
      description:
        'OGL-3.0 for the Open Government Licence. Empty for a document that stays its publisher’s.',
      cell: ({ source }) => source.licence,
    },
    {
      name: 'whole',
      description: 'true where it is the whole letter or report of the visit.',
      cell: ({ source }) => source.whole === true,
    },
    {
      name: 'sha256',
      description:
        'The fingerprint (SHA-256) of the file that its quotations were checked against. Empty where nothing is quoted from it.',
      cell: ({ held, id }) => held.checked[id]?.sha256,
    },
    { name: 'note', description: 'What a reader should know of it.', cell: ({ source }) => source.note },
  ];
  const rowsOf = (held: HeldVisit) =>
    Object.entries(held.visit.sources).map(([id, source]) => ({ held, id, source }));
  const description = 'A row for each document that a visit is known from.';
  return tableOf({ id: 'sources', title: 'Sources', description }, columns, visits, rowsOf);
}

/** The collection as tables, each of which can be taken away as a CSV file. */
export function tablesOf(collection: Collection): Table[] {
  return [
    visitsTable(collection),
    findingsTable(collection),
    quotationsTable(collection),
    repliesTable(collection),
    figuresTable(collection),
    stancesTable(collection),
    sourcesTable(collection),
  ];
}

/** A table as the text of a CSV file, line by line. */
export function tableCsv({ columns, rows }: Table): Iterable<string> {
  return csvLines(
    columns.map(({ name }) => name),
    rows(),
  );
}
