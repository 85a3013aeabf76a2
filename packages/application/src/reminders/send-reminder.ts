import { systemActor, type Actor } from '@permanence/contracts';
import type { LedgerRow, Repositories, SourceNow } from '@permanence/persistence';
import { returnPathOf } from '../bounces/read-report.ts';
import { compose, messageIdOf } from '../mail/compose.ts';
import { LeaseLost, MailFailure } from '../mail/mailer.ts';
import { senderOf } from '../mail/sender.ts';
import { signed } from '../mail/sign.ts';
import { newId } from '../support/ids.ts';
import { hashOfToken, linkExpiry, newAnswerToken, stopUrl } from './answers/token.ts';
import { CAP_DAYS, capVerdict } from './cap.ts';
import { appointmentIcs } from './appointment-ics.ts';
import { asSource, draftOf, isNotWritten, type Draft } from './draft.ts';
import { withinSendingHours } from './local-time.ts';
import type { SendContext } from './mail-context.ts';
import { atAnyHour, endOf } from './notices.ts';
import { openCallInstead, openPlannedTask } from './open-call.ts';
import { colleaguesOf, rowsOf } from './plan-reminders.ts';

/** Longer than any talk with a mail server may take (its time-outs add up to two minutes). */
const LEASE_MS = 5 * 60_000;
export const MAX_ATTEMPTS = 8;
const backoffMs = (attempts: number): number => Math.min(60_000 * 2 ** (attempts - 1), 30 * 60_000);
const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** What became of the row in this run. `nothing`: another worker has it, or it is not due. */
export type SendOutcome = 'nothing' | 'handed_over' | 'closed' | 'cancelled' | 'failed' | 'planned' | 'in_doubt';
type Taken = { done: SendOutcome } | { row: LedgerRow; token: string; draft: Extract<Draft, { refusal: null }> & { to: string } };

const mayWaitForMorning = (row: LedgerRow): boolean => {
  return row.step !== 'escalation.hours' && !atAnyHour(row.step.split('.')[0] ?? '', row);
};

const audit = (repositories: Repositories, row: LedgerRow, action: string) =>
  repositories.audit.record(
    newId(),
    { action, targetKind: 'reminder', targetId: row.id, personId: row.personId, dossierId: row.dossierId, fields: ['state'] },
    null,
  );

/** The link of this attempt: a token of its own, since only its hash is kept and an earlier one cannot be told again. */
const linkOf = (row: LedgerRow, draft: { contactId: string | null; message: { language: string } }, token: string, now: string) => ({
  id: newId(),
  reminderId: row.id,
  personId: row.personId!,
  contactId: draft.contactId!,
  tokenHash: hashOfToken(token),
  language: draft.message.language,
  createdAt: now,
  expiresAt: linkExpiry(now),
});

/** Refused: what was meant for a person becomes a call, what was meant for someone no longer in charge goes to who is. */
async function cancel(repositories: Repositories, row: LedgerRow, token: string, draft: Draft, now: string): Promise<void> {
  const reason = draft.refusal!;
  if (!(await repositories.sending.end(row.id, token, 'cancelled', now, { reason }))) return;
  await audit(repositories, row, reason === 'unsafe-channel' ? 'reminder.refused-by-safety' : 'reminder.cancelled');
  if (!draft.source) return;
  if (isNotWritten(reason)) await openCallInstead(repositories, row, draft.source, now);
  if (reason === 'user-disabled' || reason === 'holder-changed') {
    const source = asSource(row, draft.source);
    const notice = { ...row, audience: 'volunteer' as const, dueAt: now, staleAt: row.staleAt ?? row.dueAt };
    const { step, audience, channel, template, targetKey, dueAt, staleAt } = notice;
    const colleagues = await colleaguesOf({ repositories }, source);
    await repositories.reminders.plan(rowsOf(source, { step, audience, channel, template, targetKey, dueAt, staleAt }, colleagues));
  }
}

/** The weekly cap. One worker at a time per person: two that look at once would both find the week free. @returns null: it may leave */
async function holdBack(
  repositories: Repositories,
  row: LedgerRow,
  token: string,
  source: SourceNow,
  now: string,
  timeZone: string,
): Promise<SendOutcome | null> {
  await repositories.sending.lockPerson(row.personId!);
  const since = new Date(Date.parse(now) - (CAP_DAYS + 1) * 86_400_000).toISOString();
  const verdict = capVerdict(row, await repositories.sending.trafficOf(row, since, now), now, timeZone);
  if (verdict.kind === 'go') return null;
  if (verdict.kind === 'fold') {
    await repositories.sending.fold(row.id, token, verdict.intoId, now);
    return 'cancelled';
  }
  const { dueAt, winnerId } = verdict;
  // Without a later notice of the same date it stays true until that date is over.
  const staleAt = row.staleAt && row.staleAt > dueAt ? row.staleAt : endOf(asSource(row, source), timeZone);
  await repositories.sending.makeWay(row.id, token, { dueAt, staleAt, yieldedToId: winnerId }, now);
  return 'planned';
}

/** One transaction: take the row under a lease, read everything again, and decide. */
async function take(app: SendContext, repositories: Repositories, id: string, answerToken: string): Promise<Taken> {
  const now = app.clock.now();
  const token = newId();
  const row = await repositories.sending.take(id, token, now, later(now, LEASE_MS));
  if (!row) return { done: (await repositories.sending.lapse(id, now)) ?? 'nothing' };
  const draft = await draftOf(repositories, row, {
    now,
    publicUrl: app.publicUrl,
    answerToken,
    smsReady: app.sms !== undefined,
    freeze: true,
  });
  if (draft.refusal !== null) {
    await cancel(repositories, row, token, draft, now);
    return { done: 'cancelled' };
  }
  if (row.channel === 'task') {
    await openPlannedTask(repositories, row, draft.source, now);
    await repositories.sending.end(row.id, token, 'closed', now);
    return { done: 'closed' };
  }
  const { timeZone } = await repositories.reminders.association();
  const allowedAt = withinSendingHours(now, timeZone);
  if (allowedAt > now && mayWaitForMorning(row)) {
    // Caught up at night after an outage: it waits for the morning, and is stale by then or not.
    await repositories.sending.release(row.id, token, allowedAt, null);
    return { done: 'planned' };
  }
  if (row.audience === 'person' && row.personId) {
    const done = await holdBack(repositories, row, token, draft.source, now, timeZone);
    if (done) return { done };
  }
  return { row, token, draft: { ...draft, to: draft.to! } };
}

async function failed(app: SendContext, actor: Actor, { row, token, draft }: Exclude<Taken, { done: SendOutcome }>, failure: MailFailure) {
  const now = app.clock.now();
  return app.database.transaction(actor, async (repositories): Promise<SendOutcome> => {
    const why = { serverAnswer: failure.answer };
    if (failure.outcome === 'unknown')
      return (await repositories.sending.end(row.id, token, 'in_doubt', now, { ...why, reason: 'answer-lost' })) ? 'in_doubt' : 'nothing';
    if (failure.outcome === 'later' && row.attempts < MAX_ATTEMPTS)
      return (await repositories.sending.release(row.id, token, later(now, backoffMs(row.attempts)), failure.answer))
        ? 'planned'
        : 'nothing';
    const reason = failure.outcome === 'refused' ? 'server-refused' : 'attempts-exhausted';
    if (!(await repositories.sending.end(row.id, token, 'failed', now, { ...why, reason }))) return 'nothing';
    await audit(repositories, row, 'reminder.failed');
    if (row.audience === 'person') await openCallInstead(repositories, row, draft.source, now);
    return 'failed';
  });
}

/** Composes and signs a mail, or takes the text as it is; nothing leaves before `beforeHandingOver`. */
async function letterOf(app: SendContext, associationId: string, taken: Exclude<Taken, { done: SendOutcome }>, answerToken: string) {
  const { row, draft } = taken;
  if (row.channel === 'sms') {
    const sms = { to: draft.to, text: draft.message.text, reference: row.id };
    return { messageId: `sms:${row.id}`, hand: (before: () => Promise<void>) => app.sms!.send(sms, before) };
  }
  const toPerson = isToPerson(taken);
  const { writer } = draft;
  const sender = senderOf(writer.level, writer.level === 'neutral' ? (writer.neutralSender ?? app.mailFrom) : app.mailFrom, writer);
  const messageId = messageIdOf(row.id, sender.from);
  const ics =
    toPerson && writer.wantsCalendar ? appointmentIcs(row.sourceId, draft.source, draft.message.language, app.clock.now()) : undefined;
  const plain = await compose(draft.message, {
    ...sender,
    to: draft.to,
    messageId,
    date: app.clock.now(),
    ...(toPerson ? { unsubscribeUrl: stopUrl(app.publicUrl, answerToken) } : {}),
    ics,
  });
  const raw = await signed(plain, app.dkim);
  const mail = {
    associationId,
    from: sender.from,
    to: draft.to,
    subject: draft.message.subject,
    messageId,
    raw,
    ...(app.bouncesTo ? { returnPath: returnPathOf(row.id, app.bouncesTo) } : {}),
  };
  return { messageId, hand: (before: () => Promise<void>) => app.mailer.send(mail, before) };
}
const isToPerson = ({ row, draft }: Exclude<Taken, { done: SendOutcome }>): boolean =>
  row.audience === 'person' && row.personId !== null && draft.contactId !== null;

/**
 * Sends one reminder of the ledger, if it is due and nobody else has it. Safe to run twice, and by two workers at once: each change of
 * state is conditional on the state it leaves. No transaction is open while the mail server is spoken to.
 */
export async function sendReminder(app: SendContext, input: { associationId: string; reminderId: string }): Promise<SendOutcome> {
  const actor = systemActor(input.associationId);
  const answerToken = newAnswerToken();
  const taken = await app.database.transaction(actor, (repositories) => take(app, repositories, input.reminderId, answerToken));
  if ('done' in taken) return taken.done;
  const { row, token, draft } = taken;
  const toPerson = row.channel === 'email' && isToPerson(taken);
  const { messageId, hand } = await letterOf(app, input.associationId, taken, answerToken);
  const inOne = <T>(work: (repositories: Repositories) => Promise<T>) => app.database.transaction(actor, work);
  let answer: string;
  try {
    answer = await hand(async () => {
      const now = app.clock.now();
      const begun = await inOne(async (r) => {
        if (!(await r.sending.beginHandingOver(row.id, token, now, messageId, draft.contactId))) return false;
        if (toPerson) await r.answers.addLink(linkOf(row, draft, answerToken, now));
        return true;
      });
      if (!begun) throw new LeaseLost();
    });
  } catch (error) {
    if (error instanceof LeaseLost) return 'nothing';
    if (error instanceof MailFailure) return failed(app, actor, taken, error);
    throw error; // the lease runs out, and the row is then planned again or in doubt
  }
  return (await inOne((r) => r.sending.handedOver(row.id, token, app.clock.now(), answer.slice(0, 300)))) ? 'handed_over' : 'nothing';
}
