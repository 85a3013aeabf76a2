import { HEARTBEAT_SILENCE_SECONDS, REGULAR_JOBS, REMINDER_STATES, type QueuesStatus, type ReminderState } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

/** Name under which the sweep says that it ran. */
export const SWEEP_HEARTBEAT = 'sweep.due';
const OVERDUE_MS = 5 * 60_000;

/** How the sending fares, from the ledger and the outbox of the association; the queue itself is never asked. */
export const queuesStatus = query<Record<string, never>, QueuesStatus>({
  name: 'queues-status',
  permission: 'queue.read',
  execute: async ({ repositories, app, actor }) => {
    const now = app.clock.now();
    const before = (ms: number): string => new Date(Date.parse(now) - ms).toISOString();
    const [outbox, lastAt, ledger] = [
      await repositories.outbox.figures(),
      await repositories.outbox.lastBeat(SWEEP_HEARTBEAT),
      // Counts only, of the whole association: an administrator opens no dossier for it.
      await app.database.read({ ...actor, userId: null, role: 'system' }, ({ reminders }) => reminders.figures(now, before(OVERDUE_MS))),
    ];
    const counts = Object.fromEntries(REMINDER_STATES.map((state) => [state, ledger.counts.get(state) ?? 0]));
    const recentFailures = [...outbox.failures, ...ledger.failures].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 20);
    const jobs: QueuesStatus['jobs'] = [];
    for (const { name, schedule, heartbeat } of REGULAR_JOBS)
      jobs.push({ name, schedule, lastAt: await repositories.outbox.lastBeat(heartbeat) });
    return {
      jobs,
      heartbeat: { lastAt, silent: lastAt === null || lastAt < before(HEARTBEAT_SILENCE_SECONDS * 1000) },
      outbox: { waiting: outbox.waiting, failing: outbox.failing, oldestAt: outbox.oldestAt },
      reminders: counts as Record<ReminderState, number>,
      overdue: ledger.overdue,
      refusedBySafety: ledger.refusedBySafety,
      recentFailures,
    };
  },
});
