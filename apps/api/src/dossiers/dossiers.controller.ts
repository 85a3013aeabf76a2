import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  assignMember,
  closeDossier,
  createDossier,
  getDossier,
  getHistory,
  leaveDossier,
  listDossiersOfPerson,
  removeMember,
  reopenDossier,
  searchDossiers,
  takeDossier,
  updateDossier,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  AssignMemberRequest,
  CloseDossierRequest,
  CreateDossierRequest,
  Dossier,
  DossierRow,
  HistoryLine,
  IdParam,
  MemberParam,
  ReopenDossierRequest,
  SearchDossiersAnswer,
  SearchDossiersRequest,
  UpdateDossierRequest,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('dossiers')
@Controller()
export class DossiersController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('dossiers/search')
  @HttpCode(200)
  @Requires('dossier.read')
  @Answer(SearchDossiersAnswer)
  search(@Body({ schema: SearchDossiersRequest }) body: SearchDossiersRequest, @As() actor: Actor) {
    return searchDossiers(this.app, actor, body);
  }

  @Post('dossiers')
  @Requires('dossier.write')
  @Answer(Dossier)
  create(@Body({ schema: CreateDossierRequest }) body: CreateDossierRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createDossier(this.app, actor, body, info);
  }

  @Get('persons/:id/dossiers')
  @Requires('dossier.read')
  @Answer(z.array(DossierRow))
  ofPerson(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listDossiersOfPerson(this.app, actor, { personId: id });
  }

  @Get('dossiers/:id')
  @Requires('dossier.read')
  @Answer(Dossier)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getDossier(this.app, actor, { id });
  }

  @Patch('dossiers/:id')
  @Requires('dossier.write')
  @Answer(Dossier)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateDossierRequest }) body: UpdateDossierRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateDossier(this.app, actor, { ...body, id }, info);
  }

  @Post('dossiers/:id/close')
  @HttpCode(200)
  @Requires('dossier.write')
  @Answer(Dossier)
  close(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: CloseDossierRequest }) body: CloseDossierRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return closeDossier(this.app, actor, { ...body, id }, info);
  }

  @Post('dossiers/:id/reopen')
  @HttpCode(200)
  @Requires('dossier.write')
  @Answer(Dossier)
  reopen(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ReopenDossierRequest }) body: ReopenDossierRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return reopenDossier(this.app, actor, { ...body, id }, info);
  }

  /** Who did what in this dossier, the latest first. */
  @Get('dossiers/:id/history')
  @Requires('dossier.read')
  @Answer(z.array(HistoryLine))
  history(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getHistory(this.app, actor, { id });
  }

  @Post('dossiers/:id/members')
  @HttpCode(200)
  @Requires('dossier.assign')
  @Answer(Dossier)
  assign(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AssignMemberRequest }) body: AssignMemberRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return assignMember(this.app, actor, { ...body, id }, info);
  }

  @Delete('dossiers/:id/members/:userId')
  @Requires('dossier.assign')
  @Answer(Dossier)
  removeMember(@Param({ schema: MemberParam }) { id, userId }: z.infer<typeof MemberParam>, @As() actor: Actor, @Info() info: RequestInfo) {
    return removeMember(this.app, actor, { id, userId }, info);
  }

  /** Takes charge of a dossier nobody holds. */
  @Post('dossiers/:id/take')
  @HttpCode(200)
  @Requires('dossier.write')
  @Answer(Dossier)
  take(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return takeDossier(this.app, actor, { id }, info);
  }

  @Post('dossiers/:id/leave')
  @HttpCode(204)
  @Requires('dossier.write')
  leave(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return leaveDossier(this.app, actor, { id }, info);
  }
}
