import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { messageSettings, saveMessageSettings, type AppContext, type RequestInfo } from '@permanence/application';
import { MessageSettings, SaveMessageSettingsRequest, type Actor } from '@permanence/contracts';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('reminders')
@Controller('message-settings')
export class MessageSettingsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  /** Who messages come from and whom to call. */
  @Get()
  @Requires('message-settings.write')
  @Answer(MessageSettings)
  read(@As() actor: Actor) {
    return messageSettings(this.app, actor, {});
  }
  @Put()
  @Requires('message-settings.write')
  @Answer(MessageSettings)
  save(@Body({ schema: SaveMessageSettingsRequest }) body: SaveMessageSettingsRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return saveMessageSettings(this.app, actor, body, info);
  }
}
