import type { AppContext } from '../support/app-context.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Dkim } from '../mail/sign.ts';
import type { SmsSender } from '../sms/sms-sender.ts';

/** What messages need besides: who they come from, and where their links lead. */
export interface MessageContext extends AppContext {
  /** `Rappels <rappels@exemple.org>`: a sender that names no association, since a person's messages stay neutral. */
  mailFrom: string;
  publicUrl: string;
}
export interface SendContext extends MessageContext {
  mailer: Mailer;
  /** Absent: no text message ever leaves. */
  sms?: SmsSender | undefined;
  /** Absent: messages are not signed here. */
  dkim?: Dkim | undefined;
  /** `rebonds@exemple.org`: where bounces come back to, with the reminder's id after a plus sign; absent: to the sender. */
  bouncesTo?: string | undefined;
}
