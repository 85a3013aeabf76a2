import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deadlineSheet,
  decideCancellation,
  getDeadline,
  listDeadlines,
  markDeadlineDone,
  reopenDeadline,
  requestCancellation,
  searchCancelRequests,
  searchDeadlines,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  CancelRequest,
  CreateCancelRequest,
  Deadline,
  DeadlineDoneRequest,
  DeadlineReopenRequest,
  DeadlineSheet,
  DecideCancelRequest,
  IdParam,
  SearchCancelRequests,
  SearchCancelRequestsAnswer,
  SearchDeadlinesAnswer,
  SearchDeadlinesRequest,
  SheetQuery,
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

  /** Sentences for a paper the person takes home. */
  @Get('deadlines/:id/sheet')
  @Requires('deadline.read')
  @Answer(DeadlineSheet)
  sheet(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: SheetQuery }) { language }: SheetQuery, @As() actor: Actor) {
    return deadlineSheet(this.app, actor, { id, language });
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

  @Post('deadlines/:id/cancel-requests')
  @Requires('deadline.write')
  @Answer(CancelRequest)
  requestCancellation(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: CreateCancelRequest }) body: CreateCancelRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return requestCancellation(this.app, actor, { ...body, deadlineId: id }, info);
  }

  @Post('cancel-requests/search')
  @HttpCode(200)
  @Requires('deadline.read')
  @Answer(SearchCancelRequestsAnswer)
  searchCancelRequests(@Body({ schema: SearchCancelRequests }) body: SearchCancelRequests, @As() actor: Actor) {
    return searchCancelRequests(this.app, actor, body);
  }

  @Post('cancel-requests/:id/decide')
  @HttpCode(200)
  @Requires('deadline.cancel')
  @Answer(CancelRequest)
  decideCancellation(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: DecideCancelRequest }) body: DecideCancelRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return decideCancellation(this.app, actor, { ...body, id }, info);
  }
}
