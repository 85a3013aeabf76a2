import { AppError, StoredWeighing, type WeighRequest, type Weighing } from '@permanence/contracts';
import { assess, scoreParts, type AssessInput } from '@permanence/rules';
import { toFacts } from '../facts/to-facts.ts';
import { toEvidence } from '../papers/grade-paper.ts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { toWeighing } from './stored-weighing.ts';

/**
 * Weighs every basis on the facts and papers as they stand, and keeps all of it: what was given, what was answered, by which version of
 * the rules. Papers the caller may not see are not given to the rules; the waiver for violence rests on facts and holds all the same.
 */
export const weighPerson = mutation<WeighRequest & { personId: string }, Weighing>({
  name: 'weigh-person',
  permission: 'rules.run',
  execute: async ({ input: { personId, onDate, dossierId }, repositories, app }) => {
    const person = found(await repositories.persons.find(personId));
    if (dossierId && (await repositories.documents.dossierPerson(dossierId)) !== personId)
      throw new AppError('invalid-input', { problems: [{ field: 'dossierId', message: 'Ce dossier n’est pas celui de cette personne.' }] });
    const input: AssessInput = {
      onDate: onDate ?? app.clock.today(),
      facts: await toFacts(repositories, person),
      documents: (await repositories.documents.ofPerson(personId)).map(toEvidence),
    };
    const { results, nextFacts, ranking, rulesVersion } = assess(input);
    // Parsed, so that what is stored is what is read back.
    const result = StoredWeighing.parse({
      results,
      nextFacts,
      ranking,
      scoreParts: Object.fromEntries(ranking.map((basis) => [basis, scoreParts(basis, input)])),
    });
    const id = newId();
    const row = {
      id,
      personId,
      dossierId: dossierId ?? null,
      onDate: input.onDate,
      facts: input.facts,
      documents: input.documents,
      result,
      rulesVersion,
      createdAt: app.clock.now(),
    };
    await repositories.assessments.add(row);
    const createdByName = (await repositories.assessments.ofPerson(personId, 1))[0]?.createdByName ?? null;
    return {
      result: toWeighing({ ...row, createdByName }),
      audit: [
        { action: 'person.weighed', targetKind: 'assessment', targetId: id, personId, dossierId: dossierId ?? null, fields: ['onDate'] },
      ],
    };
  },
});
