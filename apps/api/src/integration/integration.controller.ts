import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getIntegration, saveIntegration, type AppContext, type RequestInfo } from '@permanence/application';
import { IdParam, Integration, SaveIntegrationRequest, type Actor } from '@permanence/contracts';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

/** The integration contract (CIR) of a person. */
@ApiTags('integration')
@Controller()
export class IntegrationController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('persons/:id/integration')
  @Requires('person.read')
  @Answer(Integration)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getIntegration(this.app, actor, { personId: id });
  }

  @Put('persons/:id/integration')
  @Requires('person.write')
  @Answer(Integration)
  save(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: SaveIntegrationRequest }) body: SaveIntegrationRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return saveIntegration(this.app, actor, { ...body, personId: id }, info);
  }
}
