import { AppError } from '@permanence/contracts';
import type { NextFunction, Request, Response } from 'express';

/**
 * Answers to a message: posted by mail programs and from a page that sends no referrer (a browser then gives its origin as "null").
 * They act by the token in the path alone and never by a cookie, so there is nothing to forge.
 */
const WITHOUT_SESSION = /^\/answer\/[\w-]{43}\/(?:done|cannot|help|stop)$/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against forged requests, beside SameSite=Strict: a browser says where a request comes from. Anything that changes state must come
 * from our own pages; a client that sends neither header is no browser and carries no one's cookie by accident.
 */
export function sameOrigin(request: Request, _response: Response, next: NextFunction): void {
  if (SAFE.has(request.method) || (request.method === 'POST' && WITHOUT_SESSION.test(request.path))) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return next(new AppError('cross-site'));
  if (origin !== undefined && new URL(origin, 'http://invalid').host !== request.get('host')) return next(new AppError('cross-site'));
  next();
}
