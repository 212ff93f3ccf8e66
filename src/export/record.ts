import { createHash } from 'node:crypto';
import { gaps, lookedAt } from '../insight/coverage.ts';
import { passageAddress, visitAddress } from '../model/address.ts';
import type { Finding, Response } from '../model/finding.ts';
import type { Quote } from '../model/quote.ts';
import { holdsWholeRecord } from '../model/visit.ts';
import { absolute } from './absolute.ts';
import type { Collection, HeldVisit } from './collection.ts';

function quotationRecord({ text, form, voice, speaker, roles, source }: Quote) {
  return { text, form, voice, speaker, roles: roles.length > 0 ? roles : undefined, source };
}

/** What a finding, a response and an action have in common. */
function passageRecord({ visit }: HeldVisit, passage: Finding | Response, site: URL | undefined) {
  const { id, themes, source, words, quotes } = passage;
  return {
    id,
    address: site && absolute(passageAddress(visit.id, id), site),
    themes,
    source,
    words,
    quotations: quotes.map(quotationRecord),
  };
}

/** Where a visit stands on each theme. Theme ids are values, not keys: every key of a record is ours. */
function stanceRecords({ sheet }: HeldVisit) {
  return Object.entries(sheet.themes).map(
    ([theme, { stance, counts, context, findings, said, proposed }]) => ({
      theme,
      stance,
      counts: { ...counts, context },
      findings,
      inspectorsSay: said.length > 0 ? said : undefined,
      proposed,
    }),
  );
}

/**
 * All that is published of a visit, as plain JSON. What is not known is left out.
 *
 * @param site where it is published; without it, nothing says at which address it stands
 */
export function visitRecord(held: HeldVisit, site?: URL) {
  const { visit, authority, checked } = held;
  return {
    id: visit.id,
    address: site && absolute(visitAddress(visit.id), site),
    title: visit.title,
    authority: authority.id,
    authorityName: authority.name,
    kind: visit.kind,
    focus: visit.focus,
    ages: visit.ages,
    visited: visit.visited,
    published: visit.published,
    inspectors: visit.inspectors,
    wholeRecord: holdsWholeRecord(visit),
    knownFrom: lookedAt(visit).record,
    notInTheRecord: gaps(visit),
    judgements: 'judgements' in visit ? visit.judgements : undefined,
    standfirst: visit.standfirst,
    summaryHtml: visit.summary || undefined,
    plainHtml: visit.plain || undefined,
    sources: Object.entries(visit.sources).map(([id, source]) => ({
      id,
      ...source,
      sha256: checked[id]?.sha256,
    })),
    figures: visit.figures,
    previous: visit.previous,
    findings: visit.findings.map((finding) => ({
      ...passageRecord(held, finding, site),
      assessment: finding.assessment,
      proposed: finding.proposed,
      group: finding.group,
      change: finding.change,
      since: finding.since,
    })),
    responses: visit.responses.map((response) => passageRecord(held, response, site)),
    actions: visit.actions.map((action) => ({
      ...passageRecord(held, action, site),
      status: action.status,
    })),
    stances: stanceRecords(held),
  };
}

/**
 * The version of the collection: twelve hexadecimal digits that change when anything published changes, and
 * never otherwise. It is made from the content and not from a clock, so that one content has one version,
 * wherever and whenever it is built.
 */
export function versionOf({
  visits,
  themes,
  authorities,
  corrections,
}: Omit<Collection, 'version' | 'site'>): string {
  // Where the site is published is no part of what is published: a copy elsewhere has the same version. One visit at a time,
  // since all of them together are a text of a hundred million characters.
  const hash = createHash('sha256');
  hash.update(`{"themes":${JSON.stringify(themes)},"authorities":${JSON.stringify(authorities)},"visits":[`);
  visits.forEach((held, index) => {
    hash.update(`${index > 0 ? ',' : ''}${JSON.stringify(visitRecord(held))}`);
  });
  hash.update(`],"corrections":${JSON.stringify(corrections)}}`);
  return hash.digest('hex').slice(0, 12);
}
