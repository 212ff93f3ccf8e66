import { z } from 'zod';
import { Ages, FocusArea } from './focus.ts';
import { Identifier } from './identifier.ts';
import { words } from './words.ts';

/** The three parts of the taxonomy. */
export const THEME_GROUPS = ['care-leavers', 'leadership', 'wider'] as const;

/** What each part of the taxonomy is called on a page. */
export const THEME_GROUP_LABELS: Record<(typeof THEME_GROUPS)[number], string> = {
  'care-leavers': 'Care leavers',
  leadership: 'Leadership and practice',
  wider: 'Wider children’s services',
};

/** A subject that findings are grouped under across visits. */
export const Theme = z
  .strictObject({
    id: Identifier,
    label: words.max(48).describe('Its name on a page.'),
    group: z.enum(THEME_GROUPS).describe('The part of the taxonomy it belongs to.'),
    definition: words.describe('What belongs under it, in a sentence.'),
    focus: z.array(FocusArea).min(1).describe('The focus areas under which a visit would look at it.'),
    ages: Ages.optional().describe('The ages it is about, where it is about some ages only.'),
    keywords: z.array(words).min(1).describe('The words by which inspectors write about it.'),
    everyday: z.array(words).min(1).describe('The words that the public would look for it by.'),
  })
  .meta({ id: 'Theme', description: 'A subject that findings are grouped under across visits.' });
export type Theme = z.infer<typeof Theme>;

/** The taxonomy file, `content/themes.yaml`: its order is the order on every page. */
export const ThemesFile = z.strictObject({
  themes: z.array(Theme).min(1).describe('Every theme, in the order in which pages show them.'),
});
