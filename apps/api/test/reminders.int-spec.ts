import { mailboxMailer, sendReminder, type SendContext } from '@permanence/application';
import type { Reminder } from '@permanence/contracts';
import { aPlannedDeadline, aRemindedPerson, signedIn, type Agent, type Reminded, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from './server.ts';

describe('the ledger of reminders and the local mailbox', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let coordinator: Agent;
  let administrator: Agent;
  let sending: SendContext;
  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    administrator = await signedIn(server.http, here.users.administrator.email);
    sending = {
      ...server.context,
      mailer: mailboxMailer(server.context),
      mailFrom: 'Rappels <rappels@expediteur.invalid>',
      publicUrl: 'http://localhost:3000',
    };
  });
  afterAll(() => server.close());

  const remind = async (options: Parameters<typeof aRemindedPerson>[2] = {}): Promise<Reminded> => {
    const holder = here.users.volunteer.actor;
    const one = await aRemindedPerson(server.context, holder, options);
    await aPlannedDeadline(server.context, server.db, holder, one, { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' });
    return one;
  };
  const ledger = async ({ dossierId }: Reminded): Promise<Reminder[]> =>
    (await volunteer.get(`/api/dossiers/${dossierId}/reminders`).expect(200)).body as Reminder[];
  const toPerson = async (one: Reminded): Promise<Reminder> =>
    (await ledger(one)).find((row) => row.audience === 'person' && row.step === 'appeal.day-0')!;
  const send = (id: string) => sendReminder(sending, { associationId: here.id, reminderId: id });

  it('previews the very message that is then sent, in the person’s language', async () => {
    const one = await remind({ language: 'ar' });
    const { id } = await toPerson(one);
    const preview = (await volunteer.get(`/api/reminders/${id}/preview`).expect(200)).body;
    expect(preview).toMatchObject({ language: 'ar', direction: 'rtl', reviewed: false, refusal: null });
    expect(await send(id)).toBe('handed_over');
    const found = (
      await administrator
        .post('/api/mailbox/search')
        .send({ filter: { q: one.contact!.value } })
        .expect(200)
    ).body;
    expect(found.total).toBe(1);
    const mail = (await administrator.get(`/api/mailbox/${found.data[0].id}`).expect(200)).body;
    expect(mail).toMatchObject({ recipient: one.contact!.value, subject: preview.subject, from: 'Rappels <rappels@expediteur.invalid>' });
    // The secret of the links is new in each message, and of the same length.
    const plain = (text: string): string => text.trim().replace(/answer\/[\w-]{43}/g, 'answer/…');
    expect(plain(mail.text)).toBe(plain(preview.text));
    expect(plain(mail.html)).toBe(plain(preview.html));
    expect(mail.headers).toContainEqual({ name: 'auto-submitted', value: 'auto-generated' });
  });

  it('says before the day that a message would be refused by safety', async () => {
    const one = await remind({ safety: 'unknown' });
    const { id } = await toPerson(one);
    expect((await volunteer.get(`/api/reminders/${id}/preview`).expect(200)).body).toMatchObject({ refusal: 'unsafe-channel' });
    await send(id);
    expect(await toPerson(one)).toMatchObject({ state: 'cancelled', reason: 'unsafe-channel', taskId: expect.any(String) });
    const search = { filter: { reasons: ['unsafe-channel'], dossierId: one.dossierId } };
    expect((await coordinator.post('/api/reminders/search').send(search).expect(200)).body.total).toBe(1);
  });

  it('keeps the local mailbox of one association from the administrator of another', async () => {
    const foreign = await signedIn(server.http, there.users.administrator.email);
    expect((await foreign.post('/api/mailbox/search').send({}).expect(200)).body).toEqual({ data: [], total: 0 });
    const [{ id }] = (await server.db.asSuperuser('select id from mail_message limit 1')) as [{ id: string }];
    await foreign.get(`/api/mailbox/${id}`).expect(404);
    await coordinator.get(`/api/mailbox/${id}`).expect(403);
  });

  it('finds nothing of a dossier one may not open', async () => {
    const one = await remind();
    const other = await signedIn(server.http, here.users['other-volunteer'].email);
    await other.get(`/api/dossiers/${one.dossierId}/reminders`).expect(404);
    expect((await other.post('/api/reminders/search').send({}).expect(200)).body.total).toBe(0);
    await other.get(`/api/reminders/${(await toPerson(one)).id}/preview`).expect(404);
  });

  it('lets a person settle a doubt once, and writes it into the history', async () => {
    const one = await remind();
    const { id } = await toPerson(one);
    await volunteer.post(`/api/reminders/${id}/settle`).send({ outcome: 'sent' }).expect(409);
    await server.db.asSuperuser("update reminder set state = 'in_doubt', in_doubt_at = now() where id = $1", [id]);
    await volunteer.post(`/api/reminders/${id}/settle`).send({ outcome: 'perhaps' }).expect(422);
    const settled = await volunteer.post(`/api/reminders/${id}/settle`).send({ outcome: 'not-sent' }).expect(200);
    expect(settled.body).toMatchObject({ state: 'planned', reason: null });
    expect(await server.db.asSuperuser('select action, actor_id from audit_event where target_id = $1', [id])).toEqual([
      { action: 'reminder.settled-not-sent', actor_id: here.users.volunteer.id },
    ]);
  });

  it('warns that the worker is silent, and says what waits', async () => {
    const before = (await administrator.get('/api/queues').expect(200)).body;
    expect(before.heartbeat).toEqual({ lastAt: null, silent: true });
    expect(before.reminders.planned).toBeGreaterThan(0);
    expect(before.refusedBySafety).toBe(1);
    await server.db.asSuperuser("insert into heartbeat values ('sweep.due', '2026-11-21T08:59:00Z')");
    expect((await administrator.get('/api/queues').expect(200)).body.heartbeat).toEqual({
      lastAt: '2026-11-21T08:59:00.000Z',
      silent: false,
    });
    await volunteer.get('/api/queues').expect(403);
  });
});
