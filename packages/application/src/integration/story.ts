import type { Repositories } from '@permanence/persistence';
import { INTEGRATION_FACTS, type IntegrationStory } from './milestones.ts';

/** What is recorded of one person about the contract, the interview and the permit in hand. */
export async function integrationStory(repositories: Repositories, personId: string): Promise<IntegrationStory> {
  const answers = await repositories.facts.current(personId);
  const [permit] = await repositories.deadlines.permitsOf(personId);
  return {
    contract: await repositories.integration.ofPerson(personId),
    facts: new Map(
      answers
        .filter(({ fact, childId, state }) => childId === null && state === 'value' && INTEGRATION_FACTS.some((key) => key === fact))
        .map(({ fact, value }) => [fact, value]),
    ),
    permit: permit ?? null,
    nationality: (await repositories.persons.find(personId))?.nationality ?? null,
  };
}
