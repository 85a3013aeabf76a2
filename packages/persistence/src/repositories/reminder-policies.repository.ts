import { AppError, PolicyStep, type Actor, type PolicyName, type ReminderSourceKind } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';

/** An association's own steps for one kind of date. */
export interface OwnPolicy {
  name: PolicyName;
  steps: PolicyStep[];
  changedById: string | null;
  changedAt: string;
  version: number;
}
interface Announced {
  sourceId: string;
  targetKey: string;
  policy: PolicyName;
}
const select = { name: true, steps: true, changedById: true, changedAt: true, version: true } as const;

/** Policies as stored, and what a change of one does to the ledger. */
export class ReminderPoliciesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  async all(): Promise<OwnPolicy[]> {
    const rows = await this.tx.reminderPolicy.findMany({ where: this.mine, select });
    return rows.map(({ name, steps, changedAt, ...row }) => ({
      ...row,
      name: name as PolicyName,
      steps: PolicyStep.array().parse(steps),
      changedAt: toInstant(changedAt),
    }));
  }
  async find(name: PolicyName): Promise<OwnPolicy | null> {
    return (await this.all()).find((one) => one.name === name) ?? null;
  }
  /** @param version the one shown; 0 when the default was */
  async save(name: PolicyName, version: number, steps: readonly PolicyStep[], changedAt: string): Promise<void> {
    const changed = { steps: [...steps], changedById: this.actor.userId, changedAt };
    const { count } =
      version === 0
        ? await this.tx.reminderPolicy.createMany({ data: [{ ...this.mine, name, ...changed }], skipDuplicates: true })
        : await this.tx.reminderPolicy.updateMany({
            where: { ...this.mine, name, version },
            data: { ...changed, version: { increment: 1 } },
          });
    if (count !== 1) throw new AppError('version-conflict');
  }
  async remove(name: PolicyName, version: number): Promise<void> {
    const { count } = await this.tx.reminderPolicy.deleteMany({ where: { ...this.mine, name, version } });
    if (count !== 1) throw new AppError('version-conflict');
  }

  /** Dates a policy announced, or was to announce, that are not over at `now`. */
  async sourcesOf(name: PolicyName, now: string): Promise<{ sourceKind: ReminderSourceKind; sourceId: string }[]> {
    const rows = await this.tx.reminder.findMany({
      where: { ...this.mine, step: { startsWith: `${name}.` }, staleAt: { gt: now } },
      select: { sourceKind: true, sourceId: true },
      distinct: ['sourceId'],
      orderBy: { sourceId: 'asc' },
    });
    return rows.map((row) => ({ sourceKind: row.sourceKind as ReminderSourceKind, sourceId: row.sourceId }));
  }
  /** Cancels what is planned of a date by steps the policy no longer has; `kept`: `step audience`. */
  async cancelOthers({ sourceId, targetKey, policy }: Announced, kept: readonly string[], now: string): Promise<void> {
    const planned = await this.tx.reminder.findMany({
      where: { ...this.mine, sourceId, targetKey, state: 'planned', step: { startsWith: `${policy}.` } },
      select: { id: true, step: true, audience: true },
    });
    const mine = (row: { step: string; audience: string }) =>
      // Coordinators stand in for volunteers where nobody holds the dossier.
      kept.includes(`${row.step} ${row.audience}`) || (row.audience === 'coordinator' && kept.includes(`${row.step} volunteer`));
    const gone = planned.filter((row) => !mine(row)).map((row) => row.id);
    await this.tx.reminder.updateMany({
      where: { ...this.mine, id: { in: gone }, state: 'planned' },
      data: { state: 'cancelled', reason: 'policy-changed', cancelledAt: now },
    });
  }
  /** A message is stale once the next one to the same addressee about the same date is due. */
  async renewStaleness({ sourceId, targetKey, policy }: Announced, end: string): Promise<void> {
    const planned = await this.tx.reminder.findMany({
      where: { ...this.mine, sourceId, targetKey, state: 'planned', step: { startsWith: `${policy}.` } },
      select: { id: true, audience: true, recipientKey: true, channel: true, dueAt: true },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
    const lane = (row: (typeof planned)[number]): string => `${row.audience} ${row.recipientKey} ${row.channel}`;
    for (const [i, row] of planned.entries()) {
      const next = row.channel === 'task' ? undefined : planned.slice(i + 1).find((other) => lane(other) === lane(row));
      await this.tx.reminder.updateMany({ where: { ...this.mine, id: row.id, state: 'planned' }, data: { staleAt: next?.dueAt ?? end } });
    }
  }
}
