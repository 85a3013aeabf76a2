import { DEFAULT_POLICIES, type PolicyStep } from '@permanence/contracts';
import {
  anAssociation,
  aPlannedDeadline,
  aRemindedPerson,
  aSendingApp,
  type Reminded,
  type SendingApp,
  type TestAssociation,
} from '@permanence/testing';
import {
  createAppointment,
  listPolicies,
  planSource,
  remindersOfDossier,
  replanPolicy,
  resetPolicy,
  savePolicy,
  sendReminder,
  settleAppointment,
  type SendContext,
} from '../src/index.ts';

const START = '2026-11-21T09:30:00.000Z';
const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };
const asSteps = (name: keyof typeof DEFAULT_POLICIES): PolicyStep[] =>
  DEFAULT_POLICIES[name].map(({ lead, audience, channel }) => ({ lead, audience, channel }));

describe('when and to whom an association writes', () => {
  let sending: SendingApp;
  let db: SendingApp['db'];
  let clock: SendingApp['clock'];
  let app: SendContext;
  let here: TestAssociation;
  const volunteer = () => here.users.volunteer.actor;
  const coordinator = () => here.users.coordinator.actor;
  beforeAll(async () => {
    sending = await aSendingApp(START);
    ({ db, clock, app } = sending);
  });
  beforeEach(async () => {
    clock.set(START);
    here = await anAssociation(app, `Asso ${crypto.randomUUID().slice(0, 8)}`);
  });
  afterAll(() => sending.close());
  const ledger = ({ dossierId }: Reminded) => remindersOfDossier(app, volunteer(), { dossierId });
  const planned = async (one: Reminded, audience = 'person') =>
    (await ledger(one)).filter((row) => row.state === 'planned' && row.audience === audience).map((row) => row.step.split('.')[1]);
  const replan = (policyKind: 'appeal' | 'appointment' | 'missed') => replanPolicy(app, { associationId: here.id, policyKind });

  it('plans an open date anew when the policy changes: what left stays, what is new is added, nothing is doubled', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const first = (await ledger(one)).find((row) => row.step === 'appeal.day-0' && row.audience === 'person')!;
    await sendReminder(app, { associationId: here.id, reminderId: first.id });
    const steps = [
      ...asSteps('appeal').filter(({ lead, audience }) => !(audience === 'person' && lead.at === 'days-before' && lead.days === 7)),
      { lead: { at: 'days-before', days: 10 }, audience: 'person', channel: 'email' },
      { lead: { at: 'days-before', days: 5 }, audience: 'lawyer', channel: 'task' },
    ] as PolicyStep[];
    const saved = await savePolicy(app, coordinator(), { name: 'appeal', version: 0, steps });
    expect(saved).toMatchObject({ isDefault: false, version: 1, changedById: here.users.coordinator.id });
    expect(await db.asSuperuser("select payload from outbox where name = 'reminders.replan' and association_id = $1", [here.id])).toEqual([
      { payload: { associationId: here.id, policyKind: 'appeal' } },
    ]);
    expect(await replan('appeal')).toBe(1);
    expect(await planned(one)).toEqual(['half-way', '10-days', '3-days', '1-day']);
    expect(await planned(one, 'volunteer')).toContain('5-days-lawyer');
    const rows = await ledger(one);
    expect(rows.find((row) => row.id === first.id)).toMatchObject({ state: 'handed_over' });
    expect(rows.find((row) => row.step === 'appeal.7-days' && row.audience === 'person')).toMatchObject({
      state: 'cancelled',
      reason: 'policy-changed',
    });
    // Stale once the next is due: the half-way one now before the tenth day.
    expect(rows.find((row) => row.step === 'appeal.half-way' && row.audience === 'person')!.staleAt).toBe('2026-12-08T08:00:00.000Z');
    const before = rows.length;
    await replan('appeal');
    await planSource(app, { associationId: here.id, sourceKind: 'deadline', sourceId: first.sourceId });
    expect((await ledger(one)).length).toBe(before);
    // Back to the defaults: as if nothing had been.
    await resetPolicy(app, coordinator(), { name: 'appeal', version: 1 });
    await replan('appeal');
    expect(await planned(one)).toEqual(['half-way', '7-days', '3-days', '1-day']);
    expect(await planned(one, 'volunteer')).not.toContain('5-days-lawyer');
  });

  it('uses the association’s own steps for new dates, and nobody else’s', async () => {
    const steps: PolicyStep[] = [{ lead: { at: 'days-before', days: 2 }, audience: 'coordinator', channel: 'email' }];
    await savePolicy(app, here.users.administrator.actor, { name: 'appointment', version: 0, steps });
    const there = await anAssociation(app, `Asso ${crypto.randomUUID().slice(0, 8)}`);
    const [one, two] = [await aRemindedPerson(app, volunteer()), await aRemindedPerson(app, there.users.volunteer.actor)];
    const about = { kind: 'prefecture', startsAt: '2026-12-18T08:30:00Z', place: 'Lyon' } as const;
    await createAppointment(app, volunteer(), { ...about, personId: one.personId, dossierId: one.dossierId });
    await createAppointment(app, there.users.volunteer.actor, { ...about, personId: two.personId, dossierId: two.dossierId });
    expect((await ledger(one)).map((row) => [row.step, row.audience])).toEqual([['appointment.2-days', 'coordinator']]);
    expect((await remindersOfDossier(app, there.users.volunteer.actor, { dossierId: two.dossierId })).length).toBe(5);
  });

  const only = (...steps: PolicyStep[]) => steps;
  it.each([
    ['appeal', asSteps('appeal').filter(({ lead }) => lead.at !== 'days-before' || lead.days > 1), 'steps', /trois derniers jours/],
    ['week', asSteps('week').filter(({ channel }) => channel !== 'task'), 'steps', /ne peuvent pas être retirés/],
    ['hours', asSteps('hours').slice(1), 'steps', /ne peuvent pas être retirés/],
    ['task', only({ lead: { at: 'once' }, audience: 'person', channel: 'task' }), 'steps[0]', /pour un bénévole/],
    ['task', only({ lead: { at: 'once' }, audience: 'lawyer', channel: 'email' }), 'steps[0]', /par un appel/],
    ['appointment', only({ lead: { at: 'once' }, audience: 'person', channel: 'sms' }), 'steps[0]', /SMS ne sont pas activés/],
    ['appointment', only({ lead: { at: 'half-way' }, audience: 'person', channel: 'email' }), 'steps[0]', /n’existe pas/],
    ['missed', only({ lead: { at: 'days-before', days: 1 }, audience: 'person', channel: 'email' }), 'steps[0]', /n’existe pas/],
    ['task', [...asSteps('task'), ...asSteps('task')], 'steps[1]', /déjà dans la liste/],
  ] as const)('%s: refuses what would leave someone unwarned or write where it may not', async (name, steps, field, message) => {
    const refused = savePolicy(app, coordinator(), { name, version: 0, steps: [...steps] });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', problems: [{ field, message: expect.stringMatching(message) }] });
    expect((await listPolicies(app, coordinator(), {})).every((policy) => policy.isDefault)).toBe(true);
  });

  it('refuses a change made on a policy that changed meanwhile, and every volunteer', async () => {
    const change = { name: 'task', version: 0, steps: asSteps('task') } as const;
    await savePolicy(app, coordinator(), { ...change });
    await expect(savePolicy(app, coordinator(), { ...change })).rejects.toMatchObject({ code: 'version-conflict' });
    await expect(resetPolicy(app, coordinator(), { name: 'task', version: 7 })).rejects.toMatchObject({ code: 'version-conflict' });
    await expect(savePolicy(app, volunteer(), { ...change })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listPolicies(app, volunteer(), {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('after a miss: a call the same day, a message the next, and neither when the miss was not one', async () => {
    const one = await aRemindedPerson(app, volunteer());
    const about = {
      personId: one.personId,
      dossierId: one.dossierId,
      kind: 'permanence',
      startsAt: '2026-11-21T09:00:00Z',
      place: 'Ici',
    } as const;
    const { id, version } = await createAppointment(app, volunteer(), about);
    await settleAppointment(app, volunteer(), { id, version, status: 'missed' });
    const rows = await ledger(one);
    expect(rows.filter((row) => row.state === 'planned').map((row) => [row.step, row.channel, row.dueAt])).toEqual([
      ['missed.call-now', 'task', START],
      ['missed.next-day', 'email', '2026-11-22T08:00:00.000Z'],
    ]);
    await sendReminder(app, { associationId: here.id, reminderId: rows.find((row) => row.step === 'missed.call-now')!.id });
    expect(await db.asSuperuser('select title from task where person_id = $1', [one.personId])).toEqual([
      { title: 'Appeler la personne, qui n’est pas venue : rendez-vous le 21/11/2026 à 10 h 00' },
    ]);
    clock.set('2026-11-22T08:00:00Z');
    await planSource(app, { associationId: here.id, sourceKind: 'appointment', sourceId: id });
    const next = rows.find((row) => row.step === 'missed.next-day')!;
    expect(await sendReminder(app, { associationId: here.id, reminderId: next.id })).toBe('handed_over');
    await db.asSuperuser("update appointment set status = 'kept' where id = $1", [id]);
    await db.asSuperuser("update reminder set state = 'planned' where id = $1", [next.id]);
    expect(await sendReminder(app, { associationId: here.id, reminderId: next.id })).toBe('cancelled');
  });

  it('announces a commitment of the integration contract by its own policy', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await aPlannedDeadline(app, db, volunteer(), one, DATES, 'CIR-FORMATION');
    expect((await ledger(one)).map((row) => [row.step, row.audience])).toEqual([
      ['commitment.7-days', 'volunteer'],
      ['commitment.7-days', 'person'],
      ['commitment.1-day', 'person'],
    ]);
  });
});
