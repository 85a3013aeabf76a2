import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addPermit, listPermits, removePermit, updatePermit, type AppContext, type RequestInfo } from '@permanence/application';
import { AddPermitRequest, IdParam, Permit, UpdatePermitRequest, type Actor } from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

/** Permits held, now or before. */
@ApiTags('permits')
@Controller()
export class PermitsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('persons/:id/permits')
  @Requires('person.read')
  @Answer(z.array(Permit))
  list(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listPermits(this.app, actor, { personId: id });
  }

  @Post('persons/:id/permits')
  @Requires('person.write')
  @Answer(Permit)
  add(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AddPermitRequest }) body: AddPermitRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return addPermit(this.app, actor, { ...body, personId: id }, info);
  }

  @Patch('permits/:id')
  @Requires('person.write')
  @Answer(Permit)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdatePermitRequest }) body: UpdatePermitRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updatePermit(this.app, actor, { ...body, id }, info);
  }

  @Delete('permits/:id')
  @Requires('person.write')
  @HttpCode(204)
  remove(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return removePermit(this.app, actor, { id }, info);
  }
}
