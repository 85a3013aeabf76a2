import { DEFAULT_POLICIES, withIds, type PolicyName, type Step } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';

/** The association's own steps, or the default ones. */
export async function stepsOf(repositories: Repositories, name: PolicyName): Promise<readonly Step[]> {
  const own = await repositories.policies.find(name);
  return own ? withIds(name, own.steps) : DEFAULT_POLICIES[name];
}
