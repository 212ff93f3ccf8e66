import { visitChart } from '../../charts/library-charts.ts';
import { passageIds } from '../../content/addresses.ts';
import { type FormerId, formerIds } from '../../content/former.ts';
import type { Library } from '../../content/library.ts';
import type { Problem } from '../../content/problem.ts';
import { authorityFeed } from '../../export/feed.ts';
import { lookedAt, recordName } from '../../insight/coverage.ts';
import { byOldest } from '../../insight/history.ts';
import { authorityOf, visitsTo } from '../../insight/library-findings.ts';
import { sheetOf } from '../../insight/library-sheets.ts';
import { listInWords } from '../../insight/phrase.ts';
import type { ThemeStance } from '../../insight/sheet.ts';
import { html, type Markup } from '../../markup/html.ts';
import { inOnePage } from '../../markup/lasting.ts';
import { at, authorityAddress, comparisonAddress, visitAddress } from '../../model/address.ts';
import type { Authority } from '../../model/authority.ts';
import { ACTION_LABELS, type Finding } from '../../model/finding.ts';
import { formatDate } from '../../model/partial-date.ts';
import { SOURCE_TYPE_LABELS } from '../../model/source.ts';
import type { Theme } from '../../model/theme.ts';
import { holdsWholeRecord, type Visit } from '../../model/visit.ts';
import { formatWhen, VISIT_KIND_LABELS } from '../../model/visit-kind.ts';
import { chartFigure, type PageWithChart } from '../chart-figure.ts';
import { finding, passage } from '../passage.ts';
import { searchWithin } from '../quotes/search-within.ts';
import { draftTasks } from './draft-tasks.ts';
import { formerPassage } from './former-passage.ts';
import { keyFigures } from './key-figures.ts';
import { recordSilences } from './record-silences.ts';
import { sourceList } from './source-list.ts';
import { themeFindings, themeInContents } from './theme-findings.ts';
import { visitFacts } from './visit-facts.ts';

/** A theme that a visit speaks of, and where it stands on it. */
interface Spoken {
  theme: Theme;
  stance: ThemeStance;
}

/**
 * The page of a visit.
 *
 * @param unproven quotations that no receipt proves: for an editor, since no site with such a quotation is built
 * @throws where the library does not hold the visit’s authority
 */
export function visitPage(library: Library, visit: Visit, unproven: readonly Problem[] = []): PageWithChart {
  const { themes } = library;
  const authority = authorityOf(library, visit);
  const sheet = sheetOf(library, visit.id);
  const spoken = themes.flatMap((theme) => {
    const stance = sheet.themes[theme.id];
    return stance && visit.findings.some((found) => found.themes.includes(theme.id))
      ? [{ theme, stance }]
      : [];
  });
  const context = visit.findings.filter((found) => found.themes.length === 0);
  const ids = passageIds(visit);
  const former = formerIds(`/visits/${visit.id}/`, library).filter(({ id }) => !ids.includes(id));
  const chart = visitChart(library, visit);
  const findings = ({ theme, stance }: Spoken) => themeFindings(visit, authority.name, theme, stance, themes);
  return {
    title: visit.title,
    description: visit.standfirst,
    feed: authorityFeed(authority),
    chart,
    main: html`
      <div class="stack stack-l">
        ${head(visit, authority, unproven)}
        ${(visit.summary !== '' || visit.plain !== '') && summary(visit)}
        ${visit.figures.length > 0 && section('figures', 'Key figures', keyFigures(visit))}
        ${spoken.length > 0 && inOnePage(chartFigure(chart))}
        <div class="with-contents">
          ${contents(visit, spoken, context, former)}
          <div class="visit-column stack stack-xl">
            <section class="stack" aria-labelledby="page-findings">
              <h2 id="page-findings">Every finding, theme by theme</h2>
              ${quotationsChecked(visit)}
              ${searchWithin(library, authority, visit)}
              <div class="stack stack-l">${spoken.map((of) => inOnePage(findings(of)))}</div>
            </section>
            ${context.length > 0 && section('context', 'Background', html`${context.map((found) => finding(visit, authority.name, found, themes))}`)}
            ${hasReply(visit) && section('response', 'What was said in reply', reply(visit, authority.name))}
            ${visit.previous.length > 0 && section('previous', 'Earlier visits that the record mentions', earlierVisits(library, visit))}
            ${former.length > 0 && section('former', 'Moved and withdrawn', html`${former.map(({ id, former: what }) => formerPassage(id, what))}`)}
            ${section('silences', 'What the record does not say', recordSilences(visit, sheet, themes))}
            ${section('sources', 'Sources', sourceList(visit))}
            ${goOn(library, visit, authority)}
          </div>
        </div>
      </div>
    `,
  };
}

function section(id: string, heading: string, content: Markup): Markup {
  return html`
    <section class="stack" aria-labelledby="page-${id}"><h2 id="page-${id}">${heading}</h2>${content}</section>
  `;
}

function hasReply({ responses, actions }: Visit): boolean {
  return responses.length + actions.length > 0;
}

function head(visit: Visit, authority: Authority, unproven: readonly Problem[]): Markup {
  const draft = visit.status === 'draft';
  return html`
    <header class="stack">
      <p class="eyebrow">
        <a href="${authorityAddress(authority.id)}">${authority.fullName}</a> · ${VISIT_KIND_LABELS[visit.kind]}${draft && html`<strong> · Draft: not on the published site</strong>`}
      </p>
      ${unproven.length > 0 && notProven(unproven)}
      <h1>${visit.title}</h1>
      <p class="standfirst">${visit.standfirst}</p>
      ${visitFacts(visit)}
      ${draft && draftTasks(visit)}
      ${!holdsWholeRecord(visit) && knownOnlyFrom(visit)}
    </header>
  `;
}

function notProven(problems: readonly Problem[]): Markup {
  const entry = ({ line, reason, note }: Problem) => html`<li>Line ${line}: ${reason} ${note}</li>`;
  return html`
    <div class="note">
      <p><strong>Not ready to publish: quotations that nothing proves yet.</strong></p>
      <ul>${problems.map(entry)}</ul>
    </div>
  `;
}

function knownOnlyFrom(visit: Visit): Markup {
  const { record } = lookedAt(visit);
  return html`
    <p class="note">
      <strong>We know this visit only from ${record}.</strong> We do not hold Ofsted’s ${recordName(visit.kind)}. What the account leaves out is not known: it was not necessarily left unsaid.
    </p>
  `;
}

function summary({ summary: prose, plain }: Visit): Markup {
  const inPlainWords = html`
    <section class="visit-plain stack stack-s" aria-labelledby="page-plain">
      <h2 id="page-plain">In plain words</h2>
      <p class="small soft">For the young people this visit was about</p>
      ${{ markup: plain }}
    </section>
  `;
  return html`
    <div class="visit-summary">
      ${prose && html`<div class="prose">${{ markup: prose }}</div>`}
      ${plain && inPlainWords}
    </div>
  `;
}

function contents(
  visit: Visit,
  spoken: readonly Spoken[],
  context: readonly Finding[],
  former: readonly FormerId[],
): Markup {
  const entry = (id: string, label: string) => html`<li><a href="#page-${id}">${label}</a></li>`;
  return html`
    <nav class="contents visit-contents small screen-only" aria-label="On this page">
      <h2>On this page</h2>
      <ul class="plain-list">
        ${spoken.map(({ theme, stance }) => themeInContents(theme, stance))}
        ${context.length > 0 && entry('context', 'Background')}
        ${hasReply(visit) && entry('response', 'What was said in reply')}
        ${former.length > 0 && entry('former', 'Moved and withdrawn')}
        ${entry('silences', 'What the record does not say')}
        ${entry('sources', 'Sources')}
      </ul>
    </nav>
  `;
}

function quotationsChecked(visit: Visit): Markup {
  const quotations = [...visit.findings, ...visit.responses, ...visit.actions].flatMap(
    ({ quotes }) => quotes,
  );
  const quoted = Object.entries(visit.sources).flatMap(([id, { type }]) => {
    const count = quotations.filter(({ source }) => source === id).length;
    return count > 0 ? [`${SOURCE_TYPE_LABELS[type]} (${count})`] : [];
  });
  const sources = quoted.length === 1 ? 'their source' : `${quoted.length} sources`;
  const checked = html`
    All ${quotations.length} quotations were <a href="${at('about/#page-quotations')}">checked word for word</a> against ${sources}: ${listInWords(quoted)}.
  `;
  return html`
    <p class="soft measure small">
      Sentences are ours; words between quotation marks are verbatim. ${quotations.length > 0 ? checked : 'Of this visit nothing is quoted.'}
    </p>
  `;
}

function reply(visit: Visit, place: string): Markup {
  const action = (taken: Visit['actions'][number]) =>
    passage(visit, place, taken, {
      called: 'action',
      foot: html`<strong>${ACTION_LABELS[taken.status]}</strong>`,
    });
  const actions = () => html`
    <h3 id="page-actions">What the council says it does</h3>
    <p class="soft small">On the council’s word: nobody has checked it for this site.</p>
    ${visit.actions.map(action)}
  `;
  return html`
    ${visit.responses.map((response) => passage(visit, place, response, { called: 'reply' }))}
    ${visit.actions.length > 0 && actions()}
  `;
}

function earlierVisits(library: Library, visit: Visit): Markup {
  const entry = ({ date, kind, says, visit: id }: Visit['previous'][number]) => {
    const held = id && library.visits.some((other) => other.id === id);
    const when = [formatDate(date), ...(kind ? [VISIT_KIND_LABELS[kind].toLowerCase()] : [])].join(', ');
    return html`
      <li><strong>${when}:</strong> ${says}${held && html` <a href="${visitAddress(id)}">Read it</a>`}</li>
    `;
  };
  return html`<ul class="measure">${visit.previous.map(entry)}</ul>`;
}

function goOn(library: Library, visit: Visit, { id, name }: Authority): Markup {
  const pair = (other: Visit) => {
    const [earlier, later] = byOldest(visit, other) <= 0 ? [visit, other] : [other, visit];
    return comparisonAddress(earlier.id, later.id);
  };
  const others = visitsTo(library, visit.authority).filter((other) => other.id !== visit.id);
  const entry = (address: string, label: string) => html`<li><a href="${address}">${label}</a></li>`;
  return html`
    <section class="stack screen-only" aria-labelledby="page-next">
      <h2 id="page-next">Go on from here</h2>
      <ul>
        ${others.map((other) => entry(pair(other), `Compare with ${name}, visited ${formatWhen(other.visited)}`))}
        ${entry(at(`compare/?v=${visit.id}`), 'Compare with another visit')}
        ${entry(authorityAddress(id), `All we hold on ${name}`)}
        ${entry(at(`data/visits/${visit.id}.json`), 'This visit as data (JSON)')}
      </ul>
    </section>
  `;
}
