import type { MessageLevel } from '@permanence/contracts';

const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/**
 * Who a message comes from. At the neutral level the plain sender of the installation, and answers go there too; a person who agreed to
 * more sees the association's name, and answers to it.
 * @param mailFrom `Rappels <rappels@exemple.org>`
 */
export function senderOf(
  level: MessageLevel,
  mailFrom: string,
  association: { name: string; replyTo: string | null },
): { from: string; replyTo?: string } {
  if (level === 'neutral') return { from: mailFrom };
  // What would end the quoted name, or the header, is left out.
  const name = association.name.replace(/["\\\p{Cc}]/gu, '').trim();
  return { from: `"${name}" <${addressOf(mailFrom)}>`, ...(association.replyTo ? { replyTo: association.replyTo } : {}) };
}
