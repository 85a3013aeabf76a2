import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '@permanence/contracts';
import { seesWholeAssociation } from '@permanence/contracts';
import pg from 'pg';

/** What the row policies read of the caller. */
interface RowContext {
  associationId: string;
  userId: string;
  scope: 'all' | 'own';
  restricted: 'on' | '';
  role: string;
}

const caller = new AsyncLocalStorage<RowContext>();

/** Everything awaited inside `work` reads and writes as this actor. Awaited here: a Prisma promise is lazy and would start outside. */
export const asActor = <T>(actor: Actor, work: () => Promise<T>): Promise<T> =>
  caller.run(
    {
      associationId: actor.associationId,
      userId: actor.userId ?? '',
      scope: seesWholeAssociation(actor) ? 'all' : 'own',
      restricted: actor.restrictedPapers ? 'on' : '',
      role: actor.role,
    },
    async () => await work(),
  );

const SET_CONTEXT =
  "select set_config('app.association_id', $1, false), set_config('app.user_id', $2, false), set_config('app.scope', $3, false), set_config('app.restricted', $4, false), set_config('app.role', $5, false)";
const values = (c: RowContext | undefined): string[] =>
  c ? [c.associationId, c.userId, c.scope, c.restricted, c.role] : ['', '', '', '', ''];

type Client = pg.PoolClient & { rowContext?: string };
type Done = (err: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool whose every checked-out connection carries the caller, or nobody: the policies then see null and return no row.
 * The context is set per checkout and only when it changed; a transaction keeps its connection and so its caller.
 * Not for a pooler in transaction mode, which would hand the same server session to another caller.
 */
export class TenantPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Done): void;
  override connect(callback?: Done): Promise<pg.PoolClient> | void {
    const want = values(caller.getStore());
    const key = want.join('|');
    const ready = super.connect().then(async (client: Client) => {
      if ((client.rowContext ?? '||||') === key) return client;
      try {
        delete client.rowContext;
        await client.query({ name: 'set-caller', text: SET_CONTEXT, values: want });
        client.rowContext = key;
        return client;
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
    });
    if (!callback) return ready;
    ready.then(
      (client) => callback(undefined, client, (error) => client.release(error as Error | boolean | undefined)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }
}
