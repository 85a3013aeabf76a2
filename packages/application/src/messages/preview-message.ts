import {
  COLLEAGUE_MESSAGE_KINDS,
  type MessageKind,
  type MessageLanguage,
  type MessageLevel,
  type MessagePreview,
  type PersonMessageKind,
  type PreviewMessageRequest,
} from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import PostalMime from 'postal-mime';
import { compose, messageIdOf, type Envelope } from '../mail/compose.ts';
import type { Message } from '../mail/message.ts';
import { personMessage, type PersonNotice } from '../mail/person-message.ts';
import { personSms } from '../mail/person-sms.ts';
import { senderOf } from '../mail/sender.ts';
import { smsLength } from '../mail/sms-length.ts';
import { answerUrl, SAMPLE_TOKEN, stopUrl } from '../reminders/answers/token.ts';
import { localOf } from '../reminders/local-time.ts';
import { found, query } from '../support/use-case.ts';
import { colleagueSample } from './colleague-sample.ts';
import { datesOf, inventedDates } from './sample.ts';

type Input = PreviewMessageRequest & { mailFrom: string; publicUrl: string };
/** An id that no reminder has. */
const SAMPLE_ID = '00000000-0000-7000-8000-000000000000';
const SOMEONE = 'destinataire@exemple.invalid';

const isColleagueKind = (kind: MessageKind): kind is (typeof COLLEAGUE_MESSAGE_KINDS)[number] =>
  (COLLEAGUE_MESSAGE_KINDS as readonly MessageKind[]).includes(kind);

/** What the dossier says of its person and dates, as the caller may see them. */
async function aboutDossier(repositories: Repositories, dossierId: string) {
  const { personId } = found(await repositories.dossiers.brief(dossierId));
  const person = found(await repositories.persons.find(personId));
  const contacts = await repositories.contacts.ofPerson(personId);
  const contact = contacts.find(({ channel, safety }) => channel === 'email' && safety === 'safe');
  const deadlines = await repositories.deadlines.ofDossier(dossierId, personId);
  const { data: appointments } = await repositories.appointments.search(
    { page: 1, perPage: 100, filter: { dossierId } },
    { from: null, until: null },
  );
  return { person, contact, deadlines, appointments };
}

/** The source that would be sent, read back as a mail program reads it. */
async function readBack(message: Message, envelope: Omit<Envelope, 'messageId'>, mailFrom: string) {
  const raw = await compose(message, { ...envelope, messageId: messageIdOf(SAMPLE_ID, mailFrom) });
  const { from, subject, text, html, headers } = await PostalMime.parse(raw);
  return {
    from: from ? [from.name, from.address && `<${from.address}>`].filter(Boolean).join(' ') : '',
    subject: subject ?? '',
    text: text ?? '',
    html: html ?? '',
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    language: message.language as MessageLanguage,
    direction: message.direction,
    reviewed: message.reviewed,
  };
}

/**
 * Any message, with the dates of a dossier or with invented ones: composed and read back, so that what is looked at is what would be
 * sent. Nothing is sent.
 */
export const previewMessage = query<Input, MessagePreview>({
  name: 'preview-message',
  permission: 'reminder.read',
  execute: async ({ input: { kind, language, level, dossierId, mailFrom, publicUrl }, repositories, app }) => {
    const about = dossierId ? await aboutDossier(repositories, dossierId) : null;
    const association = await repositories.reminders.association();
    const now = app.clock.now();
    const today = localOf(now, association.timeZone).on;
    const envelope = { to: SOMEONE, date: now };
    if (isColleagueKind(kind)) {
      const message = colleagueSample(kind, language ?? 'fr', today, publicUrl);
      return { kind, level: 'neutral', invented: true, sms: null, ...(await readBack(message, { ...envelope, from: mailFrom }, mailFrom)) };
    }
    const told: MessageLevel = level ?? about?.contact?.messageLevel ?? 'neutral';
    const own = about ? datesOf(kind, about, now, association.timeZone) : null;
    const notice: PersonNotice = {
      ...(own ?? inventedDates(kind satisfies PersonMessageKind, today)),
      kind,
      level: told,
      language: language ?? about?.person.preferredLanguage ?? null,
      phone: association.contactPhone,
      association: association.name,
      greetingWord: about?.contact?.greetingWord ?? null,
      answerLinks: { page: answerUrl(publicUrl, SAMPLE_TOKEN) },
      unsubscribeUrl: stopUrl(publicUrl, SAMPLE_TOKEN),
    };
    const sender = senderOf(told, mailFrom, association);
    const unsubscribeUrl = stopUrl(publicUrl, SAMPLE_TOKEN);
    const mail = await readBack(personMessage(notice), { ...envelope, ...sender, unsubscribeUrl }, mailFrom);
    const text = personSms(notice);
    return { kind, level: told, invented: own === null && notice.when !== null, ...mail, sms: { text, ...smsLength(text) } };
  },
});
