import { mailboxMailer, sendReminder, updateContact } from '@permanence/application';
import type { MessagePreview, Reminder } from '@permanence/contracts';
import { aPlannedDeadline, aRemindedPerson, signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('the preview of messages', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
  });
  afterAll(() => server.close());
  const preview = async (body: object): Promise<MessagePreview> =>
    (await volunteer.post('/api/messages/preview').send(body).expect(200)).body as MessagePreview;

  it('is the message that is sent for that dossier: level, word, dates, language, sender', async () => {
    const holder = here.users.volunteer.actor;
    const one = await aRemindedPerson(server.context, holder, { language: 'ar' });
    await updateContact(server.context, holder, { id: one.contact!.id, version: 1, messageLevel: 'full', greetingWord: 'قمر' });
    await aPlannedDeadline(server.context, server.db, holder, one, { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' });
    const { body: rows } = await volunteer.get(`/api/dossiers/${one.dossierId}/reminders`).expect(200);
    const row = (rows as Reminder[]).find((r) => r.audience === 'person' && r.step === 'appeal.day-0')!;
    const mailFrom = 'Rappels <rappels@expediteur.invalid>';
    const sending = { ...server.context, mailer: mailboxMailer(server.context), mailFrom, publicUrl: 'http://localhost:3000' };
    expect(await sendReminder(sending, { associationId: here.id, reminderId: row.id })).toBe('handed_over');
    const administrator = await signedIn(server.http, here.users.administrator.email);
    const { body: box } = await administrator.post('/api/mailbox/search').send({}).expect(200);
    const { body: sent } = await administrator.get(`/api/mailbox/${(box as { data: { id: string }[] }).data[0]!.id}`).expect(200);

    const shown = await preview({ kind: 'deadline-new', dossierId: one.dossierId });
    // The token of the links is new in each message.
    const plain = (text: string) => text.replace(/answer\/[\w-]{43}/g, 'answer/…');
    const real = sent as { from: string; subject: string; text: string; html: string };
    expect({ ...shown, text: plain(shown.text), html: plain(shown.html) }).toMatchObject({
      from: real.from,
      subject: real.subject,
      text: plain(real.text),
      html: plain(real.html),
      invented: false,
      reviewed: false,
      level: 'full',
      language: 'ar',
    });
    expect(shown.text).toContain('قمر');
    expect(shown.headers.map(({ name }) => name)).toEqual(expect.arrayContaining(['List-Unsubscribe', 'Auto-Submitted', 'Message-ID']));
  });
  it('has invented dates where there are none, and says so', async () => {
    const one = await aRemindedPerson(server.context, here.users.volunteer.actor);
    expect(await preview({ kind: 'appointment', dossierId: one.dossierId })).toMatchObject({
      invented: true,
      level: 'neutral',
      language: 'fr',
    });
    const shown = await preview({ kind: 'appointment', language: 'ti', level: 'ordinary' });
    expect(shown).toMatchObject({ invented: true, language: 'ti', reviewed: false, sms: { encoding: 'UCS-2' } });
    expect(shown.text).toContain('Mairie annexe');
  });
  it('counts what the short message costs, and has none for a colleague', async () => {
    const { sms } = await preview({ kind: 'deadline', language: 'fr' });
    expect(sms).toMatchObject({ encoding: 'GSM-7', parts: 1 });
    expect((await preview({ kind: 'volunteer-digest' })).sms).toBeNull();
    expect((await preview({ kind: 'escalation', language: 'en' })).subject).toBe('Nobody has acted: dossier 2026-041');
  });
  it('refuses a language or a kind that is not written, naming the field', async () => {
    const { body } = await volunteer.post('/api/messages/preview').send({ kind: 'poem', language: 'xx' }).expect(422);
    expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['kind', 'language']);
  });
});
