import type { Actor, JobName, JobPayload } from '@permanence/contracts';
import { JOBS } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant, toInstantOrNull } from '../support/dates.ts';

export class OutboxRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** A message for the queue, committed with the change it announces or not at all. */
  async enqueue<N extends JobName>(id: string, name: N, payload: JobPayload<N>): Promise<void> {
    await this.tx.outbox.createMany({
      data: [{ id, name, payload: JOBS[name].payload.parse(payload) as object, associationId: this.actor.associationId }],
    });
  }
  async figures() {
    const open = { associationId: this.actor.associationId, sentAt: null };
    const [waiting, failing, oldest, failures] = await Promise.all([
      this.tx.outbox.count({ where: open }),
      this.tx.outbox.count({ where: { ...open, lastError: { not: null } } }),
      this.tx.outbox.findFirst({ where: open, select: { createdAt: true }, orderBy: { createdAt: 'asc' } }),
      this.tx.outbox.findMany({
        where: { ...open, lastError: { not: null } },
        select: { id: true, name: true, createdAt: true, attempts: true, lastError: true },
        orderBy: { createdAt: 'desc' },
        take: 20,
      }),
    ]);
    return {
      waiting,
      failing,
      oldestAt: toInstantOrNull(oldest?.createdAt ?? null),
      failures: failures.map((row) => ({
        kind: 'outbox' as const,
        id: row.id,
        name: row.name,
        at: toInstant(row.createdAt),
        attempts: row.attempts,
        error: row.lastError ?? '',
      })),
    };
  }
  /** Given to the queue again at the next look, without waiting. */
  async retry(id: string, now: string): Promise<boolean> {
    const { count } = await this.tx.outbox.updateMany({
      where: { associationId: this.actor.associationId, id, sentAt: null, lastError: { not: null } },
      data: { availableAt: now, leaseUntil: null },
    });
    return count === 1;
  }
  /** When a regular task of the worker last ran; null: never. About no association. */
  async lastBeat(name: string): Promise<string | null> {
    return toInstantOrNull((await this.tx.heartbeat.findFirst({ where: { name } }))?.beatAt ?? null);
  }
}
