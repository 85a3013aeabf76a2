import { AppError, type AddPermitRequest, type Permit, type UpdatePermitRequest } from '@permanence/contracts';
import type { AuditEntry } from '@permanence/persistence';
import { planRenewals } from '../deadlines/index.ts';
import { keepFilingDeadlines } from '../filings/index.ts';
import type { PlanCall } from '../reminders/index.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';

export const listPermits = query<{ personId: string }, Permit[]>({
  name: 'list-permits',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return repositories.permits.ofPerson(personId);
  },
});
/**
 * What a permit changes, in the same transaction: the renewal windows of the person, and the limits of the requests that a permit answers,
 * in the dossiers the caller sees (the daily check comes to the others).
 */
async function planAnew(call: PlanCall, personId: string, permitId: string): Promise<AuditEntry[]> {
  const { repositories, app, actor } = call;
  const audit = await planRenewals(repositories, app, actor, { personId, permitId });
  for (const { id: dossierId, closedOn } of await repositories.dossiers.ofPerson(personId))
    if (!closedOn) audit.push(...(await keepFilingDeadlines(call, { dossierId, personId })));
  return audit;
}

export const addPermit = mutation<AddPermitRequest & { personId: string }, Permit>({
  name: 'add-permit',
  permission: 'person.write',
  execute: async ({ input: { personId, ...permit }, repositories, app, actor }) => {
    found(await repositories.persons.find(personId));
    const id = newId();
    await repositories.permits.add({
      id,
      personId,
      title: permit.title,
      basis: permit.basis ?? null,
      validFrom: permit.validFrom ?? null,
      validUntil: permit.validUntil ?? null,
      channel: permit.channel ?? null,
      createdAt: app.clock.now(),
    });
    const renewals = await planAnew({ repositories, app, actor }, personId, id);
    return {
      result: found(await repositories.permits.find(id)),
      audit: [{ action: 'permit.added', targetKind: 'permit', targetId: id, personId, fields: Object.keys(permit) }, ...renewals],
    };
  },
});
/** @throws AppError version-conflict */
export const updatePermit = mutation<UpdatePermitRequest & { id: string }, Permit>({
  name: 'update-permit',
  permission: 'person.write',
  execute: async ({ input: { id, version, title, ...change }, repositories, app, actor }) => {
    const before = found(await repositories.permits.find(id));
    const from = change.validFrom === undefined ? before.validFrom : change.validFrom;
    const until = change.validUntil === undefined ? before.validUntil : change.validUntil;
    if (from && until && from > until)
      throw new AppError('invalid-input', { problems: [{ field: 'validUntil', message: 'La fin de validité précède son début.' }] });
    const given = Object.fromEntries(Object.entries({ title, ...change }).filter(([, value]) => value !== undefined));
    await repositories.permits.update(id, version, given);
    const { personId } = before;
    const renewals = await planAnew({ repositories, app, actor }, personId, id);
    return {
      result: found(await repositories.permits.find(id)),
      audit: [{ action: 'permit.updated', targetKind: 'permit', targetId: id, personId, fields: Object.keys(given) }, ...renewals],
    };
  },
});
export const removePermit = mutation<{ id: string }, void>({
  name: 'remove-permit',
  permission: 'person.write',
  execute: async ({ input: { id }, repositories, app, actor }) => {
    const { personId } = found(await repositories.permits.find(id));
    await repositories.permits.remove(id, app.clock.now());
    const renewals = await planAnew({ repositories, app, actor }, personId, id);
    return { result: undefined, audit: [{ action: 'permit.removed', targetKind: 'permit', targetId: id, personId }, ...renewals] };
  },
});
