/** A short message and where it goes; safety was decided before, as for mail. */
export interface OutgoingSms {
  /** E.164: `+33612345678`. */
  to: string;
  text: string;
  /** Id of the reminder: the provider gives it back, and nothing of the person. */
  reference: string;
}
/**
 * How a text message leaves; the same bargain as `Mailer`: what happens after `beforeHandingOver` cannot be known to have failed.
 * @throws MailFailure
 */
export interface SmsSender {
  send(sms: OutgoingSms, beforeHandingOver: () => Promise<void>): Promise<string>;
}
