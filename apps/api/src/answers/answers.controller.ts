import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerFormHtml,
  answeredHtml,
  answerMessage,
  answerOverHtml,
  readAnswerPage,
  resumeContact,
  type AppContext,
  type RequestInfo,
} from '@permanence/application';
import {
  ANSWER_TOKEN,
  AnswerKindParam,
  AnswerParam,
  Contact,
  IdParam,
  isAnswerKind,
  ResumeContactRequest,
  type Actor,
} from '@permanence/contracts';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { As, Info, Public, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { AnswerAttempts } from './answer-attempts.ts';
import { APP } from '../platform/tokens.ts';

type Page = Response & { locals: { nonce?: string } };
const HTML = 'text/html; charset=utf-8';
const nonceOf = (response: Page): string => response.locals.nonce ?? '';

/**
 * What people answer by the link of a message, without an account. A GET only ever shows: scanners open links, and some submit forms.
 * The token is the key; no cookie is read, so that a mail program may post the one-click stop.
 */
@ApiTags('answers')
@Controller()
export class AnswersController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    private readonly attempts: AnswerAttempts,
  ) {}

  @Get('answer/:token')
  @Public()
  @Header('Content-Type', HTML)
  @Header('X-Robots-Tag', 'noindex, nofollow')
  show(
    @Param({ schema: AnswerParam }) { token }: z.infer<typeof AnswerParam>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Page,
  ) {
    return this.page(token, request, response);
  }

  /** The address in the message's headers, opened by a person instead of posted to by a mail program. */
  @Get('answer/:token/:kind')
  @Public()
  @Header('Content-Type', HTML)
  @Header('X-Robots-Tag', 'noindex, nofollow')
  showFor(
    @Param({ schema: AnswerKindParam }) { token }: z.infer<typeof AnswerKindParam>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Page,
  ) {
    return this.page(token, request, response);
  }

  /** One answer; `stop` is also the one-click unsubscription of RFC 8058. */
  @Post('answer/:token/:kind')
  @Public()
  @HttpCode(200)
  @Header('Content-Type', HTML)
  @Header('X-Robots-Tag', 'noindex, nofollow')
  async act(
    @Param({ schema: AnswerKindParam }) { token, kind }: z.infer<typeof AnswerKindParam>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Page,
  ): Promise<string> {
    await this.attempts.spend(request.ip ?? '');
    const page = ANSWER_TOKEN.test(token) && isAnswerKind(kind) ? await answerMessage(this.app, { token, kind }) : null;
    if (page && isAnswerKind(kind)) return answeredHtml(page, kind, nonceOf(response));
    return this.over(response);
  }

  /** Messages go to this address again, after a stop or a bounce; with the reason a volunteer gives. */
  @Post('contacts/:id/resume')
  @HttpCode(200)
  @Requires('person.write')
  @Answer(Contact)
  resume(
    @Param({ schema: IdParam }) { id }: z.infer<typeof IdParam>,
    @Body({ schema: ResumeContactRequest }) body: ResumeContactRequest,
    @As() actor: Actor,
    @Info() info: RequestInfo,
  ) {
    return resumeContact(this.app, actor, { ...body, id }, info);
  }

  private async page(token: string, request: Request, response: Page): Promise<string> {
    await this.attempts.spend(request.ip ?? '');
    const page = ANSWER_TOKEN.test(token) ? await readAnswerPage(this.app, token) : null;
    return page ? answerFormHtml(page, token, nonceOf(response)) : this.over(response);
  }
  private over(response: Page): string {
    response.status(404);
    return answerOverHtml(nonceOf(response));
  }
}
