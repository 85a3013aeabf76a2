import {
  systemActor,
  type Actor,
  type Page,
  type Reminder,
  type ReminderPreview,
  type SearchRemindersRequest,
} from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { found, query } from '../support/use-case.ts';
import { smsLength } from '../mail/sms-length.ts';
import { SAMPLE_TOKEN } from './answers/token.ts';
import { previewOf } from './draft.ts';

/** The ledger of one dossier, in the order of the dates. */
export const remindersOfDossier = query<{ dossierId: string }, Reminder[]>({
  name: 'reminders-of-dossier',
  permission: 'reminder.read',
  execute: async ({ input: { dossierId }, repositories }) => {
    found((await repositories.reminders.seesDossier(dossierId)) ? true : null);
    return repositories.reminders.ofDossier(dossierId);
  },
});
export const searchReminders = query<SearchRemindersRequest, Page<Reminder>>({
  name: 'search-reminders',
  permission: 'reminder.read',
  execute: ({ input, repositories }) => repositories.reminders.search(input),
});

const getReminder = query<{ id: string }, Reminder>({
  name: 'get-reminder',
  permission: 'reminder.read',
  execute: async ({ input, repositories }) => found(await repositories.reminders.find(input.id)),
});
/**
 * The very message that will be sent, made by the code that sends it. Whoever may see the row may see it; the dossier's people and
 * dates are read as the worker reads them.
 */
export async function previewReminder(app: AppContext, actor: Actor, input: { id: string; publicUrl: string }): Promise<ReminderPreview> {
  const { id, channel } = await getReminder(app, actor, input);
  const preview = await app.database.read(systemActor(actor.associationId), async (repositories) =>
    previewOf(repositories, found(await repositories.sending.ledgerRow(id)), {
      now: app.clock.now(),
      publicUrl: input.publicUrl,
      answerToken: SAMPLE_TOKEN,
      smsReady: true,
      freeze: false,
    }),
  );
  const { message, refusal } = found(preview);
  return { channel, refusal, ...message, sms: channel === 'sms' ? smsLength(message.text) : null };
}
