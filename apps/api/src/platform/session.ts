import type { Database } from '@permanence/persistence';
import connectPg from 'connect-pg-simple';
import type { NextFunction, Request, Response } from 'express';
import session from 'express-session';
import type { Config } from '../config.ts';

const MINUTE = 60_000;
/** Half an hour without a request, half a day in all. */
export const IDLE_MS = 30 * MINUTE;
export const ABSOLUTE_MS = 12 * 60 * MINUTE;

export const cookieName = (config: Config): string => (config.secureCookie ? '__Host-permanence' : 'permanence');

export function sessions(database: Database, config: Config) {
  const Store = connectPg(session);
  return session({
    name: cookieName(config),
    store: new Store({ pool: database.pool, tableName: 'session', pruneSessionInterval: 15 * 60 }),
    secret: config.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: config.secureCookie, path: '/', maxAge: IDLE_MS },
  });
}

/** Ends a session that has lasted its half-day, however busy it is. */
export function absoluteLimit(request: Request, _response: Response, next: NextFunction): void {
  const since = request.session.signedInAt;
  if (since !== undefined && Date.now() - since > ABSOLUTE_MS) request.session.destroy((error: unknown) => next(error));
  else next();
}
