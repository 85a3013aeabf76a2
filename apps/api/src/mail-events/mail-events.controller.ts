import { createHash, timingSafeEqual } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  brokenContacts,
  isProvider,
  PROVIDERS,
  readReport,
  recordReport,
  type AppContext,
  type DeliveryReport,
} from '@permanence/application';
import { AppError, BrokenContact, MailEventsAnswer, ProviderParam, toFieldProblems, type Actor } from '@permanence/contracts';
import type { Request } from 'express';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { As, Public, Requires } from '../platform/access.ts';
import { Answer } from '../platform/answer.ts';
import { APP, CONFIG } from '../platform/tokens.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** `Bearer <secret>`, or the secret as the password of Basic, for providers that only take an address with a password in it. */
function given(request: Request): string {
  const [, scheme = '', value = ''] = /^(\S+) +(.*)$/.exec(request.get('authorization') ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  return '';
}

/** What mail servers and providers report about messages that left, and the addresses to repair that follow from it. */
@ApiTags('mail events')
@Controller()
export class MailEventsController {
  constructor(
    @Inject(APP) private readonly app: AppContext,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A bounce (RFC 3464) or complaint (RFC 5965) as it came into the mailbox of bounces: `message/rfc822`. */
  @Post('mail-events/message')
  @HttpCode(200)
  @Public()
  @Answer(MailEventsAnswer)
  async message(@Req() request: Request) {
    this.check(request);
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body))
      throw new AppError('invalid-input', { problems: [{ field: 'body', message: 'Attendu : message/rfc822.' }] });
    const report = await readReport(body);
    return this.record(report ? [report] : []);
  }

  /** The same from a provider's webhook: `generic`, `brevo` or `mailgun`. */
  @Post('mail-events/:provider')
  @HttpCode(200)
  @Public()
  @Answer(MailEventsAnswer)
  fromProvider(
    @Param({ schema: ProviderParam }) { provider }: z.infer<typeof ProviderParam>,
    @Body() body: unknown,
    @Req() request: Request,
  ) {
    this.check(request);
    if (!isProvider(provider)) throw new AppError('not-found');
    try {
      return this.record(PROVIDERS[provider](body));
    } catch (error) {
      if (error instanceof z.ZodError) throw new AppError('invalid-input', { problems: toFieldProblems(error.issues) });
      throw error;
    }
  }

  /** Addresses nothing goes to any more until someone repairs them. */
  @Get('broken-contacts')
  @Requires('coordination.read')
  @Answer(z.array(BrokenContact))
  broken(@As() actor: Actor) {
    return brokenContacts(this.app, actor, {});
  }

  private check(request: Request): void {
    const { mailWebhookSecret } = this.config;
    if (!mailWebhookSecret) throw new AppError('not-found');
    if (!timingSafeEqual(digest(given(request)), digest(mailWebhookSecret))) throw new AppError('unauthenticated');
  }
  /** How many were new is told; which messages exist is not. */
  private async record(reports: readonly DeliveryReport[]): Promise<{ recorded: number }> {
    let recorded = 0;
    for (const report of reports) if (await recordReport(this.app, report)) recorded += 1;
    return { recorded };
  }
}
