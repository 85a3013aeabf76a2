import type { AppContext } from '../support/app-context.ts';
import type { Mailer } from '../mail/mailer.ts';

/** What messages need besides: who they come from, and where their links lead. */
export interface MessageContext extends AppContext {
  /** `Rappels <rappels@exemple.org>`: a sender that names no association, since a person's messages stay neutral. */
  mailFrom: string;
  publicUrl: string;
}
export interface SendContext extends MessageContext {
  mailer: Mailer;
}
