import { JOB_NAMES, JOBS, type JobName, type JobPayload } from '@permanence/contracts';

export type Handler<N extends JobName = JobName> = (payload: JobPayload<N>) => Promise<unknown>;
export interface Registration {
  name: JobName;
  handle: (payload: never) => Promise<unknown>;
}
export const handler = <N extends JobName>(name: N, handle: Handler<N>): Registration => ({ name, handle });

/**
 * Each job of the contracts has exactly one handler.
 * @throws Error that names the jobs with none or two: the worker does not start
 */
export function handlersByName(registrations: readonly Registration[]): ReadonlyMap<string, (payload: unknown) => Promise<unknown>> {
  const count = (name: JobName): number => registrations.filter((r) => r.name === name).length;
  const wrong = JOB_NAMES.filter((name) => count(name) !== 1).map((name) => `${name} (${count(name)})`);
  if (wrong.length) throw new Error(`jobs without exactly one handler: ${wrong.join(', ')}`);
  return new Map(
    registrations.map(({ name, handle }) => [
      name,
      // Parsed here, once: a payload that is not as declared never reaches a use case.
      async (payload: unknown) => handle(JOBS[name].payload.parse(payload) as never),
    ]),
  );
}
