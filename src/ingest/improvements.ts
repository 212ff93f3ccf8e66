import type { Paragraph } from './paragraphs.ts';
import type { Section } from './sections.ts';

/** A paragraph, and whether it is a point of what needs to improve. */
export interface Point {
  paragraph: Paragraph;
  improvement: boolean;
}

/** Words that lead to a list: "the local authority should take the following action". */
const LEADS_TO_LIST = /(?:\bfollowing(?: actions?| areas| points| steps)?|\bshould|\bmust)\s*[:.]?$|:$/i;

/**
 * A paragraph as the points that it holds. Under "What needs to improve" and "Recommendations" each bullet and each
 * number is a point, with the smaller points beneath it; prose that stands there is none. A paragraph that only
 * leads to a list is parted from the points beneath it.
 *
 * @param around the paragraphs under the same heading
 */
export function pointsOf(paragraph: Paragraph, section: Section, around: readonly Paragraph[]): Point[] {
  const asks = section.role === 'improvements' || section.role === 'priority-action';
  if (!asks) return [{ paragraph, improvement: false }];
  if (paragraph.bullet) return [{ paragraph, improvement: true }];
  const [opening, ...rest] = paragraph.parts;
  const onlyNumber = around.filter(({ number }) => number !== undefined).length === 1;
  const leads =
    opening !== undefined &&
    LEADS_TO_LIST.test(opening.text) &&
    (paragraph.number === undefined || onlyNumber);
  if (!leads) return [{ paragraph, improvement: paragraph.number !== undefined }];
  return [
    { paragraph: { ...paragraph, parts: [opening] }, improvement: false },
    ...rest.map((part) => ({
      paragraph: { kind: 'paragraph' as const, bullet: true, parts: [{ ...part, point: false }] },
      improvement: true,
    })),
  ];
}
