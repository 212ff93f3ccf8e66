/** The terms under which a part of what is published may be used. */
export interface Terms {
  /** What they are about, fit to begin a sentence. */
  covers: string;
  /** What a reader may do, in a sentence or two. */
  terms: string;
  /** The licence, where there is one. */
  licence?: { id: string; name: string; url: string };
  /** The words by which to acknowledge it, where there is a licence. */
  attribution?: string;
}

/** The terms of everything that is published here, by whose words they are. */
export const TERMS: readonly Terms[] = [
  {
    covers: 'Our words, the facts and the structure',
    terms:
      'Summaries, findings, definitions, themes, assessments and stances may be copied, changed and published, for any purpose, by anybody who says where they come from. The licence goes together with the Open Government Licence.',
    licence: {
      id: 'CC-BY-4.0',
      name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
    attribution: 'Inspection Insights, licensed under CC BY 4.0.',
  },
  {
    covers: 'Words quoted from Ofsted’s own letters and reports',
    terms:
      'They are Crown copyright. They may be copied, changed and published, for any purpose, by anybody who acknowledges the source. Ofsted’s logo is not included.',
    licence: {
      id: 'OGL-3.0',
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
  {
    covers: 'Words quoted from newspapers and councils',
    terms:
      'They stay their publishers’ copyright, and so does what those documents quote from others. We quote them briefly, with their source. We cannot license them: to use more than a brief quotation, ask the publisher.',
  },
];
