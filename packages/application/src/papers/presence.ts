import type { PresenceAnswer, PresenceQuery } from '@permanence/contracts';
import { addMonths, assess, presenceGrid, type AssessInput } from '@permanence/rules';
import { toFacts } from '../facts/to-facts.ts';
import { found, query } from '../support/use-case.ts';
import { toEvidence } from './grade-paper.ts';

/** Shown even when no basis asks for more: what one looks at first. */
const FEWEST_MONTHS = 24;

/** Months of the longest requirement any basis or situation has on this subject, for this person on this day. */
const widestRequirement = (input: AssessInput, subject: PresenceQuery['subject']): number =>
  Object.values(assess(input).results).reduce(
    (most, { evidence }) => Math.max(most, evidence?.[subject]?.requiredMonths ?? 0),
    FEWEST_MONTHS,
  );

/** Years × months of the papers the caller may see, as the rules count them. */
export const getPresence = query<PresenceQuery & { personId: string }, PresenceAnswer>({
  name: 'get-presence',
  permission: 'document.read',
  execute: async ({ input: { personId, subject, onDate }, repositories, app }) => {
    const person = found(await repositories.persons.find(personId));
    const documents = await repositories.documents.ofPerson(personId);
    const byId = new Map(documents.map((document) => [document.id, document]));
    const papers = documents.map(toEvidence);
    const to = onDate ?? app.clock.today();
    const months = widestRequirement({ onDate: to, facts: await toFacts(repositories, person), documents: papers }, subject);
    const from = addMonths(to, 1 - months);
    const grid = presenceGrid(papers, from, to, subject);
    return {
      subject,
      from,
      to,
      years: grid.years.map(({ year, months: ofYear }) => ({
        year,
        months: ofYear.map((month) => ({
          ...month,
          papers: month.papers.map(({ paper, grade }) => ({
            id: paper.id ?? '',
            docType: paper.docType,
            drawnUpOn: paper.dateDrawnUp ?? '',
            label: byId.get(paper.id ?? '')?.label ?? null,
            grade,
          })),
        })),
      })),
      strongMonths: grid.strongMonths,
      weakMonths: grid.weakMonths,
      emptyMonths: grid.emptyMonths,
      gaps: [...grid.gaps],
      undated: documents.filter((d) => d.drawnUpOn === null).map(({ id, docType, label }) => ({ id, docType, label })),
    };
  },
});
