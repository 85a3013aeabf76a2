import type { MessageLevel, ReminderReason } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import type { AddresseeContact, LedgerRow, Repositories, SourceNow } from '@permanence/persistence';
import type { Message } from '../mail/message.ts';
import { personKindOf } from '../mail/kind-of-step.ts';
import { personMessage } from '../mail/person-message.ts';
import { volunteerMessage } from '../mail/volunteer-message.ts';
import { announcedOf } from './announced.ts';
import { answerUrl, stopUrl } from './answers/token.ts';
import { localOf } from './local-time.ts';
import { targetOf, type ReminderSource } from './source.ts';

type Row = Pick<
  LedgerRow,
  | 'id'
  | 'sourceKind'
  | 'sourceId'
  | 'personId'
  | 'dossierId'
  | 'targetKey'
  | 'audience'
  | 'channel'
  | 'userId'
  | 'contactId'
  | 'staleAt'
  | 'step'
  | 'template'
>;
export type Draft =
  | { refusal: ReminderReason; source: SourceNow | null }
  | { refusal: null; source: SourceNow; to: string | null; contactId: string | null; writer: Writer; message: Message };
/** Who the message comes from, at the level the person agreed to; for colleagues, the plain sender. */
interface Writer {
  level: MessageLevel;
  name: string;
  replyTo: string | null;
}
interface Surroundings {
  now: string;
  publicUrl: string;
  /** Token of the links of a person's message. */
  answerToken: string;
}

export const asSource = (row: Pick<Row, 'sourceKind' | 'sourceId'>, now: SourceNow): ReminderSource => ({
  ...now,
  kind: row.sourceKind,
  id: row.sourceId,
});

/** The message of a row as things stand, whoever may receive it. */
async function messageOf(
  repositories: Repositories,
  row: Row,
  source: SourceNow,
  around: Surroundings,
  contact: AddresseeContact | null,
): Promise<Message> {
  const { timeZone, contactPhone, name } = await repositories.reminders.association();
  const instant = source.startsAt ?? source.expiresAt;
  const at = instant ? localOf(instant, timeZone) : null;
  const dossier = row.dossierId ? await repositories.sending.dossierNow(row.dossierId) : null;
  if (row.audience === 'person') {
    const person = row.personId ? await repositories.sending.personNow(row.personId) : null;
    const kind = source.startsAt ? 'appointment' : row.template.endsWith('.window') ? 'window' : 'deadline';
    return personMessage({
      kind: personKindOf(row.step, kind, source.ruleId),
      level: contact?.level ?? 'neutral',
      greetingWord: contact?.greetingWord ?? null,
      association: name,
      place: source.place,
      language: person?.language ?? null,
      when: announcedOf(source, around.now, timeZone),
      opensOn: kind === 'window' ? source.opensOn : null,
      phone: contactPhone,
      answerLinks: { page: answerUrl(around.publicUrl, around.answerToken) },
      unsubscribeUrl: stopUrl(around.publicUrl, around.answerToken),
    });
  }
  const user = row.userId ? await repositories.sending.colleagueNow(row.userId) : null;
  const kind = source.startsAt
    ? 'appointment'
    : row.sourceKind === 'task'
      ? 'task'
      : row.template.endsWith('.window')
        ? 'window'
        : 'deadline';
  const page = row.dossierId ? `/dossiers/${row.dossierId}` : '/';
  return volunteerMessage({
    kind,
    language: user?.language ?? 'fr',
    dossierReference: dossier?.reference ?? null,
    link: new URL(page, around.publicUrl).href,
    ruleId: source.ruleId,
    prudentOn: source.prudentOn && isoDate(source.prudentOn),
    lastDayOn: source.lastDayOn,
    opensOn: source.opensOn,
    at,
    place: source.place,
  });
}

/** Why nothing may be said about this any more, whoever the recipient is; null: it stands. */
async function endedBecause(repositories: Repositories, row: Row, source: SourceNow | null, now: string): Promise<ReminderReason | null> {
  if (!source) return 'source-cancelled';
  if (source.ended) return source.ended;
  if (targetOf(asSource(row, source)) !== row.targetKey) return 'moved';
  if (row.dossierId && ((await repositories.sending.dossierNow(row.dossierId))?.closed ?? true)) return 'dossier-closed';
  if (row.personId && ((await repositories.sending.personNow(row.personId))?.archived ?? true)) return 'person-archived';
  if (row.staleAt && row.staleAt <= now) return 'stale';
  return null;
}

/**
 * The address of a person that may be written to at this moment: the one used before if it still may, else the first. Safe first of
 * all: unknown, unsafe and "ask each time" all mean no; then neither stopped by the person nor broken.
 */
export function addressFor(
  emails: readonly AddresseeContact[],
  usedBefore: string | null,
): { refusal: NotWritten } | { refusal: null; to: AddresseeContact } {
  if (!emails.length) return { refusal: 'no-channel' };
  const safe = emails.filter((email) => email.safe);
  if (!safe.length) return { refusal: 'unsafe-channel' };
  const wanted = safe.filter((email) => !email.stopped);
  if (!wanted.length) return { refusal: 'stopped' };
  const working = wanted.filter((email) => !email.broken);
  const to = working.find((email) => email.id === usedBefore) ?? working[0];
  return to ? { refusal: null, to } : { refusal: 'broken-address' };
}
/** Why nothing is written to a person although there is something to say: a call takes its place. */
export const NOT_WRITTEN = ['no-channel', 'unsafe-channel', 'stopped', 'broken-address'] as const satisfies readonly ReminderReason[];
type NotWritten = (typeof NOT_WRITTEN)[number];
export const isNotWritten = (reason: ReminderReason): reason is NotWritten => (NOT_WRITTEN as readonly ReminderReason[]).includes(reason);

/**
 * Reads everything again and says what will be sent and where, or why not. To be called as the system, in the transaction that
 * decides.
 */
export async function draftOf(repositories: Repositories, row: Row, around: Surroundings): Promise<Draft> {
  const source = await repositories.sending.sourceNow(row.sourceKind, row.sourceId);
  const ended = await endedBecause(repositories, row, source, around.now);
  if (ended || !source) return { refusal: ended ?? 'source-cancelled', source };
  const message = (contact: AddresseeContact | null) => messageOf(repositories, row, source, around, contact);
  const { name, replyTo } = await repositories.reminders.association();
  if (row.audience === 'person') {
    const chosen = addressFor((await repositories.sending.personNow(row.personId!))?.emails ?? [], row.contactId);
    if (chosen.refusal !== null) return { refusal: chosen.refusal, source };
    const { to } = chosen;
    return {
      refusal: null,
      source,
      to: to.value,
      contactId: to.id,
      writer: { level: to.level, name, replyTo },
      message: await message(to),
    };
  }
  const user = row.userId ? await repositories.sending.colleagueNow(row.userId) : null;
  if (!user || user.disabled) return { refusal: 'user-disabled', source };
  const isAssignee = source.assigneeId === row.userId;
  if (row.audience === 'volunteer' && !isAssignee && !(await repositories.reminders.holders(row)).includes(row.userId!))
    return { refusal: 'holder-changed', source };
  return {
    refusal: null,
    source,
    to: user.email,
    contactId: null,
    writer: { level: 'neutral', name, replyTo },
    message: await message(null),
  };
}

/** What the row would say, refused or not: for the preview. */
export async function previewOf(
  repositories: Repositories,
  row: Row,
  around: Surroundings,
): Promise<{ message: Message; refusal: ReminderReason | null } | null> {
  const draft = await draftOf(repositories, row, around);
  if (draft.refusal === null) return { message: draft.message, refusal: null };
  return draft.source && { message: await messageOf(repositories, row, draft.source, around, null), refusal: draft.refusal };
}
