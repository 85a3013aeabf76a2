import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportSerializer, PassportStrategy } from '@nestjs/passport';
import { currentUser, signIn, type AppContext, type CurrentUser, type SessionUser } from '@permanence/application';
import { AppError, SignInRequest, toFieldProblems } from '@permanence/contracts';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { Attempts } from '../platform/attempts.ts';
import { APP } from '../platform/tokens.ts';

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    private readonly attempts: Attempts,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }
  async validate(request: Request): Promise<CurrentUser> {
    const body = SignInRequest.safeParse(request.body);
    if (!body.success) throw new AppError('invalid-input', { problems: toFieldProblems(body.error.issues) });
    await this.attempts.spend(body.data.email, request.ip ?? '');
    const me = await signIn(this.app, body.data);
    await this.attempts.giveBack(body.data.email, request.ip ?? '');
    return { me, actor: { userId: me.id, associationId: me.associationId, role: me.role, restrictedPapers: me.restrictedPapers } };
  }
}

/** The session keeps two ids; the rights are read anew on each request. */
@Injectable()
export class SessionSerializer extends PassportSerializer {
  constructor(@Inject(APP) private readonly app: AppContext) {
    super();
  }
  serializeUser(user: CurrentUser, done: (error: unknown, stored: SessionUser) => void): void {
    done(null, { id: user.me.id, associationId: user.me.associationId });
  }
  deserializeUser(stored: SessionUser, done: (error: unknown, user: CurrentUser | false) => void): void {
    currentUser(this.app, stored).then(
      (user) => done(null, user ?? false),
      (error: unknown) => done(error, false),
    );
  }
}

@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    // passport-local would answer a bare 401 to an empty body: name the fields instead.
    const body = SignInRequest.safeParse(request.body);
    if (!body.success) throw new AppError('invalid-input', { problems: toFieldProblems(body.error.issues) });
    await super.canActivate(context);
    await super.logIn(request);
    request.session.signedInAt = Date.now();
    return true;
  }
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (!user) throw new AppError('wrong-credentials');
    return user;
  }
}
