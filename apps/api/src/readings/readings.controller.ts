import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  askReading,
  cancelReading,
  childReader,
  getReading,
  getReadingSetting,
  openSuggestionPicture,
  setReadingSetting,
  type FilesContext,
  type ReadingContext,
  type RequestInfo,
} from '@permanence/application';
import { IdParam, PaperReading, ReadingSetting, SuggestionParam, type Actor } from '@permanence/contracts';
import type { Response } from 'express';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';
import { VAULT_HEADERS } from '../platform/vault-file.ts';

type Id = z.infer<typeof IdParam>;

/** What was read on a paper. Nothing here changes the paper: a suggestion counts once a person has saved it with the paper. */
@ApiTags('papers')
@Controller()
export class ReadingsController {
  private readonly app: ReadingContext;
  constructor(@Inject(APP) app: FilesContext) {
    this.app = { ...app, reader: childReader() };
  }

  @Get('documents/:id/reading')
  @Requires('document.read')
  @Answer(PaperReading)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getReading(this.app, actor, { documentId: id });
  }

  /** Reads the file in the background; an earlier reading and its suggestions are dropped. */
  @Post('documents/:id/reading')
  @Requires('document.write')
  @HttpCode(202)
  @Answer(PaperReading)
  async ask(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    await askReading(this.app, actor, { documentId: id }, info);
    return getReading(this.app, actor, { documentId: id });
  }

  @Delete('documents/:id/reading')
  @Requires('document.write')
  @HttpCode(204)
  cancel(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return cancelReading(this.app, actor, { documentId: id }, info);
  }

  /** The place where it was read, cut out of the page. Written down as an opening of the file; kept by nobody on the way. */
  @Get('documents/:id/reading/:suggestionId/picture')
  @Requires('document.read')
  @ApiProduces('image/png')
  async picture(
    @Param({ schema: SuggestionParam }) { id, suggestionId }: z.infer<typeof SuggestionParam>,
    @As() actor: Actor,
    @Info() info: RequestInfo,
    @Res() response: Response,
  ): Promise<void> {
    const png = await openSuggestionPicture(this.app, actor, { documentId: id, suggestionId }, info);
    response.set({ 'Content-Type': 'image/png', ...VAULT_HEADERS }).end(Buffer.from(png));
  }

  @Get('settings/reading')
  @Requires('user.manage')
  @Answer(ReadingSetting)
  setting(@As() actor: Actor) {
    return getReadingSetting(this.app, actor, {});
  }

  @Put('settings/reading')
  @Requires('user.manage')
  @Answer(ReadingSetting)
  set(@Body({ schema: ReadingSetting }) body: ReadingSetting, @As() actor: Actor, @Info() info: RequestInfo) {
    return setReadingSetting(this.app, actor, body, info);
  }
}
