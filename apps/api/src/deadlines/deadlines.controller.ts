import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  getDeadline,
  listDeadlines,
  markDeadlineDone,
  reopenDeadline,
  searchDeadlines,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  Deadline,
  DeadlineDoneRequest,
  DeadlineReopenRequest,
  IdParam,
  SearchDeadlinesAnswer,
  SearchDeadlinesRequest,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('deadlines')
@Controller()
export class DeadlinesController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('deadlines/search')
  @HttpCode(200)
  @Requires('deadline.read')
  @Answer(SearchDeadlinesAnswer)
  search(@Body({ schema: SearchDeadlinesRequest }) body: SearchDeadlinesRequest, @As() actor: Actor) {
    return searchDeadlines(this.app, actor, body);
  }

  @Get('dossiers/:id/deadlines')
  @Requires('deadline.read')
  @Answer(z.array(Deadline))
  listDeadlines(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listDeadlines(this.app, actor, { dossierId: id });
  }

  @Get('deadlines/:id')
  @Requires('deadline.read')
  @Answer(Deadline)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getDeadline(this.app, actor, { id });
  }

  @Post('deadlines/:id/done')
  @HttpCode(200)
  @Requires('deadline.write')
  @Answer(Deadline)
  done(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: DeadlineDoneRequest }) body: DeadlineDoneRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return markDeadlineDone(this.app, actor, { ...body, id }, info);
  }

  @Post('deadlines/:id/reopen')
  @HttpCode(200)
  @Requires('deadline.write')
  @Answer(Deadline)
  reopen(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: DeadlineReopenRequest }) body: DeadlineReopenRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return reopenDeadline(this.app, actor, { ...body, id }, info);
  }
}
