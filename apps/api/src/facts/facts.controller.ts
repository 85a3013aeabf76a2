import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addChild,
  answerFacts,
  getFactHistory,
  getFacts,
  getInterview,
  removeChild,
  renameChild,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  AnswerFactsRequest,
  Child,
  ChildRequest,
  FactHistoryLine,
  IdParam,
  Interview,
  PersonFacts,
  type Actor,
} from '@permanence/contracts';
import { z } from 'zod';
import { As, Info, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP } from '../platform/tokens.ts';

type Id = z.infer<typeof IdParam>;

@ApiTags('facts')
@Controller()
export class FactsController {
  constructor(@Inject(APP) private readonly app: AppContext) {}

  /** Every question the law asks, with the answer in force. */
  @Get('persons/:id/facts')
  @Requires('person.read')
  @Answer(PersonFacts)
  get(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getFacts(this.app, actor, { personId: id });
  }

  /** A batch of answers: all of it is kept, or none. */
  @Put('persons/:id/facts')
  @Requires('person.write')
  @Answer(PersonFacts)
  answer(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: AnswerFactsRequest }) body: AnswerFactsRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return answerFacts(this.app, actor, { ...body, personId: id }, info);
  }

  @Get('persons/:id/facts/history')
  @Requires('person.read')
  @Answer(z.array(FactHistoryLine))
  history(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getFactHistory(this.app, actor, { personId: id });
  }

  /** The questions still worth asking, most useful first; the state of the interview is the answers themselves. */
  @Get('persons/:id/interview')
  @Requires('rules.run')
  @Answer(Interview)
  interview(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor) {
    return getInterview(this.app, actor, { personId: id });
  }

  @Post('persons/:id/children')
  @Requires('person.write')
  @Answer(Child)
  addChild(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ChildRequest }) body: ChildRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return addChild(this.app, actor, { ...body, personId: id }, info);
  }

  @Patch('children/:id')
  @Requires('person.write')
  @Answer(Child)
  renameChild(
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ChildRequest }) body: ChildRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return renameChild(this.app, actor, { ...body, id }, info);
  }

  @Delete('children/:id')
  @Requires('person.write')
  @HttpCode(204)
  removeChild(@Param({ schema: IdParam }) { id }: Id, @As() actor: Actor, @Info() info: RequestInfo) {
    return removeChild(this.app, actor, { id }, info);
  }
}
