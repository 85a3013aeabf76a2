import PostalMime, { type Email } from 'postal-mime';

/** What a mail server or a provider says of one message of ours. */
export interface DeliveryReport {
  kind: 'hard' | 'soft' | 'complaint';
  reminderId: string;
  /** Status and the server's words, without any address. */
  detail: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Our Message-ID begins with the id of the reminder: nothing personal to correlate by. */
export const reminderOfMessageId = (messageId: string): string | null =>
  new RegExp(`^<?(${UUID})@`, 'i').exec(messageId.trim())?.[1]?.toLowerCase() ?? null;
/** The same in the address a bounce comes back to: `rebonds+<id>@…`. */
export const returnPathOf = (reminderId: string, bouncesTo: string): string => bouncesTo.replace('@', `+${reminderId}@`);
const reminderOfReturnPath = (addresses: string): string | null =>
  new RegExp(`\\+(${UUID})@`, 'i').exec(addresses)?.[1]?.toLowerCase() ?? null;

/** No address of anybody enters the ledger. */
export const withoutAddresses = (text: string): string =>
  text
    .replace(/<?[^\s<>;,]+@[^\s<>;,]+>?/g, '<address>')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
/** Header lines of a part, folded ones joined; groups of them are parted by an empty line (RFC 3464 §2.1). */
const groupsOf = (text: string): Map<string, string>[] =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\n+/)
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line) => (/^([\w-]+):\s*(.*)$/.exec(line) ? [[RegExp.$1.toLowerCase(), RegExp.$2.trim()]] : [])),
        ),
    )
    .filter((group) => group.size > 0);

/** The reminder the reported message carried: by the message sent back with the report, else by the address the report came to. */
function reminderOf(mail: Email): string | null {
  for (const { mimeType, content } of mail.attachments) {
    if (!/^(message\/rfc822|text\/rfc822-headers|message\/rfc822-headers|message\/global)/.test(mimeType)) continue;
    const [headers] = groupsOf(textOf(content));
    const found = reminderOfMessageId(headers?.get('message-id') ?? '');
    if (found) return found;
  }
  const cameTo = mail.headers
    .filter(({ key }) => ['to', 'delivered-to', 'x-original-to', 'envelope-to'].includes(key))
    .map(({ value }) => value);
  return reminderOfReturnPath(cameTo.join(' '));
}

/** A mailbox that is full, or a message that is too large, may work another day although the status says 5. */
const MAY_PASS = /^5\.(2\.2|3\.4|7\.0)$/;

/**
 * A delivery status notification (RFC 3464) or a complaint (RFC 5965) as it came by mail.
 * @returns null: another message, one about a mere delay, or one that names no message of ours
 */
export async function readReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const reminderId = reminderOf(mail);
  if (!reminderId) return null;
  const part = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type);
  const feedback = part('message/feedback-report');
  if (feedback)
    return {
      kind: 'complaint',
      reminderId,
      detail: withoutAddresses(groupsOf(textOf(feedback.content))[0]?.get('feedback-type') ?? 'abuse'),
    };
  const status = part('message/delivery-status') ?? part('message/global-delivery-status');
  const failed = status && groupsOf(textOf(status.content)).find((group) => group.get('action')?.toLowerCase() === 'failed');
  if (!failed) return null;
  const code = /\d\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '')?.[0] ?? '';
  const detail = withoutAddresses([code, failed.get('diagnostic-code') ?? ''].join(' '));
  return { kind: code.startsWith('5') && !MAY_PASS.test(code) ? 'hard' : 'soft', reminderId, detail };
}
