import type { Authority } from '../model/authority.ts';
import type { Action, Finding, Response } from '../model/finding.ts';
import { formatDate, formatDateRange, yearOf } from '../model/partial-date.ts';
import type { Quote } from '../model/quote.ts';
import type { Source } from '../model/source.ts';
import type { Visit } from '../model/visit.ts';
import { periodDay, type VisitPeriod } from '../model/visit-kind.ts';
import { documentId, type SearchDocument, type SearchSource, type SearchVisit } from './document.ts';
import type { Range } from './query.ts';
import { splitSentences } from './sentences.ts';

/**
 * Every text that search finds, in the order in which it is listed when nothing is asked for: visits as they
 * are given (newest first), each in the order of its file, and in each passage its quotations before our own
 * words. Words between “ ” in an editor’s sentence are found in their sentence, which then counts as the
 * voice that it quotes: so each text is found once, and a fragment never without what it is about.
 *
 * @throws if a visit names an authority or a source that is not there, which a checked library rules out
 */
export function searchDocuments(
  visits: readonly Visit[],
  authorities: readonly Authority[],
): SearchDocument[] {
  const register = new Map(authorities.map((authority) => [authority.id, authority]));
  return visits.flatMap((visit) => {
    const authority = register.get(visit.authority);
    if (!authority)
      throw new Error(`The visit ${visit.id} is to “${visit.authority}”, which is not in the register.`);
    const about = searchVisit(visit, authority);
    const sources = Object.fromEntries(
      Object.entries(visit.sources).map(([id, source]) => [id, searchSource(source)]),
    );
    return passagesOf(visit).flatMap((passage) => {
      const documents = [
        ...passage.quotes.filter(({ form }) => form === 'block').flatMap(quotations),
        ...(passage.words.length > 0 ? [ownWords(passage)] : []),
      ];
      return documents.map((text, number): SearchDocument => {
        const from = sources[text.source];
        if (!from)
          throw new Error(
            `#${passage.id} of ${visit.id} is from “${text.source}”, which is not among its sources.`,
          );
        // Field by field: to spread hundreds of thousands of texts takes several times as long.
        return {
          id: documentId(visit.id, passage.id, number),
          kind: text.kind,
          text: text.text,
          paragraph: text.paragraph,
          quoted: text.quoted,
          voice: text.voice,
          speaker: text.speaker,
          roles: text.roles,
          passage: passage.id,
          part: passage.part,
          assessment: passage.assessment,
          themes: passage.themes,
          visit: about,
          source: from,
        };
      });
    });
  });
}

type Passage = (Finding | Response | Action) & Pick<SearchDocument, 'part' | 'assessment'>;

/** The findings, responses and actions of a visit, in the order of its file. */
function passagesOf(visit: Visit): Passage[] {
  return [
    ...visit.findings.map((finding) => ({ ...finding, part: 'finding' as const })),
    ...visit.responses.map((response) => ({ ...response, part: 'response' as const, assessment: undefined })),
    ...visit.actions.map((action) => ({ ...action, part: 'action' as const, assessment: undefined })),
  ].sort((a, b) => a.line - b.line);
}

/** What a text is apart from its passage; its source is still an id. */
type Text = Pick<SearchDocument, 'kind' | 'text' | 'paragraph' | 'quoted' | 'voice' | 'speaker' | 'roles'> & {
  source: string;
};

/** A quotation of more characters than this is searched, and shown, sentence by sentence. */
const LONG = 240;

/** A quotation as one text, or, where it is long, each of its sentences. */
function quotations({ text, voice, speaker, roles, source }: Quote): Text[] {
  const shared = { kind: 'quotation' as const, quoted: [], voice, speaker, roles, source };
  const sentences = text.length > LONG ? splitSentences(text) : [text];
  if (sentences.length === 1) return [{ ...shared, text }];
  return sentences.map((sentence, at) => ({
    ...shared,
    text: sentence,
    paragraph: { sentences, at },
  }));
}

/** A passage’s own words. The first quotation within them says whose words they quote. */
function ownWords(passage: Passage): Text {
  const text = passage.words.join(' ');
  const quoted = [...text.matchAll(/“([^“”]+)”/g)].map(
    (match): Range => [match.index + 1, match.index + match[0].length - 1],
  );
  const quote = passage.quotes.find(({ form }) => form === 'inline');
  return {
    kind: 'words',
    text,
    quoted: quote ? quoted : [],
    voice: quote?.voice ?? 'editor',
    speaker: quote?.speaker,
    roles: quote?.roles ?? [],
    source: quote?.source ?? passage.source,
  };
}

function searchVisit(visit: Visit, authority: Authority): SearchVisit {
  return {
    id: visit.id,
    title: visit.title,
    authority: authority.id,
    region: authority.region,
    places: [...new Set([authority.name, authority.fullName, ...authority.alsoCalled])],
    kind: visit.kind,
    year: yearOf(periodDay(visit.visited)),
    when: whenVisited(visit.visited),
  };
}

function searchSource({ type, title, publisher, published }: Source): SearchSource {
  return { type, title, publisher, published: published && formatDate(published) };
}

/**
 * When a visit was, fit to follow “a focused visit to Wigan”: “on 17 and 18 September 2024”, “in October 2020”,
 * “before 15 December 2024”.
 */
export function whenVisited(period: VisitPeriod): string {
  if (!period.start) return `before ${formatDate(period.before ?? '')}`;
  const dates = formatDateRange(period.start, period.end);
  if (dates.includes(' to ')) return `from ${dates}`;
  return `${period.start.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${dates}`;
}
