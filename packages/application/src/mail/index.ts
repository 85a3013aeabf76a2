export { mailboxMailer } from './mailbox-mailer.ts';
export { LeaseLost, MailFailure, type Mailer, type OutgoingMail } from './mailer.ts';
export { type Dkim } from './sign.ts';
export { smtpMailer } from './smtp-mailer.ts';
export {
  coordinatorDigest,
  escalation,
  volunteerDigest,
  type CoordinatorDigestInput,
  type DigestItem,
  type EscalationInput,
  type VolunteerDigestInput,
} from './digests.ts';
