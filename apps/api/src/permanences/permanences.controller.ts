import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createPermanence, recordReception, searchPermanences, type AppContext, type RequestInfo } from '@permanence/application';
import {
  CreatePermanenceRequest,
  IdParam,
  Permanence,
  RecordReceptionRequest,
  SearchPermanencesAnswer,
  SearchPermanencesRequest,
  type Actor,
} from '@permanence/contracts';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('permanences')
@Controller('permanences')
export class PermanencesController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('search')
  @HttpCode(200)
  @Requires('permanence.read')
  @Answer(SearchPermanencesAnswer)
  search(@Body({ schema: SearchPermanencesRequest }) body: SearchPermanencesRequest, @As() actor: Actor) {
    return searchPermanences(this.app, actor, body);
  }

  @Post()
  @Requires('permanence.write')
  @Answer(Permanence)
  create(@Body({ schema: CreatePermanenceRequest }) body: CreatePermanenceRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createPermanence(this.app, actor, body, info);
  }

  @Post(':id/receptions')
  @Requires('permanence.write')
  @HttpCode(204)
  receive(
    @Param({ schema: IdParam }) { id }: z.infer<typeof IdParam>,
    @Body({ schema: RecordReceptionRequest }) body: RecordReceptionRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return recordReception(this.app, actor, { ...body, id }, info);
  }
}
