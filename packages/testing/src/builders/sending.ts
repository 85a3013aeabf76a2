import { smtpMailer, type SendContext } from '@permanence/application';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { mailSink, type MailSink } from '../mail/mail-sink.ts';
import { movingClock, type MovingClock } from './clock.ts';
import { appContext } from './world.ts';

export interface SendingApp {
  db: TestDatabase;
  /** A real mail server, and what it accepted. */
  sink: MailSink;
  clock: MovingClock;
  app: SendContext;
  close(): Promise<void>;
}

/** Use cases that send: a database of their own, a mail server, a clock that stands at `startsAt` (an instant). */
export async function aSendingApp(startsAt: string): Promise<SendingApp> {
  const db = await testDatabase();
  const sink = await mailSink();
  const clock = movingClock(startsAt);
  const app: SendContext = {
    ...appContext(db.database),
    clock,
    mailer: smtpMailer(sink.url, 1_500),
    mailFrom: 'Rappels <rappels@expediteur.invalid>',
    publicUrl: 'https://permanence.invalid',
  };
  return {
    db,
    sink,
    clock,
    app,
    close: async () => {
      await app.mailer.close();
      await sink.close();
      await db.drop();
    },
  };
}
