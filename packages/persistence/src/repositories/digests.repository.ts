import type { Actor } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { fromDay, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';

/** One line of a digest, as it was sent. No name: the reference of the dossier, and what it is. */
export interface DigestRow {
  kind: 'deadline' | 'appointment' | 'task';
  itemId: string;
  dossierId: string | null;
  dossierReference: string | null;
  ruleId: string | null;
  /** Calendar day; null while only the instant is known. */
  on: IsoDate | null;
  /** ISO instant of an appointment or of a limit in hours. */
  at: string | null;
}
export interface FrozenRow extends Omit<DigestRow, 'at' | 'on'> {
  on: IsoDate;
  minutes: number | null;
  overdue: boolean;
}
/** At most so many lines are looked for; a mail shows fewer. */
const MOST = 300;

/** What digests and escalations tell. Read as the system of one association. */
export class DigestsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  /** Open dates until `to` included: of the dossiers someone holds, or of everyone when `userId` is null. */
  async deadlines(userId: string | null, to: IsoDate, untilAt: string): Promise<DigestRow[]> {
    const rows = await this.tx.deadline.findMany({
      where: {
        ...this.mine,
        state: 'open',
        OR: [{ prudentOn: { lte: fromDay(to) } }, { prudentOn: null, expiresAt: { lt: untilAt } }],
        dossier: { closedOn: null, ...(userId ? { members: { some: { userId, kind: 'holder', current: true } } } : {}) },
      },
      select: { id: true, ruleId: true, prudentOn: true, expiresAt: true, dossierId: true, dossier: { select: { reference: true } } },
      orderBy: [{ prudentOn: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map((row) => ({
      kind: 'deadline',
      itemId: row.id,
      dossierId: row.dossierId,
      dossierReference: row.dossier?.reference ?? null,
      ruleId: row.ruleId,
      on: toDayOrNull(row.prudentOn),
      at: row.prudentOn ? null : toInstantOrNull(row.expiresAt),
    }));
  }
  async appointments(userId: string, fromAt: string, untilAt: string): Promise<DigestRow[]> {
    const rows = await this.tx.appointment.findMany({
      where: {
        ...this.mine,
        status: 'planned',
        startsAt: { gte: fromAt, lt: untilAt },
        dossier: { members: { some: { userId, kind: 'holder', current: true } } },
      },
      select: { id: true, startsAt: true, dossierId: true, dossier: { select: { reference: true } } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map((row) => ({
      kind: 'appointment',
      itemId: row.id,
      dossierId: row.dossierId,
      dossierReference: row.dossier?.reference ?? null,
      ruleId: null,
      on: null,
      at: toInstant(row.startsAt),
    }));
  }
  async tasks(userId: string, to: IsoDate): Promise<DigestRow[]> {
    const rows = await this.tx.task.findMany({
      where: { ...this.mine, assigneeId: userId, doneAt: null, dueOn: { lte: fromDay(to) } },
      select: { id: true, dueOn: true, dossierId: true, dossier: { select: { reference: true } } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map((row) => ({
      kind: 'task',
      itemId: row.id,
      dossierId: row.dossierId,
      dossierReference: row.dossier?.reference ?? null,
      ruleId: null,
      on: toDayOrNull(row.dueOn),
      at: null,
    }));
  }
  /** What else a coordinator must look at; since an instant for what happens once. */
  async counts(since: string, today: IsoDate) {
    const { mine } = this;
    const reminders = (where: object) => this.tx.reminder.count({ where: { ...mine, ...where } });
    return {
      holderless: await this.tx.dossier.count({ where: { ...mine, closedOn: null, members: { none: { current: true, kind: 'holder' } } } }),
      failed: await reminders({ state: 'failed', failedAt: { gte: since } }),
      inDoubt: await reminders({ state: 'in_doubt' }),
      heldBack: await reminders({ state: 'cancelled', reason: 'unsafe-channel', cancelledAt: { gte: since } }),
      overdueTasks: await this.tx.task.count({ where: { ...mine, doneAt: null, dueOn: { lt: fromDay(today) } } }),
      contactsToRepair: await this.tx.contact.count({ where: { ...mine, removedAt: null, brokenAt: { not: null } } }),
      stops: await this.tx.contact.count({ where: { ...mine, removedAt: null, stoppedAt: { gte: since } } }),
    };
  }

  async frozen(reminderId: string): Promise<FrozenRow[]> {
    const rows = await this.tx.digestItem.findMany({ where: { ...this.mine, reminderId }, orderBy: { position: 'asc' } });
    return rows.map(({ id: _id, associationId: _a, reminderId: _r, position: _p, on, kind, ...row }) => ({
      ...row,
      kind: kind as FrozenRow['kind'],
      on: toDayOrNull(on)!,
    }));
  }
  async freeze(reminderId: string, rows: readonly (FrozenRow & { id: string })[]): Promise<void> {
    await this.tx.digestItem.createMany({
      data: rows.map(({ on, ...row }, position) => ({ ...row, ...this.mine, reminderId, position, on: fromDay(on) })),
      skipDuplicates: true,
    });
  }

  /** Calls asked for before `before` by notices of these policies, still not made, and not escalated yet. */
  async callsNotMade(policies: readonly string[], before: string) {
    const open = await this.tx.task.findMany({
      where: { ...this.mine, kind: 'phone-call', doneAt: null, reminderId: { not: null }, createdAt: { lt: before } },
      select: { reminderId: true },
    });
    const asked = await this.tx.reminder.findMany({
      where: {
        ...this.mine,
        id: { in: open.flatMap((task) => task.reminderId ?? []) },
        sourceKind: 'deadline',
        OR: policies.map((name) => ({ step: { startsWith: `${name}.` } })),
      },
      select: { sourceId: true, targetKey: true, personId: true, dossierId: true, staleAt: true },
      distinct: ['sourceId'],
    });
    const told = await this.tx.reminder.findMany({
      where: { ...this.mine, sourceId: { in: asked.map((row) => row.sourceId) }, step: { startsWith: 'escalation.' } },
      select: { sourceId: true, targetKey: true },
    });
    return asked.filter((row) => !told.some((one) => one.sourceId === row.sourceId && one.targetKey === row.targetKey));
  }
  /** When the team was first asked to call about this date. */
  async askedAt(sourceId: string): Promise<string | null> {
    const rows = await this.tx.reminder.findMany({ where: { ...this.mine, sourceId }, select: { id: true } });
    const first = await this.tx.task.findFirst({
      where: { ...this.mine, reminderId: { in: rows.map((row) => row.id) } },
      select: { createdAt: true },
      orderBy: { createdAt: 'asc' },
    });
    return toInstantOrNull(first?.createdAt ?? null);
  }
}
