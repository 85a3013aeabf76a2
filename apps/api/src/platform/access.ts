import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { CurrentUser, RequestInfo } from '@permanence/application';
import { AppError, may, type Actor, type Permission } from '@permanence/contracts';
import type { Request } from 'express';

declare module 'express-serve-static-core' {
  interface Request {
    requestId?: string;
  }
}
declare module 'express-session' {
  interface SessionData {
    signedInAt?: number;
  }
}

export const ROUTE_ACCESS = 'permanence:access';
export type RouteAccess = Permission | 'public' | 'signed-in';
/** The permission a route needs. A route without `@Requires`, `@SignedIn` or `@Public` is refused to everyone. */
export const Requires = (permission: Permission) => SetMetadata(ROUTE_ACCESS, permission satisfies RouteAccess);
export const Public = () => SetMetadata(ROUTE_ACCESS, 'public' satisfies RouteAccess);
export const SignedIn = () => SetMetadata(ROUTE_ACCESS, 'signed-in' satisfies RouteAccess);

const userOf = (context: ExecutionContext): CurrentUser | undefined =>
  context.switchToHttp().getRequest<Request & { user?: CurrentUser }>().user;

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
    if (access === 'public') return true;
    const user = userOf(context);
    if (!user) throw new AppError('unauthenticated');
    if (access === 'signed-in') return true;
    if (!access || !may(user.actor, access)) throw new AppError('forbidden', { message: access ?? 'route without a declared access' });
    return true;
  }
}

/** The signed-in user of a guarded route. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CurrentUser => {
  const user = userOf(context);
  if (!user) throw new AppError('unauthenticated');
  return user;
});
/** Who acts, for the use cases. */
export const As = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const user = userOf(context);
  if (!user) throw new AppError('unauthenticated');
  return user.actor;
});
/** The request's id, kept in the audit. */
export const Info = createParamDecorator((_: unknown, context: ExecutionContext): RequestInfo => ({
  requestId: context.switchToHttp().getRequest<Request>().requestId ?? null,
}));
