import { systemActor, type AnswerKind, type ReminderReason } from '@permanence/contracts';
import { answerLinkOf, type AnswerLink, type LedgerRow, type Repositories } from '@permanence/persistence';
import { addDays, isoDate } from '@permanence/rules';
import type { AppContext } from '../../support/app-context.ts';
import { newId } from '../../support/ids.ts';
import { asSource } from '../draft.ts';
import { instantAt, localOf } from '../local-time.ts';
import { dateSaid, WHAT } from '../open-call.ts';
import { colleaguesOf } from '../plan-reminders.ts';
import { hashOfToken } from './token.ts';

/** What the page says; `null` of both functions: unknown or expired, told apart by nobody. */
export interface AnswerPage {
  language: string;
  /** To call, as the message said. */
  phone: string | null;
}

async function openLink(app: AppContext, token: string): Promise<AnswerLink | null> {
  const link = await answerLinkOf(app.database, hashOfToken(token));
  return link && link.expiresAt > app.clock.now() ? link : null;
}
const pageOf = async (repositories: Repositories, { language }: AnswerLink): Promise<AnswerPage> => ({
  language,
  phone: (await repositories.reminders.association()).contactPhone,
});

/** The page behind a link: it only shows, since scanners and previews open links too. */
export async function readAnswerPage(app: AppContext, token: string): Promise<AnswerPage | null> {
  const link = await openLink(app, token);
  return link && app.database.read(systemActor(link.associationId), (repositories) => pageOf(repositories, link));
}

/** Days before the date during which a person who asked for help still gets the last notices: nobody may have helped yet. */
const LAST_DAYS = 3;

/** What remains of the chain after an answer: nothing of it after `done`; the last days of a legal date after `cannot` and `help`. */
async function reroute(repositories: Repositories, row: LedgerRow, kind: Exclude<AnswerKind, 'stop'>, now: string): Promise<void> {
  const reason: ReminderReason = `answered-${kind}`;
  const ofSource = { personId: row.personId!, sourceId: row.sourceId };
  if (kind === 'done' || row.sourceKind !== 'deadline') {
    await repositories.reminders.cancelOfPerson(ofSource, reason, now);
    return;
  }
  const { timeZone } = await repositories.reminders.association();
  const target = row.targetKey.length === 10 ? isoDate(row.targetKey) : localOf(row.targetKey, timeZone).on;
  const dueBefore = instantAt({ on: addDays(target, -LAST_DAYS), minutes: 0 }, timeZone);
  await repositories.reminders.cancelOfPerson({ ...ofSource, dueBefore }, reason, now);
}

async function stop(repositories: Repositories, row: LedgerRow, now: string): Promise<void> {
  const personId = row.personId!;
  for (const contactId of await repositories.contactStates.stopAll(personId, now))
    await repositories.contactStates.note({ id: newId(), personId, contactId, reminderId: row.id, kind: 'stopped', at: now });
  await repositories.reminders.cancelOfPerson({ personId }, 'answered-stop', now);
}

const TITLES: Record<AnswerKind, { kind: string; title: (about: string) => string }> = {
  done: { kind: 'other', title: (about) => `La personne répond que c’est fait : le vérifier (${about})` },
  cannot: { kind: 'phone-call', title: (about) => `Appeler la personne : elle répond qu’elle ne peut pas (${about})` },
  help: { kind: 'phone-call', title: (about) => `Appeler la personne : elle demande de l’aide (${about})` },
  stop: { kind: 'phone-call', title: () => 'Appeler la personne : elle ne veut plus de messages. Convenir d’un autre moyen' },
};

/** Someone must know in any case: the one who pressed may not be the person, and a date of law goes on. */
async function openTask(repositories: Repositories, row: LedgerRow, kind: AnswerKind, now: string): Promise<void> {
  const { timeZone } = await repositories.reminders.association();
  const source = await repositories.sending.sourceNow(row.sourceKind, row.sourceId);
  const about = source ? `${WHAT[row.sourceKind]} ${dateSaid(source, timeZone)}`.trim() : WHAT[row.sourceKind];
  const { userIds } = await colleaguesOf({ repositories }, source ? asSource(row, source) : row);
  await repositories.sending.openTask({
    id: newId(),
    reminderId: null,
    personId: row.personId,
    dossierId: row.dossierId,
    kind: TITLES[kind].kind,
    title: TITLES[kind].title(about),
    dueOn: localOf(now, timeZone).on,
    assigneeId: userIds[0] ?? null,
  });
}

/**
 * A person answers by the link of a message. Acts once per notice and kind of answer; a repetition is answered alike and changes
 * nothing. What it cancels can be planned again by hand; what it opens is a task for the people of the dossier.
 * @returns null when the link is unknown or has expired
 */
export async function answerMessage(app: AppContext, input: { token: string; kind: AnswerKind }): Promise<AnswerPage | null> {
  const { token, kind } = input;
  const link = await openLink(app, token);
  if (!link) return null;
  return app.database.transaction(systemActor(link.associationId), async (repositories) => {
    const now = app.clock.now();
    const { reminderId, personId } = link;
    const page = await pageOf(repositories, link);
    if (!(await repositories.answers.record({ id: newId(), reminderId, personId, kind, answeredAt: now }))) return page;
    const row = await repositories.sending.ledgerRow(reminderId);
    if (!row) return page;
    if (kind === 'stop') await stop(repositories, row, now);
    else await reroute(repositories, row, kind, now);
    await openTask(repositories, row, kind, now);
    await repositories.audit.record(
      newId(),
      { action: `reminder.answered-${kind}`, targetKind: 'reminder', targetId: row.id, personId, dossierId: row.dossierId },
      null,
    );
    return page;
  });
}
