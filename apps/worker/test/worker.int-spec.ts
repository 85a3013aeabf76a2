import { addDocument, childReader, createPerson, smtpMailer } from '@permanence/application';
import { JOBS } from '@permanence/contracts';
import {
  aPaper,
  aPlannedDeadline,
  aRemindedPerson,
  anAssociation,
  appContext,
  mailSink,
  movingClock,
  newId,
  testDatabase,
  type MailSink,
  type MovingClock,
  type TestAssociation,
  type TestDatabase,
} from '@permanence/testing';
import { claimOutbox } from '@permanence/persistence';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { backendOf } from '../src/queues/backend.ts';
import { producer as makeProducer } from '../src/queues/producer.ts';
import { jobIdOf, relayOnce } from '../src/relay/outbox-relay.ts';
import type { WorkerContext } from '../src/processors/handlers.ts';
import { runWorker, type RunningWorker } from '../src/run-worker.ts';
import { RULES_VERSION } from '@permanence/rules';
import { ON_REDIS, testQueue, until, type TestQueue } from './backend.ts';

const START = '2026-11-21T09:30:00.000Z';
const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };
const PACE = { relayMs: 100, scheduleMs: 500, lockMs: 4_000 };

describe(`the worker, with its queues on ${ON_REDIS ? 'Redis' : 'PostgreSQL'}`, () => {
  let db: TestDatabase;
  let sink: MailSink;
  let queue: TestQueue;
  let clock: MovingClock;
  let here: TestAssociation;
  let app: WorkerContext;
  let running: RunningWorker[] = [];
  let logged = '';
  const log = pino({ level: 'debug' }, new Writable({ write: (chunk, _, done) => ((logged += String(chunk)), done()) }));
  const volunteer = () => here.users.volunteer.actor;
  const start = async (): Promise<RunningWorker> => {
    const worker = await runWorker(app, backendOf(queue.config), log, PACE);
    running.push(worker);
    return worker;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((worker) => worker.close()));
    running = [];
  };
  /** The day-0 notices of a new person's new deadline: one to the person, one to the volunteer. */
  const someoneToRemind = async (familyName?: string) => {
    const one = await aRemindedPerson(app, volunteer(), familyName ? { familyName } : {});
    return { one, source: await aPlannedDeadline(app, db, volunteer(), one, DATES) };
  };
  const states = (sourceId: string) =>
    db.asSuperuser<{ state: string; n: string }>(
      "select state::text, count(*) as n from reminder where source_id = $1 and step = 'appeal.day-0' group by 1",
      [sourceId],
    );
  const allSent = (sourceId: string) => until(async () => (await states(sourceId)).every((row) => row.state === 'handed_over'));

  beforeAll(async () => {
    db = await testDatabase();
    sink = await mailSink();
    queue = await testQueue(db);
    clock = movingClock(START);
    const plain = appContext(db.database);
    here = await anAssociation(plain, 'Rive Gauche');
    app = {
      ...plain,
      reader: childReader(),
      clock,
      mailer: smtpMailer(sink.url, 3_000),
      mailFrom: 'r@expediteur.invalid',
      publicUrl: 'https://permanence.invalid',
    };
  });
  beforeEach(() => {
    sink.received.length = 0;
    logged = '';
  });
  afterEach(stop);
  afterAll(async () => {
    await app.mailer.close();
    await queue.close();
    await sink.close();
    await db.drop();
  });

  it('sends what is due when it starts, and says that its sweep ran', async () => {
    const { source } = await someoneToRemind();
    await start();
    await allSent(source.id);
    expect(sink.received).toHaveLength(2);
    expect(await db.asSuperuser("select name, beat_at from heartbeat where name like 'sweep%'")).toEqual([
      { name: 'sweep.due', beat_at: new Date(START) },
    ]);
  });

  it('goes through every limit once when the rules are new to this database, without waiting for the night', async () => {
    await db.asSuperuser("delete from heartbeat where name like 'deadlines%'");
    await start();
    const beats = () => db.asSuperuser('select beat_at from heartbeat where name = $1', [`deadlines.recompute ${RULES_VERSION}`]);
    await until(async () => (await beats()).length === 1);
  });

  it('sends once with two workers, and with the same alarm set many times', async () => {
    const sources = await Promise.all([someoneToRemind(), someoneToRemind(), someoneToRemind()]);
    const [first] = await Promise.all([start(), start()]);
    for (let i = 0; i < 5; i += 1) await first!.producer.add('sweep.due', `again-${newId()}`, {});
    for (const { source } of sources) await allSent(source.id);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(new Set(sink.received.map((mail) => mail.parsed.messageId)).size).toBe(6);
    expect(sink.received).toHaveLength(6);
  });

  it('plans from a message of the outbox, and closes it once the work is done', async () => {
    const { source } = await someoneToRemind();
    await db.asSuperuser('delete from reminder where source_id = $1', [source.id]);
    const id = newId();
    await db.database.transaction(volunteer(), ({ outbox }) =>
      outbox.enqueue(id, 'reminders.plan', { associationId: here.id, sourceKind: 'deadline', sourceId: source.id }),
    );
    await start();
    await until(async () => (await db.asSuperuser('select 1 from outbox where id = $1 and sent_at is not null', [id])).length > 0);
    expect((await states(source.id)).reduce((n, row) => n + Number(row.n), 0)).toBe(2);
  });

  it('loses no message when the relay dies between the claim and the queue, nor when the queue is wiped with the message in it', async () => {
    const { source } = await someoneToRemind();
    await db.asSuperuser('delete from reminder where source_id = $1', [source.id]);
    const id = newId();
    await db.database.transaction(volunteer(), ({ outbox }) =>
      outbox.enqueue(id, 'reminders.plan', { associationId: here.id, sourceKind: 'deadline', sourceId: source.id }),
    );
    // Claimed, and then nothing: the process is gone.
    expect((await claimOutbox(db.database, 50, 120)).map((message) => message.id)).toEqual([id]);
    const alone = makeProducer(backendOf(queue.config), () => undefined);
    expect(await relayOnce(db.database, alone)).toBe(0);
    await db.asSuperuser("update outbox set lease_until = now() - interval '1 second' where id = $1", [id]);
    // Added, no worker there to take it, and the queue is wiped.
    expect(await relayOnce(db.database, alone)).toBe(1);
    expect(await queue.dump()).toContain(jobIdOf(id));
    await queue.wipe();
    expect(await queue.dump()).not.toContain(jobIdOf(id));
    await alone.close();
    await db.asSuperuser("update outbox set lease_until = now() - interval '1 second' where id = $1", [id]);
    const worker = await start();
    await until(async () => (await db.asSuperuser('select 1 from outbox where id = $1 and sent_at is not null', [id])).length > 0);
    await worker.producer.add('sweep.due', newId(), {});
    await allSent(source.id);
  });

  it('refuses a message no job is declared for, and keeps the reason', async () => {
    const id = newId();
    await db.asSuperuser('insert into outbox (id, association_id, name, payload) values ($1, $2, $3, $4)', [
      id,
      here.id,
      'nothing.such',
      '{}',
    ]);
    const alone = makeProducer(backendOf(queue.config), () => undefined);
    await relayOnce(db.database, alone);
    await alone.close();
    expect(await db.asSuperuser('select sent_at, last_error from outbox where id = $1', [id])).toEqual([
      { sent_at: null, last_error: 'unknown-job' },
    ]);
    await db.asSuperuser('delete from outbox where id = $1', [id]);
  });

  it('fills a wiped queue again from the ledger, its schedule too', async () => {
    const { source } = await someoneToRemind();
    // Alarms of a queue nobody serves yet.
    const alone = makeProducer(backendOf(queue.config), () => undefined);
    await alone.schedule();
    await alone.add('reminders.send', newId(), { associationId: here.id, reminderId: newId() });
    await queue.wipe();
    await alone.close();
    await start();
    await allSent(source.id);
    expect(sink.received).toHaveLength(2);
    await until(async () => (await queue.dump()).includes('sweep.due'));
    await queue.wipe();
    await until(async () => (await queue.dump()).includes('sweep.due'));
  });

  it('stops gracefully: a message that is on its way is finished first', async () => {
    const { source } = await someoneToRemind();
    let onItsWay = (): void => undefined;
    const seen = new Promise<void>((resolve) => (onItsWay = resolve));
    const slow: WorkerContext = {
      ...app,
      mailer: {
        ...app.mailer,
        send: async (mail, before) => {
          onItsWay();
          await new Promise((resolve) => setTimeout(resolve, 700));
          return app.mailer.send(mail, before);
        },
      },
    };
    const worker = await runWorker(slow, backendOf(queue.config), log, PACE);
    running.push(worker);
    await seen;
    await worker.close();
    const after = await states(source.id);
    expect(after.map((row) => row.state)).not.toContain('taken');
    expect(sink.received.length).toBe(after.filter((row) => row.state === 'handed_over').reduce((n, row) => n + Number(row.n), 0));
    expect(sink.received.length).toBeGreaterThan(0);
    await start();
    await allSent(source.id);
    expect(sink.received).toHaveLength(2);
  });

  it('reads a paper that came in without a day, and tells neither queue nor log what stands on it', async () => {
    const plain = appContext(db.database, START);
    app = { ...app, files: plain.files };
    const person = await createPerson(app, volunteer(), { givenName: 'Essai', familyName: 'Lue', languages: [], notADuplicate: true });
    const { pdf, answer } = aPaper('edfBill', 40);
    const { id } = await addDocument(plain, volunteer(), {
      personId: person.id,
      document: { docType: 'other' },
      file: { bytes: pdf, originalName: 'CanariNom.pdf', declaredType: 'application/pdf' },
    });
    const worker = await start();
    await until(
      async () => (await db.asSuperuser("select 1 from paper_reading where document_id = $1 and state = 'done'", [id])).length > 0,
    );
    const days = await db.asSuperuser("select value from paper_suggestion where kind = 'date' order by score desc limit 1");
    expect(days).toEqual([{ value: answer.drawnUpOn }]);
    expect(await db.asSuperuser('select drawn_up_on, doc_type, version from document where id = $1', [id])).toEqual([
      { drawn_up_on: null, doc_type: 'other', version: 1 },
    ]);
    // The alarm of a reading that has ended does nothing.
    const [{ id: readingId }] = (await db.asSuperuser<{ id: string }>('select id from paper_reading where document_id = $1', [id])) as [
      { id: string },
    ];
    await worker.producer.add('papers.read', newId(), { associationId: here.id, readingId });
    const dump = await queue.dump();
    await until(async () => logged.includes('papers.read'));
    for (const secret of ['CanariNom', answer.drawnUpOn!, 'edf', 'Montant']) {
      expect(dump).not.toContain(secret);
      expect(logged).not.toContain(secret);
    }
  });

  it('puts nothing personal into the queue or the log, also when things fail', async () => {
    const { one, source } = await someoneToRemind('Canari');
    sink.mood('refuse-recipient');
    await start();
    await until(async () => (await states(source.id)).every((row) => row.state === 'failed'));
    await running[0]!.producer.add('reminders.plan', newId(), { associationId: here.id, nonsense: 'Canari' }).catch(() => undefined);
    const dump = await queue.dump();
    sink.mood('accept');
    await until(async () => logged.includes('reminders.send'));
    for (const secret of ['Samira', one.contact!.value, here.users.volunteer.email, one.reference]) {
      expect(dump).not.toContain(secret);
      expect(logged).not.toContain(secret);
    }
    expect(logged).not.toContain('Canari');
    for (const { payload } of Object.values(JOBS)) expect(Object.keys(payload.shape).filter((key) => !/Id$|Kind$/.test(key))).toEqual([]);
  });
});
