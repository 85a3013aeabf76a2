import { planDeadlines, sendReminder } from '@permanence/application';
import { dueReminders } from '@permanence/persistence';
import { appContext, movingClock, type TestDatabase } from '@permanence/testing';
import { createTransport } from 'nodemailer';
import { aRig, type Which } from '../faults/rig.ts';
import { manyDeadlines } from '../many.ts';

const NOW = '2027-01-11T08:30:00.000Z';
/** What is not counted: the worker starts, its first lines open. */
const WARM_UP = 0.1;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From the row of the ledger through the queue and the worker to the mail server, each a process of its own. */
export async function mailsPerSecond(
  db: TestDatabase,
  which: Which,
  mails: number,
  programs: { worker: string; mailServer: string },
  say: (line: string) => void,
): Promise<{ rate: number; raws: Buffer[]; url: string; close: () => Promise<void> }> {
  const rig = await aRig(db, which, programs, { direct: true });
  rig.setClock(NOW);
  const samples = 20;
  const count = Math.ceil((mails + samples) / 2);
  const deadlines = await manyDeadlines(db, rig.here, rig.pattern, { prudentOn: '2027-02-10', lastDayOn: '2027-02-12' }, count);
  const raws: Buffer[] = [];
  const app = {
    ...appContext(db.database),
    clock: movingClock(NOW),
    mailFrom: 'Rappels <rappels@expediteur.invalid>',
    publicUrl: 'https://permanence.invalid',
    mailer: {
      send: async (mail: { raw: Buffer }, before: () => Promise<void>) => {
        await before();
        raws.push(mail.raw);
        return '250';
      },
      close: async () => undefined,
    },
  };
  for (let i = 0; i < count; i += 200) await planDeadlines(app, { associationId: rig.here.id, deadlineIds: deadlines.slice(i, i + 200) });
  for (const { id, associationId } of await dueReminders(db.database, NOW, samples))
    await sendReminder(app, { associationId, reminderId: id });
  await db.asSuperuser('analyze');
  const total = count * 2 - samples;
  let [begun, from, seen] = [0, 0, 0];
  await rig.start();
  let movedAt = performance.now();
  while (seen < total) {
    const now = performance.now();
    const arrived = rig.received().length;
    if (arrived > seen) movedAt = now;
    else if (now - movedAt > 60_000) throw new Error(`${which}: ${arrived} of ${total} mails, and no more for a minute`);
    seen = arrived;
    if (!begun && seen >= total * WARM_UP) [begun, from] = [now, seen];
    await pause(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  say(`${which}: ${total} mails, ${total - from} of them in ${seconds.toFixed(1)} s`);
  await rig.stop();
  return { rate: (total - from) / seconds, raws, url: rig.smtpUrl, close: () => rig.close() };
}

/** The same messages by nodemailer's own pool, with as many lines as the worker has. */
export async function floor(url: string, raws: readonly Buffer[], mails: number): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: 5, maxMessages: Infinity } as never);
  const send = (i: number): Promise<unknown> =>
    transport.sendMail({ envelope: { from: 'rappels@expediteur.invalid', to: [`p-${i}@personne.invalid`] }, raw: raws[i % raws.length] });
  await Promise.all(Array.from({ length: 50 }, (_, i) => send(i)));
  const begun = performance.now();
  await Promise.all(Array.from({ length: mails }, (_, i) => send(i)));
  const rate = (mails / (performance.now() - begun)) * 1000;
  transport.close();
  return rate;
}
