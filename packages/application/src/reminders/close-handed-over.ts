import { systemActor } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';

/** Three days after the server took a message, it will no longer come back: the row is closed. */
const BOUNCES_WITHIN_MS = 3 * 24 * 3_600_000;

export const closeHandedOver = (app: AppContext, associationId: string): Promise<number> => {
  const now = app.clock.now();
  return app.database.transaction(systemActor(associationId), ({ sending }) =>
    sending.closeHandedOver(new Date(Date.parse(now) - BOUNCES_WITHIN_MS).toISOString(), now),
  );
};
