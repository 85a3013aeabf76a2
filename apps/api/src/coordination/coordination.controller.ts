import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getCoordination, lawImpact, type AppContext } from '@permanence/application';
import { CoordinationPage, LawImpactAnswer, LawImpactRequest, type Actor } from '@permanence/contracts';
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

  /** Which open dossiers get another answer on another day, or from the rules as they are now. One part at a time: `next` asks for more. */
  @Post('coordination/law-impact')
  @HttpCode(200)
  @Requires('coordination.read')
  @Answer(LawImpactAnswer)
  lawImpact(@Body({ schema: LawImpactRequest }) body: LawImpactRequest, @As() actor: Actor) {
    return lawImpact(this.app, actor, body);
  }
}
