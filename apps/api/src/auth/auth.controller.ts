import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { changeLanguage, changePassword, setUp, type AppContext, type CurrentUser, type RequestInfo } from '@permanence/application';
import {
  AppError,
  ChangeLanguageRequest,
  ChangePasswordRequest,
  Me,
  PasswordChanged,
  SetupRequest,
  SetupState,
  SignInRequest,
  type Actor,
} from '@permanence/contracts';
import { installationIsEmpty } from '@permanence/persistence';
import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { As, Caller, Info, Public, Requires, SignedIn } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { Attempts } from '../platform/attempts.ts';
import { cookieName } from '../platform/session.ts';
import type { SetupCode } from '../platform/setup-code.ts';
import { APP, CONFIG, SETUP } from '../platform/tokens.ts';
import { SignInGuard } from './strategy.ts';

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SETUP) private readonly setup: SetupCode,
    private readonly attempts: Attempts,
  ) {}

  @Post('auth/sign-in')
  @Public()
  @HttpCode(200)
  @UseGuards(SignInGuard)
  @ApiBody({ standardSchema: SignInRequest } as never)
  @Answer(Me)
  signIn(@Caller() caller: CurrentUser): Me {
    return caller.me;
  }

  @Post('auth/sign-out')
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await new Promise<void>((ok, no) => request.session.destroy((error: unknown) => (error ? no(error as Error) : ok())));
    response.clearCookie(cookieName(this.config), { path: '/', httpOnly: true, sameSite: 'strict', secure: this.config.secureCookie });
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  @Get('auth/me')
  @SignedIn()
  @Answer(Me)
  me(@Caller() caller: CurrentUser): Me {
    return caller.me;
  }

  @Patch('auth/me')
  @Requires('account.own')
  @HttpCode(204)
  changeLanguage(@Body({ schema: ChangeLanguageRequest }) body: ChangeLanguageRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return changeLanguage(this.app, actor, body, info);
  }

  /** The session that asks goes on; every other one of the account ends. */
  @Post('auth/password')
  @Requires('account.own')
  @HttpCode(200)
  @Answer(PasswordChanged)
  async changePassword(
    @Body({ schema: ChangePasswordRequest }) body: ChangePasswordRequest,
    @Caller() { actor, me }: CurrentUser,
    @Info() info: RequestInfo,
    @Req() request: Request,
  ) {
    // A session left open is no place to guess the password from: the same patience as at the door.
    await this.attempts.spend(me.email, request.ip ?? '');
    const done = await changePassword(this.app, actor, { ...body, sessionId: request.sessionID }, info);
    await this.attempts.giveBack(me.email, request.ip ?? '');
    return done;
  }

  /** Whether this installation still waits for its first account. */
  @Get('setup')
  @Public()
  @Answer(SetupState)
  async setupState(): Promise<{ open: boolean }> {
    return { open: await installationIsEmpty(this.app.database) };
  }

  /** Makes the first association and its administrator, against the code printed at the console. */
  @Post('setup')
  @Public()
  @Answer(Me)
  async firstAccount(@Body({ schema: SetupRequest }) { code, ...body }: SetupRequest, @Req() request: Request): Promise<Me> {
    if (!(await installationIsEmpty(this.app.database))) throw new AppError('setup-closed');
    await this.attempts.spend('setup', request.ip ?? '');
    if (!this.setup.matches(code)) throw new AppError('wrong-setup-code');
    return setUp(this.app, body);
  }
}
