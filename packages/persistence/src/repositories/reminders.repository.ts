import {
  seesWholeAssociation,
  type Actor,
  type MessageSettings,
  type Page,
  type Reminder,
  type ReminderReason,
  type SearchRemindersRequest,
} from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { ReminderState } from '../generated/enums.ts';
import { toInstant, toInstantOrNull } from '../support/dates.ts';
import { dossierScope, personScope } from '../support/scope.ts';

/** A row to be written; `dueAt` and `staleAt` are ISO instants. */
export interface PlannedReminder {
  id: string;
  personId: string | null;
  dossierId: string | null;
  sourceKind: Reminder['sourceKind'];
  sourceId: string;
  step: string;
  audience: Reminder['audience'];
  recipientKey: string;
  targetKey: string;
  channel: Reminder['channel'];
  contactId: string | null;
  userId: string | null;
  template: string;
  dueAt: string;
  staleAt: string;
}
/** Cancelled by a change that may be taken back: such a row is planned again when its date is announced again. */
const REVIVABLE: readonly ReminderReason[] = ['moved', 'source-cancelled', 'dossier-closed', 'source-done', 'policy-changed'];

const ledgerSelect = {
  id: true,
  personId: true,
  dossierId: true,
  sourceKind: true,
  sourceId: true,
  step: true,
  audience: true,
  recipientKey: true,
  targetKey: true,
  channel: true,
  contactId: true,
  userId: true,
  template: true,
  dueAt: true,
  staleAt: true,
  state: true,
  reason: true,
  attempts: true,
  takenAt: true,
  takenBy: true,
  leaseUntil: true,
  handedOverAt: true,
  closedAt: true,
  cancelledAt: true,
  failedAt: true,
  inDoubtAt: true,
  serverAnswer: true,
  messageId: true,
  yieldedToId: true,
  yieldedAt: true,
  dossier: { select: { reference: true } },
} as const;

export class RemindersRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  /** Those of the dossiers and people the caller may see, and those addressed to them. */
  private get scope() {
    if (seesWholeAssociation(this.actor)) return this.mine;
    return {
      ...this.mine,
      OR: [
        { userId: this.actor.userId ?? '' },
        { dossier: dossierScope(this.actor) },
        { dossierId: null, person: personScope(this.actor) },
      ],
    };
  }

  // ── Who ──
  async association() {
    return this.tx.association.findFirstOrThrow({
      where: { id: this.actor.associationId },
      select: { timeZone: true, contactPhone: true, replyTo: true, name: true, neutralSender: true, smsEnabled: true },
    });
  }
  async setMessages(settings: MessageSettings): Promise<void> {
    await this.tx.association.updateMany({ where: { id: this.actor.associationId }, data: settings });
  }
  async enabledUsers(ids: readonly string[]): Promise<string[]> {
    const rows = await this.tx.user.findMany({ where: { ...this.mine, id: { in: [...ids] }, disabledAt: null }, select: { id: true } });
    return rows.map((row) => row.id);
  }
  /** Enabled holders of the dossier; without one, of the person's open dossiers. Longest in charge first. */
  async holders({ dossierId, personId }: { dossierId: string | null; personId: string | null }): Promise<string[]> {
    if (!dossierId && !personId) return [];
    const rows = await this.tx.dossierMember.findMany({
      where: {
        ...this.mine,
        kind: 'holder',
        current: true,
        user: { disabledAt: null },
        ...(dossierId ? { dossierId } : { dossier: { personId: personId!, closedOn: null } }),
      },
      select: { userId: true },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
    });
    return [...new Set(rows.map((row) => row.userId))];
  }
  async coordinators(): Promise<string[]> {
    const rows = await this.tx.user.findMany({
      where: { ...this.mine, role: 'coordinator', disabledAt: null },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => row.id);
  }

  // ── Planning ──
  /** The policy already applied to this source and date, from the steps in the ledger. */
  async policyOf(sourceId: string, targetKey: string): Promise<string | null> {
    const row = await this.tx.reminder.findFirst({
      // These follow from a policy and are none of their own.
      where: { ...this.mine, sourceId, targetKey, NOT: [{ step: { startsWith: 'escalation.' } }, { step: { startsWith: 'missed.' } }] },
      select: { step: true },
    });
    return row?.step.split('.')[0] ?? null;
  }
  /** Inserts what is new by the unique key, and plans again what a change taken back had cancelled. */
  async plan(rows: readonly PlannedReminder[]): Promise<number> {
    const { count } = await this.tx.reminder.createMany({ data: rows.map((row) => ({ ...row, ...this.mine })), skipDuplicates: true });
    if (count === rows.length) return count;
    let revived = 0;
    for (const { sourceId, step, audience, recipientKey, targetKey, dueAt, staleAt } of rows)
      revived += (
        await this.tx.reminder.updateMany({
          where: { ...this.mine, sourceId, step, audience, recipientKey, targetKey, state: 'cancelled', reason: { in: [...REVIVABLE] } },
          data: { state: 'planned', reason: null, cancelledAt: null, dueAt, staleAt },
        })
      ).count;
    return count + revived;
  }
  /** Cancels what is still planned for a source; `except`: the date that stands. */
  async cancelPlanned(sourceId: string, reason: ReminderReason, now: string, except: string | null): Promise<number> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, sourceId, state: 'planned', ...(except === null ? {} : { targetKey: { not: except } }) },
      data: { state: 'cancelled', reason, cancelledAt: now },
    });
    return count;
  }
  /** Cancels what is still planned for a person: of one source or of all, and only what is due before an instant when one is given. */
  async cancelOfPerson(
    { personId, sourceId, dueBefore }: { personId: string; sourceId?: string; dueBefore?: string },
    reason: ReminderReason,
    now: string,
  ): Promise<number> {
    const { count } = await this.tx.reminder.updateMany({
      where: {
        ...this.mine,
        personId,
        audience: 'person',
        state: 'planned',
        ...(sourceId ? { sourceId } : {}),
        ...(dueBefore ? { dueAt: { lt: dueBefore } } : {}),
      },
      data: { state: 'cancelled', reason, cancelledAt: now },
    });
    return count;
  }
  /** Plans again what a reason now taken back had cancelled, if it is still to come. */
  async reviveOfPerson(personId: string, reason: ReminderReason, now: string): Promise<number> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, personId, audience: 'person', state: 'cancelled', reason, dueAt: { gt: now } },
      data: { state: 'planned', reason: null, cancelledAt: null },
    });
    return count;
  }
  /** Calls and acts that reminders of this source opened, and that nobody has done yet. */
  async closeTasksOf(sourceId: string, now: string): Promise<void> {
    const opened = await this.tx.reminder.findMany({ where: { ...this.mine, sourceId }, select: { id: true } });
    if (!opened.length) return;
    await this.tx.task.updateMany({
      where: { ...this.mine, reminderId: { in: opened.map((row) => row.id) }, doneAt: null },
      data: { doneAt: now, doneById: this.actor.userId, version: { increment: 1 } },
    });
  }

  /** What a person found out about a doubt. Not sent: planned again at `now`. */
  async settle(id: string, outcome: 'sent' | 'not-sent', now: string): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.scope, id, state: 'in_doubt' },
      data:
        outcome === 'sent'
          ? { state: 'handed_over', handedOverAt: now, reason: 'settled-sent', inDoubtAt: null }
          : { state: 'planned', dueAt: now, reason: null, inDoubtAt: null, takenBy: null, leaseUntil: null, messageId: null, attempts: 0 },
    });
    return count === 1;
  }

  /** A failure is tried again at once, if what it says is still true. */
  async retry(id: string, now: string): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'failed', staleAt: { gt: now } },
      data: { state: 'planned', dueAt: now, reason: null, failedAt: null, takenBy: null, leaseUntil: null, messageId: null, attempts: 0 },
    });
    return count === 1;
  }

  // ── Reading ──
  async figures(now: string, overdueBefore: string) {
    const [states, overdue, refusedBySafety, failures] = await Promise.all([
      this.tx.reminder.groupBy({ by: ['state'], where: this.mine, _count: true }),
      this.tx.reminder.count({ where: { ...this.mine, state: 'planned', dueAt: { lt: overdueBefore } } }),
      this.tx.reminder.count({ where: { ...this.mine, state: 'cancelled', reason: 'unsafe-channel' } }),
      this.tx.reminder.findMany({
        where: { ...this.mine, state: 'failed' },
        select: { id: true, template: true, failedAt: true, attempts: true, reason: true },
        orderBy: { failedAt: 'desc' },
        take: 20,
      }),
    ]);
    return {
      counts: new Map(states.map((row) => [row.state, row._count])),
      overdue,
      refusedBySafety,
      failures: failures.map((row) => ({
        kind: 'reminder' as const,
        id: row.id,
        name: row.template,
        at: row.failedAt ? toInstant(row.failedAt) : now,
        attempts: row.attempts,
        error: row.reason ?? 'unknown',
      })),
    };
  }
  async find(id: string): Promise<(Reminder & { contactId: string | null; userId: string | null }) | null> {
    const row = await this.tx.reminder.findFirst({ where: { ...this.scope, id }, select: ledgerSelect });
    return row && { ...(await this.toReminders([row]))[0]!, contactId: row.contactId, userId: row.userId };
  }
  async seesDossier(id: string): Promise<boolean> {
    return (await this.tx.dossier.count({ where: { ...dossierScope(this.actor), id } })) > 0;
  }
  async ofDossier(dossierId: string): Promise<Reminder[]> {
    const rows = await this.tx.reminder.findMany({
      where: { ...this.scope, dossierId },
      select: ledgerSelect,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: 500,
    });
    return this.toReminders(rows);
  }
  async search({ page, perPage, sort, filter }: SearchRemindersRequest): Promise<Page<Reminder>> {
    const { states, reasons, dueFrom, dueUntil, ...same } = filter;
    const where = {
      ...this.scope,
      ...same,
      ...(states?.length ? { state: { in: states } } : {}),
      ...(reasons?.length ? { reason: { in: reasons as string[] } } : {}),
      ...(dueFrom || dueUntil ? { dueAt: { ...(dueFrom ? { gte: dueFrom } : {}), ...(dueUntil ? { lte: dueUntil } : {}) } } : {}),
    };
    const [rows, total] = await Promise.all([
      this.tx.reminder.findMany({
        where,
        select: ledgerSelect,
        orderBy: [{ [sort?.field ?? 'dueAt']: sort?.order ?? 'asc' }, { id: 'asc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.reminder.count({ where }),
    ]);
    return { data: await this.toReminders(rows), total };
  }
  private async toReminders(rows: readonly Row[]): Promise<Reminder[]> {
    // One after the other: a transaction has one connection.
    const users = await this.tx.user.findMany({
      where: { ...this.mine, id: { in: rows.flatMap((row) => row.userId ?? []) } },
      select: { id: true, displayName: true },
    });
    const tasks = await this.tx.task.findMany({
      where: { ...this.mine, reminderId: { in: rows.map((row) => row.id) } },
      select: { id: true, reminderId: true },
    });
    const names = new Map(users.map((user) => [user.id, user.displayName]));
    const taskOf = new Map(tasks.map((task) => [task.reminderId, task.id]));
    return rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      dossierId: row.dossierId,
      dossierReference: row.dossier?.reference ?? null,
      sourceKind: row.sourceKind as Reminder['sourceKind'],
      sourceId: row.sourceId,
      step: row.step,
      audience: row.audience as Reminder['audience'],
      recipientName: row.userId ? (names.get(row.userId) ?? null) : null,
      channel: row.channel as Reminder['channel'],
      target: row.targetKey,
      template: row.template,
      dueAt: toInstant(row.dueAt),
      staleAt: toInstantOrNull(row.staleAt),
      state: row.state,
      reason: row.reason,
      attempts: row.attempts,
      serverAnswer: row.serverAnswer,
      takenAt: toInstantOrNull(row.takenAt),
      handedOverAt: toInstantOrNull(row.handedOverAt),
      closedAt: toInstantOrNull(row.closedAt),
      cancelledAt: toInstantOrNull(row.cancelledAt),
      failedAt: toInstantOrNull(row.failedAt),
      inDoubtAt: toInstantOrNull(row.inDoubtAt),
      yieldedToId: row.yieldedToId,
      yieldedAt: toInstantOrNull(row.yieldedAt),
      taskId: taskOf.get(row.id) ?? null,
    }));
  }
}
type Row = {
  id: string;
  personId: string | null;
  dossierId: string | null;
  sourceKind: string;
  sourceId: string;
  step: string;
  audience: string;
  targetKey: string;
  channel: string;
  userId: string | null;
  template: string;
  dueAt: Date;
  staleAt: Date | null;
  state: ReminderState;
  reason: string | null;
  attempts: number;
  serverAnswer: string | null;
  takenAt: Date | null;
  handedOverAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
  failedAt: Date | null;
  inDoubtAt: Date | null;
  yieldedToId: string | null;
  yieldedAt: Date | null;
  dossier: { reference: string } | null;
};
