import { z } from 'zod';
import { reminderOfMessageId, withoutAddresses, type DeliveryReport } from './read-report.ts';

/** Documented in the README: what any other provider is turned into by a few lines of its own. */
export const GenericReports = z.object({
  events: z
    .array(
      z.object({ kind: z.enum(['hard', 'soft', 'complaint']), messageId: z.string().max(300), detail: z.string().max(1000).default('') }),
    )
    .max(500),
});
/** Brevo, transactional webhooks: one event a call, or a list when batched. */
const BrevoEvent = z.object({ event: z.string(), 'message-id': z.string().default(''), reason: z.string().nullish() });
const BREVO: Record<string, DeliveryReport['kind']> = {
  hard_bounce: 'hard',
  invalid_email: 'hard',
  blocked: 'hard',
  soft_bounce: 'soft',
  spam: 'complaint',
  complaint: 'complaint',
};
/** Mailgun, webhooks v2. */
const MailgunCall = z.object({
  'event-data': z.object({
    event: z.string(),
    severity: z.string().optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string() }) }),
    'delivery-status': z
      .object({ code: z.number().optional(), message: z.string().optional(), description: z.string().optional() })
      .optional(),
  }),
});

const report = (kind: DeliveryReport['kind'] | undefined, messageId: string, detail: string): DeliveryReport[] => {
  const reminderId = reminderOfMessageId(messageId);
  return kind && reminderId ? [{ kind, reminderId, detail: withoutAddresses(detail) }] : [];
};

export const PROVIDERS = {
  generic: (body: unknown) => GenericReports.parse(body).events.flatMap(({ kind, messageId, detail }) => report(kind, messageId, detail)),
  brevo: (body: unknown) =>
    z
      .union([z.array(BrevoEvent).max(1000), BrevoEvent.transform((one) => [one])])
      .parse(body)
      .flatMap((one) => report(BREVO[one.event], one['message-id'], one.reason ?? one.event)),
  mailgun: (body: unknown) => {
    const { event, severity, message, 'delivery-status': status } = MailgunCall.parse(body)['event-data'];
    const kind = event === 'complained' ? 'complaint' : event === 'failed' ? (severity === 'permanent' ? 'hard' : 'soft') : undefined;
    return report(kind, message.headers['message-id'], `${status?.code ?? ''} ${status?.message || status?.description || event}`);
  },
} as const satisfies Record<string, (body: unknown) => DeliveryReport[]>;
export type Provider = keyof typeof PROVIDERS;
export const isProvider = (text: string): text is Provider => Object.hasOwn(PROVIDERS, text);
