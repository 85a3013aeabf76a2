import { AppError, may, type Actor, type CreatePersonRequest, type Person } from '@permanence/contracts';
import { searchText } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, type RequestInfo } from '../support/use-case.ts';
import { likelyDuplicates } from './likely-duplicates.ts';

const register = mutation<CreatePersonRequest, Person>({
  name: 'create-person',
  permission: 'person.write',
  execute: async ({ input: { permanenceId, notADuplicate: _, ...person }, repositories, app }) => {
    const id = newId();
    await repositories.persons.create({
      id,
      reference: await repositories.persons.nextReference(app.clock.today()),
      givenName: person.givenName,
      familyName: person.familyName,
      birthOn: person.birthOn ?? null,
      nationality: person.nationality ?? null,
      languages: person.languages,
      preferredLanguage: person.preferredLanguage ?? null,
      needsInterpreter: person.needsInterpreter ?? null,
      searchText: searchText(person.givenName, person.familyName),
    });
    if (permanenceId) {
      if (!(await repositories.permanences.exists(permanenceId)))
        throw new AppError('invalid-input', { problems: [{ field: 'permanenceId', message: 'Cette permanence n’existe pas.' }] });
      await repositories.permanences.recordReception({ id: newId(), permanenceId, personId: id, dossierId: null });
    }
    const result = found(await repositories.persons.find(id));
    return { result, audit: [{ action: 'person.created', targetKind: 'person', targetId: id, personId: id, fields: Object.keys(person) }] };
  },
});

/**
 * Registers a person, unless someone alike exists and `notADuplicate` was not set.
 * @throws AppError likely-duplicate with `details.candidates`
 */
export async function createPerson(app: AppContext, actor: Actor, input: CreatePersonRequest, request?: RequestInfo): Promise<Person> {
  if (!input.notADuplicate && may(actor, 'person.write')) {
    const candidates = await likelyDuplicates(app, actor, { ...input, birthOn: input.birthOn ?? null });
    if (candidates.length) throw new AppError('likely-duplicate', { details: { candidates } });
  }
  return register(app, actor, input, request);
}
