import { z } from 'zod';

/** Whose words a quotation is. */
export const VOICES = ['inspectorate', 'council', 'care-leaver', 'press'] as const;

export const Voice = z.enum(VOICES).meta({
  id: 'Voice',
  description:
    'Whose words a quotation is: inspectorate, council, care-leaver or press. A newspaper quoting a letter gives the inspectorate’s words.',
});
export type Voice = z.infer<typeof Voice>;

/** What each voice is called on a page. */
export const VOICE_LABELS: Record<Voice, string> = {
  inspectorate: 'Inspectors',
  council: 'The council',
  'care-leaver': 'A care leaver',
  press: 'The newspaper',
};

/** Verbatim words from a source: a block quotation, or words between “ ” in an editor's sentence. */
export interface Quote {
  /** The words, as printed in the source, white space folded to single spaces. */
  text: string;
  /** `block` for a quotation of its own, `inline` for words within the editor's sentence. */
  form: 'block' | 'inline';
  /** The id of the source within the visit. */
  source: string;
  voice: Voice;
  /** Who said or wrote it, where the source says. */
  speaker?: string | undefined;
  /** The speaker's roles, as in the source. */
  roles: string[];
  /** The line of the visit file on which it begins. */
  line: number;
}
