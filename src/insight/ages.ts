import type { Ages } from '../model/focus.ts';

/** Whether two spans of ages have a year in common; ages that are not given rule nothing out. */
export function agesMeet(a: Ages | undefined, b: Ages | undefined): boolean {
  return !a || !b || (a.from <= b.to && b.from <= a.to);
}
