import type { Voice } from '../model/quote.ts';
import type { SourceType } from '../model/source.ts';
import type { VisitKind } from '../model/visit-kind.ts';

/** What a citation needs to know of a quotation, or of a passage in our own words. */
export interface PassageRecord {
  /** The verbatim words: one quotation, or each of those within our sentence. Empty where nothing is verbatim. */
  quotations: readonly string[];
  /** Our own sentence: what the quotations stand in, or all there is. */
  words?: string | undefined;
  /** Whose words the quotations are; `editor` where there are none. */
  voice: Voice | 'editor';
  speaker?: string | undefined;
  roles: readonly string[];
  source: {
    type: SourceType;
    publisher?: string | undefined;
    /** In full words: “15 December 2024”. */
    published?: string | undefined;
  };
  visit: {
    kind: VisitKind;
    /** The name of the authority: “Wigan”. */
    place: string;
    /** Fit to follow the place: “before 15 December 2024”. */
    when: string;
  };
}

/** What a citation is made of, in words: enough to write it in any format. */
export interface CitationParts {
  quotations: readonly string[];
  words?: string | undefined;
  /** Who said it, in which document, of which visit: see `credit`. */
  credit: string;
  /** The passage’s permanent address, with the site’s: “https://…/visits/wigan-2024/#onus”. */
  url: string;
}

/** The formats in which a citation can be taken away. */
export type CitationFormat = 'text' | 'markdown' | 'html';

const SITE = 'Inspection Insights';

/** Each kind of visit, fit to stand before the name of a place. */
const VISITS: Record<VisitKind, string> = {
  'focused-visit': 'a focused visit to',
  'assurance-visit': 'a focused assurance visit to',
  'monitoring-visit': 'a monitoring visit to',
  inspection: 'an inspection of children’s services in',
  'single-inspection': 'a single inspection of children’s services in',
  'joint-inspection': 'a joint inspection of services in',
  'looked-after-children-inspection': 'an inspection of services for looked after children in',
  'lscb-review': 'a review of the Local Safeguarding Children Board in',
};

const DOCUMENTS: Record<SourceType, string> = {
  'inspectorate-letter': 'Ofsted’s letter',
  'inspectorate-report': 'Ofsted’s report',
  'council-news': 'the council’s own account',
  'news-report': 'a newspaper’s report',
};

/** The voice whose own document each kind of document is: any other voice is quoted in it. */
const OWN_VOICE: Record<SourceType, Voice> = {
  'inspectorate-letter': 'inspectorate',
  'inspectorate-report': 'inspectorate',
  'council-news': 'council',
  'news-report': 'press',
};

const VOICES: Record<PassageRecord['voice'], string> = {
  inspectorate: 'Ofsted inspectors',
  council: 'the council',
  'care-leaver': 'a care leaver',
  press: 'the newspaper',
  editor: SITE,
};

/** Whose words they are: “Ofsted inspectors”, “Laura Mayes, Deputy Leader”, “Inspection Insights, in our own words”. */
export function whoSaid({ voice, speaker, roles }: PassageRecord): string {
  if (voice === 'editor') return `${SITE}, in our own words`;
  if (!speaker && roles.length === 0) return VOICES[voice];
  const named = [...(speaker ? [speaker] : []), ...roles].join(', ');
  // A role says whose it is, except an inspector’s.
  return voice === 'inspectorate' && !/Ofsted|Majesty/.test(named) ? `${named}, Ofsted` : named;
}

/** In which document: “quoted in a newspaper’s report of 15 December 2024 (publisher unknown)”. */
export function whereSaid({ voice, speaker, roles, source }: PassageRecord): string {
  const { type, published } = source;
  const own = voice === OWN_VOICE[type];
  const unnamed = !speaker && roles.length === 0;
  const document = own && unnamed && type === 'council-news' ? 'its own account' : DOCUMENTS[type];
  const relation = voice === 'editor' ? 'from' : own ? 'in' : 'quoted in';
  return `${relation} ${document}${published ? ` of ${published}` : ''}${imprint(source)}`;
}

/** Who published a document, and what is not known of that; Ofsted’s own say it already. */
function imprint({ type, publisher, published }: PassageRecord['source']): string {
  const known = OWN_VOICE[type] === 'inspectorate' ? '' : publisher;
  if (known === undefined) return published ? ' (publisher unknown)' : ' (publisher and date unknown)';
  const facts = [known, published ? '' : 'date unknown'].filter(Boolean);
  return facts.length > 0 ? ` (${facts.join(', ')})` : '';
}

/** Of which visit: “a focused visit to Wigan before 15 December 2024”. */
function whichVisit({ visit }: PassageRecord): string {
  return `${VISITS[visit.kind]} ${visit.place} ${visit.when}`;
}

/** Who said it, in which document, of which visit: the part of a citation that several quotations may share. */
export function credit(record: PassageRecord): string {
  return `${whoSaid(record)}, ${whereSaid(record)}, of ${whichVisit(record)}`;
}

/** The citation of a passage. `url` is its permanent address, with the site’s. */
export function citation(record: PassageRecord, url: string, format: CitationFormat): string {
  return writeCitation({ ...record, credit: credit(record), url }, format);
}

/**
 * Writes a citation: the verbatim words first, then whose they are and where they stand, then, where they are
 * parts of a sentence of ours, that sentence, and last the address. HTML and Markdown are escaped.
 */
export function writeCitation(parts: CitationParts, format: CitationFormat): string {
  if (format === 'markdown') return inMarkdown(parts);
  return format === 'html' ? inHtml(parts) : inText(parts);
}

function inText({ quotations, words, credit: by, url }: CitationParts): string {
  if (quotations.length === 0) return `${words} — ${by}. ${url}`;
  const context = words ? ` In our sentence: ${closed(words)}` : '';
  return `${quotations.map((quotation) => `“${quotation}”`).join(', ')} — ${by}.${context} ${SITE}, ${url}`;
}

function inMarkdown({ quotations, words, credit: by, url }: CitationParts): string {
  const shown = quotations.length > 0 ? quotations : [words ?? ''];
  const quoted = shown.map((text) => `> ${escapeMarkdown(text)}`).join('\n>\n');
  const context = quotations.length > 0 && words ? ` In our sentence: ${escapeMarkdown(closed(words))}` : '';
  return `${quoted}\n\n— ${escapeMarkdown(by)}.${context} [${SITE}](${url})\n`;
}

function inHtml({ quotations, words, credit: by, url }: CitationParts): string {
  const shown = quotations.length > 0 ? quotations : [words ?? ''];
  const link = escapeHtml(url);
  const quoted = shown.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  const body = quotations.length > 0 ? `<blockquote cite="${link}">${quoted}</blockquote>` : quoted;
  const context = quotations.length > 0 && words ? ` In our sentence: ${escapeHtml(closed(words))}` : '';
  return `<figure>${body}<figcaption>— ${escapeHtml(by)}.${context} <a href="${link}">${SITE}</a></figcaption></figure>\n`;
}

/** A sentence with its full stop. */
function closed(sentence: string): string {
  return /[.!?]”?$/.test(sentence) ? sentence : `${sentence}.`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Marks that Markdown would take as its own are escaped, and so is a beginning that would make a list. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
