import { mailboxMailer, remindersOfDossier, sendReminder, type SendContext } from '@permanence/application';
import type { Contact, Reminder } from '@permanence/contracts';
import {
  aPlannedDeadline,
  aRemindedPerson,
  client,
  movingClock,
  NOW,
  signedIn,
  type Agent,
  type MovingClock,
  type Reminded,
  type TestAssociation,
} from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };

describe('answers to a message, without an account', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let anyone: Agent;
  let clock: MovingClock;
  let sending: SendContext;
  beforeAll(async () => {
    server = await testServer();
    clock = movingClock(NOW);
    Object.assign(server.context, { clock });
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    anyone = client(server.http);
    sending = {
      ...server.context,
      clock,
      mailer: mailboxMailer(server.context),
      mailFrom: 'Rappels <rappels@expediteur.invalid>',
      publicUrl: 'https://rappels.invalid',
    };
  });
  beforeEach(() => clock.set(NOW));
  afterAll(() => server.close());

  const holder = () => here.users.volunteer.actor;
  const ledger = ({ dossierId }: Reminded): Promise<Reminder[]> => remindersOfDossier(server.context, holder(), { dossierId });
  const ofPerson = async (one: Reminded): Promise<Reminder[]> => (await ledger(one)).filter((row) => row.audience === 'person');
  /** Someone who received a first message. @returns the path of its link */
  const written = async (options: Parameters<typeof aRemindedPerson>[2] = {}, familyName?: string) => {
    const one = await aRemindedPerson(server.context, holder(), familyName ? { ...options, familyName } : options);
    await aPlannedDeadline(server.context, server.db, holder(), one, DATES);
    return { one, path: await send(one) };
  };
  const send = async (one: Reminded): Promise<string> => {
    const { id } = (await ofPerson(one)).find((row) => row.state === 'planned')!;
    expect(await sendReminder(sending, { associationId: here.id, reminderId: id })).toBe('handed_over');
    const [mail] = await server.db.asSuperuser<{ raw: Buffer }>('select raw from mail_message order by created_at desc, id desc limit 1');
    const raw = mail!.raw.toString('utf8').replace(/\r\n[ \t]/g, ' ');
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const [, token] = /^List-Unsubscribe:\s+<https:\/\/rappels\.invalid\/api\/answer\/([\w-]{43})\/stop>/m.exec(raw)!;
    return `/api/answer/${token}`;
  };
  const tasks = ({ personId }: Reminded) =>
    server.db.asSuperuser<{ kind: string; title: string; assignee_id: string }>(
      'select kind, title, assignee_id from task where person_id = $1 order by created_at',
      [personId],
    );
  const contact = async ({ personId }: Reminded): Promise<Contact> =>
    ((await volunteer.get(`/api/persons/${personId}/contacts`).expect(200)).body as Contact[])[0]!;

  it('shows a page that tells nothing, and does nothing however often a scanner opens it', async () => {
    const { one, path } = await written({ language: 'ar' }, 'Canari');
    const before = await ledger(one);
    for (const address of [path, `${path}/stop`, `${path}/done`, path]) {
      const page = await anyone
        .get(address)
        .expect(200)
        .expect('cache-control', 'no-store')
        .expect('x-robots-tag', /noindex/);
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.text).toContain('<html lang="ar" dir="rtl">');
      expect(page.text).not.toMatch(
        /Canari|Samira|Rive Gauche|titre|s[ée]jour|OQTF|pr[ée]fecture|association|dossier|avocat|2026|<script|<img|https?:/i,
      );
      expect(page.text.match(/formaction=/g)).toHaveLength(4);
    }
    await anyone.head(path);
    expect(await ledger(one)).toEqual(before);
    expect(await tasks(one)).toEqual([]);
    expect((await contact(one)).stoppedAt).toBeNull();
    expect(await server.db.asSuperuser('select 1 from person_answer where person_id = $1', [one.personId])).toEqual([]);
  });

  it('stops everything by the one-click post of a mail program, from anywhere and without a cookie, once', async () => {
    const { one, path } = await written();
    await aPlannedDeadline(server.context, server.db, holder(), one, { prudentOn: '2027-01-18', lastDayOn: '2027-01-20' });
    const post = () =>
      anyone
        .post(`${path}/stop`)
        .set('Origin', 'null')
        .set('Sec-Fetch-Site', 'cross-site')
        .type('form')
        .send('List-Unsubscribe=One-Click')
        .expect(200);
    const first = (await post()).text.replace(/nonce="[^"]*"/, '');
    expect((await post()).text.replace(/nonce="[^"]*"/, '')).toBe(first);
    expect((await ofPerson(one)).filter((row) => row.state === 'planned')).toEqual([]);
    expect((await ofPerson(one)).filter((row) => row.reason === 'answered-stop').length).toBeGreaterThan(4);
    // The dates go on for the team.
    expect((await ledger(one)).filter((row) => row.audience === 'volunteer' && row.state === 'planned').length).toBeGreaterThan(4);
    expect(await tasks(one)).toEqual([
      { kind: 'phone-call', title: expect.stringContaining('ne veut plus de messages'), assignee_id: here.users.volunteer.id },
    ]);
    expect((await contact(one)).stoppedAt).toBe(NOW);
    expect(
      await server.db.asSuperuser("select action, actor_id from audit_event where action like 'reminder.answered%' and person_id = $1", [
        one.personId,
      ]),
    ).toEqual([{ action: 'reminder.answered-stop', actor_id: null }]);
  });

  it('writes to nobody who stopped: what is planned afterwards becomes a call', async () => {
    const { one, path } = await written();
    await anyone.post(`${path}/stop`).expect(200);
    await aPlannedDeadline(server.context, server.db, holder(), one, { prudentOn: '2027-02-18', lastDayOn: '2027-02-20' });
    const { id } = (await ofPerson(one)).find((row) => row.state === 'planned')!;
    expect(await sendReminder(sending, { associationId: here.id, reminderId: id })).toBe('cancelled');
    expect((await ledger(one)).find((row) => row.id === id)).toMatchObject({ reason: 'stopped', taskId: expect.any(String) });
  });

  it('lets a volunteer take a stop back with a reason, and plans again what is still to come', async () => {
    const { one, path } = await written();
    await anyone.post(`${path}/stop`).expect(200);
    const { id, version } = await contact(one);
    await volunteer.post(`/api/contacts/${id}/resume`).send({ version, reason: '' }).expect(422);
    await volunteer
      .post(`/api/contacts/${id}/resume`)
      .send({ version: version + 1, reason: 'Vue ce matin' })
      .expect(409);
    const resumed = await volunteer
      .post(`/api/contacts/${id}/resume`)
      .send({ version, reason: 'Vue ce matin, elle veut bien' })
      .expect(200);
    expect(resumed.body).toMatchObject({ stoppedAt: null });
    expect((await ofPerson(one)).filter((row) => row.state === 'planned').length).toBeGreaterThan(2);
    await volunteer
      .post(`/api/contacts/${id}/resume`)
      .send({ version: version + 1, reason: 'encore' })
      .expect(409);
    const events = await server.db.asSuperuser('select kind, reason, actor_id from contact_event where contact_id = $1 order by at, id', [
      id,
    ]);
    expect(events).toEqual([
      { kind: 'stopped', reason: null, actor_id: null },
      { kind: 'resumed', reason: 'Vue ce matin, elle veut bien', actor_id: here.users.volunteer.id },
    ]);
  });

  it.each([
    ['done', 'c’est fait', 0],
    ['cannot', 'ne peut pas', 2],
    ['help', 'demande de l’aide', 2],
  ] as const)('%s: opens a task, and leaves the person no more than the last days of a legal date', async (kind, words, left) => {
    const { one, path } = await written();
    const page = await anyone.post(`${path}/${kind}`).expect(200);
    expect(page.text).toContain('enregistrée');
    await anyone.post(`${path}/${kind}`).expect(200);
    const rows = await ofPerson(one);
    expect(rows.filter((row) => row.state === 'planned')).toHaveLength(left);
    expect(rows.filter((row) => row.reason === `answered-${kind}`)).toHaveLength(4 - left);
    expect((await tasks(one)).map((task) => task.title)).toEqual([expect.stringContaining(words)]);
    // Another answer to the same message is another act.
    await anyone.post(`${path}/stop`).expect(200);
    expect(await tasks(one)).toHaveLength(2);
  });

  it('answers alike to an unknown token, a malformed one and one that is over, and changes nothing', async () => {
    const { one, path } = await written();
    const before = await ledger(one);
    clock.set('2027-01-21T09:00:00Z');
    const strip = (text: string) => text.replace(/nonce="[^"]*"/, '');
    const pages = new Set<string>();
    for (const address of [path, `/api/answer/${'a'.repeat(43)}`, '/api/answer/x', '/api/answer/%00']) {
      pages.add(strip((await anyone.get(address).expect(404)).text));
      pages.add(strip((await anyone.post(`${address}/stop`).expect(404)).text));
    }
    clock.set(NOW);
    pages.add(strip((await anyone.post(`${path}/explode`).expect(404)).text));
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('Rien n’a été enregistré');
    expect(await ledger(one)).toEqual(before);
  });

  it('keeps only a hash of the token, and lets no other association or volunteer read the links', async () => {
    const { path } = await written();
    const token = path.split('/').at(-1)!;
    const [{ n }] = (await server.db.asSuperuser('select count(*)::int as n from answer_link l where l::text like $1', [`%${token}%`])) as [
      { n: number },
    ];
    expect(n).toBe(0);
    const other = here.users['other-volunteer'].actor;
    const seen = await server.context.database
      .read(other, async (r) =>
        r.answers.record({
          id: crypto.randomUUID(),
          reminderId: crypto.randomUUID(),
          personId: crypto.randomUUID(),
          kind: 'stop',
          answeredAt: NOW,
        }),
      )
      .catch((e: Error) => e);
    expect(seen).toBeInstanceOf(Error);
  });

  it('keeps the same-origin rule for every other path', async () => {
    const { path } = await written();
    await anyone.post(`${path}/stop/more`).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await anyone.post('/api/auth/sign-out').set('Sec-Fetch-Site', 'cross-site').expect(403);
  });

  it('slows down an address that asks without end', async () => {
    const seen = new Set<number>();
    for (let i = 0; i < 200; i += 1) seen.add((await anyone.get(`/api/answer/${'b'.repeat(43)}`)).status);
    expect(seen).toEqual(new Set([404, 429]));
  });
});
