import { QUEUE_NAMES } from '@permanence/contracts';
import { newId } from '@permanence/testing';
import type { Noted } from './account.ts';
import type { Rig } from './rig.ts';

const ENDED = ['handed_over', 'closed', 'in_doubt', 'failed', 'cancelled'];
const STALLS_AFTER_MS = 2_000;
const GIVES_UP_AFTER_MS = 600_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The mails of these deadlines that had to leave by now. */
export async function noted(rig: Rig, deadlines: readonly string[]): Promise<Noted[]> {
  const rows = await rig.db.asSuperuser<{ id: string; state: string; dueAt: Date; leftAt: Date | null }>(
    `select id, state::text as state, due_at as "dueAt", coalesce(handed_over_at, in_doubt_at) as "leftAt" from reminder
     where association_id = $1 and source_id = any($2::uuid[]) and channel = 'email' and step = 'appeal.day-0'`,
    [rig.here.id, deadlines],
  );
  return rows.map(({ dueAt, leftAt, ...row }) => ({ ...row, dueAt: dueAt.toISOString(), leftAt: leftAt?.toISOString() ?? null }));
}
export const endedOf = (rows: readonly Noted[]): number => rows.filter(({ state }) => ENDED.includes(state)).length;

/** So many minutes go by for the worker, its queue and the database: leases run out, what was put off comes back, the sweep runs. */
export async function timePasses(rig: Rig, minutes: number): Promise<void> {
  rig.setClock(new Date(Date.parse(rig.now()) + minutes * 60_000).toISOString());
  await rig.db.asSuperuser(
    "update outbox set lease_until = now() - interval '1 second', available_at = least(available_at, now()) where sent_at is null",
  );
  for (const name of QUEUE_NAMES) {
    const queue = rig.backend.queue(name).on('error', () => undefined);
    if (name !== 'sweeps') await queue.promoteJobs().catch(() => undefined);
    await queue.close().catch(() => undefined);
  }
  await rig.producer.add('sweep.due', `sweep-${newId()}`, {}).catch(() => undefined);
}

/**
 * Waits until `until` so many of the notices came to an end; time passes whenever nothing moves.
 * @param keepAlive called when nothing moves: starts a worker if none is left
 * @returns whether they did
 */
export async function settled(
  rig: Rig,
  deadlines: readonly string[],
  until: number,
  { minutes = 6, keepAlive = async (): Promise<void> => undefined, every = 300 } = {},
): Promise<boolean> {
  const begun = Date.now();
  let last = -1;
  let movedAt = Date.now();
  while (Date.now() - begun < GIVES_UP_AFTER_MS) {
    const done = endedOf(await noted(rig, deadlines));
    if (done >= until) return true;
    if (done !== last) [last, movedAt] = [done, Date.now()];
    else if (Date.now() - movedAt > STALLS_AFTER_MS) {
      await keepAlive();
      await timePasses(rig, minutes);
      movedAt = Date.now();
    }
    await pause(every);
  }
  return false;
}
