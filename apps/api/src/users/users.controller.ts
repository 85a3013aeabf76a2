import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createUser, getUser, listColleagues, searchUsers, updateUser, type AppContext, type RequestInfo } from '@permanence/application';
import {
  ColleaguesAnswer,
  CreateUserRequest,
  IdParam,
  SearchUsersAnswer,
  SearchUsersRequest,
  UpdateUserRequest,
  User,
  type Actor,
} from '@permanence/contracts';
import type { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('users')
@Controller()
export class UsersController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  @Get('colleagues')
  @Requires('user.list')
  @Answer(ColleaguesAnswer)
  colleagues(@As() actor: Actor) {
    return listColleagues(this.app, actor, {});
  }

  @Post('users/search')
  @HttpCode(200)
  @Requires('user.manage')
  @Answer(SearchUsersAnswer)
  search(@Body({ schema: SearchUsersRequest }) body: SearchUsersRequest, @As() actor: Actor) {
    return searchUsers(this.app, actor, body);
  }

  @Post('users')
  @Requires('user.manage')
  @Answer(User)
  create(@Body({ schema: CreateUserRequest }) body: CreateUserRequest, @As() actor: Actor, @Info() info: RequestInfo) {
    return createUser(this.app, actor, body, info);
  }

  @Get('users/:id')
  @Requires('user.manage')
  @Answer(User)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getUser(this.app, actor, { id });
  }

  @Patch('users/:id')
  @Requires('user.manage')
  @Answer(User)
  update(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpdateUserRequest }) body: UpdateUserRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return updateUser(this.app, actor, { ...body, id }, info);
  }
}
