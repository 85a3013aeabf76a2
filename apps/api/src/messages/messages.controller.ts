import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { previewMessage, type AppContext } from '@permanence/application';
import { MessagePreview, PreviewMessageRequest, type Actor } from '@permanence/contracts';
import type { Config } from '../config.ts';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP, CONFIG } from '../platform/tokens.ts';

@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Any message as it would be sent: by kind, language and level, for a dossier or with invented dates. Nothing is sent. */
  @Post('preview')
  @HttpCode(200)
  @Requires('reminder.read')
  @Answer(MessagePreview)
  preview(@Body({ schema: PreviewMessageRequest }) body: PreviewMessageRequest, @As() actor: Actor) {
    const { mailFrom, publicUrl = 'http://localhost:3000' } = this.config;
    return previewMessage(this.app, actor, { ...body, mailFrom, publicUrl });
  }
}
