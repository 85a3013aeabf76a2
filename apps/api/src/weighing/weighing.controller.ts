import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { latestWeighing, listWeighings, openWeighing, weighPerson, type AppContext, type RequestInfo } from '@permanence/application';
import { IdParam, OpenedWeighing, Weighing, WeighingSummary, WeighRequest, type Actor } from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('weighing')
@Controller()
export class WeighingController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('persons/:id/assessments')
  @Requires('rules.run')
  @Answer(Weighing)
  weigh(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: WeighRequest }) body: WeighRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return weighPerson(this.app, actor, { ...body, personId: id }, info);
  }

  /** 404 also when the person was never weighed. */
  @Get('persons/:id/assessments/latest')
  @Requires('rules.run')
  @Answer(Weighing)
  latest(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return latestWeighing(this.app, actor, { personId: id });
  }

  @Get('persons/:id/assessments')
  @Requires('rules.run')
  @Answer(z.array(WeighingSummary))
  list(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listWeighings(this.app, actor, { personId: id });
  }

  /** A stored weighing in full, with what it was given. */
  @Get('assessments/:id')
  @Requires('rules.run')
  @Answer(OpenedWeighing)
  open(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return openWeighing(this.app, actor, { id });
  }
}
