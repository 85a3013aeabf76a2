import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  listDecisions,
  previewDecision,
  recordDecision,
  removeDecision,
  updateDecision,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  Decision,
  DecisionOutcome,
  IdParam,
  PreviewDecisionRequest,
  RecordDecisionRequest,
  RemoveDecisionRequest,
  UpdateDecisionRequest,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('decisions')
@Controller()
export class DecisionsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('dossiers/:id/decisions')
  @Requires('deadline.read')
  @Answer(z.array(Decision))
  listDecisions(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listDecisions(this.app, actor, { dossierId: id });
  }

  /** What recording this decision would answer; nothing is stored. */
  @Post('dossiers/:id/decisions/preview')
  @HttpCode(200)
  @Requires('deadline.read')
  @Answer(DecisionOutcome)
  preview(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: PreviewDecisionRequest }) body: PreviewDecisionRequest,
    @As() actor: Actor,
  ) {
    return previewDecision(this.app, actor, { ...body, dossierId: id });
  }

  @Post('dossiers/:id/decisions')
  @Requires('deadline.write')
  @Answer(Decision)
  record(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: RecordDecisionRequest }) body: RecordDecisionRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return recordDecision(this.app, actor, { ...body, dossierId: id }, info);
  }

  @Patch('decisions/:id')
  @Requires('deadline.write')
  @Answer(Decision)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateDecisionRequest }) body: UpdateDecisionRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateDecision(this.app, actor, { ...body, id }, info);
  }

  /** Recorded by mistake: its limit is cancelled. */
  @Post('decisions/:id/remove')
  @HttpCode(204)
  @Requires('deadline.write')
  remove(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: RemoveDecisionRequest }) body: RemoveDecisionRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return removeDecision(this.app, actor, { ...body, id }, info);
  }
}
