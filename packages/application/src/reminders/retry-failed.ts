import { AppError, may, type Actor } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import type { RequestInfo } from '../support/use-case.ts';

/**
 * Tries again what failed. An administrator opens no dossier for it: the row is changed as the system, in their name, and nothing of it
 * is shown.
 * @throws AppError wrong-state when it did not fail, or when what it says is over
 */
export async function retryFailed(
  app: AppContext,
  actor: Actor,
  { kind, id }: { kind: 'reminder' | 'outbox'; id: string },
  request: RequestInfo = { requestId: null },
): Promise<void> {
  if (!may(actor, 'queue.retry')) throw new AppError('forbidden', { message: 'retry-failed' });
  await app.database.transaction({ ...actor, role: 'system' }, async ({ reminders, outbox, audit }) => {
    const now = app.clock.now();
    const done = kind === 'reminder' ? await reminders.retry(id, now) : await outbox.retry(id, now);
    if (!done) throw new AppError('wrong-state', { message: `${kind} did not fail` });
    await audit.record(newId(), { action: `${kind}.retried`, targetKind: kind, targetId: id, fields: ['state'] }, request.requestId);
  });
}
