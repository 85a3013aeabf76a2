import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getDossierWatchers, getWatchers, type AppContext } from '@permanence/application';
import { IdParam, WatchersAnswer, type Actor } from '@permanence/contracts';
import type { z } from 'zod';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

@ApiTags('watchers')
@Controller()
export class WatchersController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('watchers')
  @Requires('dossier.read')
  @Answer(WatchersAnswer)
  watchers(@As() actor: Actor) {
    return getWatchers(this.app, actor, {});
  }

  @Get('dossiers/:id/watchers')
  @Requires('dossier.read')
  @Answer(WatchersAnswer)
  ofDossier(@Param({ schema: IdParam }) { id }: z.infer<typeof IdParam>, @As() actor: Actor) {
    return getDossierWatchers(this.app, actor, { dossierId: id });
  }
}
