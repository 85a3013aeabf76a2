import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createTask, getTask, searchTasks, settleTask, updateTask, type AppContext, type RequestInfo } from '@permanence/application';
import {
  CreateTaskRequest,
  IdParam,
  SearchTasksAnswer,
  SearchTasksRequest,
  Task,
  UpdateTaskRequest,
  VersionedRequest,
  type Actor,
} from '@permanence/contracts';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('tasks')
@Controller()
export class TasksController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Post('tasks/search')
  @HttpCode(200)
  @Requires('task.read')
  @Answer(SearchTasksAnswer)
  search(@Body({ schema: SearchTasksRequest }) body: SearchTasksRequest, @As() actor: Actor) {
    return searchTasks(this.app, actor, body);
  }

  @Post('tasks')
  @Requires('task.write')
  @Answer(Task)
  create(@Body({ schema: CreateTaskRequest }) body: CreateTaskRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createTask(this.app, actor, body, info);
  }

  @Get('tasks/:id')
  @Requires('task.read')
  @Answer(Task)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getTask(this.app, actor, { id });
  }

  @Patch('tasks/:id')
  @Requires('task.write')
  @Answer(Task)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateTaskRequest }) body: UpdateTaskRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateTask(this.app, actor, { ...body, id }, info);
  }

  @Post('tasks/:id/done')
  @HttpCode(200)
  @Requires('task.write')
  @Answer(Task)
  done(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: VersionedRequest }) body: VersionedRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return settleTask(this.app, actor, { ...body, id, done: true }, info);
  }

  @Post('tasks/:id/undone')
  @HttpCode(200)
  @Requires('task.write')
  @Answer(Task)
  undone(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: VersionedRequest }) body: VersionedRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return settleTask(this.app, actor, { ...body, id, done: false }, info);
  }
}
