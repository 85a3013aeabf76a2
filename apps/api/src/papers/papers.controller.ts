import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  addDocument,
  checkNewDocument,
  getChecklist,
  getDocument,
  getPresence,
  linkDocument,
  listDocuments,
  mayAddDocument,
  openDocumentFile,
  removeDocument,
  unlinkDocument,
  updateDocument,
  type UploadContext,
  type RequestInfo,
} from '@permanence/application';
import {
  ChecklistQuery,
  DossierChecklist,
  DossierDocumentParam,
  IdParam,
  PaperDocument,
  PresenceAnswer,
  PresenceQuery,
  UpdateDocumentRequest,
  type Actor,
} from '@permanence/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';
import { sendVaultFile } from '../platform/vault-file.ts';
import { receiveUpload } from './receive-upload.ts';

type Id = z.infer<typeof IdParam>;
type Link = z.infer<typeof DossierDocumentParam>;

@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(@Inject(APP) private readonly app: UploadContext) {}

  @Get('persons/:id/documents')
  @Requires('document.read')
  @Answer(z.array(PaperDocument))
  list(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listDocuments(this.app, actor, { personId: id });
  }

  /** The papers to bring for the dossier's basis at a step, each with what the vault holds for it on the day of filing. */
  @Get('dossiers/:id/checklist')
  @Requires('document.read')
  @Answer(DossierChecklist)
  checklist(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: ChecklistQuery }) query: ChecklistQuery, @As() actor: Actor) {
    return getChecklist(this.app, actor, { dossierId: id, ...query });
  }

  /** One paper, with its file (`multipart/form-data`: `data` as JSON, then `file`) or only as seen (JSON). */
  @Post('persons/:id/documents')
  @Requires('document.write')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        data: { type: 'string', description: 'AddDocumentRequest, JSON' },
        file: { type: 'string', format: 'binary', description: 'PDF, JPEG, PNG, HEIC, DOCX' },
      },
    },
  })
  @Answer(PaperDocument)
  async add(
    @Param({ schema: IdParam }) { id }: Id,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    await mayAddDocument(this.app, actor, id);
    const upload = await receiveUpload(request, response, (document) => checkNewDocument(this.app, actor, id, document));
    return addDocument(this.app, actor, { personId: id, ...upload }, info);
  }

  @Get('persons/:id/presence')
  @Requires('document.read')
  @Answer(PresenceAnswer)
  presence(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: PresenceQuery }) query: PresenceQuery, @As() actor: Actor) {
    return getPresence(this.app, actor, { ...query, personId: id });
  }

  @Get('documents/:id')
  @Requires('document.read')
  @Answer(PaperDocument)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getDocument(this.app, actor, { id });
  }

  @Patch('documents/:id')
  @Requires('document.write')
  @Answer(PaperDocument)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateDocumentRequest }) body: UpdateDocumentRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateDocument(this.app, actor, { ...body, id }, info);
  }

  @Delete('documents/:id')
  @Requires('document.write')
  @HttpCode(204)
  remove(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return removeDocument(this.app, actor, { id }, info);
  }

  /** The clear file; every opening is written down. */
  @Get('documents/:id/file')
  @Requires('document.read')
  async open(
    @Param({ schema: IdParam }) { id }: Id,
    @As() actor: Actor,
    @Info() info: RequestInfo,
    @Res() response: Response,
  ): Promise<void> {
    const file = await openDocumentFile(this.app, actor, { documentId: id }, info);
    await sendVaultFile(response, { ...file, name: file.originalName, how: 'inline' });
  }

  @Put('dossiers/:id/documents/:documentId')
  @Requires('document.write')
  @HttpCode(204)
  link(@Param({ schema: DossierDocumentParam }) { id, documentId }: Link, @As() actor: Actor, @Info() info: RequestInfo) {
    return linkDocument(this.app, actor, { dossierId: id, documentId }, info);
  }

  @Delete('dossiers/:id/documents/:documentId')
  @Requires('document.write')
  @HttpCode(204)
  unlink(@Param({ schema: DossierDocumentParam }) { id, documentId }: Link, @As() actor: Actor, @Info() info: RequestInfo) {
    return unlinkDocument(this.app, actor, { dossierId: id, documentId }, info);
  }
}
