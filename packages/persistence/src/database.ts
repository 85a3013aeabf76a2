import type { Actor } from '@permanence/contracts';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from './generated/client.ts';
import { makeRepositories, type Repositories } from './repositories/index.ts';
import { asActor, TenantPool } from './support/tenant-pool.ts';

export type { Repositories } from './repositories/index.ts';
export type Tx = Prisma.TransactionClient;

/** The only way in: every read and write goes through an actor, whose association and need-to-know hold in the service and in the database. */
export interface Database {
  /** Reads outside a transaction. */
  read<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** All of `work` commits, or none of it. No network call inside. */
  transaction<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** For what has no actor: sign-in, sessions, the relay. Row policies then hide every table of an association. */
  readonly pool: TenantPool;
  close(): Promise<void>;
}

/**
 * @param url of the application's login role, never the owner's
 * @param max connections at most
 */
export function openDatabase(url: string, max = 10): Database {
  const pool = new TenantPool({ connectionString: url, max });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  return {
    pool,
    read: (actor, work) => asActor(actor, () => work(makeRepositories(prisma, actor))),
    transaction: (actor, work) =>
      asActor(actor, () => prisma.$transaction((tx) => work(makeRepositories(tx, actor)), { timeout: 20_000, maxWait: 10_000 })),
    close: () => prisma.$disconnect(),
  };
}
