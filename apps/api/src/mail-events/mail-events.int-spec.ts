import { mailboxMailer, remindersOfDossier, sendReminder, updateContact, type SendContext } from '@permanence/application';
import type { BrokenContact, Contact, Reminder } from '@permanence/contracts';
import {
  aPlannedDeadline,
  aRemindedPerson,
  client,
  movingClock,
  NOW,
  signedIn,
  type Agent,
  type Reminded,
  type TestAssociation,
} from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const SECRET = 'un secret de webhook pour les essais';
const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };

/** A report as Postfix writes it; the address of the person is in it, and must not come further. */
const dsn = (
  messageId: string,
  { action = 'failed', status = '5.1.1', text = '550 5.1.1 <samira@personne.invalid>: no such user' } = {},
): string =>
  [
    'From: MAILER-DAEMON@mx.invalid (Mail Delivery System)',
    'To: rebonds@expediteur.invalid',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you.',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.invalid',
    'Arrival-Date: Sat, 21 Nov 2026 10:00:00 +0100 (CET)',
    '',
    'Final-Recipient: rfc822; samira@personne.invalid',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${text.slice(0, 9)}`,
    `    ${text.slice(10)}`,
    '',
    '--B',
    'Content-Type: message/rfc822',
    '',
    'From: Rappels <r@expediteur.invalid>',
    'To: samira@personne.invalid',
    `Message-ID: ${messageId}`,
    'Subject: Une date',
    '',
    'Bonjour',
    '--B--',
    '',
  ].join('\r\n');
const complaint = (messageId: string): string =>
  [
    'To: rebonds@expediteur.invalid',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="B"',
    '',
    '--B',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Provider/1.0',
    'Version: 1',
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    '',
    'From: r@expediteur.invalid',
    `Message-ID: ${messageId}`,
    '',
    '--B--',
    '',
  ].join('\r\n');

describe('bounces and complaints', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let coordinator: Agent;
  let anyone: Agent;
  let sending: SendContext;
  const clock = movingClock(NOW);
  beforeAll(async () => {
    server = await testServer({ mailWebhookSecret: SECRET });
    Object.assign(server.context, { clock });
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    anyone = client(server.http);
    sending = {
      ...server.context,
      clock,
      mailer: mailboxMailer(server.context),
      mailFrom: 'r@expediteur.invalid',
      publicUrl: 'https://rappels.invalid',
    };
  });
  beforeEach(() => clock.set(NOW));
  afterAll(() => server.close());

  const holder = () => here.users.volunteer.actor;
  const ofPerson = async ({ dossierId }: Reminded): Promise<Reminder[]> =>
    (await remindersOfDossier(server.context, holder(), { dossierId })).filter((row) => row.audience === 'person');
  const send = (id: string) => sendReminder(sending, { associationId: here.id, reminderId: id });
  const written = async (): Promise<{ one: Reminded; row: Reminder; messageId: string }> => {
    const one = await aRemindedPerson(server.context, holder());
    await aPlannedDeadline(server.context, server.db, holder(), one, DATES);
    const [row] = await ofPerson(one);
    expect(await send(row!.id)).toBe('handed_over');
    return { one, row: row!, messageId: `<${row!.id}@expediteur.invalid>` };
  };
  const report = (raw: string, secret = SECRET) =>
    anyone.post('/api/mail-events/message').set('Authorization', `Bearer ${secret}`).type('message/rfc822').send(raw);
  const contact = async ({ personId }: Reminded): Promise<Contact> =>
    ((await volunteer.get(`/api/persons/${personId}/contacts`).expect(200)).body as Contact[])[0]!;
  const tasks = ({ personId }: Reminded) =>
    server.db.asSuperuser<{ kind: string; assignee_id: string }>('select kind, assignee_id from task where person_id = $1 order by kind', [
      personId,
    ]);
  const state = async ({ id }: Reminder) =>
    (await server.db.asSuperuser('select state::text, reason, server_answer as answer from reminder where id = $1', [id]))[0];

  it('a message that came back breaks its address: nothing more goes there, someone repairs it and someone calls', async () => {
    const { one, row, messageId } = await written();
    expect((await report(dsn(messageId)).expect(200)).body).toEqual({ recorded: 1 });
    expect((await report(dsn(messageId)).expect(200)).body).toEqual({ recorded: 0 });
    expect(await state(row)).toEqual({ state: 'failed', reason: 'bounced', answer: '5.1.1 smtp; 550 5.1.1 <address>: no such user' });
    expect(await contact(one)).toMatchObject({ brokenReason: 'bounced', brokenAt: NOW, safety: 'safe' });
    const holderId = here.users.volunteer.id;
    expect(await tasks(one)).toEqual([
      { kind: 'phone-call', assignee_id: holderId },
      { kind: 'repair-contact', assignee_id: holderId },
    ]);
    const list = (await coordinator.get('/api/broken-contacts').expect(200)).body as BrokenContact[];
    expect(list).toContainEqual(expect.objectContaining({ personId: one.personId, value: one.contact!.value, brokenReason: 'bounced' }));
    const next = (await ofPerson(one)).find((r) => r.state === 'planned')!;
    clock.set(next.dueAt);
    expect(await send(next.id)).toBe('cancelled');
    expect(await state(next)).toMatchObject({ reason: 'broken-address' });
    // Repaired with another address: written to again.
    const { id, version } = await contact(one);
    await updateContact(server.context, holder(), { id, version, value: 'autre@personne.invalid' });
    expect(await contact(one)).toMatchObject({ brokenAt: null, brokenReason: null });
    const last = (await ofPerson(one)).find((r) => r.state === 'planned')!;
    clock.set(last.dueAt);
    expect(await send(last.id)).toBe('handed_over');
  });

  it('an address two people share breaks for both, each with their own task', async () => {
    const { one, messageId } = await written();
    const two = await written();
    const { id, version } = await contact(two.one);
    await updateContact(server.context, holder(), { id, version, value: one.contact!.value.toUpperCase() });
    await report(dsn(messageId)).expect(200);
    expect((await contact(two.one)).brokenReason).toBe('bounced');
    expect((await tasks(two.one)).map((task) => task.kind)).toEqual(['repair-contact']);
  });

  it('a full mailbox is tried again, and counts as broken the third time', async () => {
    const { one, row, messageId } = await written();
    const full = dsn(messageId, { status: '5.2.2', text: '552 5.2.2 mailbox full' });
    for (const _ of [1, 2]) {
      expect((await report(full).expect(200)).body).toEqual({ recorded: 1 });
      expect((await report(full).expect(200)).body).toEqual({ recorded: 0 });
      expect(await state(row)).toMatchObject({ state: 'planned', reason: 'soft-bounce' });
      const [{ due_at: due }] = (await server.db.asSuperuser('select due_at from reminder where id = $1', [row.id])) as [{ due_at: Date }];
      clock.set(due.toISOString());
      await server.db.asSuperuser('delete from mail_message where message_id = $1', [messageId]);
      expect(await send(row.id)).toBe('handed_over');
    }
    await report(full).expect(200);
    expect(await state(row)).toMatchObject({ state: 'failed' });
    expect((await contact(one)).brokenReason).toBe('soft-bounces');
  });

  it('a complaint breaks the address, and the message still counts as sent', async () => {
    const { one, row, messageId } = await written();
    expect((await report(complaint(messageId)).expect(200)).body).toEqual({ recorded: 1 });
    expect((await report(complaint(messageId)).expect(200)).body).toEqual({ recorded: 0 });
    expect((await contact(one)).brokenReason).toBe('complaint');
    expect(await state(row)).toMatchObject({ state: 'handed_over' });
  });

  it.each([
    ['a delay', (id: string) => dsn(id, { action: 'delayed', status: '4.4.1' })],
    ['another mail', (id: string) => `Subject: bonjour\r\nMessage-ID: ${id}\r\n\r\nMerci`],
    ['a message of nobody', () => dsn(`<${crypto.randomUUID()}@expediteur.invalid>`)],
    ['a message of others', () => dsn('<x@ailleurs.invalid>')],
  ])('%s changes nothing', async (_, raw) => {
    const { one, row, messageId } = await written();
    expect((await report(raw(messageId)).expect(200)).body).toEqual({ recorded: 0 });
    expect(await state(row)).toMatchObject({ state: 'handed_over' });
    expect((await contact(one)).brokenAt).toBeNull();
  });

  it('finds the message by the address the bounce came to, when nothing of it is sent back', async () => {
    const { row } = await written();
    const bare = dsn('<gone>').replace('rebonds@', `rebonds+${row.id}@`);
    expect((await report(bare).expect(200)).body).toEqual({ recorded: 1 });
  });

  it.each([
    ['generic', (id: string) => ({ events: [{ kind: 'hard', messageId: id, detail: '550 x@y.invalid unknown' }] })],
    ['brevo', (id: string) => ({ event: 'hard_bounce', email: 'x@y.invalid', 'message-id': id, reason: '550 x@y.invalid unknown', ts: 1 })],
    [
      'mailgun',
      (id: string) => ({
        signature: {},
        'event-data': {
          event: 'failed',
          severity: 'permanent',
          recipient: 'x@y.invalid',
          message: { headers: { 'message-id': id.slice(1, -1) } },
          'delivery-status': { code: 550, message: 'x@y.invalid unknown' },
        },
      }),
    ],
  ])('%s: understands the provider’s own shape', async (provider, body) => {
    const { row, messageId } = await written();
    const post = (secret: string) => anyone.post(`/api/mail-events/${provider}`).auth('permanence', secret).send(body(messageId));
    await post('un autre secret').expect(401);
    expect((await post(SECRET).expect(200)).body).toEqual({ recorded: 1 });
    expect(await state(row)).toEqual({ state: 'failed', reason: 'bounced', answer: '550 <address> unknown' });
  });

  it('answers nobody without the secret, and nothing to a provider it does not know', async () => {
    await report(dsn('<x>'), 'faux').expect(401);
    await anyone.post('/api/mail-events/message').send('x').expect(401);
    await anyone.post('/api/mail-events/sendgrid').auth('p', SECRET).send({}).expect(404);
    await anyone
      .post('/api/mail-events/generic')
      .auth('p', SECRET)
      .send({ events: [{ kind: 'x' }] })
      .expect(422);
    await anyone.post('/api/mail-events/message').auth('p', SECRET).send({}).expect(422);
    await volunteer.get('/api/broken-contacts').expect(403);
  });
});
