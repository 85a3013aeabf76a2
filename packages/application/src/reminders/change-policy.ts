import {
  AppError,
  DEFAULT_POLICIES,
  neverRemoved,
  POLICY_NAMES,
  policyProblems,
  sameStep,
  withIds,
  type PolicyName,
  type ReminderPolicy,
  type ResetPolicyRequest,
  type SavePolicyRequest,
} from '@permanence/contracts';
import type { OwnPolicy } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { mutation, query } from '../support/use-case.ts';

const shown = (name: PolicyName, own: OwnPolicy | null): ReminderPolicy => ({
  name,
  steps: (own ? withIds(name, own.steps) : [...DEFAULT_POLICIES[name]]).map((step) => ({
    ...step,
    locked: neverRemoved(name).some((kept) => sameStep(kept, step)),
  })),
  isDefault: own === null,
  changedById: own?.changedById ?? null,
  changedAt: own?.changedAt ?? null,
  version: own?.version ?? 0,
});

/** Every kind of date with when and to whom the association writes about it. */
export const listPolicies = query<Record<string, never>, ReminderPolicy[]>({
  name: 'list-policies',
  permission: 'policy.write',
  execute: async ({ repositories }) => {
    const own = await repositories.policies.all();
    return POLICY_NAMES.map((name) => shown(name, own.find((one) => one.name === name) ?? null));
  },
});

const audited = (associationId: string, name: PolicyName, action: string) => [
  { action, targetKind: 'association', targetId: associationId, fields: [name] },
];

/** The association's own steps for a kind of date. Dates that are open are planned again by a job of the same transaction. */
export const savePolicy = mutation<SavePolicyRequest & { name: PolicyName }, ReminderPolicy>({
  name: 'save-policy',
  permission: 'policy.write',
  execute: async ({ input: { name, version, steps }, repositories, actor, app }) => {
    const problems = policyProblems(name, steps, (await repositories.reminders.association()).smsEnabled);
    if (problems.length) throw new AppError('invalid-input', { problems });
    await repositories.policies.save(name, version, steps, app.clock.now());
    const { associationId } = actor;
    await repositories.outbox.enqueue(newId(), 'reminders.replan', { associationId, policyKind: name });
    return { result: shown(name, await repositories.policies.find(name)), audit: audited(associationId, name, 'policy.changed') };
  },
});

export const resetPolicy = mutation<ResetPolicyRequest & { name: PolicyName }, ReminderPolicy>({
  name: 'reset-policy',
  permission: 'policy.write',
  execute: async ({ input: { name, version }, repositories, actor }) => {
    await repositories.policies.remove(name, version);
    const { associationId } = actor;
    await repositories.outbox.enqueue(newId(), 'reminders.replan', { associationId, policyKind: name });
    return { result: shown(name, null), audit: audited(associationId, name, 'policy.reset') };
  },
});
