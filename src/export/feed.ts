import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import { lookedAt, recordName } from '../insight/coverage.ts';
import { beginSentence, withinSentence } from '../insight/phrase.ts';
import { countJudged, countsInWords, STANCE_LABELS } from '../insight/stance.ts';
import { html } from '../markup/html.ts';
import { at, authorityAddress, themeAddress, visitAddress } from '../model/address.ts';
import type { Authority } from '../model/authority.ts';
import { formatDate } from '../model/partial-date.ts';
import type { Theme } from '../model/theme.ts';
import type { Visit } from '../model/visit.ts';
import { formatPeriod, VISIT_KIND_LABELS } from '../model/visit-kind.ts';
import { absolute } from './absolute.ts';
import type { Collection, HeldVisit } from './collection.ts';

/** Where a feed is published, and how a page names it. */
export interface FeedLink {
  title: string;
  href: string;
}

/** The feed of an authority's visits. */
export function authorityFeed({ id, name }: Pick<Authority, 'id' | 'name'>): FeedLink {
  return { title: `Inspection Insights: ${name}`, href: `${authorityAddress(id)}feed.xml` };
}

/** The feed of the visits that say something of a theme. */
export function themeFeed({ id, label }: Pick<Theme, 'id' | 'label'>): FeedLink {
  return { title: `Inspection Insights: ${label}`, href: `${themeAddress(id)}feed.xml` };
}

/**
 * The day by which a feed dates a visit, `YYYY-MM-DD`: when its letter was published; where that is not known,
 * the last day of the visit that is known, or the day of the report by which we know it. Undefined where no
 * day is known: a feed then gives no date rather than a guess.
 */
export function feedDay({ published, visited }: Pick<Visit, 'published' | 'visited'>): string | undefined {
  const dates = [published, visited.end, visited.start, visited.before];
  return dates.find((date) => date?.length === 'YYYY-MM-DD'.length);
}

/** How a visit's findings add up: "29 findings: 20 strengths, 1 mixed, 8 to improve, 2 of context". */
function countedFindings({ findings }: Visit): string {
  const context = findings.filter(({ assessment }) => assessment === 'context').length;
  const counts = [countsInWords(countJudged(findings)), context > 0 ? `${context} of context` : '']
    .filter(Boolean)
    .join(', ');
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${counts}`;
}

/** A visit as an item of a feed. Its guid is the visit's permanent address, and so never changes. */
function feedItem({ visit, authority, sheet }: HeldVisit, site: URL, theme?: Theme): RSSFeedItem {
  const day = feedDay(visit);
  const onTheme = theme && sheet.themes[theme.id];
  const { areas, ages, record } = lookedAt(visit);
  const link = absolute(visitAddress(visit.id), site);
  const dates = [
    `Visited ${formatPeriod(visit.visited)}.`,
    visit.published && `${beginSentence(recordName(visit.kind))} published ${formatDate(visit.published)}.`,
  ];
  const content = html`
    ${onTheme && html`<p><a href="${link}#page-theme-${theme.id}">${theme.label}</a>: ${withinSentence(STANCE_LABELS[onTheme.stance])} (${countsInWords(onTheme.counts)}).</p>`}
    <p>${visit.standfirst}</p>
    ${visit.findings.length > 0 && html`<p>${countedFindings(visit)}.</p>`}
    <p>${dates.filter(Boolean).join(' ')} Looked at ${ages ? `${areas} ${ages}` : areas}. Known from ${record}.</p>
    <p><a href="${link}">The visit, with every quotation and its source</a></p>
  `;
  return {
    title: visit.title,
    link,
    description: visit.standfirst,
    content: content.markup,
    categories: [authority.name, VISIT_KIND_LABELS[visit.kind]],
    ...(day && { pubDate: new Date(`${day}T00:00:00Z`) }),
  };
}

/** What every feed has: its own address, by which readers recognise it, and its language. */
function feed(
  { title, href }: FeedLink,
  page: string,
  about: { description: string; items: RSSFeedItem[]; site: URL },
): RSSOptions {
  return {
    title,
    description: about.description,
    site: absolute(page, about.site),
    items: about.items,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>en-GB</language><atom:link href="${absolute(href, about.site)}" rel="self" type="application/rss+xml"/>`,
  };
}

/** So many of the newest visits are in a feed: readers keep what they have seen, and fetch the rest from its page. */
const NEWEST = 50;

/** The feed of the newest visits, newest first. */
export function siteFeed({ visits, site }: Collection): RSSOptions {
  return feed({ title: 'Inspection Insights: newest visits', href: at('feed.xml') }, at(''), {
    description:
      'What Ofsted’s inspectors said about children’s services in English councils, visit by visit.',
    items: visits.slice(0, NEWEST).map((held) => feedItem(held, site)),
    site,
  });
}

/** The feed of the visits to one authority, newest first. */
export function feedOfAuthority({ visits, site }: Collection, authority: Authority): RSSOptions {
  return feed(authorityFeed(authority), authorityAddress(authority.id), {
    description: `What Ofsted’s inspectors said about children’s services in ${authority.name}, visit by visit.`,
    items: visits.filter(({ visit }) => visit.authority === authority.id).map((held) => feedItem(held, site)),
    site,
  });
}

/** The feed of the newest visits that judge one theme, newest first, each with where it stands on it. */
export function feedOfTheme({ visits, site }: Collection, theme: Theme): RSSOptions {
  return feed(themeFeed(theme), themeAddress(theme.id), {
    description: `Visits in which Ofsted’s inspectors said something of: ${theme.definition}`,
    items: visits
      .filter(({ sheet }) => (sheet.themes[theme.id]?.findings.length ?? 0) > 0)
      .slice(0, NEWEST)
      .map((held) => feedItem(held, site, theme)),
    site,
  });
}
