import { stanceShape } from '../charts/mark.ts';
import type { Stance } from '../insight/stance.ts';
import type { Assessment } from '../model/assessment.ts';
import { html, type Markup } from './html.ts';

/** Each kind of mark is the same wherever it stands. */
const shapes = new Map<Stance | Assessment, Markup>();

function shapeOf(stance: Stance | Assessment): Markup {
  const held = shapes.get(stance);
  if (held) return held;
  const lines = '<path d="M-6-3.5H6M-6 0H6M-6 3.5H2" stroke="currentColor" stroke-width="1.6" fill="none" />';
  const shape = { markup: stance === 'context' ? lines : stanceShape(stance) };
  shapes.set(stance, shape);
  return shape;
}

/** The mark of a stance or an assessment. @param label the word beside it; left out where it stands there already */
export function stanceMark(stance: Stance | Assessment, label?: string): Markup {
  return html`
    <span class="mark mark-${stance}">
      <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">${shapeOf(stance)}</svg>
      ${label !== undefined && html`<span>${label}</span>`}
    </span>
  `;
}
