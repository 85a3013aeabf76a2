import type { Mailer } from '@permanence/application';
import type { Database, Repositories } from '@permanence/persistence';
import type { Point, Reached } from './points.ts';

const bound = <T extends object>(target: T, replaced: (key: string) => unknown): T =>
  new Proxy(target, {
    get: (_, key) => {
      const other = typeof key === 'string' ? replaced(key) : undefined;
      if (other !== undefined) return other;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/** The steps of the sending that ended in a transaction: they are committed only when it is. */
const COMMITTED: Record<string, Point> = { take: 'after-lease', handedOver: 'after-commit-before-ack' };
const BEFORE_QUERY: Record<string, Point> = { heartbeat: 'in-the-sweep-after-alarms', 'outbox-close': 'in-the-relay-before-close' };
const AFTER_QUERY: Record<string, Point> = { 'due-reminders': 'in-the-sweep-before-alarms', 'outbox-claim': 'in-the-relay-after-claim' };

/** The same database, which says when one of its named points is reached. */
export function watchedDatabase(database: Database, reached: Reached): Database {
  const watched = (repositories: Repositories, steps: string[]): Repositories =>
    bound(repositories, (key) => {
      if (key !== 'sending') return undefined;
      const { sending } = repositories;
      return bound(sending, (step) => {
        if (step === 'take')
          return async (...given: Parameters<typeof sending.take>) => {
            await reached('before-lease');
            const row = await sending.take(...given);
            if (row) steps.push(step);
            return row;
          };
        if (step === 'handedOver')
          return async (...given: Parameters<typeof sending.handedOver>) => {
            steps.push(step);
            return sending.handedOver(...given);
          };
        return undefined;
      });
    });
  const pool = bound(database.pool, (key) =>
    key === 'query'
      ? async (query: string | { name?: string }, ...values: unknown[]) => {
          const name = typeof query === 'string' ? '' : (query.name ?? '');
          if (BEFORE_QUERY[name]) await reached(BEFORE_QUERY[name]);
          // pg’s query has nine signatures; all are passed on as they came.
          const result = await (database.pool.query(query as never, ...(values as [])) as unknown as Promise<{ rows: unknown[] }>);
          if (AFTER_QUERY[name] && result.rows.length) await reached(AFTER_QUERY[name]);
          return result;
        }
      : undefined,
  );
  return {
    ...database,
    pool,
    transaction: async (actor, work) => {
      const steps: string[] = [];
      const result = await database.transaction(actor, (repositories) => work(watched(repositories, steps)));
      for (const step of steps) await reached(COMMITTED[step]!);
      return result;
    },
  };
}

/** The same mail server, likewise. */
export const watchedMailer = (mailer: Mailer, reached: Reached): Mailer => ({
  send: async (mail, beforeHandingOver) => {
    await reached('before-connecting');
    const answer = await mailer.send(mail, async () => {
      await beforeHandingOver();
      await reached('before-the-first-byte');
    });
    await reached('after-250-before-commit');
    return answer;
  },
  close: () => mailer.close(),
});
