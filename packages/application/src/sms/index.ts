export { brevoSms, type SmsAccount } from './brevo-sms.ts';
export { e164 } from './phone.ts';
export type { OutgoingSms, SmsSender } from './sms-sender.ts';
