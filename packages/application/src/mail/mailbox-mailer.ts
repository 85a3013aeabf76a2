import { systemActor } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import type { Mailer } from './mailer.ts';

/** Without a mail server, messages stay in a table that the administrator reads on a page. */
export const mailboxMailer = (app: AppContext): Mailer => ({
  async send(mail, beforeHandingOver) {
    await beforeHandingOver();
    await app.database.transaction(systemActor(mail.associationId), (repositories) =>
      repositories.mailbox.add({
        id: newId(),
        recipient: mail.to,
        subject: mail.subject,
        messageId: mail.messageId,
        raw: mail.raw,
        createdAt: app.clock.now(),
      }),
    );
    return 'kept in the local mailbox';
  },
  close: async () => undefined,
});
