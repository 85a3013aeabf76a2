import { createDossier, makeCalendarFeed, recordDecision, requestCancellation } from '@permanence/application';
import type { IsoDate } from '@permanence/rules';
import { COORDINATOR, NEED_TO_KNOW, PUBLIC, SIGNED_IN, type Rows } from './row.ts';
import type { World } from './world.ts';

const aDeadline = async (w: World) => {
  const volunteer = w.here.users.volunteer.actor;
  const { id: dossierId } = await createDossier(w.server.context, volunteer, { personId: (await w.aPerson()).id, stage: 'intake' });
  const { deadline } = await recordDecision(w.server.context, volunteer, {
    dossierId,
    decision: 'auto',
    decisionOn: '2026-11-10' as IsoDate,
    notifiedOn: '2026-11-16' as IsoDate,
    facts: { paper: 'permit-refusal', departement: '69' },
  });
  if (!deadline) throw new Error('no limit was computed');
  return deadline;
};
const aCancelRequest = async (w: World) => {
  const { id: deadlineId, version } = await aDeadline(w);
  return requestCancellation(w.server.context, w.here.users.volunteer.actor, { deadlineId, version, reason: 'Décision retirée.' });
};

/** What watches the limits, and what is done with them by hand. */
export const clocks: Rows = {
  'GET /api/calendar-feed': { expect: SIGNED_IN(200) },
  'POST /api/calendar-feed': { expect: SIGNED_IN(201) },
  'DELETE /api/calendar-feed': { expect: SIGNED_IN(204) },
  // Whoever holds the secret: there is no session to look at.
  'GET /api/calendar/:secret.ics': {
    expect: PUBLIC(200),
    send: async (w) => ({ params: { secret: (await makeCalendarFeed(w.server.context, w.here.users.volunteer.actor, {})).secret } }),
  },
  'GET /api/deadlines/:id/sheet': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDeadline(w)).id }) },
  'GET /api/watchers': { expect: SIGNED_IN(200) },
  'GET /api/dossiers/:id/watchers': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDeadline(w)).dossierId! }) },
  'POST /api/deadlines/:id/cancel-requests': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => {
      const { id, version } = await aDeadline(w);
      return { id, body: { version, reason: 'Décision retirée par la préfecture.' } };
    },
  },
  'POST /api/cancel-requests/search': { expect: SIGNED_IN(200), send: async () => ({ body: { filter: { state: 'pending' } } }) },
  'POST /api/cancel-requests/:id/decide': {
    expect: COORDINATOR(200, 404),
    send: async (w) => ({ id: (await aCancelRequest(w)).id, body: { version: 1, approve: true } }),
  },
};
