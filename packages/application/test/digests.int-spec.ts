import { anAssociation, aPlannedDeadline, aRemindedPerson, aSendingApp, type SendingApp, type TestAssociation } from '@permanence/testing';
import { createTask, planDigests, planEscalations, sendReminder, type SendContext } from '../src/index.ts';

/** A Saturday. */
const START = '2026-11-21T09:30:00.000Z';
const MONDAY_AT_EIGHT = '2026-11-23T07:00:00.000Z';

describe('digests and escalation', () => {
  let sending: SendingApp;
  let db: SendingApp['db'];
  let sink: SendingApp['sink'];
  let clock: SendingApp['clock'];
  let app: SendContext;
  let here: TestAssociation;
  const volunteer = () => here.users.volunteer.actor;
  beforeAll(async () => {
    sending = await aSendingApp(START);
    ({ db, sink, clock, app } = sending);
  });
  beforeEach(async () => {
    clock.set(START);
    sink.received.length = 0;
    here = await anAssociation(app, `Asso ${crypto.randomUUID().slice(0, 8)}`);
  });
  afterAll(() => sending.close());
  const rows = (like: string) =>
    db.asSuperuser<{ id: string; user_id: string; due_at: Date; state: string; reason: string | null; step: string }>(
      'select id, user_id, due_at, state::text, reason, step from reminder where association_id = $1 and step like $2 order by step, id',
      [here.id, like],
    );
  const send = (id: string) => sendReminder(app, { associationId: here.id, reminderId: id });

  it('writes each volunteer’s week and each coordinator’s Monday into the ledger, once', async () => {
    expect(await planDigests(app, here.id)).toBe(3);
    clock.set('2026-11-22T09:30:00.000Z');
    expect(await planDigests(app, here.id)).toBe(0);
    const planned = await rows('digest.%');
    expect(planned.map((row) => row.step)).toEqual(['digest.monday', 'digest.week', 'digest.week']);
    expect(new Set(planned.map((row) => row.due_at.toISOString()))).toEqual(new Set([MONDAY_AT_EIGHT]));
  });

  it('sends the week without a name, freezes what it listed, and says the same at a second try', async () => {
    const one = await aRemindedPerson(app, volunteer(), { familyName: 'Canari' });
    await aPlannedDeadline(app, db, volunteer(), one, { prudentOn: '2026-11-26', lastDayOn: '2026-11-30' });
    await createTask(app, volunteer(), { dossierId: one.dossierId, kind: 'other', title: 'Appeler Canari', dueOn: '2026-11-20' as never });
    await planDigests(app, here.id);
    const mine = (await rows('digest.week')).find((row) => row.user_id === here.users.volunteer.id)!;
    clock.set(MONDAY_AT_EIGHT);
    sink.mood('later');
    expect(await send(mine.id)).toBe('planned');
    const frozen = await db.asSuperuser(
      'select kind, dossier_reference, overdue from digest_item where reminder_id = $1 order by position',
      [mine.id],
    );
    expect(frozen).toEqual([
      { kind: 'deadline', dossier_reference: one.reference, overdue: false },
      { kind: 'task', dossier_reference: one.reference, overdue: true },
    ]);
    // Something new in between is for the next Monday.
    const two = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), two, { prudentOn: '2026-11-27', lastDayOn: '2026-11-30' });
    sink.mood('accept');
    clock.set('2026-11-23T08:00:00.000Z');
    expect(await send(mine.id)).toBe('handed_over');
    const [{ parsed, to }] = sink.received as [(typeof sink.received)[number]];
    expect(to).toBe(here.users.volunteer.email);
    expect(parsed.text).toContain(one.reference);
    expect(parsed.text).not.toContain(two.reference);
    expect(`${parsed.subject} ${parsed.text} ${parsed.html}`).not.toMatch(/Canari|Samira/);
  });

  it('sends no empty week to a volunteer, and tells the coordinator what lies with nobody', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await db.asSuperuser('update dossier_member set current = null, ended_at = now() where dossier_id = $1', [one.dossierId]);
    await planDigests(app, here.id);
    clock.set(MONDAY_AT_EIGHT);
    for (const row of await rows('digest.week')) expect(await send(row.id)).toBe('cancelled');
    expect((await rows('digest.week')).map((row) => row.reason)).toEqual(['nothing-to-say', 'nothing-to-say']);
    const [monday] = await rows('digest.monday');
    expect(await send(monday!.id)).toBe('handed_over');
    expect(sink.received[0]!.parsed.text).toContain('Dossiers sans référent : 1');
  });

  it('tells the coordinators, once, when nobody made the call a short limit asked for; not when it was made', async () => {
    const [one, two] = [await aRemindedPerson(app, volunteer()), await aRemindedPerson(app, volunteer())];
    for (const who of [one, two]) await aPlannedDeadline(app, db, volunteer(), who, { prudentOn: '2026-11-27', lastDayOn: '2026-11-28' });
    for (const row of await rows('week.call-now')) expect(await send(row.id)).toBe('closed');
    clock.set('2026-11-22T09:00:00.000Z');
    expect(await planEscalations(app, here.id)).toBe(0);
    // A task's own clock is the database's.
    await db.asSuperuser("update task set created_at = '2026-11-21T09:30:00Z' where association_id = $1", [here.id]);
    clock.set('2026-11-22T10:00:00.000Z');
    expect(await planEscalations(app, here.id)).toBe(2);
    expect(await planEscalations(app, here.id)).toBe(0);
    await db.asSuperuser('update task set done_at = now() where dossier_id = $1', [two.dossierId]);
    const outcomes = await Promise.all((await rows('escalation.%')).map((row) => send(row.id)));
    expect(outcomes.sort()).toEqual(['cancelled', 'handed_over']);
    expect(sink.received).toHaveLength(1);
    const [{ to, parsed }] = sink.received as [(typeof sink.received)[number]];
    expect(to).toBe(here.users.coordinator.email);
    expect(parsed.subject).toBe(`Personne n’a agi : dossier ${one.reference}`);
  });
});
