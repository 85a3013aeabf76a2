import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { acknowledgeRisk, getDossierRisk, type AppContext, type RequestInfo } from '@permanence/application';
import { AcknowledgeRiskRequest, DossierRisk, IdParam, RiskQuery, type Actor } from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('risk')
@Controller()
export class RiskController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  /** The risk of the request the dossier prepares, with the text to read out. */
  @Get('dossiers/:id/risk')
  @Requires('dossier.read')
  @Answer(DossierRisk)
  risk(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: RiskQuery }) { language }: RiskQuery, @As() actor: Actor) {
    return getDossierRisk(this.app, actor, { dossierId: id, language });
  }

  /** What the person answered once the risk was explained. */
  @Post('dossiers/:id/risk-acknowledgements')
  @Requires('dossier.write')
  @Answer(DossierRisk)
  acknowledge(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AcknowledgeRiskRequest }) body: AcknowledgeRiskRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return acknowledgeRisk(this.app, actor, { ...body, dossierId: id }, info);
  }
}
