import {
  aPlannedDeadline,
  aRemindedPerson,
  anAssociation,
  appContext,
  mailSink,
  movingClock,
  testDatabase,
  type MailSink,
  type MovingClock,
  type Reminded,
  type TestAssociation,
  type TestDatabase,
} from '@permanence/testing';
import { dueReminders } from '@permanence/persistence';
import {
  cancelReminders,
  planReminders,
  planSource,
  remindersOfDossier,
  removeContact,
  sendReminder,
  settleReminder,
  smtpMailer,
  updateContact,
  type Mailer,
  type SendContext,
  type SendOutcome,
} from '../src/index.ts';

const START = '2026-11-21T09:30:00.000Z';
const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };

describe('sending the reminders of a ledger', () => {
  let db: TestDatabase;
  let sink: MailSink;
  let clock: MovingClock;
  let app: SendContext;
  let here: TestAssociation;
  const volunteer = () => here.users.volunteer.actor;
  const context = (mailer: Mailer): SendContext => ({
    ...appContext(db.database),
    clock,
    mailer,
    mailFrom: 'Rappels <rappels@expediteur.invalid>',
    publicUrl: 'https://permanence.invalid',
  });
  beforeAll(async () => {
    db = await testDatabase();
    sink = await mailSink();
    clock = movingClock(START);
    here = await anAssociation(appContext(db.database), 'Rive Gauche');
    await db.asSuperuser("update association set contact_phone = '01 23 45 67 89' where id = $1", [here.id]);
  });
  beforeEach(() => {
    clock.set(START);
    sink.mood('accept');
    sink.received.length = 0;
    app = context(smtpMailer(sink.url, 1_500));
  });
  afterEach(() => app.mailer.close());
  afterAll(async () => {
    await sink.close();
    await db.drop();
  });

  const ledger = ({ dossierId }: Reminded) => remindersOfDossier(app, volunteer(), { dossierId });
  const rowOf = async (one: Reminded, audience: string, step = 'appeal.day-0') =>
    (await ledger(one)).find((row) => row.audience === audience && row.step === step)!;
  const send = (id: string, through: SendContext = app) => sendReminder(through, { associationId: here.id, reminderId: id });
  const toPerson = async (one: Reminded, step?: string): Promise<SendOutcome> => send((await rowOf(one, 'person', step)).id);
  const tasks = ({ dossierId }: Reminded) =>
    db.asSuperuser<{ kind: string; title: string; assignee_id: string }>(
      'select kind, title, assignee_id from task where dossier_id = $1 and reminder_id is not null order by created_at',
      [dossierId],
    );

  it('writes once to the person and once to the volunteer, and keeps the server’s answer', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    expect(await toPerson(one)).toBe('handed_over');
    expect(await send((await rowOf(one, 'volunteer')).id)).toBe('handed_over');
    expect(sink.received.map((mail) => mail.to)).toEqual([one.contact!.value, here.users.volunteer.email]);
    const row = await rowOf(one, 'person');
    expect(row).toMatchObject({ state: 'handed_over', serverAnswer: expect.stringContaining('queued as'), attempts: 1 });
    const [toThePerson, toTheVolunteer] = sink.received;
    expect(toThePerson!.parsed.messageId).toBe(`<${row.id}@expediteur.invalid>`);
    expect(toThePerson!.parsed.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
    expect(toThePerson!.parsed.text).toContain('vendredi 18 décembre 2026 (18/12/2026)');
    expect(toTheVolunteer!.parsed.subject).toBe(`Rappel : dossier ${one.reference}`);
    expect(toTheVolunteer!.parsed.text!.indexOf('18 décembre')).toBeLessThan(toTheVolunteer!.parsed.text!.indexOf('21 décembre'));
    expect(toTheVolunteer!.parsed.text).toContain(`https://permanence.invalid/dossiers/${one.dossierId}`);
  });

  it('sends once when the job runs twice, and once when two workers run it at the same time', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const { id } = await rowOf(one, 'person');
    const other = context(smtpMailer(sink.url));
    const outcomes = await Promise.all([send(id), send(id, other), send(id), send(id, other)]);
    outcomes.push(await send(id), await send(id, other));
    await other.mailer.close();
    expect(outcomes.filter((outcome) => outcome !== 'nothing')).toEqual(['handed_over']);
    expect(sink.received).toHaveLength(1);
  });

  it.each(['unknown', 'unsafe', 'ask_each_time'] as const)(
    'writes nothing to an address marked %s: the ledger says refused by safety, and the volunteer has a call to make',
    async (safety) => {
      const seen = sink.dataSeen();
      const one = await aRemindedPerson(app, volunteer(), { safety });
      await aPlannedDeadline(app, db, volunteer(), one, DATES);
      expect(await toPerson(one)).toBe('cancelled');
      expect(await rowOf(one, 'person')).toMatchObject({ state: 'cancelled', reason: 'unsafe-channel' });
      expect(sink.dataSeen()).toBe(seen);
      expect(sink.received).toHaveLength(0);
      expect(await tasks(one)).toEqual([
        { kind: 'phone-call', title: expect.stringContaining('le 18/12/2026'), assignee_id: here.users.volunteer.id },
      ]);
    },
  );

  it('asks again just before sending: an address made unsafe, or removed, after the planning is not written to', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    await updateContact(app, volunteer(), { id: one.contact!.id, version: 1, safety: 'unsafe' });
    expect(await toPerson(one)).toBe('cancelled');
    const two = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), two, DATES);
    await removeContact(app, volunteer(), { id: two.contact!.id });
    expect(await toPerson(two)).toBe('cancelled');
    expect(await rowOf(two, 'person')).toMatchObject({ reason: 'no-channel' });
    expect(await tasks(two)).toHaveLength(1);
    expect(sink.received).toHaveLength(0);
  });

  it('does not open a second call while the first one waits', async () => {
    const one = await aRemindedPerson(app, volunteer(), { safety: 'unsafe' });
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    await toPerson(one);
    clock.set('2026-12-05T10:00:00Z');
    expect(await toPerson(one, 'appeal.half-way')).toBe('cancelled');
    expect(await tasks(one)).toHaveLength(1);
  });

  it('is in doubt when the line breaks after the message began to leave, and is never sent again by itself', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    sink.mood('cut-after-data');
    expect(await toPerson(one)).toBe('in_doubt');
    sink.mood('accept');
    clock.set('2026-11-21T12:00:00Z');
    expect(await toPerson(one)).toBe('nothing');
    expect((await dueReminders(db.database, '2026-11-21T12:00:00Z', 5_000)).map((row) => row.id)).not.toContain(
      (await rowOf(one, 'person')).id,
    );
    expect(sink.received).toHaveLength(0);
  });

  it('is in doubt when the worker dies between the mail server’s yes and the ledger; a person settles it', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const dying = context({
      ...app.mailer,
      send: async (mail, before) => {
        await app.mailer.send(mail, before);
        throw new Error('killed here');
      },
    });
    const { id } = await rowOf(one, 'person');
    await expect(send(id, dying)).rejects.toThrow('killed here');
    expect(sink.received).toHaveLength(1);
    expect(await rowOf(one, 'person')).toMatchObject({ state: 'taken' });
    clock.set('2026-11-21T09:36:00Z');
    expect(await send(id)).toBe('in_doubt');
    expect(await send(id)).toBe('nothing');
    expect(await rowOf(one, 'person')).toMatchObject({ state: 'in_doubt', reason: 'answer-lost' });
    await expect(settleReminder(app, here.users['other-volunteer'].actor, { id, outcome: 'sent' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await settleReminder(app, volunteer(), { id, outcome: 'not-sent' });
    expect(await send(id)).toBe('handed_over');
    // The same message, and a mail program can tell.
    expect(new Set(sink.received.map((mail) => mail.parsed.messageId)).size).toBe(1);
    await expect(settleReminder(app, volunteer(), { id, outcome: 'sent' })).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('plans again, under the same lease rules, what a worker took and surely had not begun to send', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const dying = context({ ...app.mailer, send: () => Promise.reject(new Error('killed before a word')) });
    const { id } = await rowOf(one, 'person');
    await expect(send(id, dying)).rejects.toThrow('killed before');
    expect(await send(id)).toBe('nothing');
    clock.set('2026-11-21T09:36:00Z');
    expect(await send(id)).toBe('planned');
    expect(await send(id)).toBe('handed_over');
    expect(sink.received).toHaveLength(1);
  });

  it('tries later when the line breaks before the message, and when the server asks for it', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    sink.mood('cut-before-data');
    expect(await toPerson(one)).toBe('planned');
    sink.mood('later');
    clock.set('2026-11-21T09:32:00Z');
    expect(await toPerson(one)).toBe('planned');
    expect(await rowOf(one, 'person')).toMatchObject({ attempts: 2, serverAnswer: expect.stringContaining('451') });
    expect(await toPerson(one)).toBe('nothing');
    sink.mood('accept');
    clock.set('2026-11-21T09:40:00Z');
    expect(await toPerson(one)).toBe('handed_over');
  });

  it('fails for good when the server refuses the address, without keeping the address in the answer', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    sink.mood('refuse-recipient');
    expect(await toPerson(one)).toBe('failed');
    const row = await rowOf(one, 'person');
    expect(row).toMatchObject({ state: 'failed', reason: 'server-refused', serverAnswer: expect.stringContaining('550') });
    expect(row.serverAnswer).not.toContain('@');
    expect(await tasks(one)).toHaveLength(1);
  });

  it('says nothing any more once the deadline is done, superseded or moved, the dossier closed or the notice stale', async () => {
    const cases: [string, (id: string, one: Reminded) => Promise<unknown>][] = [
      ['source-done', (id) => db.asSuperuser("update deadline set state = 'done', done_on = '2026-11-21' where id = $1", [id])],
      ['source-superseded', (id) => db.asSuperuser("update deadline set state = 'superseded' where id = $1", [id])],
      ['moved', (id) => db.asSuperuser("update deadline set prudent_on = '2026-12-11' where id = $1", [id])],
      ['dossier-closed', (_, one) => db.asSuperuser("update dossier set closed_on = '2026-11-21' where id = $1", [one.dossierId])],
      ['person-archived', (_, one) => db.asSuperuser('update person set archived_at = now() where id = $1', [one.personId])],
      ['stale', async () => clock.set('2026-12-22T10:00:00Z')],
    ];
    for (const [reason, change] of cases) {
      clock.set(START);
      const one = await aRemindedPerson(app, volunteer());
      const source = await aPlannedDeadline(app, db, volunteer(), one, DATES);
      const { id } = await rowOf(one, 'person');
      await change(source.id, one);
      expect(await send(id)).toBe('cancelled');
      expect(await db.asSuperuser('select state, reason from reminder where id = $1', [id])).toEqual([{ state: 'cancelled', reason }]);
    }
    expect(sink.received).toHaveLength(0);
  });

  it('goes to whoever holds the dossier now, and to the coordinators when the account is closed', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const { id } = await rowOf(one, 'volunteer');
    await db.asSuperuser("update dossier_member set current = null, ended_at = now() where dossier_id = $1 and kind = 'holder'", [
      one.dossierId,
    ]);
    expect(await send(id)).toBe('cancelled');
    const coordinator = here.users.coordinator;
    const rows = await remindersOfDossier(app, coordinator.actor, { dossierId: one.dossierId });
    const again = rows.find((row) => row.audience === 'coordinator' && row.step === 'appeal.day-0')!;
    expect(again).toMatchObject({ state: 'planned' });
    expect(await send(again.id)).toBe('handed_over');
    expect(sink.received.map((mail) => mail.to)).toEqual([coordinator.email]);
  });

  it('waits for eight o’clock when an outage ends at night', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    clock.set('2026-11-21T22:10:00Z');
    expect(await toPerson(one)).toBe('planned');
    expect(await rowOf(one, 'person')).toMatchObject({ dueAt: '2026-11-22T07:00:00.000Z' });
    expect(sink.received).toHaveLength(0);
  });

  it('opens a phone call first for seven days or less, and for hours at once, by night too', async () => {
    clock.set('2026-11-21T21:00:00Z');
    for (const dates of [{ prudentOn: '2026-11-27', lastDayOn: '2026-11-27' }, { expiresAt: '2026-11-23T20:40:00.000Z' }]) {
      const one = await aRemindedPerson(app, volunteer());
      await aPlannedDeadline(app, db, volunteer(), one, dates, 'oqtf-retention');
      const call = (await ledger(one)).find((row) => row.channel === 'task')!;
      expect(call.dueAt).toBe('2026-11-21T21:00:00.000Z');
      expect(await send(call.id)).toBe('closed');
      expect(await send(call.id)).toBe('nothing');
      expect(await tasks(one)).toHaveLength(1);
    }
  });

  it('never drops the hour of a limit in hours', async () => {
    const one = await aRemindedPerson(app, volunteer(), { language: 'en' });
    await aPlannedDeadline(app, db, volunteer(), one, { expiresAt: '2026-11-23T17:40:00.000Z' }, 'oqtf-retention');
    expect(await toPerson(one, 'hours.now')).toBe('handed_over');
    const { text } = sink.received[0]!.parsed;
    expect(text).toContain('Monday 23 November 2026 (23/11/2026) at 18:40');
    expect(text).toContain('lundi 23 novembre 2026 (23/11/2026) à 18 h 40');
  });

  it('plans once however often it is asked, cancels the old date and plans the new one, and takes a change back', async () => {
    const one = await aRemindedPerson(app, volunteer());
    const source = await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const first = await ledger(one);
    const plan = (dates: object) =>
      db.database.transaction(volunteer(), (repositories) =>
        planReminders({ repositories, app, actor: volunteer() }, { ...source, ...dates }),
      );
    expect(await plan({})).toBe(0);
    clock.set('2026-12-14T09:30:00Z');
    expect(await plan({})).toBe(0);
    expect(await ledger(one)).toHaveLength(first.length);
    clock.set(START);
    expect(await plan({ prudentOn: '2026-12-11' })).toBe(first.length);
    const moved = await ledger(one);
    expect(moved.filter((row) => row.target === '2026-12-18').every((row) => row.state === 'cancelled' && row.reason === 'moved')).toBe(
      true,
    );
    expect(moved.filter((row) => row.target === '2026-12-11').every((row) => row.state === 'planned')).toBe(true);
    expect(await plan({})).toBe(first.length);
    expect((await ledger(one)).filter((row) => row.state === 'planned').map((row) => row.target)).toEqual(first.map(() => '2026-12-18'));
  });

  it('cancels what is left and closes the calls it opened when the source is done', async () => {
    const one = await aRemindedPerson(app, volunteer(), { safety: 'unsafe' });
    const source = await aPlannedDeadline(app, db, volunteer(), one, DATES);
    await toPerson(one);
    const call = { app, actor: volunteer() };
    await db.database.transaction(volunteer(), (repositories) => cancelReminders({ ...call, repositories }, source.id, 'source-done'));
    expect((await ledger(one)).filter((row) => row.state === 'planned')).toEqual([]);
    expect(await db.asSuperuser('select done_at from task where dossier_id = $1', [one.dossierId])).toEqual([
      { done_at: expect.any(Date) },
    ]);
    expect(await planSource(app, { associationId: here.id, sourceKind: 'deadline', sourceId: source.id })).toBeGreaterThan(0);
  });

  it('writes Arabic from right to left with the digits of dates and of the phone in order, and French beside it', async () => {
    const one = await aRemindedPerson(app, volunteer(), { language: 'ar' });
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    expect(await toPerson(one)).toBe('handed_over');
    const { parsed, raw } = sink.received[0]!;
    expect(parsed.subject).toBe('تاريخ للتذكر');
    expect(parsed.html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(parsed.html).toMatch(/<bdi dir="ltr"[^>]*>18\/12\/2026<\/bdi>/);
    expect(parsed.html).toMatch(/<bdi dir="ltr"[^>]*>01 23 45 67 89<\/bdi>/);
    expect(parsed.html).toContain('<div lang="fr" dir="ltr"');
    expect(parsed.text).toContain('الجمعة 18 ديسمبر 2026 (\u206618/12/2026\u2069)');
    expect(parsed.text).toContain('vendredi 18 décembre 2026 (18/12/2026)');
    expect(raw.toString('latin1')).toMatch(/multipart\/alternative/);
    // Nothing to load, and no address but the one to answer at.
    expect(parsed.html).not.toMatch(/src=|url\(/);
    expect(`${parsed.html} ${parsed.text}`).not.toMatch(/https?:\/\/(?!permanence\.invalid\/api\/answer\/)/);
  });

  it('has nothing personal in subjects: not of the person, not of the dossier’s story', async () => {
    const one = await aRemindedPerson(app, volunteer(), { familyName: 'Canari' });
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    for (const row of (await ledger(one)).filter((r) => r.channel === 'email' && r.step === 'appeal.day-0')) await send(row.id);
    expect(sink.received).toHaveLength(2);
    for (const mail of sink.received) expect(mail.raw.toString()).not.toMatch(/Canari|Samira/i);
    for (const mail of sink.received) expect(mail.parsed.subject).not.toMatch(/oqtf|titre|préfecture|recours|délai/i);
  });

  const WINDOW = { opensOn: '2026-11-01', prudentOn: '2027-01-20', lastDayOn: '2027-01-21' };
  const windowOf = (one: Reminded, dates: typeof WINDOW = WINDOW) => aPlannedDeadline(app, db, volunteer(), one, dates, 'REN-ANEF-CLOSE');
  const opening = async (one: Reminded, sourceId: string) =>
    (await ledger(one)).find((row) => row.sourceId === sourceId && row.audience === 'person' && row.step.endsWith('.opening'))!;

  it('writes once a week to one person: the nearer date first, the other a week later, and an appeal without waiting', async () => {
    const one = await aRemindedPerson(app, volunteer());
    const far = await windowOf(one, { ...WINDOW, prudentOn: '2027-02-20', lastDayOn: '2027-02-21' });
    const near = await windowOf(one);
    const [later, first] = [await opening(one, far.id), await opening(one, near.id)];
    expect(await send(later.id)).toBe('planned');
    expect(await send(first.id)).toBe('handed_over');
    expect(await opening(one, far.id)).toMatchObject({
      state: 'planned',
      reason: 'cap-moved',
      yieldedToId: first.id,
      dueAt: '2026-11-28T08:00:00.000Z',
      attempts: 0,
    });
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    expect(await toPerson(one)).toBe('handed_over');
    clock.set('2026-11-28T08:00:00.000Z');
    // The appeal of the 21st counts too, a week later no more.
    expect(await send(later.id)).toBe('handed_over');
    expect(sink.received).toHaveLength(3);
  });

  it('folds a notice into the next one of the same date when that one comes before the week is over', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    await toPerson(one);
    // 30 days before, five days from now, then ten: the opening can only leave after the next notice.
    const source = await windowOf(one, { opensOn: '2026-11-01', prudentOn: '2026-12-26', lastDayOn: '2026-12-27' });
    const { id } = await opening(one, source.id);
    expect(await send(id)).toBe('cancelled');
    const next = (await ledger(one)).find(
      (row) => row.sourceId === source.id && row.step.endsWith('.30-days') && row.audience === 'person',
    )!;
    expect(await opening(one, source.id)).toMatchObject({ state: 'cancelled', reason: 'cap-folded', yieldedToId: next.id });
  });

  it('lets a couple that shares a mailbox each keep their own message, and two workers at once send one of two', async () => {
    const [her, him] = [await aRemindedPerson(app, volunteer()), await aRemindedPerson(app, volunteer())];
    await updateContact(app, volunteer(), { id: him.contact!.id, version: 1, value: her.contact!.value });
    const [hers, his] = [await windowOf(her), await windowOf(him)];
    expect(await send((await opening(her, hers.id)).id)).toBe('handed_over');
    expect(await send((await opening(him, his.id)).id)).toBe('handed_over');
    expect(sink.received.map((mail) => mail.to)).toEqual([her.contact!.value, her.contact!.value]);
    const [one] = [await aRemindedPerson(app, volunteer())];
    const ids = [(await opening(one!, (await windowOf(one!)).id)).id, (await opening(one!, (await windowOf(one!)).id)).id];
    expect((await Promise.all(ids.map((id) => send(id)))).sort()).toEqual(['handed_over', 'planned']);
  });
});
