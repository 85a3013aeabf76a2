import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getMail, searchMailbox, type AppContext } from '@permanence/application';
import { IdParam, Mail, SearchMailboxAnswer, SearchMailboxRequest, type Actor } from '@permanence/contracts';
import type { z } from 'zod';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

/** Messages kept here while no mail server is set. */
@ApiTags('mailbox')
@Controller('mailbox')
export class MailboxController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('search')
  @HttpCode(200)
  @Requires('mailbox.read')
  @Answer(SearchMailboxAnswer)
  search(@Body({ schema: SearchMailboxRequest }) body: SearchMailboxRequest, @As() actor: Actor) {
    return searchMailbox(this.app, actor, body);
  }

  @Get(':id')
  @Requires('mailbox.read')
  @Answer(Mail)
  get(@Param({ schema: IdParam }) { id }: z.infer<typeof IdParam>, @As() actor: Actor) {
    return getMail(this.app, actor, { id });
  }
}
