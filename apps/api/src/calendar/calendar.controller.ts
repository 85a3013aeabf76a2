import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  calendarFeedStatus,
  makeCalendarFeed,
  readCalendarFeed,
  revokeCalendarFeed,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import { CalendarFeedMade, CalendarFeedStatus, CalendarSecretParam, type Actor } from '@permanence/contracts';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Config } from '../config.ts';
import { As, Info, Public, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP, CONFIG } from '../platform/tokens.ts';

@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('calendar-feed')
  @Requires('deadline.read')
  @Answer(CalendarFeedStatus)
  status(@As() actor: Actor) {
    return calendarFeedStatus(this.app, actor, {});
  }

  @Post('calendar-feed')
  @Requires('deadline.read')
  @Answer(CalendarFeedMade)
  async make(@As() actor: Actor, @Info() info: RequestInfo, @Req() request: Request) {
    const { secret, createdAt } = await makeCalendarFeed(this.app, actor, {}, info);
    const origin = this.config.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.get('host')}`;
    return { url: `${origin}/api/calendar/${secret}.ics`, createdAt };
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @Requires('deadline.read')
  revoke(@As() actor: Actor, @Info() info: RequestInfo) {
    return revokeCalendarFeed(this.app, actor, {}, info);
  }

  /** Calendar programs bring no session: the secret in the address is the key, and it is never logged. */
  @Get('calendar/:secret.ics')
  @Public()
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  read(@Param({ schema: CalendarSecretParam }) { secret }: z.infer<typeof CalendarSecretParam>) {
    return readCalendarFeed(this.app, secret);
  }
}
