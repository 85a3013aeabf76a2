import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getCoordination, type AppContext } from '@permanence/application';
import { CoordinationPage, type Actor } from '@permanence/contracts';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('coordination')
@Controller()
export class CoordinationController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('coordination')
  @Requires('coordination.read')
  @Answer(CoordinationPage)
  page(@As() actor: Actor) {
    return getCoordination(this.app, actor, {});
  }
}
