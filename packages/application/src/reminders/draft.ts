import type { MessageLevel, ReminderReason } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import { NO_SOURCE, type AddresseeContact, type LedgerRow, type Repositories, type SourceNow } from '@permanence/persistence';
import type { Message } from '../mail/message.ts';
import { personKindOf } from '../mail/kind-of-step.ts';
import { personMessage, type PersonNotice } from '../mail/person-message.ts';
import { personSms } from '../mail/person-sms.ts';
import { e164 } from '../sms/phone.ts';
import { volunteerMessage } from '../mail/volunteer-message.ts';
import { announcedOf } from './announced.ts';
import { answerUrl, stopUrl } from './answers/token.ts';
import { digestMessage } from './digest.ts';
import { escalationMessage, isEscalation } from './escalate.ts';
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
  /** The association's own plain sender; null: the installation's. */
  neutralSender: string | null;
  /** The person asked for a calendar file with appointments. */
  wantsCalendar: boolean;
}
interface Surroundings {
  now: string;
  publicUrl: string;
  /** Token of the links of a person's message. */
  answerToken: string;
  /** A provider of text messages is set. */
  smsReady: boolean;
  /** Keep what a digest lists, as it is about to be sent. */
  freeze: boolean;
}

export const asSource = (row: Pick<Row, 'sourceKind' | 'sourceId'>, now: SourceNow): ReminderSource => ({
  ...now,
  kind: row.sourceKind,
  id: row.sourceId,
  missed: now.missed,
});
const afterMiss = (row: Pick<Row, 'step'>): boolean => row.step.startsWith('missed.');

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
    const notice: PersonNotice = {
      kind: personKindOf(row.step, kind, source.ruleId),
      level: contact?.level ?? 'neutral',
      greetingWord: contact?.greetingWord ?? null,
      association: name,
      place: source.place,
      language: person?.language ?? null,
      when: announcedOf(source, around.now, timeZone),
      opensOn: kind === 'window' ? source.opensOn : null,
      phone: contactPhone,
      missed: afterMiss(row),
      answerLinks: { page: answerUrl(around.publicUrl, around.answerToken) },
      unsubscribeUrl: stopUrl(around.publicUrl, around.answerToken),
    };
    const written = personMessage(notice);
    // A text message is its text and nothing else, in the person's language only.
    return row.channel === 'sms' ? { ...written, subject: '', text: personSms(notice), html: '' } : written;
  }
  const user = row.userId ? await repositories.sending.colleagueNow(row.userId) : null;
  if (isEscalation(row))
    return escalationMessage(repositories, row, source, { language: user?.language ?? 'fr', publicUrl: around.publicUrl });
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
  if (afterMiss(row)) {
    // Taken back, or said to be missed by mistake.
    if (!source.missed) return 'source-cancelled';
  } else if (source.ended) return source.ended;
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
  contacts: readonly AddresseeContact[],
  usedBefore: string | null,
): { refusal: NotWritten } | { refusal: null; to: AddresseeContact } {
  if (!contacts.length) return { refusal: 'no-channel' };
  const safe = contacts.filter((contact) => contact.safe);
  if (!safe.length) return { refusal: 'unsafe-channel' };
  const wanted = safe.filter((contact) => !contact.stopped);
  if (!wanted.length) return { refusal: 'stopped' };
  const working = wanted.filter((contact) => !contact.broken);
  const to = working.find((contact) => contact.id === usedBefore) ?? working[0];
  return to ? { refusal: null, to } : { refusal: 'broken-address' };
}
/** Why nothing is written to a person although there is something to say: a call takes its place. */
export const NOT_WRITTEN = [
  'no-channel',
  'unsafe-channel',
  'stopped',
  'broken-address',
  'sms-off',
] as const satisfies readonly ReminderReason[];
type NotWritten = (typeof NOT_WRITTEN)[number];
export const isNotWritten = (reason: ReminderReason): reason is NotWritten => (NOT_WRITTEN as readonly ReminderReason[]).includes(reason);

/**
 * Reads everything again and says what will be sent and where, or why not. To be called as the system, in the transaction that
 * decides.
 */
export async function draftOf(repositories: Repositories, row: Row, around: Surroundings): Promise<Draft> {
  if (row.sourceKind === 'digest') return digestDraft(repositories, row, around);
  const source = await repositories.sending.sourceNow(row.sourceKind, row.sourceId);
  const ended = await endedBecause(repositories, row, source, around.now);
  if (ended || !source) return { refusal: ended ?? 'source-cancelled', source };
  const message = (contact: AddresseeContact | null) => messageOf(repositories, row, source, around, contact);
  const { name, replyTo, neutralSender, smsEnabled } = await repositories.reminders.association();
  if (row.audience === 'person') {
    const sms = row.channel === 'sms';
    if (sms && !(smsEnabled && around.smsReady)) return { refusal: 'sms-off', source };
    const person = await repositories.sending.personNow(row.personId!, sms ? 'sms' : 'email');
    const chosen = addressFor(person?.contacts ?? [], row.contactId);
    if (chosen.refusal !== null) return { refusal: chosen.refusal, source };
    const { to } = chosen;
    const address = sms ? e164(to.value) : to.value;
    if (address === null) return { refusal: 'broken-address', source };
    return {
      refusal: null,
      source,
      to: address,
      contactId: to.id,
      writer: { level: to.level, name, replyTo, neutralSender, wantsCalendar: to.wantsCalendar },
      message: await message(to),
    };
  }
  const user = row.userId ? await repositories.sending.colleagueNow(row.userId) : null;
  if (!user || user.disabled) return { refusal: 'user-disabled', source };
  if (isEscalation(row) && !(await repositories.sending.hasOpenCall(row.sourceId))) return { refusal: 'call-made', source };
  const isAssignee = source.assigneeId === row.userId;
  if (row.audience === 'volunteer' && !isAssignee && !(await repositories.reminders.holders(row)).includes(row.userId!))
    return { refusal: 'holder-changed', source };
  return {
    refusal: null,
    source,
    to: user.email,
    contactId: null,
    writer: { level: 'neutral', name, replyTo, neutralSender, wantsCalendar: false },
    message: await message(null),
  };
}

/** A digest has no date of its own: it stands as long as its addressee does and there is something to tell. */
async function digestDraft(repositories: Repositories, row: Row, around: Surroundings): Promise<Draft> {
  const user = row.userId ? await repositories.sending.colleagueNow(row.userId) : null;
  if (!user || user.disabled) return { refusal: 'user-disabled', source: null };
  if (row.staleAt && row.staleAt <= around.now) return { refusal: 'stale', source: null };
  const message = await digestMessage(repositories, row, user, around);
  if (!message) return { refusal: 'nothing-to-say', source: null };
  const { name, replyTo, neutralSender } = await repositories.reminders.association();
  const writer: Writer = { level: 'neutral', name, replyTo, neutralSender, wantsCalendar: false };
  return { refusal: null, source: NO_SOURCE, to: user.email, contactId: null, writer, message };
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
