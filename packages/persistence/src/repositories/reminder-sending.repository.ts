import type { Actor, MessageLevel, Reminder, ReminderReason } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { fromDay, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';
import type { PlannedReminder } from './reminders.repository.ts';

/** What the ledger keeps of a row, for the one who sends it. */
export interface LedgerRow extends Omit<PlannedReminder, 'staleAt'> {
  staleAt: string | null;
  attempts: number;
}
/** What a source says now, to be held against what the ledger row announces. Null fields do not apply to its kind. */
export interface SourceNow {
  /** Code of why nothing may be announced any more; null: it stands. */
  ended: Extract<ReminderReason, 'source-done' | 'source-superseded' | 'source-cancelled'> | null;
  personId: string | null;
  dossierId: string | null;
  ruleId: string | null;
  prudentOn: IsoDate | null;
  lastDayOn: IsoDate | null;
  opensOn: IsoDate | null;
  expiresAt: string | null;
  startsAt: string | null;
  /** An appointment nobody came to. */
  missed: boolean;
  place: string | null;
  appointmentKind: string | null;
  assigneeId: string | null;
}
/** Nothing known of it yet. */
export const NO_SOURCE: SourceNow = {
  ended: null,
  personId: null,
  dossierId: null,
  ruleId: null,
  prudentOn: null,
  lastDayOn: null,
  opensOn: null,
  expiresAt: null,
  startsAt: null,
  missed: false,
  place: null,
  appointmentKind: null,
  assigneeId: null,
};
/** Where and in which language a notice may go; `contacts` are all those of the channel, with what is known of their safety. */
export interface Addressee {
  archived: boolean;
  language: string | null;
  contacts: AddresseeContact[];
}
export interface AddresseeContact {
  id: string;
  value: string;
  safe: boolean;
  /** The person asked for no more messages here. */
  stopped: boolean;
  /** Bounced, and not repaired since. */
  broken: boolean;
  wantsCalendar: boolean;
  /** How much may be told here; not asked is neutral. */
  level: MessageLevel;
  greetingWord: string | null;
}

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
  attempts: true,
} as const;

/** What the worker needs, as the system of one association: no need-to-know here. */
export class ReminderSendingRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  // ── Just before sending: what stands now ──
  async sourceNow(kind: string, id: string): Promise<SourceNow | null> {
    if (kind === 'deadline') {
      const row = await this.tx.deadline.findFirst({
        where: { ...this.mine, id },
        select: {
          state: true,
          personId: true,
          dossierId: true,
          ruleId: true,
          prudentOn: true,
          lastDayOn: true,
          opensOn: true,
          expiresAt: true,
        },
      });
      if (!row) return null;
      const { state, prudentOn, lastDayOn, opensOn, expiresAt, ...same } = row;
      return {
        ...NO_SOURCE,
        ...same,
        ended: state === 'open' ? null : `source-${state}`,
        prudentOn: toDayOrNull(prudentOn),
        lastDayOn: toDayOrNull(lastDayOn),
        opensOn: toDayOrNull(opensOn),
        expiresAt: toInstantOrNull(expiresAt),
      };
    }
    if (kind === 'appointment') {
      const row = await this.tx.appointment.findFirst({
        where: { ...this.mine, id },
        select: { status: true, personId: true, dossierId: true, startsAt: true, place: true, kind: true },
      });
      if (!row) return null;
      const { status, startsAt, kind: appointmentKind, ...same } = row;
      const ended = status === 'planned' ? null : status === 'cancelled' ? 'source-cancelled' : 'source-done';
      return { ...NO_SOURCE, ...same, ended, startsAt: toInstant(startsAt), missed: status === 'missed', appointmentKind };
    }
    const row = await this.tx.task.findFirst({
      where: { ...this.mine, id },
      select: { doneAt: true, personId: true, dossierId: true, dueOn: true, assigneeId: true },
    });
    if (!row) return null;
    const { doneAt, dueOn, ...same } = row;
    return { ...NO_SOURCE, ...same, ended: doneAt ? 'source-done' : null, prudentOn: toDayOrNull(dueOn) };
  }
  async dossierNow(id: string): Promise<{ reference: string; closed: boolean } | null> {
    const row = await this.tx.dossier.findFirst({ where: { ...this.mine, id }, select: { reference: true, closedOn: true } });
    return row && { reference: row.reference, closed: row.closedOn !== null };
  }
  async personNow(id: string, channel: 'email' | 'sms' = 'email'): Promise<Addressee | null> {
    const row = await this.tx.person.findFirst({
      where: { ...this.mine, id },
      select: {
        archivedAt: true,
        preferredLanguage: true,
        contacts: {
          where: { channel, removedAt: null },
          select: {
            id: true,
            value: true,
            safety: true,
            stoppedAt: true,
            brokenAt: true,
            wantsCalendar: true,
            messageLevel: true,
            greetingWord: true,
          },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        },
      },
    });
    return (
      row && {
        archived: row.archivedAt !== null,
        language: row.preferredLanguage,
        contacts: row.contacts.map((contact) => ({
          id: contact.id,
          value: contact.value,
          safe: contact.safety === 'safe',
          stopped: contact.stoppedAt !== null,
          broken: contact.brokenAt !== null,
          wantsCalendar: contact.wantsCalendar === true,
          level: (contact.messageLevel as MessageLevel | null) ?? 'neutral',
          greetingWord: contact.greetingWord,
        })),
      }
    );
  }
  async colleagueNow(id: string): Promise<{ email: string; language: string; disabled: boolean } | null> {
    const row = await this.tx.user.findFirst({
      where: { ...this.mine, id },
      select: { email: true, language: true, disabledAt: true },
    });
    return row && { email: row.email, language: row.language, disabled: row.disabledAt !== null };
  }

  // ── Sending: every step is conditional on the state it leaves, so that two workers never both take it ──
  /** planned → taken. Null: not planned any more, or not due yet. */
  async take(id: string, token: string, now: string, leaseUntil: string): Promise<LedgerRow | null> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'planned', dueAt: { lte: now } },
      data: { state: 'taken', takenAt: now, takenBy: token, leaseUntil, messageId: null, attempts: { increment: 1 } },
    });
    return count === 1 ? this.ledgerRow(id) : null;
  }
  async ledgerRow(id: string): Promise<LedgerRow | null> {
    const row = await this.tx.reminder.findFirst({ where: { ...this.mine, id }, select: ledgerSelect });
    return (
      row && {
        ...row,
        sourceKind: row.sourceKind as Reminder['sourceKind'],
        audience: row.audience as Reminder['audience'],
        channel: row.channel as Reminder['channel'],
        dueAt: toInstant(row.dueAt),
        staleAt: toInstantOrNull(row.staleAt),
      }
    );
  }
  /**
   * A lease ran out: the worker that held it died or hangs. Without a message id nothing had been said to a mail server yet, and the
   * row is planned again; with one, nobody can know, and a person must say.
   */
  async lapse(id: string, now: string): Promise<'planned' | 'in_doubt' | null> {
    const lapsed = { ...this.mine, id, state: 'taken' as const, leaseUntil: { lt: now } };
    const again = await this.tx.reminder.updateMany({
      where: { ...lapsed, messageId: null },
      data: { state: 'planned', takenBy: null, leaseUntil: null },
    });
    if (again.count) return 'planned';
    const doubt = await this.tx.reminder.updateMany({
      where: { ...lapsed, messageId: { not: null } },
      data: { state: 'in_doubt', inDoubtAt: now, reason: 'answer-lost' },
    });
    return doubt.count ? 'in_doubt' : null;
  }
  /** Committed just before the first word to the mail server. False: the lease is no longer ours. */
  async beginHandingOver(id: string, token: string, now: string, messageId: string, contactId: string | null): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'taken', takenBy: token, leaseUntil: { gt: now }, messageId: null },
      data: { messageId, contactId },
    });
    return count === 1;
  }
  /** The server answered yes. Also settles a doubt that arose while it took its time. */
  async handedOver(id: string, token: string, now: string, serverAnswer: string): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, takenBy: token, state: { in: ['taken', 'in_doubt'] } },
      data: { state: 'handed_over', handedOverAt: now, serverAnswer, leaseUntil: null, inDoubtAt: null, reason: null },
    });
    return count === 1;
  }
  /** Surely not sent: planned again for later. */
  async release(id: string, token: string, dueAt: string, serverAnswer: string | null): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'taken', takenBy: token },
      data: { state: 'planned', dueAt, serverAnswer, takenBy: null, leaseUntil: null, messageId: null },
    });
    return count === 1;
  }
  // ── The weekly cap ──
  /** Until the transaction ends, nobody else looks at what this person receives. */
  async lockPerson(personId: string): Promise<void> {
    await this.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${personId}, 0))`;
  }
  /** Messages to the same person that left since, those that wait to leave, and the next notice of the same date. */
  async trafficOf(row: LedgerRow, since: string, now: string) {
    const others = { ...this.mine, audience: 'person', personId: row.personId, id: { not: row.id }, channel: { not: 'task' } };
    const select = { id: true, sourceId: true, step: true, targetKey: true, dueAt: true } as const;
    const sent = await this.tx.reminder.findMany({
      where: { ...others, state: { in: ['taken', 'handed_over', 'closed', 'in_doubt'] }, takenAt: { gte: since } },
      select: { id: true, takenAt: true, handedOverAt: true },
    });
    const due = await this.tx.reminder.findMany({
      where: { ...others, state: 'planned', dueAt: { lte: now }, staleAt: { gt: now } },
      select,
    });
    const next = await this.tx.reminder.findFirst({
      where: { ...others, state: 'planned', sourceId: row.sourceId, targetKey: row.targetKey, dueAt: { gt: now } },
      select: { id: true, dueAt: true },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
    return {
      sent: sent.map(({ id, takenAt, handedOverAt }) => ({ id, at: toInstant(handedOverAt ?? takenAt!) })),
      due: due.map(({ dueAt, ...other }) => ({ ...other, dueAt: toInstant(dueAt) })),
      next: next && { id: next.id, dueAt: toInstant(next.dueAt) },
    };
  }
  /** Taken → planned again for later, another notice to the same person going first. Not an attempt. */
  async makeWay(
    id: string,
    token: string,
    { dueAt, staleAt, yieldedToId }: { dueAt: string; staleAt: string; yieldedToId: string },
    now: string,
  ): Promise<void> {
    await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'taken', takenBy: token },
      data: {
        state: 'planned',
        reason: 'cap-moved',
        dueAt,
        staleAt,
        yieldedToId,
        yieldedAt: now,
        takenAt: null,
        takenBy: null,
        leaseUntil: null,
        attempts: { decrement: 1 },
      },
    });
  }
  /** Taken → cancelled: a later notice of the same date says the same. */
  async fold(id: string, token: string, intoId: string, now: string): Promise<void> {
    await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'taken', takenBy: token },
      data: { state: 'cancelled', reason: 'cap-folded', cancelledAt: now, yieldedToId: intoId, yieldedAt: now, leaseUntil: null },
    });
  }
  async end(
    id: string,
    token: string,
    to: 'closed' | 'cancelled' | 'failed' | 'in_doubt',
    now: string,
    why: { reason?: ReminderReason; serverAnswer?: string | null } = {},
  ): Promise<boolean> {
    const at = { closed: 'closedAt', cancelled: 'cancelledAt', failed: 'failedAt', in_doubt: 'inDoubtAt' } as const;
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: 'taken', takenBy: token },
      data: { state: to, [at[to]]: now, leaseUntil: null, ...why },
    });
    return count === 1;
  }
  /** Handed over before, and back again: failed, or planned once more. Only what left can come back, and once. */
  async cameBack(
    id: string,
    to:
      | { state: 'failed'; failedAt: string; reason: ReminderReason; serverAnswer: string }
      | { state: 'planned'; dueAt: string; reason: ReminderReason; serverAnswer: string },
  ): Promise<boolean> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, id, state: { in: ['handed_over', 'closed', 'in_doubt'] } },
      data: {
        ...to,
        ...(to.state === 'planned' ? { takenBy: null, leaseUntil: null, messageId: null, handedOverAt: null, attempts: 0 } : {}),
      },
    });
    return count === 1;
  }
  async left(id: string): Promise<boolean> {
    return (await this.tx.reminder.count({ where: { ...this.mine, id, state: { in: ['handed_over', 'closed', 'in_doubt'] } } })) > 0;
  }
  /** Handed over before `until` and never heard of again: no bounce is to be expected any more. */
  async closeHandedOver(until: string, now: string): Promise<number> {
    const { count } = await this.tx.reminder.updateMany({
      where: { ...this.mine, state: 'handed_over', handedOverAt: { lt: until } },
      data: { state: 'closed', closedAt: now },
    });
    return count;
  }
  /** A call or an act for a colleague; one per reminder, whatever happens twice. */
  async openTask(task: {
    id: string;
    /** Null: not in place of a notice, and so not limited to one. */
    reminderId: string | null;
    personId: string | null;
    dossierId: string | null;
    kind: string;
    title: string;
    dueOn: string;
    assigneeId: string | null;
  }): Promise<void> {
    await this.tx.task.createMany({ data: [{ ...task, dueOn: fromDay(task.dueOn), ...this.mine }], skipDuplicates: true });
  }
  async hasOpenCall(sourceId: string): Promise<boolean> {
    const opened = await this.tx.reminder.findMany({ where: { ...this.mine, sourceId }, select: { id: true } });
    const where = { ...this.mine, reminderId: { in: opened.map((row) => row.id) }, kind: 'phone-call', doneAt: null };
    return (await this.tx.task.count({ where })) > 0;
  }
}
