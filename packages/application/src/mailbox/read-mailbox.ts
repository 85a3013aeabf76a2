import type { Mail, MailRow, Page, SearchMailboxRequest } from '@permanence/contracts';
import PostalMime from 'postal-mime';
import { found, query } from '../support/use-case.ts';

export const searchMailbox = query<SearchMailboxRequest, Page<MailRow>>({
  name: 'search-mailbox',
  permission: 'mailbox.read',
  execute: ({ input, repositories }) => repositories.mailbox.search(input),
});
/** One message, parsed from its raw source as a mail program would. */
export const getMail = query<{ id: string }, Mail>({
  name: 'get-mail',
  permission: 'mailbox.read',
  execute: async ({ input, repositories }) => {
    const { raw, ...row } = found(await repositories.mailbox.find(input.id));
    const parsed = await PostalMime.parse(raw);
    return {
      ...row,
      from: parsed.from ? [parsed.from.name, parsed.from.address && `<${parsed.from.address}>`].filter(Boolean).join(' ') : '',
      headers: parsed.headers.map(({ key, value }) => ({ name: key, value })),
      text: parsed.text ?? '',
      html: parsed.html ?? null,
    };
  },
});
