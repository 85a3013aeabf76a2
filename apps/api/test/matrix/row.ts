import type { World } from './world.ts';

/** Who asks: nobody, the volunteer who holds the thing, another volunteer, and so on; the last is the coordinator of another association. */
export const PROFILES = ['anonymous', 'volunteer', 'other-volunteer', 'coordinator', 'administrator', 'foreign-coordinator'] as const;
export type MatrixProfile = (typeof PROFILES)[number];

type Status = number;
export interface Row {
  /** Expected status per profile, in the order of PROFILES. */
  expect: readonly [Status, Status, Status, Status, Status, Status];
  /** What is sent, made anew for each profile so that no call spoils the next. */
  send?: (world: World) => Promise<{
    id?: string;
    params?: Record<string, string>;
    body?: object;
    file?: Buffer;
    fields?: Record<string, string>;
    headers?: Record<string, string>;
    /** A body that is no JSON. */
    raw?: Buffer;
  }>;
}
/** Keys are as the router has them: `POST /api/persons/search`. */
export type Rows = Record<string, Row>;

/** Anyone signed in. */
export const SIGNED_IN = (ok: Status): Row['expect'] => [401, ok, ok, ok, ok, ok];
/** Only whoever may open the thing: its volunteer and the coordinator. To everyone else it does not exist. */
export const NEED_TO_KNOW = (ok: Status): Row['expect'] => [401, ok, 404, ok, 404, 404];
/** Only whoever made the thing, whatever the role of the others. */
export const OWN = (ok: Status): Row['expect'] => [401, ok, 404, 404, 404, 404];
/** Coordinators only; the other association's coordinator finds nothing there. */
export const COORDINATOR = (ok: Status, foreign: Status): Row['expect'] => [401, 403, 403, ok, 403, foreign];
export const ADMINISTRATOR = (ok: Status): Row['expect'] => [401, 403, 403, 403, ok, 403];
export const PUBLIC = (ok: Status): Row['expect'] => [ok, ok, ok, ok, ok, ok];
