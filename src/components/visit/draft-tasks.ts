import { stillToDo, type Task } from '../../insight/draft.ts';
import { html, type Markup } from '../../markup/html.ts';
import { passageAddress } from '../../model/address.ts';
import type { Finding } from '../../model/finding.ts';
import type { Visit } from '../../model/visit.ts';

/** What a draft still needs, for its editor: no published visit has any of it. */
export function draftTasks(visit: Visit): Markup {
  return html`
    <section class="visit-draft note" aria-labelledby="page-draft">
      <h2 id="page-draft">Draft: what it still needs</h2>
      <ul class="stack stack-s">${stillToDo(visit).map((task) => taskMarkup(visit, task))}</ul>
    </section>
  `;
}

function taskMarkup(visit: Visit, { what, findings }: Task): Markup {
  const count = findings.length === 1 ? 'One finding' : `${findings.length} findings`;
  const concerned = () => html`
    <details class="small">
      <summary>${count}</summary>
      <ul>${findings.map((finding) => findingMarkup(visit, finding))}</ul>
    </details>
  `;
  return html`<li><p>${what}</p>${findings.length > 0 && concerned()}</li>`;
}

function findingMarkup(visit: Visit, { id, line, assessment, themes }: Finding): Markup {
  const judged = [assessment, ...(themes.length > 0 ? [themes.join(', ')] : [])].join(', ');
  return html`<li><a href="${passageAddress(visit.id, id)}">${id}</a> (line ${line}): ${judged}</li>`;
}
