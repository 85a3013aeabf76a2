import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listFilings, recordFiling, updateFiling, type AppContext, type RequestInfo } from '@permanence/application';
import { Filing, IdParam, RecordFilingRequest, UpdateFilingRequest, type Actor } from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('filings')
@Controller()
export class FilingsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('dossiers/:id/filings')
  @Requires('dossier.read')
  @Answer(z.array(Filing))
  listFilings(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listFilings(this.app, actor, { dossierId: id });
  }

  @Post('dossiers/:id/filings')
  @Requires('dossier.write')
  @Answer(Filing)
  record(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: RecordFilingRequest }) body: RecordFilingRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return recordFiling(this.app, actor, { ...body, dossierId: id }, info);
  }

  @Patch('filings/:id')
  @Requires('dossier.write')
  @Answer(Filing)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateFilingRequest }) body: UpdateFilingRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateFiling(this.app, actor, { ...body, id }, info);
  }
}
