import { newId } from '@permanence/application';
import { systemActor } from '@permanence/contracts';
import { aPlannedDeadline, aRemindedPerson, type Reminded } from '@permanence/testing';
import { ADMINISTRATOR, COORDINATOR, NEED_TO_KNOW, PUBLIC, SIGNED_IN, type Rows } from './row.ts';
import type { World } from './world.ts';

const reminded = async (w: World): Promise<Reminded> => {
  const holder = w.here.users.volunteer.actor;
  const one = await aRemindedPerson(w.server.context, holder);
  await aPlannedDeadline(w.server.context, w.server.db, holder, one, { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' });
  return one;
};
/** The person's first notice, in doubt or as planned. */
const aReminder = async (w: World, state: 'planned' | 'in_doubt'): Promise<string> => {
  const { dossierId } = await reminded(w);
  const [row] = await w.server.db.asSuperuser<{ id: string }>(
    "update reminder set state = $2::reminder_state where dossier_id = $1 and audience = 'person' and step = 'appeal.day-0' returning id",
    [dossierId, state],
  );
  return row!.id;
};
const NO_TOKEN = 'n'.repeat(43);
const aMail = async (w: World): Promise<string> => {
  const id = newId();
  await w.server.db.database.transaction(systemActor(w.here.id), ({ mailbox }) =>
    mailbox.add({
      id,
      recipient: 'a@b.invalid',
      subject: 'x',
      messageId: `<${id}@b>`,
      raw: Buffer.from('Subject: x\r\n\r\ny'),
      createdAt: '2026-11-21T09:00:00Z',
    }),
  );
  return id;
};

export const reminders: Rows = {
  'GET /api/dossiers/:id/reminders': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await reminded(w)).dossierId }) },
  'POST /api/reminders/search': { expect: SIGNED_IN(200), send: async () => ({ body: { filter: { states: ['failed', 'in_doubt'] } } }) },
  'POST /api/reminders/:id/settle': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: await aReminder(w, 'in_doubt'), body: { outcome: 'sent' } }),
  },
  'GET /api/reminders/:id/preview': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: await aReminder(w, 'planned') }) },
  // A token of nobody: the same page for everyone. What a true one does is told by answers.int-spec.
  'GET /api/answer/:token': { expect: [404, 404, 404, 404, 404, 404], send: async () => ({ params: { token: NO_TOKEN } }) },
  'GET /api/answer/:token/:kind': {
    expect: [404, 404, 404, 404, 404, 404],
    send: async () => ({ params: { token: NO_TOKEN, kind: 'stop' } }),
  },
  'POST /api/answer/:token/:kind': {
    expect: [404, 404, 404, 404, 404, 404],
    send: async () => ({ params: { token: NO_TOKEN, kind: 'stop' } }),
  },
  'POST /api/contacts/:id/resume': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => {
      const { id } = await w.aContact();
      await w.server.db.asSuperuser('update contact set stopped_at = now() where id = $1', [id]);
      return { id, body: { version: 1, reason: 'La personne est d’accord' } };
    },
  },
  'POST /api/messages/preview': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ body: { kind: 'deadline', level: 'full', dossierId: (await reminded(w)).dossierId } }),
  },
  'GET /api/reminder-policies': { expect: [401, 403, 403, 200, 200, 200] },
  'PUT /api/reminder-policies/:name': {
    expect: [401, 403, 403, 200, 200, 200],
    send: async (w) => {
      await w.server.db.asSuperuser('delete from reminder_policy');
      const steps = [{ lead: { at: 'days-before', days: 2 }, audience: 'volunteer', channel: 'email' }];
      return { params: { name: 'task' }, body: { version: 0, steps } };
    },
  },
  'POST /api/reminder-policies/:name/reset': {
    expect: [401, 403, 403, 200, 200, 200],
    send: async (w) => {
      await w.server.db.asSuperuser('delete from reminder_policy');
      for (const { id } of [w.here, w.there])
        await w.server.db.asSuperuser("insert into reminder_policy values ($1, 'task', '[]', null, now(), 1)", [id]);
      return { params: { name: 'task' }, body: { version: 1 } };
    },
  },
  // Without a secret in the configuration nobody may report anything: mail-events.int-spec tells the rest.
  'POST /api/mail-events/message': { expect: PUBLIC(404) },
  'POST /api/mail-events/:provider': { expect: PUBLIC(404), send: async () => ({ params: { provider: 'generic' }, body: { events: [] } }) },
  'GET /api/broken-contacts': { expect: COORDINATOR(200, 200) },
  'GET /api/message-settings': { expect: ADMINISTRATOR(200) },
  'PUT /api/message-settings': {
    expect: ADMINISTRATOR(200),
    send: async () => ({ body: { contactPhone: '01 23 45 67 89', replyTo: null, neutralSender: null, smsEnabled: false } }),
  },
  // The other association's coordinator may retry, and finds nothing there to retry.
  'POST /api/queues/:kind/:id/retry': {
    expect: [401, 403, 403, 204, 204, 409],
    send: async (w) => {
      const id = await aReminder(w, 'planned');
      await w.server.db.asSuperuser("update reminder set state = 'failed', failed_at = now() where id = $1", [id]);
      return { params: { kind: 'reminder', id } };
    },
  },
  'GET /api/queues': { expect: [401, 403, 403, 200, 200, 200] },
  'POST /api/mailbox/search': { expect: ADMINISTRATOR(200), send: async () => ({ body: {} }) },
  'GET /api/mailbox/:id': { expect: ADMINISTRATOR(200), send: async (w) => ({ id: await aMail(w) }) },
};
