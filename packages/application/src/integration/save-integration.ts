import { AppError, type Integration, type SaveIntegrationRequest } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import type { IsoDate } from '@permanence/rules';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';
import { milestonesOf } from './milestones.ts';
import { planIntegration } from './plan-integration.ts';
import { integrationStory } from './story.ts';

const NOTHING = {
  signedOn: null,
  civicDays: null,
  languagePrescribed: null,
  languageHours: null,
  languageHoursAttended: null,
  terminationNoticeOn: null,
  observationsSentOn: null,
};

async function read(repositories: Repositories, personId: string, today: IsoDate): Promise<Integration> {
  const story = await integrationStory(repositories, personId);
  const { id: _, ...contract } = (await repositories.integration.ofPerson(personId)) ?? { id: null, personId, ...NOTHING, version: 0 };
  const status = story.facts.get('cirStatus');
  return { ...contract, cirStatus: typeof status === 'string' ? status : null, milestones: milestonesOf(story, today) };
}

/** The integration contract of a person, with its milestones. */
export const getIntegration = query<{ personId: string }, Integration>({
  name: 'get-integration',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories, app }) => {
    found(await repositories.persons.find(personId));
    return read(repositories, personId, app.clock.today());
  },
});

const FUTURE = 'Cette date est à venir.';
/**
 * Records how far a person is with the contract; the month to answer an announced termination is kept as a limit, or ended.
 * @throws AppError version-conflict; invalid-input for a day to come
 */
export const saveIntegration = mutation<SaveIntegrationRequest & { personId: string }, Integration>({
  name: 'save-integration',
  permission: 'person.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { personId, version, ...data } = call.input;
    found(await repositories.persons.find(personId));
    const today = app.clock.today();
    const problems = (['signedOn', 'terminationNoticeOn', 'observationsSentOn'] as const)
      .filter((field) => (data[field] ?? '') > today)
      .map((field) => ({ field, message: FUTURE }));
    if (problems.length) throw new AppError('invalid-input', { problems });
    if (version === 0) await repositories.integration.create({ ...data, id: newId(), personId }, app.clock.now());
    else await repositories.integration.update(personId, version, data, app.clock.now());
    const { id } = found(await repositories.integration.ofPerson(personId));
    const audit = await planIntegration(call, { personId });
    return {
      result: await read(repositories, personId, today),
      audit: [
        { action: 'integration.recorded', targetKind: 'integration-contract', targetId: id, personId, fields: Object.keys(data) },
        ...audit,
      ],
    };
  },
});
