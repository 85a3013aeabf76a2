import { PASSWORD } from '@permanence/testing';
import { ADMINISTRATOR, NEED_TO_KNOW, PUBLIC, SIGNED_IN, type Rows } from './row.ts';

export const people: Rows = {
  'GET /api/health': { expect: PUBLIC(200) },
  'GET /api/setup': { expect: PUBLIC(200) },
  'POST /api/setup': {
    expect: PUBLIC(404),
    send: async (w) => ({
      body: { code: w.server.setup.clear, associationName: 'X', displayName: 'Y', email: 'y@x.invalid', password: PASSWORD },
    }),
  },
  'POST /api/auth/sign-in': {
    expect: PUBLIC(200),
    send: async (w) => ({ body: { email: w.here.users.volunteer.email, password: PASSWORD } }),
  },
  'POST /api/auth/sign-out': { expect: PUBLIC(204) },
  'GET /api/auth/me': { expect: SIGNED_IN(200) },
  'PATCH /api/auth/me': { expect: SIGNED_IN(204), send: async () => ({ body: { language: 'fr' } }) },
  // The wrong one: nobody’s password may change under the rows that follow.
  'POST /api/auth/password': {
    expect: SIGNED_IN(422),
    send: async () => ({ body: { currentPassword: 'pas la bonne', newPassword: 'une autre phrase de passe' } }),
  },
  'GET /api/colleagues': { expect: SIGNED_IN(200) },
  'POST /api/users/search': { expect: ADMINISTRATOR(200), send: async () => ({ body: {} }) },
  'POST /api/users': {
    expect: ADMINISTRATOR(201),
    send: async (w) => ({ body: { email: `${w.unique()}@rive.invalid`, displayName: 'Nouvelle', role: 'volunteer', password: PASSWORD } }),
  },
  'GET /api/users/:id': { expect: ADMINISTRATOR(200), send: async (w) => ({ id: w.here.users.volunteer.id }) },
  'PATCH /api/users/:id': {
    expect: ADMINISTRATOR(200),
    send: async (w) => ({ id: w.here.users.volunteer.id, body: { version: 1, displayName: 'Autre nom' } }),
  },
  'POST /api/persons/search': { expect: SIGNED_IN(200), send: async () => ({ body: { filter: { q: 'essai' } } }) },
  'POST /api/persons/duplicates': { expect: SIGNED_IN(200), send: async (w) => ({ body: { givenName: 'Inès', familyName: w.unique() } }) },
  'POST /api/persons': {
    expect: SIGNED_IN(201),
    send: async (w) => ({ body: { givenName: 'Inès', familyName: `Zed ${w.unique()}`, notADuplicate: true } }),
  },
  'GET /api/persons/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await w.aPerson()).id }) },
  'PATCH /api/persons/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await w.aPerson()).id, body: { version: 1, nationality: 'MAR' } }),
  },
  'GET /api/persons/:id/contacts': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await w.aPerson()).id }) },
  'POST /api/persons/:id/contacts': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({ id: (await w.aPerson()).id, body: { channel: 'phone', value: '06 00 00 00 00' } }),
  },
  'PATCH /api/contacts/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await w.aContact()).id, body: { version: 1, safety: 'unsafe' } }),
  },
  'DELETE /api/contacts/:id': { expect: NEED_TO_KNOW(204), send: async (w) => ({ id: (await w.aContact()).id }) },
  'GET /api/persons/:id/household': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await w.aPerson()).id }) },
  'POST /api/persons/:id/household': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({ id: (await w.aPerson()).id, body: { otherPersonId: (await w.aPerson()).id, kind: 'sibling' } }),
  },
  'DELETE /api/household/:id': { expect: NEED_TO_KNOW(204), send: async (w) => ({ id: (await w.aHouseholdLink()).id }) },
  'POST /api/permanences/search': { expect: SIGNED_IN(200), send: async () => ({ body: {} }) },
  'POST /api/permanences': {
    expect: SIGNED_IN(201),
    send: async (w) => ({ body: { place: `Mairie ${w.unique()}`, heldOn: '2026-11-21' } }),
  },
  'POST /api/permanences/:id/receptions': {
    expect: NEED_TO_KNOW(204),
    send: async (w) => ({ id: (await w.aPermanence()).id, body: { personId: (await w.aPerson()).id } }),
  },
};
