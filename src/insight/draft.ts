import type { Finding } from '../model/finding.ts';
import type { Visit } from '../model/visit.ts';

/** Something that an editor still has to do before a draft can be published. */
export interface Task {
  what: string;
  /** The findings it concerns, if any. */
  findings: Finding[];
}

/**
 * What a draft still needs: the words that only an editor can write, what a program proposed and nobody has confirmed, and
 * what could not be read. Empty for a visit that is ready.
 */
export function stillToDo(visit: Visit): Task[] {
  const proposed = visit.findings.filter((finding) => finding.proposed);
  const wordless = visit.findings.filter(
    ({ words, assessment }) => words.length === 0 && assessment !== 'context',
  );
  const notRead =
    'judgements' in visit
      ? Object.values(visit.judgements ?? {}).filter((grade) => grade === 'not-read')
      : [];
  const tasks: (Task | undefined)[] = [
    visit.standfirst
      ? undefined
      : { what: 'Write the summary: its first paragraph is shown alone in lists.', findings: [] },
    visit.plain
      ? undefined
      : {
          what: 'Write the plain summary (:::plain) for the young people the visit was about.',
          findings: [],
        },
    proposed.length > 0
      ? {
          what: 'Look at the themes and assessments that were proposed by rule; where they are right, remove tagged="rules".',
          findings: proposed,
        }
      : undefined,
    wordless.length > 0
      ? {
          what: 'Say the most important of these in your own words, above their quotations.',
          findings: wordless,
        }
      : undefined,
    notRead.length > 0
      ? {
          what: `Read the grades that could not be read (${notRead.length}) and write them into judgements.`,
          findings: [],
        }
      : undefined,
    visit.status === 'draft'
      ? { what: 'When all that is done, remove status: draft.', findings: [] }
      : undefined,
  ];
  return tasks.filter((task) => task !== undefined);
}
