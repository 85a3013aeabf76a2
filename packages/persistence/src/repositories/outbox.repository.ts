import type { Actor, JobName, JobPayload } from '@permanence/contracts';
import { JOBS } from '@permanence/contracts';
import type { Tx } from '../database.ts';

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
}
