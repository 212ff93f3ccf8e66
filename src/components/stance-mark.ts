import { stanceShape } from '../charts/mark.ts';
import { STANCES, type Stance } from '../insight/stance.ts';
import { html, type Markup } from '../markup/html.ts';
import type { Assessment } from '../model/assessment.ts';

/** A page may have hundreds of marks: the shape of each stands in it once, and a mark only names it. */
function shapeId(stance: Stance | Assessment): string {
  return `page-mark-${stance}`;
}

function shapeOf(stance: Stance | Assessment): Markup {
  const lines = '<path d="M-6-3.5H6M-6 0H6M-6 3.5H2" stroke="currentColor" stroke-width="1.6" fill="none" />';
  return { markup: stance === 'context' ? lines : stanceShape(stance) };
}

/** The shapes of all marks, to stand in every page once. */
export const MARK_SHAPES = html`
  <svg class="mark-shapes" width="0" height="0" aria-hidden="true">
    <defs>${[...STANCES, 'context' as const].map((stance) => html`<g id="${shapeId(stance)}">${shapeOf(stance)}</g>`)}</defs>
  </svg>
`;

/** The mark of a stance or an assessment. @param label the word beside it; left out where it stands there already */
export function stanceMark(stance: Stance | Assessment, label?: string): Markup {
  return html`
    <span class="mark mark-${stance}">
      <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true"><use href="#${shapeId(stance)}" /></svg>
      ${label !== undefined && html`<span>${label}</span>`}
    </span>
  `;
}
