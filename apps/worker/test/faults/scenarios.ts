import { once } from 'node:events';
import { askToPlan, manyDeadlines } from '../many.ts';
import { account, type Account } from './account.ts';
import { POINTS, type Point } from './points.ts';
import type { Rig } from './rig.ts';
import { endedOf, noted, settled, timePasses } from './settle.ts';

/** One thing that goes wrong while notices leave. */
export interface Scenario {
  name: string;
  /** Its part of all the notices. */
  weight: number;
  /** ISO instant at which it starts; else a morning of its own. */
  at?: string;
  /** Leaves sooner than this would be in the night. */
  notBefore?: string;
  /** A doubt may remain: a process died, or a line broke, while the answer of the mail server was awaited. */
  mayDoubt: boolean;
  run(trouble: Trouble): Promise<void>;
}
export interface Trouble {
  rig: Rig;
  deadlines: readonly string[];
  notices: number;
  /** Waits until this share of the notices came to an end. */
  share: (part: number, minutes?: number) => Promise<void>;
  /** From here on nothing hinders the sending. */
  healed: () => void;
  pause: (ms: number) => Promise<void>;
}
/** One of two: to the person and to the volunteer. */
export const NOTICES_EACH = 2;
/** A Tuesday: on a Monday the week's digests would be the first to meet a kill, and they are not among the notices counted. */
const START = Date.parse('2027-01-12T08:30:00.000Z');
const DAY = 86_400_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a worker that dies at a point, and waits until it has. */
async function killed(rig: Rig, point: Point, times = 1): Promise<void> {
  const child = await rig.start({ point, times });
  const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve([]) : once(child, 'exit');
  let dead = false;
  void gone.then(() => (dead = true));
  for (let tries = 0; !dead && tries < 60; tries += 1) {
    await Promise.race([gone, pause(1_000)]);
    if (!dead) await timePasses(rig, 6);
  }
  if (!dead) throw new Error(`${point}: never reached`);
  if (child.signalCode !== 'SIGKILL') throw new Error(`${point}: the worker ended by itself (${child.exitCode})`);
}
const killing = (point: Point): Scenario => ({
  name: `kill -9 ${point.replaceAll('-', ' ')}`,
  weight: 1,
  mayDoubt: true,
  run: async ({ rig, share, notices, healed }) => {
    const kills = Math.max(1, Math.min(4, Math.floor(notices / 30)));
    for (let i = 0; i < kills; i += 1) await killed(rig, point, point.startsWith('in-') ? 1 : 1 + i);
    healed();
    await rig.start();
    await share(1);
  },
});
const twice = (what: (trouble: Trouble) => void, undo: (trouble: Trouble) => void, ms: number): Scenario['run'] => {
  return async (trouble) => {
    await trouble.rig.start();
    for (const part of [0.2, 0.5]) {
      await trouble.share(part);
      what(trouble);
      await trouble.pause(ms);
      undo(trouble);
    }
    trouble.healed();
    await trouble.share(1);
  };
};
const cut = (which: 'database' | 'queue' | 'mail'): Scenario['run'] =>
  twice(
    ({ rig }) => rig.line[which].cut(),
    ({ rig }) => rig.line[which].heal(),
    2_500,
  );
const slow =
  (which: 'database' | 'queue' | 'mail', ms: number): Scenario['run'] =>
  async ({ rig, share, healed }) => {
    rig.line[which].slow(ms);
    await rig.start();
    await share(0.3);
    rig.line[which].heal();
    healed();
    await share(1);
  };
const jump =
  (ms: number): Scenario['run'] =>
  async ({ rig, share, healed }) => {
    await rig.start();
    await share(0.3);
    rig.setClock(new Date(Date.parse(rig.now()) + ms).toISOString());
    healed();
    await share(1, 15);
  };
const throughTheNight: Scenario['run'] = async ({ rig, share, healed }) => {
  await rig.start();
  healed();
  await share(1, 30);
};
const BAD_WEATHER = {
  slow: 0.05,
  later: 0.08,
  laterAfterData: 0.04,
  refused: 0.03,
  cutBeforeData: 0.05,
  cutAfterData: 0.03,
  cutAfterAccepted: 0.03,
};

export const EACH_POINT: Scenario = {
  name: 'kill -9 at each named point, one after the other',
  weight: 1,
  mayDoubt: true,
  run: async ({ rig, share, healed }) => {
    const inOrder = [...POINTS].sort((a, b) => Number(b.startsWith('in-')) - Number(a.startsWith('in-')));
    for (const point of inOrder) await killed(rig, point);
    healed();
    await rig.start();
    await share(1);
  },
};
export const SCENARIOS: readonly Scenario[] = [
  EACH_POINT,
  ...POINTS.map(killing),
  { name: 'database cut', weight: 1, mayDoubt: true, run: cut('database') },
  { name: 'database slow', weight: 0.5, mayDoubt: false, run: slow('database', 10) },
  { name: 'queue cut', weight: 1, mayDoubt: false, run: cut('queue') },
  { name: 'queue slow', weight: 0.5, mayDoubt: false, run: slow('queue', 10) },
  { name: 'mail server cut', weight: 1, mayDoubt: true, run: cut('mail') },
  { name: 'mail server slow', weight: 1, mayDoubt: false, run: slow('mail', 20) },
  {
    name: 'queue wiped three times',
    weight: 1,
    mayDoubt: false,
    run: async ({ rig, share, healed }) => {
      await rig.start();
      for (const part of [0.1, 0.4, 0.7]) {
        await share(part);
        await rig.queue.wipe();
      }
      healed();
      await share(1);
    },
  },
  {
    name: 'mail server in a bad mood',
    weight: 3,
    mayDoubt: true,
    run: async ({ rig, share, healed }) => {
      await rig.weather(BAD_WEATHER);
      await rig.start();
      await rig.start();
      await share(0.7);
      await rig.weather({});
      healed();
      await share(1);
    },
  },
  {
    name: 'two workers, one killed again and again, the mail server in a bad mood',
    weight: 6,
    mayDoubt: true,
    run: async ({ rig, share, healed }) => {
      await rig.weather(BAD_WEATHER);
      await rig.start();
      for (const [i, point] of POINTS.entries()) {
        const child = await rig.start({ point, times: 1 + (i % 3) });
        await share(Math.min(0.9, (i + 1) / 12));
        child.kill('SIGKILL');
      }
      await rig.weather({});
      healed();
      await share(1);
    },
  },
  { name: 'clock one day on', weight: 1, mayDoubt: true, run: jump(DAY) },
  { name: 'clock two hours back', weight: 1, mayDoubt: true, run: jump(-2 * 3_600_000) },
  {
    name: 'clocks go forward, 28 March 2027',
    weight: 1,
    at: '2027-03-28T00:30:00.000Z',
    notBefore: '2027-03-28T06:00:00.000Z',
    mayDoubt: false,
    run: throughTheNight,
  },
  {
    name: 'clocks go back, 31 October 2027',
    weight: 1,
    at: '2027-10-31T00:30:00.000Z',
    notBefore: '2027-10-31T07:00:00.000Z',
    mayDoubt: false,
    run: throughTheNight,
  },
];

export interface Told {
  account: Account;
  faults: string[];
}
/** @param index which morning is its own */
export async function played(rig: Rig, scenario: Scenario, notices: number, index: number): Promise<Told> {
  const start = scenario.at ?? new Date(START + index * DAY).toISOString();
  rig.setClock(start);
  const day = (n: number): string => new Date(Date.parse(start) + n * DAY).toISOString().slice(0, 10);
  const count = Math.max(1, Math.round(notices / NOTICES_EACH));
  const expected = count * NOTICES_EACH;
  const deadlines = await manyDeadlines(rig.db, rig.here, rig.pattern, { prudentOn: day(30), lastDayOn: day(33) }, count);
  await askToPlan(rig.db, rig.here, deadlines);
  const before = { seen: rig.received().length, ...rig.ended };
  const faults: string[] = [];
  let healedAt = start;
  const keepAlive = async (): Promise<void> => {
    if (rig.running() === 0) await rig.start();
  };
  await scenario.run({
    rig,
    deadlines,
    notices: expected,
    pause,
    healed: () => {
      healedAt = rig.now();
    },
    share: async (part, minutes = 6) => {
      const until = Math.ceil(part * expected);
      if (!(await settled(rig, deadlines, until, { minutes, keepAlive })))
        faults.push(`${endedOf(await noted(rig, deadlines))} of ${until} notices came to an end`);
    },
  });
  await rig.stop();
  await rig.weather({});
  const rows = await noted(rig, deadlines);
  const found = account(expected, rows, rig.received().slice(before.seen), healedAt);
  const early = rows.filter(({ leftAt }) => scenario.notBefore && leftAt && leftAt < scenario.notBefore).length;
  if (early) faults.push(`${early} left in the night`);
  if (found.lost) faults.push(`${found.lost} lost`);
  if (found.doubled) faults.push(`${found.doubled} doubled`);
  if (found.late) faults.push(`${found.late} late`);
  if (found.inDoubt && !scenario.mayDoubt) faults.push(`${found.inDoubt} in doubt without a cause`);
  const crashed = rig.ended.crashed - before.crashed;
  if (crashed) faults.push(`the worker ended by itself ${crashed} times`);
  // The later notices of these dates are not looked at.
  await rig.db.asSuperuser("update reminder set state = 'cancelled', reason = 'source-done', cancelled_at = now() where state = 'planned'");
  await rig.db.asSuperuser('delete from outbox where sent_at is null');
  await rig.queue.wipe();
  return { account: found, faults };
}
