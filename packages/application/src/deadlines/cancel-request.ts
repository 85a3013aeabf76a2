import {
  AppError,
  type CancelRequest,
  type CreateCancelRequest,
  type DecideCancelRequest,
  type Page,
  type SearchCancelRequests,
} from '@permanence/contracts';
import { cancelReminders } from '../reminders/index.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';

/**
 * Asks that an open limit be cancelled by hand, with a reason. Until another person agrees it runs on, with its reminders. There is no
 * way to move one by hand: the facts it follows from are corrected, and it is computed anew.
 * @throws AppError wrong-state when it is not open, already-exists while a request waits
 */
export const requestCancellation = mutation<CreateCancelRequest & { deadlineId: string }, CancelRequest>({
  name: 'request-cancellation',
  permission: 'deadline.write',
  execute: async ({ input: { deadlineId, version, reason }, repositories, actor, app }) => {
    const deadline = found(await repositories.deadlines.find(deadlineId));
    if (deadline.state !== 'open') throw new AppError('wrong-state', { message: `deadline is ${deadline.state}` });
    if (deadline.version !== version) throw new AppError('version-conflict');
    if (!actor.userId) throw new AppError('forbidden', { message: 'a person asks, not the system' });
    const id = newId();
    await repositories.cancelRequests.create({ id, deadlineId, reason, requestedById: actor.userId, requestedAt: app.clock.now() });
    const { personId, dossierId } = deadline;
    return {
      result: found(await repositories.cancelRequests.find(id)),
      audit: [
        { action: 'deadline.cancel-requested', targetKind: 'deadline', targetId: deadlineId, personId, dossierId, fields: ['reason'] },
      ],
    };
  },
});

/**
 * The second person agrees or not; with agreement the limit is cancelled and its reminders stop.
 * @throws AppError second-person-needed for whoever asked; wrong-state when it was decided, or the limit changed meanwhile
 */
export const decideCancellation = mutation<DecideCancelRequest & { id: string }, CancelRequest>({
  name: 'decide-cancellation',
  permission: 'deadline.cancel',
  execute: async (call) => {
    const { repositories, actor, app } = call;
    const { id, version, approve, reason } = call.input;
    const request = found(await repositories.cancelRequests.find(id));
    if (!actor.userId || request.requestedById === actor.userId) throw new AppError('second-person-needed');
    if (request.state !== 'pending') throw new AppError('wrong-state', { message: `request is ${request.state}` });
    const { personId, dossierId } = found(await repositories.deadlines.find(request.deadlineId));
    const state = approve ? 'approved' : 'refused';
    await repositories.cancelRequests.decide(id, version, {
      state,
      decidedById: actor.userId,
      decidedAt: app.clock.now(),
      decisionReason: reason ?? null,
    });
    const about = { targetKind: 'deadline', targetId: request.deadlineId, personId, dossierId };
    const audit = [{ action: `deadline.cancel-${state}`, ...about, fields: ['state'] }];
    if (approve) {
      // Done, superseded or asleep meanwhile: what was agreed upon is no longer there.
      if (!(await repositories.deadlines.cancelByTwo(request.deadlineId)))
        throw new AppError('wrong-state', { message: 'deadline is no longer open' });
      await cancelReminders(call, request.deadlineId, 'source-cancelled');
      audit.push({ action: 'deadline.cancelled', ...about, fields: ['state'] });
    }
    return { result: found(await repositories.cancelRequests.find(id)), audit };
  },
});

/** Those about limits the caller may see; coordinators start from `{ state: 'pending' }`. */
export const searchCancelRequests = query<SearchCancelRequests, Page<CancelRequest>>({
  name: 'search-cancel-requests',
  permission: 'deadline.read',
  execute: ({ input, repositories }) => repositories.cancelRequests.search(input),
});
