import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addNote, listNotes, type AppContext, type RequestInfo } from '@permanence/application';
import { AddNoteRequest, IdParam, Note, type Actor } from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('notes')
@Controller()
export class NotesController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('dossiers/:id/notes')
  @Requires('dossier.read')
  @Answer(z.array(Note))
  listNotes(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return listNotes(this.app, actor, { dossierId: id });
  }

  @Post('dossiers/:id/notes')
  @Requires('dossier.write')
  @Answer(Note)
  add(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AddNoteRequest }) body: AddNoteRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return addNote(this.app, actor, { ...body, dossierId: id }, info);
  }
}
