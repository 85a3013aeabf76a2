import { Controller, Delete, Head, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiTags } from '@nestjs/swagger';
import { checkUpload, findUpload, mayAddDocument, newId, tooLarge, type UploadContext } from '@permanence/application';
import {
  AppError,
  CheckedUpload,
  ERRORS,
  IdParam,
  MAX_FILE_BYTES,
  NewUploadRequest,
  toFieldProblems,
  type Actor,
} from '@permanence/contracts';
import { MemoryLocker, Metadata, Server } from '@tus/server';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { As, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';
import { SealedDataStore } from './sealed-data-store.ts';

type Id = z.infer<typeof IdParam>;
/** One request at a time writes a file. Another process of the API is held back by the offset in the database. */
const locker = new MemoryLocker();

/** Files in pieces, over a line that breaks: the tus protocol 1.0, for a signed-in caller and their own files only. */
@ApiTags('papers')
@Controller('uploads')
export class UploadsController {
  constructor(@Inject(APP) private readonly app: UploadContext) {}

  /** Opens the way for a file. `Upload-Metadata`: personId, filename, filetype, each in base64. */
  @Post()
  @Requires('document.write')
  @ApiHeader({ name: 'Tus-Resumable', schema: { type: 'string', example: '1.0.0' } })
  @ApiHeader({ name: 'Upload-Length', schema: { type: 'integer' } })
  @ApiHeader({ name: 'Upload-Metadata' })
  async create(@Req() request: Request, @Res() response: Response, @As() actor: Actor): Promise<void> {
    const { personId } = announced(request);
    await mayAddDocument(this.app, actor, personId);
    await this.tus(request, response, actor);
  }

  /** How far it has come: `Upload-Offset`. */
  @Head(':id')
  @ApiExcludeEndpoint()
  @Requires('document.write')
  async offset(
    @Param({ schema: IdParam }) { id }: Id,
    @Req() request: Request,
    @Res() response: Response,
    @As() actor: Actor,
  ): Promise<void> {
    await this.goOn(id, request, response, actor);
  }

  /** The bytes from `Upload-Offset` on, as `application/offset+octet-stream`. */
  @Patch(':id')
  @Requires('document.write')
  async write(
    @Param({ schema: IdParam }) { id }: Id,
    @Req() request: Request,
    @Res() response: Response,
    @As() actor: Actor,
  ): Promise<void> {
    await this.goOn(id, request, response, actor);
  }

  /** Gives it up. */
  @Delete(':id')
  @Requires('document.write')
  async cancel(
    @Param({ schema: IdParam }) { id }: Id,
    @Req() request: Request,
    @Res() response: Response,
    @As() actor: Actor,
  ): Promise<void> {
    await this.goOn(id, request, response, actor);
  }

  /** Looks at a file that has come whole; a refused one is gone. */
  @Post(':id/check')
  @HttpCode(200)
  @Requires('document.write')
  @Answer(CheckedUpload)
  check(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return checkUpload(this.app, actor, { id });
  }

  private async goOn(id: string, request: Request, response: Response, actor: Actor): Promise<void> {
    await findUpload(this.app, actor, id);
    await this.tus(request, response, actor);
  }
  private tus(request: Request, response: Response, actor: Actor): Promise<void> {
    const server = new Server({
      path: '/api/uploads',
      datastore: new SealedDataStore(this.app, actor),
      locker,
      relativeLocation: true,
      respectForwardedHeaders: false,
      // Our own pages only: no other origin is told anything.
      allowedOrigins: () => false,
      maxSize: MAX_FILE_BYTES,
      namingFunction: () => newId(),
      onResponseError: (_, error) => {
        if (!(error instanceof AppError)) return undefined;
        const { status, fr } = ERRORS[error.code];
        return { status_code: status, body: JSON.stringify({ code: error.code, title: fr, status, errors: error.problems }) };
      },
    });
    return server.handle(request, oneByOne(response));
  }
}

/**
 * The tus server hands over its headers as one flat list and ends with a callback alone; the session's hooks on both expect pairs, and
 * content first.
 */
const oneByOne = (response: Response): Response => {
  const send = response.writeHead.bind(response) as (status: number) => Response;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const list = (rest.find(Array.isArray) ?? []) as string[];
    for (let i = 0; i + 1 < list.length; i += 2) response.setHeader(list[i]!, list[i + 1]!);
    return send(status);
  }) as Response['writeHead'];
  const end = response.end.bind(response) as (...rest: unknown[]) => Response;
  response.end = ((...rest: unknown[]) => {
    const [done] = rest;
    if (typeof done !== 'function') return end(...rest);
    response.once('finish', done as () => void);
    return end();
  }) as Response['end'];
  return response;
};

/** What the client says of a file before it sends it. @throws AppError invalid-input, file-too-large */
function announced(request: Request): NewUploadRequest {
  const byteSize = Number(request.get('upload-length') ?? Number.NaN);
  if (byteSize > MAX_FILE_BYTES) throw tooLarge();
  let metadata: Record<string, string | null> = {};
  try {
    metadata = Metadata.parse(request.get('upload-metadata') ?? '') as Record<string, string | null>;
  } catch {
    throw new AppError('invalid-input', { problems: [{ field: 'Upload-Metadata', message: 'Illisible.' }] });
  }
  const parsed = NewUploadRequest.safeParse({
    personId: metadata['personId'],
    filename: metadata['filename'] ?? '',
    filetype: metadata['filetype'] ?? '',
    byteSize,
  });
  if (!parsed.success) throw new AppError('invalid-input', { problems: toFieldProblems(parsed.error.issues) });
  return parsed.data;
}
