import { MailFailure } from '../mail/mailer.ts';
import type { SmsSender } from './sms-sender.ts';

export interface SmsAccount {
  /** `https://api.brevo.com/v3/transactionalSMS/sms`. */
  url: string;
  apiKey: string;
  /** At most eleven letters and figures; it names no association. */
  sender: string;
}
/** The request never left this machine. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const codeOf = (error: unknown): string =>
  ((error as { cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code ?? (error as Error).name) || 'failed';
/** The provider's words without figures long enough to be a number. */
const answerOf = (status: number, body: string): string =>
  `${status} ${body.replace(/\+?\d{6,}/g, '<number>')}`.replace(/\s+/g, ' ').slice(0, 300);

/**
 * Text messages by Brevo's transactional API. A refusal is final; "too many" and "no credit" are tried again; an answer that never came,
 * or a server error, leaves it open whether the message went: in doubt, for a person to say.
 */
export function brevoSms({ url, apiKey, sender }: SmsAccount, timeoutMs = 20_000): SmsSender {
  return {
    async send({ to, text, reference }, beforeHandingOver) {
      await beforeHandingOver();
      let status: number;
      let body: string;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'api-key': apiKey, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({
            sender,
            recipient: to.replace('+', ''),
            content: text,
            type: 'transactional',
            tag: reference,
            unicodeEnabled: true,
          }),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        });
        status = response.status;
        body = (await response.text()).slice(0, 2_000);
      } catch (error) {
        const code = codeOf(error);
        throw new MailFailure(NEVER_LEFT.has(code) ? 'later' : 'unknown', code, error);
      }
      if (status === 201 || status === 200) return answerOf(status, body);
      const later = status === 429 || status === 402 || status === 401 || status === 503;
      throw new MailFailure(later ? 'later' : status >= 500 ? 'unknown' : 'refused', answerOf(status, body));
    },
  };
}
