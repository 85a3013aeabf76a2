import { AppError, may, type Actor, type Permission } from '@permanence/contracts';
import type { AuditEntry, Repositories } from '@permanence/persistence';
import type { AppContext } from './app-context.ts';
import { clockIn } from './clock.ts';
import { newId } from './ids.ts';

interface Call<C extends AppContext, I> {
  input: I;
  repositories: Repositories;
  actor: Actor;
  app: C;
}
/** Where a request came from, kept in the audit. */
export interface RequestInfo {
  requestId: string | null;
}

/** In La Réunion it is tomorrow before it is in Paris, in Cayenne after: "today" is the day where the association is. */
export const atHome = async <C extends AppContext>(app: C, { reminders }: Pick<Repositories, 'reminders'>): Promise<C> => ({
  ...app,
  clock: clockIn(app.clock, (await reminders.association()).timeZone),
});

/**
 * One operation that changes something. Written once so that nobody can forget a step: the right of the role, one transaction
 * in which state, audit and outbox rows commit together, and at least one audit line per change.
 * `execute` reads state inside the transaction, does no network call, and returns its result with what to audit;
 * `audit: []` is only for an operation that found nothing to change.
 */
export const mutation =
  <I, O, C extends AppContext = AppContext>(definition: {
    name: string;
    permission: Permission;
    execute: (call: Call<C, I>) => Promise<{ result: O; audit: AuditEntry[] }>;
  }) =>
  async (app: C, actor: Actor, input: I, request: RequestInfo = { requestId: null }): Promise<O> => {
    if (!may(actor, definition.permission)) throw new AppError('forbidden', { message: `${definition.name}: role ${actor.role}` });
    return app.database.transaction(actor, async (repositories) => {
      const { result, audit } = await definition.execute({ input, repositories, actor, app: await atHome(app, repositories) });
      for (const entry of audit) await repositories.audit.record(newId(), entry, request.requestId);
      return result;
    });
  };

/** One operation that only reads. */
export const query =
  <I, O, C extends AppContext = AppContext>(definition: {
    name: string;
    permission: Permission;
    execute: (call: Call<C, I>) => Promise<O>;
  }) =>
  async (app: C, actor: Actor, input: I): Promise<O> => {
    if (!may(actor, definition.permission)) throw new AppError('forbidden', { message: `${definition.name}: role ${actor.role}` });
    return app.database.read(actor, async (repositories) =>
      definition.execute({ input, repositories, actor, app: await atHome(app, repositories) }),
    );
  };

/** @throws AppError not-found when `value` is null: absent, of another association or not theirs to see, alike. */
export const found = <T>(value: T | null): T => {
  if (value === null) throw new AppError('not-found');
  return value;
};
