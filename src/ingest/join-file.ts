import { readFileSync } from 'node:fs';
import { readVisit } from '../content/visit-file.ts';
import { readDocument } from './document.ts';
import type { ImportedReport } from './import-report.ts';
import { type Joined, joinReport } from './join.ts';
import { documentText } from './pdf-text.ts';
import type { Register } from './register.ts';

/**
 * Joins a report to the file of a visit that is known from other accounts so far, and reads the outcome back. Nothing is
 * written.
 *
 * @param id the id of the visit, and `path` where its file is
 * @param file the file of the report
 * @throws Error with what is wrong with the visit file, before or after
 */
export async function joinedFile(
  { id, path }: { id: string; path: string },
  report: ImportedReport,
  file: string,
  register: Register,
): Promise<Joined> {
  const text = readFileSync(path, 'utf8');
  const context = {
    themes: register.themes.map((theme) => theme.id),
    authorities: register.authorities.map((authority) => authority.id),
  };
  const { visit } = readVisit(text, `content/visits/${id}.md`, context);
  if (!visit) throw new Error(`${path} has problems of its own: run npm run check first`);
  const words = documentText(await readDocument(readFileSync(file)));
  const joined = joinReport(text, visit, report, words);
  const { problems } = readVisit(joined.text, `content/visits/${id}.md`, context);
  const [problem] = problems;
  if (problem)
    throw new Error(`the joined file does not pass the check, line ${problem.line}: ${problem.reason}`);
  return joined;
}
