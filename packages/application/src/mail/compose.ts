import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from './message.ts';

export interface Envelope {
  from: string;
  to: string;
  messageId: string;
  /** ISO instant. */
  date: string;
  replyTo?: string | undefined;
  /** RFC 8058: where a mail program posts when its reader presses "unsubscribe". */
  unsubscribeUrl?: string | undefined;
  /** An iCalendar object, for those who asked for it; its name tells nothing. */
  ics?: string | undefined;
}

const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
/** The same for every attempt at one reminder, so that a copy can be told from a new message. */
export const messageIdOf = (reminderId: string, from: string): string => `<${reminderId}@${domainOf(from)}>`;

/** The raw source: text and HTML side by side, nothing to load from elsewhere, no name of the software. */
export const compose = (message: Message, envelope: Envelope): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const mail = new MailComposer({
      from: envelope.from,
      to: envelope.to,
      ...(envelope.replyTo ? { replyTo: envelope.replyTo } : {}),
      subject: message.subject,
      text: message.text,
      html: message.html,
      messageId: envelope.messageId,
      date: new Date(envelope.date),
      textEncoding: 'quoted-printable',
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': message.language,
        ...(envelope.unsubscribeUrl
          ? { 'List-Unsubscribe': `<${envelope.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
      ...(envelope.ics
        ? { attachments: [{ filename: 'date.ics', content: envelope.ics, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' }] }
        : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    mail.build((error, raw) => (error ? reject(error) : resolve(raw)));
  });
