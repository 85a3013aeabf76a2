import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getWatchers, type AppContext } from '@permanence/application';
import { WatchersAnswer, type Actor } from '@permanence/contracts';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('watchers')
@Controller()
export class WatchersController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('watchers')
  @Requires('dossier.read')
  @Answer(WatchersAnswer)
  watchers(@As() actor: Actor) {
    return getWatchers(this.app, actor, {});
  }
}
