import {
  assignMember,
  createAppointment,
  createDossier,
  createTask,
  markDeadlineDone,
  recordDecision,
  recordFiling,
  RISK_TEXT_VERSION,
  settleTask,
} from '@permanence/application';
import type { Appointment, Decision, Dossier, Filing, Task } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import { COORDINATOR, NEED_TO_KNOW, SIGNED_IN, type Rows } from './row.ts';
import type { World } from './world.ts';

const day = (text: string) => text as IsoDate;
const volunteer = (w: World) => w.here.users.volunteer.actor;
const aDossier = async (w: World): Promise<Dossier> =>
  createDossier(w.server.context, volunteer(w), { personId: (await w.aPerson()).id, stage: 'intake' });
const aRiskyDossier = async (w: World): Promise<Dossier> =>
  createDossier(w.server.context, volunteer(w), { personId: (await w.aPerson()).id, stage: 'access', basis: 'aes-l435-1' });
const ACKNOWLEDGED = {
  explainedOn: '2026-11-20',
  spokenLanguage: 'fr',
  interpreter: 'not-needed',
  decision: 'go-on',
  understood: true,
  lawyer: 'seen',
  textLanguage: 'fr',
  textVersion: RISK_TEXT_VERSION,
};
/** Held by nobody; the volunteer only helps. */
const aFreeDossier = async (w: World): Promise<Dossier> => {
  const coordinator = w.here.users.coordinator.actor;
  const { id } = await createDossier(w.server.context, coordinator, {
    personId: (await w.aPerson()).id,
    stage: 'intake',
    holderId: null,
  });
  return assignMember(w.server.context, coordinator, { id, userId: w.here.users.volunteer.id, kind: 'helper' });
};
const REFUSAL = {
  decision: 'auto',
  decisionOn: '2026-11-10',
  notifiedOn: '2026-11-16',
  facts: { paper: 'permit-refusal', departement: '69' },
};
const aDecision = async (w: World): Promise<Decision> =>
  recordDecision(w.server.context, volunteer(w), {
    dossierId: (await aDossier(w)).id,
    decision: 'auto',
    decisionOn: day('2026-11-10'),
    notifiedOn: day('2026-11-16'),
    facts: { paper: 'permit-refusal', departement: '69' },
  });
const aDeadline = async (w: World) => {
  const { deadline } = await aDecision(w);
  if (!deadline) throw new Error('no limit was computed');
  return deadline;
};
const FILING = { kind: 'first', title: 'cst', filedOn: '2026-11-12' } as const;
const aFiling = async (w: World): Promise<Filing> =>
  recordFiling(w.server.context, volunteer(w), { dossierId: (await aDossier(w)).id, ...FILING, filedOn: day(FILING.filedOn) });
const aTask = async (w: World): Promise<Task> =>
  createTask(w.server.context, volunteer(w), { dossierId: (await aDossier(w)).id, kind: 'other', title: 'Essai' });
const anAppointment = async (w: World): Promise<Appointment> =>
  createAppointment(w.server.context, volunteer(w), {
    personId: (await w.aPerson()).id,
    kind: 'prefecture',
    startsAt: '2026-12-01T10:00:00+01:00',
    place: 'Préfecture',
  });

export const procedures: Rows = {
  'POST /api/dossiers/search': { expect: SIGNED_IN(200), send: async () => ({ body: {} }) },
  'POST /api/dossiers': { expect: NEED_TO_KNOW(201), send: async (w) => ({ body: { personId: (await w.aPerson()).id } }) },
  'GET /api/persons/:id/dossiers': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await w.aPerson()).id }) },
  'GET /api/dossiers/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'PATCH /api/dossiers/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDossier(w)).id, body: { version: 1, stage: 'triage' } }),
  },
  'POST /api/dossiers/:id/close': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDossier(w)).id, body: { version: 1, reason: 'referred' } }),
  },
  // Open already: whoever may open it is told so.
  'POST /api/dossiers/:id/reopen': { expect: NEED_TO_KNOW(409), send: async (w) => ({ id: (await aDossier(w)).id, body: { version: 1 } }) },
  'GET /api/dossiers/:id/history': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'POST /api/dossiers/:id/members': {
    expect: COORDINATOR(200, 404),
    send: async (w) => ({ id: (await aDossier(w)).id, body: { userId: w.here.users['other-volunteer'].id, kind: 'helper' } }),
  },
  'DELETE /api/dossiers/:id/members/:userId': {
    expect: COORDINATOR(200, 404),
    send: async (w) => ({ id: (await aDossier(w)).id, params: { userId: w.here.users.volunteer.id } }),
  },
  'POST /api/dossiers/:id/take': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aFreeDossier(w)).id }) },
  // The coordinator sees it without being a member: there is nothing to leave.
  'POST /api/dossiers/:id/leave': { expect: [401, 204, 404, 409, 404, 404], send: async (w) => ({ id: (await aDossier(w)).id }) },
  'GET /api/dossiers/:id/notes': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'POST /api/dossiers/:id/notes': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({ id: (await aDossier(w)).id, body: { kind: 'phone', body: 'Appel.' } }),
  },
  'GET /api/dossiers/:id/checklist': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'GET /api/dossiers/:id/risk': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'POST /api/dossiers/:id/risk-acknowledgements': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({ id: (await aRiskyDossier(w)).id, body: ACKNOWLEDGED }),
  },
  'GET /api/dossiers/:id/filings': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'POST /api/dossiers/:id/filings': { expect: NEED_TO_KNOW(201), send: async (w) => ({ id: (await aDossier(w)).id, body: FILING }) },
  'PATCH /api/filings/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aFiling(w)).id, body: { version: 1, ...FILING, channel: 'anef' } }),
  },
  'GET /api/dossiers/:id/decisions': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'POST /api/dossiers/:id/decisions/preview': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDossier(w)).id, body: REFUSAL }),
  },
  'POST /api/dossiers/:id/decisions': { expect: NEED_TO_KNOW(201), send: async (w) => ({ id: (await aDossier(w)).id, body: REFUSAL }) },
  'PATCH /api/decisions/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDecision(w)).id, body: { version: 1, ...REFUSAL, notifiedOn: '2026-11-17' } }),
  },
  'POST /api/decisions/:id/remove': {
    expect: NEED_TO_KNOW(204),
    send: async (w) => ({ id: (await aDecision(w)).id, body: { version: 1 } }),
  },
  'POST /api/deadlines/search': { expect: SIGNED_IN(200), send: async () => ({ body: {} }) },
  'GET /api/dossiers/:id/deadlines': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossier(w)).id }) },
  'GET /api/deadlines/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDeadline(w)).id }) },
  'POST /api/deadlines/:id/done': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDeadline(w)).id, body: { version: 1, doneOn: '2026-11-20', proof: 'AR 2026-0001' } }),
  },
  'POST /api/deadlines/:id/reopen': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => {
      const { id, version } = await aDeadline(w);
      const done = await markDeadlineDone(w.server.context, volunteer(w), { id, version, doneOn: day('2026-11-20'), proof: 'AR' });
      return { id, body: { version: done.version, reason: 'Recours non reçu.' } };
    },
  },
  'POST /api/tasks/search': { expect: SIGNED_IN(200), send: async () => ({ body: {} }) },
  'POST /api/tasks': { expect: SIGNED_IN(201), send: async () => ({ body: { title: 'Commander des enveloppes' } }) },
  'GET /api/tasks/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aTask(w)).id }) },
  'PATCH /api/tasks/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aTask(w)).id, body: { version: 1, dueOn: '2026-11-30' } }),
  },
  'POST /api/tasks/:id/done': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aTask(w)).id, body: { version: 1 } }) },
  'POST /api/tasks/:id/undone': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => {
      const { id } = await aTask(w);
      const { version } = await settleTask(w.server.context, volunteer(w), { id, version: 1, done: true });
      return { id, body: { version } };
    },
  },
  'POST /api/appointments/search': { expect: SIGNED_IN(200), send: async () => ({ body: {} }) },
  'POST /api/appointments': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({
      body: { personId: (await w.aPerson()).id, kind: 'ofii', startsAt: '2026-12-01T09:00:00+01:00', place: 'OFII' },
    }),
  },
  'PATCH /api/appointments/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await anAppointment(w)).id, body: { version: 1, startsAt: '2026-12-02T09:00:00+01:00' } }),
  },
  'POST /api/appointments/:id/settle': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await anAppointment(w)).id, body: { version: 1, status: 'missed' } }),
  },
  'GET /api/coordination': { expect: COORDINATOR(200, 200) },
  'POST /api/coordination/law-impact': {
    expect: COORDINATOR(200, 200),
    send: async () => ({ body: { mode: 'dates', from: '2025-12-31', to: '2026-01-01' } }),
  },
};
