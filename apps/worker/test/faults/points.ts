/** Where a worker is killed. Each lies between two steps of which one is already told to somebody else. */
export const POINTS = [
  'before-lease',
  'after-lease',
  'before-connecting',
  'before-the-first-byte',
  'after-250-before-commit',
  'after-commit-before-ack',
  'in-the-sweep-before-alarms',
  'in-the-sweep-after-alarms',
  'in-the-relay-after-claim',
  'in-the-relay-before-close',
] as const;
export type Point = (typeof POINTS)[number];

export const isPoint = (text: string): text is Point => (POINTS as readonly string[]).includes(text);

/** kill -9 of this very process: nothing is finished, nobody is told. */
export type Reached = (point: Point) => Promise<void>;
export function killAt(wanted: { point: Point; times: number } | null): Reached {
  let times = 0;
  return async (point) => {
    if (point !== wanted?.point) return;
    times += 1;
    if (times < wanted.times) return;
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
}
