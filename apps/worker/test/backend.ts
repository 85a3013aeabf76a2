import type { TestDatabase } from '@permanence/testing';
import { newId } from '@permanence/testing';
import { Redis } from 'ioredis';
import type { Config } from '../src/config.ts';

/** The room's specs run twice, on each backend (`QUEUE_BACKEND`, `REDIS_URL`); alone, on PostgreSQL. */
export const ON_REDIS = process.env['QUEUE_BACKEND'] === 'redis';
if (ON_REDIS && !process.env['REDIS_URL']) throw new Error('QUEUE_BACKEND=redis needs REDIS_URL');

export interface TestQueue {
  config: Config['queue'];
  /** Everything the queue holds, as text: to look for what should not be there. */
  dump(): Promise<string>;
  /** As an administrator who flushes Redis or empties the schema. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

export async function testQueue(db: TestDatabase, onRedis = ON_REDIS): Promise<TestQueue> {
  if (!onRedis) {
    const tables = async (): Promise<string[]> =>
      (
        await db.asSuperuser<{ name: string }>(
          "select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%' and tablename not like '%schema%'",
        )
      ).map((row) => row.name);
    return {
      config: { databaseUrl: db.queueUrl },
      dump: async () => {
        const rows = await Promise.all((await tables()).map((t) => db.asSuperuser(`select t::text from bullmq.${t} t`)));
        return JSON.stringify(rows);
      },
      wipe: async () => {
        for (const t of await tables()) await db.asSuperuser(`delete from bullmq.${t}`);
      },
      close: async () => undefined,
    };
  }
  const redis = new Redis(process.env['REDIS_URL']!);
  const prefix = `spec-${newId()}`;
  const keys = (): Promise<string[]> => redis.keys(`${prefix}:*`);
  const wipe = async (): Promise<void> => {
    const found = await keys();
    if (found.length) await redis.del(...found);
  };
  const read = async (key: string): Promise<unknown> => {
    switch (await redis.type(key)) {
      case 'hash':
        return redis.hgetall(key);
      case 'list':
        return redis.lrange(key, 0, -1);
      case 'zset':
        return redis.zrange(key, 0, '-1');
      case 'set':
        return redis.smembers(key);
      case 'stream':
        return redis.xrange(key, '-', '+');
      default:
        return redis.get(key);
    }
  };
  return {
    config: { redisUrl: process.env['REDIS_URL']!, prefix },
    dump: async () => JSON.stringify(await Promise.all((await keys()).map(async (key) => [key, await read(key)]))),
    wipe,
    close: async () => {
      await wipe();
      redis.disconnect();
    },
  };
}

/** Waits until `look` answers something true. @throws after `ms` */
export async function until<T>(look: () => Promise<T>, ms = 20_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`nothing after ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
