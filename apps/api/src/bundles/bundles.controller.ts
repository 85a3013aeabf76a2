import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  askBundle,
  cancelBundle,
  getBundle,
  listBundles,
  openBundle,
  planBundle,
  type FilesContext,
  type RequestInfo,
} from '@permanence/application';
import { AskBundleRequest, Bundle, BundlePlan, BundlePlanQuery, IdParam, type Actor } from '@permanence/contracts';
import type { Response } from 'express';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';
import { sendVaultFile } from '../platform/vault-file.ts';

type Id = z.infer<typeof IdParam>;

/** The papers of a dossier bound together for the prefecture or the lawyer. */
@ApiTags('bundles')
@Controller()
export class BundlesController {
  constructor(@Inject(APP) private readonly app: FilesContext) {}

  /** What may be bound in, in the order it would be numbered. */
  @Get('dossiers/:id/bundle-plan')
  @Requires('document.read')
  @Answer(BundlePlan)
  plan(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: BundlePlanQuery }) query: BundlePlanQuery, @As() actor: Actor) {
    return planBundle(this.app, actor, { ...query, dossierId: id });
  }

  @Get('dossiers/:id/bundles')
  @Requires('document.read')
  @Answer(z.array(Bundle))
  list(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listBundles(this.app, actor, { dossierId: id });
  }

  /** Asks for one; the worker makes it, and the row says how far it is. */
  @Post('dossiers/:id/bundles')
  @Requires('document.write')
  @Answer(Bundle)
  ask(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AskBundleRequest }) body: AskBundleRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return askBundle(this.app, actor, { ...body, dossierId: id }, info);
  }

  @Get('bundles/:id')
  @Requires('document.read')
  @Answer(Bundle)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getBundle(this.app, actor, { id });
  }

  @Post('bundles/:id/cancel')
  @Requires('document.write')
  @HttpCode(200)
  @Answer(Bundle)
  cancel(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return cancelBundle(this.app, actor, { id }, info);
  }

  /** The PDF or ZIP in clear; every fetching is written down. */
  @Get('bundles/:id/file')
  @Requires('document.read')
  async open(
    @Param({ schema: IdParam }) { id }: Id,
    @As() actor: Actor,
    @Info() info: RequestInfo,
    @Res() response: Response,
  ): Promise<void> {
    const file = await openBundle(this.app, actor, { id }, info);
    await sendVaultFile(response, { ...file, how: 'attachment' });
  }
}
